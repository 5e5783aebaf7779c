import type { Scheme } from '@jiannuo/engine/format.ts'
import type { Level } from '../appraisal/panels.ts'
import { type Bilingual, type Citation, cite } from '../rule.ts'
import { member } from './members.ts'
import { branchSecretary, organCommitteeSecretary, partyGroupSecretary } from './secretaries.ts'

/** A scheme that an authority adopts and adapts, and where its shape comes from. */
export interface ShippedScheme {
  level: Level
  note: Bilingual
  sources: readonly Citation[]
  /** The scheme for a year. Throws NotInForce for a year without panels. */
  forYear: (year: number) => Scheme
}

const NOTE: Bilingual = {
  zh: '分值、权重为本地默认值,没有全国统一规定,采用前请按本地办法修改',
  en: 'points and weights are local defaults; no national text gives any; adapt them before use',
}
const POINTS = cite('本系统默认配置，由各机关工委自定', '分值与权重', 'local')
const COMMON_SHAPE = cite('公开的积分制考核方案', '百分制、加分封顶、扣分、否决，评议占 20—40%', 'V2')
const CLASSES = cite('基层党组织分类定级（组厅字〔2012〕6号）', '90、80、60 分定级', 'V2')
const MEMBER_GRADES = cite('民主评议党员等次通行规定', '四个等次，优秀一般不超过三分之一', 'V2')

export const SHIPPED_SCHEMES: Record<Level, ShippedScheme> = {
  member: { level: 'member', note: NOTE, sources: [POINTS, COMMON_SHAPE, MEMBER_GRADES], forYear: member },
  branchSecretary: {
    level: 'branchSecretary',
    note: NOTE,
    sources: [POINTS, COMMON_SHAPE, CLASSES],
    forYear: branchSecretary,
  },
  organCommitteeSecretary: {
    level: 'organCommitteeSecretary',
    note: NOTE,
    sources: [POINTS, COMMON_SHAPE, CLASSES],
    forYear: organCommitteeSecretary,
  },
  partyGroupSecretary: {
    level: 'partyGroupSecretary',
    note: NOTE,
    sources: [POINTS, COMMON_SHAPE, CLASSES],
    forYear: partyGroupSecretary,
  },
}
