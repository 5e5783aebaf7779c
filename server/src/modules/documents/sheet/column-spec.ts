/** A sentence in the two languages of the product. */
export interface Said {
  zh: string
  en: string
}

export interface Choice extends Said {
  value: string
  aliases: string[]
}

export type ColumnKind = 'text' | 'day' | 'integer' | 'decimal' | 'choice' | 'phone' | 'idNumber'

/** What one column means. Plain data, because it travels to the reading thread. */
export interface ColumnSpec extends Said {
  key: string
  kind: ColumnKind
  required: boolean
  /** Other header names this column is known by; compared without width, spaces, brackets and 繁简. */
  aliases: string[]
  /** For kind choice. */
  choices?: Choice[]
  /** text: most characters (200); integer, decimal: the largest value (999999999), the smallest being 0. */
  max?: number
  /** Words that mean the cell is left blank, such as 至今. */
  blanks?: string[]
  /** Drops the space that lines up two-character names in print: 张　三. The characters stay as written. */
  personName?: boolean
  /** What the column is for and how to fill it in; printed on the note sheet. */
  hint?: Said
}

export interface SheetSpec extends Said {
  key: string
  required: boolean
  aliases: string[]
  columns: ColumnSpec[]
}
