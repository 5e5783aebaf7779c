import { cite, defineRule, type Outcome, value } from '../rule.ts'
import { ELECTION_REGULATIONS } from './shares.ts'

/**
 * 差额选举: how many candidates an election of so many committee seats needs.
 *
 * returns    candidates, a whole number: seats + 20 %, rounded up, so 3 seats want 4 and 5 want 6
 * source     confidence V2; secretary and deputy are elected by the committee, one candidate a seat, and not asked here
 */
export const surplus = defineRule({
  id: 'life.surplus-election',
  title: { zh: '委员候选人差额', en: 'Candidates beyond the seats' },
  unit: 'persons',
  versions: [
    {
      ...{ from: '2020-07-13', until: null, checkedOn: '2026-09-30' },
      ...{ cite: cite(ELECTION_REGULATIONS, '差额比例', 'V2'), params: { percent: 20 } },
    },
  ],
  compute: ({ seats }: { seats: number }, { percent }): Outcome<number> =>
    value(seats + Math.ceil((seats * percent) / 100)),
})
