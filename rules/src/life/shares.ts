import { BRANCH_REGULATIONS } from '../organization/verdict.ts'
import { type Bilingual, type Citation, cite, defineRule, type Rule, value } from '../rule.ts'

/** A part of a base as a regulation words it: 半数以上 is half itself or more, 超过半数 is more than half. */
export interface ShareBound {
  over: number
  under: number
  /** more: the bound itself is not enough. */
  reach: 'atLeast' | 'more'
}

export interface ShareInput {
  /** Those who are present, or the votes in favour. */
  count: number
  /** What the bound is of: see the rule's own docstring. */
  base: number
}

export interface ShareVerdict {
  reached: boolean
  /** The least count that reaches the bound, a whole number; 1 at least, so that an empty base reaches nothing. */
  needed: number
}

/** The least whole count that reaches the bound: half of 7 is 4, more than half of 8 is 5, four fifths of 9 is 8. */
function neededOf(base: number, { over, under, reach }: ShareBound): number {
  const exact = base * over
  const least = reach === 'atLeast' ? Math.ceil(exact / under) : Math.floor(exact / under) + 1
  return Math.max(1, least)
}

type ShareRule = Rule<ShareInput, ShareBound, ShareVerdict>

const share = (
  id: string,
  title: Bilingual,
  ...versions: { from: string; until?: string; cite: Citation; bound: ShareBound }[]
): ShareRule =>
  defineRule({
    id,
    title,
    unit: 'persons',
    versions: versions.map(each => ({
      ...{ from: each.from, until: each.until ?? null, checkedOn: '2026-09-30', cite: each.cite, params: each.bound },
    })),
    compute: ({ count, base }: ShareInput, bound: ShareBound) => {
      const needed = neededOf(base, bound)
      return value({ reached: base > 0 && count >= needed, needed })
    },
  })

const HALF: ShareBound = { over: 1, under: 2, reach: 'atLeast' }
const MORE_THAN_HALF: ShareBound = { over: 1, under: 2, reach: 'more' }
export const ADMISSION_RULES = '中国共产党发展党员工作细则（2026年修订）'
export const ADMISSION_RULES_2014 = '中国共产党发展党员工作细则（2014年）'
export const ELECTION_REGULATIONS = '中国共产党基层组织选举工作条例'
export const ELECTION_REGULATIONS_1990 = '中国共产党基层组织选举工作暂行条例'

/** 支部党员大会到会人数: of the members with voting right who are due. */
export const assemblyQuorum = share(
  'life.assembly-quorum',
  { zh: '党员大会到会人数', en: 'Quorum of an assembly' },
  { from: '2018-10-28', cite: cite(BRANCH_REGULATIONS, '第十一条', 'V'), bound: HALF },
)

/** 支委会到会人数: of the members of the committee. */
export const committeeQuorum = share(
  'life.committee-quorum',
  { zh: '支委会到会人数', en: 'Quorum of a committee meeting' },
  { from: '2018-10-28', cite: cite(BRANCH_REGULATIONS, '第十二条', 'V'), bound: HALF },
)

/** 接收党员大会到会人数: of the members with voting right who are due; half itself is not enough, unlike other assemblies. */
export const admissionQuorum = share(
  'life.admission-quorum',
  { zh: '接收党员的大会到会人数', en: 'Quorum of an admission assembly' },
  { from: '2014-05-28', until: '2026-05-11', cite: cite(ADMISSION_RULES_2014, '第十九条', 'U'), bound: MORE_THAN_HALF },
  { from: '2026-05-11', cite: cite(ADMISSION_RULES, '第十九条', 'V'), bound: MORE_THAN_HALF },
)

/** 选举大会到会人数: of the members entitled to elect who are due. The text of 1990 asked for more than four fifths. */
export const electionQuorum = share(
  'life.election-quorum',
  { zh: '选举大会到会人数', en: 'Quorum of an election' },
  {
    ...{ from: '1990-06-27', until: '2020-07-13', cite: cite(ELECTION_REGULATIONS_1990, '到会人数', 'U') },
    bound: { over: 4, under: 5, reach: 'more' },
  },
  {
    ...{ from: '2020-07-13', cite: cite(ELECTION_REGULATIONS, '到会人数', 'V2') },
    bound: { over: 4, under: 5, reach: 'atLeast' },
  },
)

/** 党员大会表决: votes in favour of all members with voting right who are due, not of those present. */
export const assemblyMajority = share(
  'life.assembly-majority',
  { zh: '党员大会决议票数', en: 'Majority of an assembly' },
  { from: '2018-10-28', cite: cite(BRANCH_REGULATIONS, '第十一条', 'V'), bound: MORE_THAN_HALF },
)

/** 接收党员表决: votes in favour, written opinions given beforehand included, of all members with voting right who are due. */
export const admissionMajority = share(
  'life.admission-majority',
  { zh: '接收党员票数', en: 'Majority of an admission' },
  { from: '2014-05-28', until: '2026-05-11', cite: cite(ADMISSION_RULES_2014, '第二十条', 'U'), bound: MORE_THAN_HALF },
  { from: '2026-05-11', cite: cite(ADMISSION_RULES, '第二十条', 'V'), bound: MORE_THAN_HALF },
)

/** 选举票数: votes in favour of the members entitled to elect who are actually present; exactly half is not elected. */
export const electionMajority = share(
  'life.election-majority',
  { zh: '选举当选票数', en: 'Majority of an election' },
  { from: '2020-07-13', cite: cite(ELECTION_REGULATIONS, '当选票数', 'V2'), bound: MORE_THAN_HALF },
)
