/** What is known of one subject; numbers are plain decimals, null or '' or an absent key is missing. */
export interface FactRow {
  subject: string
  scopes: Record<string, string>
  facts: Record<string, string | null>
}

/** `count` equal ratings of a subject from one source; an empty value is an abstention. Never names a rater. */
export interface RatingRow {
  subject: string
  source: string
  value: string
  count: number
}

/**
 * A recorded decision for one subject: it lifts a veto or gate, or, where `veto` is empty, exempts the subject from an indicator,
 * whose number then counts as missing under the policy `exempt`.
 */
export interface RulingRow {
  subject: string
  veto: string
  decision: string
  indicator?: string
}

export interface ScoreInput {
  facts: readonly FactRow[]
  ratings: readonly RatingRow[]
  rulings: readonly RulingRow[]
}

export interface Message {
  zh: string
  en: string
}

/** `row` counts from 0 within its table. */
export interface InputError extends Message {
  table: 'facts' | 'ratings' | 'rulings'
  row: number
  column: string
}

/** Takes one error of the input: where, and what is wrong and accepted. */
export type Report = (table: InputError['table'], row: number, column: string, zh: string, en: string) => void

/** The input cannot be scored; every error at once. */
export class InvalidInput extends Error {
  readonly errors: readonly InputError[]

  constructor(errors: readonly InputError[]) {
    super(errors.map(each => `${each.table} row ${each.row + 1}, ${each.column}: ${each.en}`).join('\n'))
    this.name = 'InvalidInput'
    this.errors = errors
  }
}
