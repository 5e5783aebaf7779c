import { defineRule, value } from '../../rule.ts'
import { advice, branchChapterTwo, obstacle, type Verdict } from '../verdict.ts'

export interface BranchSizeInput {
  /** What the unit has or plans; null when it has no branch of its own and belongs to none. */
  has: 'branch' | 'jointBranch' | null
  /** Regular and probationary members of the branch. */
  members: number
  /** Regular members of each unit covered: one figure for a branch or a unit without one, several for a joint branch. */
  regularMembersByUnit: readonly number[]
}

/**
 * 支部设置与规模: whether a branch must, may or may not exist here, and whether it is too large.
 *
 * The threshold of three counts regular members only, the size of fifty counts all.
 */
export const branchSize = defineRule({
  id: 'organization.branch-size',
  title: { zh: '党支部的设置和规模', en: 'Founding and size of a branch' },
  unit: 'verdicts',
  versions: [
    {
      from: '2018-10-28',
      until: null,
      checkedOn: '2026-09-30',
      cite: branchChapterTwo,
      params: { leastRegular: 3, mostMembers: 50, mostUnits: 5 },
    },
  ],
  compute(input: BranchSizeInput, p, source) {
    const { has, members, regularMembersByUnit } = input
    const regular = regularMembersByUnit.reduce((sum, n) => sum + n, 0)
    const verdicts: Verdict[] = []
    if (has === null && regular >= p.leastRegular) {
      verdicts.push(
        obstacle(
          source,
          `有${regular}名正式党员，达到${p.leastRegular}名，应当成立党支部`,
          `With ${regular} regular members (${p.leastRegular} or more) a branch must be founded`,
        ),
      )
    }
    if (has === null && regular > 0 && regular < p.leastRegular) {
      verdicts.push(
        obstacle(
          source,
          `正式党员不足${p.leastRegular}名，应与邻近单位成立联合党支部`,
          `With fewer than ${p.leastRegular} regular members the unit must join a joint branch with its neighbours`,
        ),
      )
    }
    if (has !== null && regular < p.leastRegular) {
      verdicts.push(
        obstacle(
          source,
          `只有${regular}名正式党员，不足${p.leastRegular}名，不能单独成立党支部，可与邻近单位成立联合党支部`,
          `Only ${regular} regular members, fewer than ${p.leastRegular}: no branch of its own; found a joint branch with neighbours`,
        ),
      )
    }
    if (has !== null && members > p.mostMembers) {
      verdicts.push(
        advice(
          source,
          `有${members}名党员，一般不超过${p.mostMembers}名，可考虑分设`,
          `${members} members, generally at most ${p.mostMembers}: consider dividing the branch`,
        ),
      )
    }
    if (has === 'jointBranch') verdicts.push(...jointVerdicts(regularMembersByUnit, p, source))
    return value(verdicts)
  },
})

function jointVerdicts(
  units: readonly number[],
  p: { leastRegular: number; mostUnits: number },
  source: typeof branchChapterTwo,
): Verdict[] {
  const verdicts: Verdict[] = []
  if (units.length > p.mostUnits) {
    verdicts.push(
      advice(
        source,
        `联合党支部覆盖${units.length}个单位，一般不超过${p.mostUnits}个`,
        `The joint branch covers ${units.length} units, generally at most ${p.mostUnits}`,
      ),
    )
  }
  const able = units.filter(n => n >= p.leastRegular).length
  if (able > 0) {
    verdicts.push(
      obstacle(
        source,
        `所覆盖的单位中有${able}个已有${p.leastRegular}名以上正式党员，应当单独成立党支部`,
        `${able} of the units covered have ${p.leastRegular} or more regular members and must found their own branch`,
      ),
    )
  }
  return verdicts
}
