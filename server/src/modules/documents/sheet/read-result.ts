import type { Said } from './column-spec.ts'

export type RefusalCode =
  | 'empty'
  | 'tooLarge'
  | 'notXlsx'
  | 'legacyXls'
  | 'encrypted'
  | 'macros'
  | 'truncated'
  | 'damaged'
  | 'bomb'
  | 'lyingSize'
  | 'tooSlow'
  | 'tooHeavy'

/** Why a file was not read at all. */
export interface Refusal extends Said {
  kind: 'refused'
  code: RefusalCode
}

/** One fault the importer must mend. `row` is the row number Excel shows; `letter` is '' when a whole sheet is meant. */
export interface CellError extends Said {
  sheet: string
  row: number
  column: { letter: string; header: string }
  value: string
  accepted: Said
}

/** Something the importer should know; it does not stop the import. Equal remarks on one column are counted. */
export interface Remark extends Said {
  sheet: string
  /** The first row it was met in. */
  row: number
  column: { letter: string; header: string }
  count: number
}

/** A header as found. `suggested` is a guess to offer, never applied. */
export interface FoundHeader {
  letter: string
  header: string
  key: string | null
  suggested: string | null
}

export interface TableRow {
  row: number
  /** One entry for every column of the spec: days as YYYY-MM-DD, choices as their value, blank as ''. */
  values: Record<string, string>
}

export interface SheetRead {
  key: string
  name: string
  headerRow: number
  headers: FoundHeader[]
  /** Header to key as applied; handed back as the mapping of the next import. */
  mapping: Record<string, string | null>
  /** Rows that held anything below the header. */
  rowCount: number
  /** Only the rows without an error. */
  rows: TableRow[]
  /** Rows with an error, as far as they were understood: what other rows refer to is still known by them. */
  faulty: TableRow[]
}

export interface WorkbookRead {
  kind: 'read'
  sheets: SheetRead[]
  /** The first of them, at most `maxErrors`; `errorCount` counts all. */
  errors: CellError[]
  errorCount: number
  remarks: Remark[]
}

export type ReadResult = Refusal | WorkbookRead

/** Sheet key to header text to column key; null leaves a column out on purpose. */
export type Mapping = Record<string, Record<string, string | null>>

export interface ReadOptions {
  mapping?: Mapping
  /** Default 1000. */
  maxErrors?: number
  /** Rows read per sheet; default 100000. */
  maxRows?: number
  /** Default 60000. */
  timeLimitMs?: number
  /** The heap of the reading thread in MB; default 300. */
  heapMb?: number
}
