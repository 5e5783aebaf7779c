import type { Scheme } from '@jiannuo/engine/format.ts'
import type { Bilingual, Citation } from '../../rule.ts'
import type { SchemeFact } from '../facts.ts'

/** A fact as a template reads it. */
export interface TemplateFact extends SchemeFact {
  /** `up`: more is better; `down`: less is better; `none`: neither, such as a mark that takes a subject out of the grading. */
  direction: 'up' | 'down' | 'none'
  period: 'month' | 'quarter' | 'halfYear' | 'year'
  /** Largest value of a fact in points; 100 when absent. */
  max?: number
}

/** A document a template rests on, and where its text was read. */
export interface SchemeSource extends Citation {
  readIn: Bilingual
}

export const FAMILIES = [
  'duty',
  'stars',
  'classification',
  'index',
  'memberPoints',
  'organPoints',
  'reportAppraisal',
  'registration',
  'enterprise',
  'organTypes',
  'suggested',
] as const
export type Family = (typeof FAMILIES)[number]

export const FAMILY_TITLES: Record<Family, Bilingual> = {
  duty: { zh: '一岗双责', en: 'Double responsibility' },
  stars: { zh: '星级评定', en: 'Star rating' },
  classification: { zh: '分类定级', en: 'Classification' },
  index: { zh: '堡垒与先锋指数', en: 'Bastion and vanguard index' },
  memberPoints: { zh: '个人积分', en: 'Points of persons' },
  organPoints: { zh: '机关考核分', en: 'Points of organs' },
  reportAppraisal: { zh: '述职评议考核', en: 'Report appraisal' },
  registration: { zh: '双报到', en: 'Double registration' },
  enterprise: { zh: '企业党建', en: 'Enterprises' },
  organTypes: { zh: '四型、五型机关', en: 'Four-type and five-type organs' },
  suggested: { zh: '建议默认', en: 'Suggested default' },
}

/**
 * What of the results may be shown beyond those who answer for them: nothing; grades, stars and lights; or totals as well.
 * Never an order of persons: points rankings are barred (国办函〔2026〕12号) and leader-boards are off by default.
 */
export type PublicScores = 'none' | 'grades' | 'all'

/** A ready scheme that an authority adopts and adapts. */
export interface SchemeTemplate {
  /** Also the `scheme` of the file and the `cite` key that stands for its first source. */
  id: string
  title: Bilingual
  /** What is scored: `member`, `branch`, `organ`, … */
  subject: string
  family: Family
  /** The first is the ground of every point; one of confidence `local` says that points were completed locally. */
  sources: readonly SchemeSource[]
  note: Bilingual
  /** What a source does not print or the format cannot express, named one by one; never filled with invented numbers. */
  leftOut: readonly Bilingual[]
  /** Exactly the facts the scheme reads. */
  facts: readonly TemplateFact[]
  /** Of the scored subjects; `none` wherever they are persons. */
  publicScores: PublicScores
  /** Of the units of each scope the scheme rolls up to; a scope not named shows nothing. */
  publicUnits?: Readonly<Record<string, PublicScores>>
  /** The scheme for a year. Throws NotInForce where it reads panels and the year has none. */
  forYear: (year: number) => Scheme
}
