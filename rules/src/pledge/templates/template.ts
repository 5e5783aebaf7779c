import type { DutyLevel } from '../../duty/orientation.ts'
import type { Bilingual } from '../../rule.ts'
import type { PledgeItem } from '../remarks/remark.ts'

/**
 * The pilot models an organ starts from and adapts (R0.10). Pledges are written in Chinese, so only the titles carry a
 * translation; all content is invented.
 */
export interface PledgeTemplate {
  id: string
  title: Bilingual
  /** What kind of organ it fits, and what to change first. */
  note: Bilingual
  pledges: Readonly<Partial<Record<DutyLevel, readonly TemplateItem[]>>>
}

export interface TemplateItem {
  kind: PledgeItem['kind']
  title: Bilingual
  /** Decimal string. */
  target: string
  unit: string
  measures: string
  /** MM-DD, in whatever year the pledge is for. */
  due: string
  /** Whole percent; the items of a pledge add up to 100. */
  weight: number
  /** Null for duties of the post itself. */
  dutyId: string | null
}
