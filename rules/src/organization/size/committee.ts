import { defineRule, value } from '../../rule.ts'
import { advice, branchChapterSix, obstacle, type Verdict } from '../verdict.ts'

export interface CommitteeInput {
  regularMembers: number
  /** Members of the branch committee, secretary and deputy included; 0 where there is none. */
  committeeMembers: number
  secretaries: number
  deputySecretaries: number
}

/** 支部委员会: from seven regular members a committee, below that a secretary (and a deputy if needed). */
export const branchCommittee = defineRule({
  id: 'organization.branch-committee',
  title: { zh: '支部委员会的设置', en: 'Committee of a branch' },
  unit: 'verdicts',
  versions: [
    {
      from: '2018-10-28',
      until: null,
      checkedOn: '2026-09-30',
      cite: branchChapterSix,
      params: { fromRegular: 7, seats: { least: 3, usual: 5, most: 7 }, secretaries: 1, mostDeputies: 1 },
    },
  ],
  compute(input: CommitteeInput, p, source) {
    const { regularMembers, committeeMembers, secretaries, deputySecretaries } = input
    const { least, usual, most } = p.seats
    const verdicts: Verdict[] = []
    const needed = regularMembers >= p.fromRegular
    if (needed && committeeMembers < least) {
      verdicts.push(
        obstacle(
          source,
          `正式党员${regularMembers}名，达到${p.fromRegular}名，应设${least}—${usual}人的支部委员会，现为${committeeMembers}人`,
          `With ${regularMembers} regular members (${p.fromRegular} or more) a committee of ${least}–${usual} is due; it has ${committeeMembers}`,
        ),
      )
    }
    if (!needed && committeeMembers > 0) {
      verdicts.push(
        obstacle(
          source,
          `正式党员不足${p.fromRegular}名，不设支部委员会，设书记1名`,
          `With fewer than ${p.fromRegular} regular members there is a secretary and no committee`,
        ),
      )
    }
    if (needed && committeeMembers > usual) {
      verdicts.push(
        advice(
          source,
          `支部委员会一般${least}—${usual}人，最多不超过${most}人，现为${committeeMembers}人`,
          `A committee has ${least}–${usual} members, generally at most ${most}; this one has ${committeeMembers}`,
        ),
      )
    }
    if (secretaries !== p.secretaries) {
      verdicts.push(
        obstacle(source, `应有书记1名，现为${secretaries}名`, `One secretary is due; there are ${secretaries}`),
      )
    }
    if (deputySecretaries > p.mostDeputies) {
      verdicts.push(
        obstacle(
          source,
          `副书记最多${p.mostDeputies}名，现为${deputySecretaries}名`,
          `At most ${p.mostDeputies} deputy secretary; there are ${deputySecretaries}`,
        ),
      )
    }
    return value(verdicts)
  },
})
