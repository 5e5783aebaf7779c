import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { currentCycle } from '../../cycle/index.ts'
import { OFFICES } from '../pledge/policy.ts'
import { countWaiting } from '../review/sql.ts'
import { type StandingRow, standingPledges } from './sql.ts'

/** The pledges of one person that stand in that year, one for each level. */
export const pledgesOfPerson = (
  tx: Tx,
  authorityId: string,
  personId: string,
  cycleId: string,
): Promise<StandingRow[]> =>
  standingPledges(tx, authorityId, cycleId).where('p.person_id', '=', personId).orderBy('p.level').execute()

/** What waits for the actor in his capacity: pledges to review, and the state of his own. `pledgeId` is null while he has not begun. */
export async function countsFor(tx: Tx, actor: Pick<Actor, 'authorityId' | 'personId' | 'capacity'>, today: Day) {
  const { authorityId, personId, capacity } = actor
  const reviews =
    OFFICES.includes(capacity.role) && capacity.unitId
      ? await countWaiting(tx, { authorityId, unitId: capacity.unitId, personId })
      : 0
  const cycle = await currentCycle(tx, authorityId, today)
  const own = cycle && personId ? await pledgesOfPerson(tx, authorityId, personId, cycle.id) : []
  return { waitingReviews: reviews, cycle, own: own.map(p => ({ pledgeId: p.id, level: p.level, state: p.state })) }
}
