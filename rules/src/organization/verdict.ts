import { type Bilingual, type Citation, cite } from '../rule.ts'

/** What a rule says of an organisation as it is or is planned. advice: 「一般」, a reason is enough; obstacle: not allowed. */
export interface Verdict extends Bilingual {
  severity: 'advice' | 'obstacle'
  cite: Citation
}

export const advice = (source: Citation, zh: string, en: string): Verdict => ({
  severity: 'advice',
  zh,
  en,
  cite: source,
})
export const obstacle = (source: Citation, zh: string, en: string): Verdict => ({
  severity: 'obstacle',
  zh,
  en,
  cite: source,
})

export type OrganizationKind = 'organCommittee' | 'generalBranch' | 'branch' | 'jointBranch'

export const BRANCH_REGULATIONS = '中国共产党支部工作条例（试行）'
export const ORGAN_REGULATIONS_2010 = '中国共产党党和国家机关基层组织工作条例（2010年）'
export const ORGAN_REGULATIONS = '中国共产党党和国家机关基层组织工作条例（2019年修订）'
export const TERM_OPINION = '关于党的基层组织任期的意见'

/** Chapter two of the branch regulations: founding and size of a branch. */
export const branchChapterTwo = cite(BRANCH_REGULATIONS, '第二章', 'V')
/** Chapter six of the branch regulations: the committee of a branch. */
export const branchChapterSix = cite(BRANCH_REGULATIONS, '第六章', 'V')
