import { type Citation, cite, defineRule, missing, type Outcome, value } from '../../rule.ts'
import { ORGAN_REGULATIONS, ORGAN_REGULATIONS_2010, type OrganizationKind, obstacle, type Verdict } from '../verdict.ts'

export interface OrganThresholdInput {
  /** All members, probationary ones included. */
  members: number
  regularMembers: number
  /** What the organ has or plans; null for none. */
  has: OrganizationKind | null
  /** The superior organisation agreed to a higher form than the number gives; null when nobody recorded it. */
  superiorApproval: boolean | null
}

/** 机关党组织形式: a committee from 100 members, a general branch from 50, a branch from 3 regular members. */
export const organCommitteeThreshold = defineRule({
  id: 'organization.organ-committee-threshold',
  title: { zh: '机关党委、党总支、党支部的设置', en: 'Committee, general branch or branch of an organ' },
  unit: 'verdicts',
  versions: [
    {
      from: '2010-06-04',
      until: '2019-11-29',
      checkedOn: '2026-09-30',
      cite: cite(ORGAN_REGULATIONS_2010, '第六条', 'V2'),
      params: { committee: 100, generalBranch: 50, branchRegular: 3 },
    },
    {
      from: '2019-11-29',
      until: null,
      checkedOn: '2026-09-30',
      cite: cite(ORGAN_REGULATIONS, '第五条至第七条', 'V'),
      params: { committee: 100, generalBranch: 50, branchRegular: 3 },
    },
  ],
  compute(input: OrganThresholdInput, p, source): Outcome<{ expected: OrganizationKind; verdicts: Verdict[] }> {
    const expected = expectedKind(input, p)
    const { has, superiorApproval } = input
    if (has !== null && RANK[has] > RANK[expected]) {
      if (superiorApproval === null) return missing('superior-approval')
      return value({ expected, verdicts: superiorApproval ? [] : [tooHigh(input.members, has, expected, source)] })
    }
    if (has === null || RANK[has] < RANK[expected]) {
      return value({ expected, verdicts: [tooLow(input.members, expected, source)] })
    }
    return value({ expected, verdicts: [] })
  },
})

const RANK: Record<OrganizationKind, number> = { jointBranch: 0, branch: 1, generalBranch: 2, organCommittee: 3 }
const NAMES: Record<OrganizationKind, { zh: string; en: string }> = {
  jointBranch: { zh: '联合党支部', en: 'a joint branch' },
  branch: { zh: '党支部', en: 'a branch' },
  generalBranch: { zh: '党总支', en: 'a general branch' },
  organCommittee: { zh: '机关党委', en: 'an organ committee' },
}

function expectedKind(
  { members, regularMembers }: OrganThresholdInput,
  p: { committee: number; generalBranch: number; branchRegular: number },
): OrganizationKind {
  if (members >= p.committee) return 'organCommittee'
  if (members >= p.generalBranch) return 'generalBranch'
  return regularMembers >= p.branchRegular ? 'branch' : 'jointBranch'
}

const tooHigh = (members: number, has: OrganizationKind, expected: OrganizationKind, source: Citation): Verdict =>
  obstacle(
    source,
    `有${members}名党员，应设${NAMES[expected].zh}；因工作需要设${NAMES[has].zh}的，须经上级党组织批准`,
    `With ${members} members ${NAMES[expected].en} is due; ${NAMES[has].en} needs the superior’s approval`,
  )

const tooLow = (members: number, expected: OrganizationKind, source: Citation): Verdict =>
  obstacle(
    source,
    `有${members}名党员，应当设立${NAMES[expected].zh}`,
    `With ${members} members ${NAMES[expected].en} must be set up`,
  )
