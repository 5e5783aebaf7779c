import type { Day } from '../../day.ts'
import type { Bilingual } from '../../rule.ts'

/** One line of a pledge as its author typed it; `id` only has to be unique within the pledge. */
export interface PledgeItem {
  id: string
  kind: 'party' | 'business'
  title: string
  /** Decimal string; null while the field is empty. */
  target: string | null
  unit: string
  measures: string
  dueOn: Day | null
  /** Whole percent; the items of a pledge add up to 100. */
  weight: number
  dutyId: string | null
  /** Set when the item moves with recorded facts; then only its target has to be said. */
  fact?: unknown
}

/** Somebody's item to compare with: `label` says whose it is, each line of `text` is one item. */
export interface ComparedText {
  label: string
  text: string
}

export interface PledgeCheckInput {
  items: readonly PledgeItem[]
  year: number
  others: {
    superior: readonly ComparedText[]
    colleagues: readonly ComparedText[]
    lastYear: readonly ComparedText[]
  }
}

export type RemarkCode =
  | 'too-few-items'
  | 'too-many-items'
  | 'no-party-item'
  | 'no-business-item'
  | 'too-short'
  | 'followed-without-target'
  | 'not-measurable'
  | 'vague-wording'
  | 'no-due-date'
  | 'due-outside-year'
  | 'zero-weight'
  | 'weights-not-100'
  | 'copied-from-superior'
  | 'copied-from-colleague'
  | 'same-as-last-year'
  | 'duplicate-item'

export interface PledgeRemark {
  code: RemarkCode
  /** must: the pledge cannot be submitted; advice: the author decides. */
  severity: 'must' | 'advice'
  itemId: string | null
  /** The author's own words the remark is about; null when it is about something absent. */
  quote: string | null
  /** The heading; `detail` is the sentence under it. */
  zh: string
  en: string
  detail: Bilingual
  example: Bilingual | null
  similar?: { label: string; percent: number; text: string }
  /** A change of one weight that settles the remark. */
  fix?: { itemId: string; weight: { from: number; to: number } }
}
