import { ROSTER_SHEETS as KEYS, type RosterSheet } from '@jiannuo/contract/roster.ts'
import {
  type CellError,
  type Remark,
  ROSTER_SHEETS,
  type Said,
  type SheetRead,
  type WorkbookRead,
} from '../../documents/index.ts'

/** What was read of a file, kept until it is confirmed. */
export interface Draft {
  sheets: SheetRead[]
  errors: CellError[]
  errorCount: number
  remarks: Remark[]
}

export const draftOf = ({ sheets, errors, errorCount, remarks }: WorkbookRead): Draft => ({
  sheets,
  errors,
  errorCount,
  remarks,
})

const NONE: Omit<SheetRead, 'key'> = {
  name: '',
  headerRow: 0,
  headers: [],
  mapping: {},
  rowCount: 0,
  rows: [],
  faulty: [],
}

/** The sheet of that key; one that is not in the file has no rows. */
export const sheetOf = (draft: Draft, key: RosterSheet): SheetRead =>
  draft.sheets.find(s => s.key === key) ?? { key, ...NONE }

/** Columns the file has: what it does not speak of stays as it is. */
export const columnsOf = (sheet: SheetRead): ReadonlySet<string> =>
  new Set(sheet.headers.flatMap(h => (h.key === null ? [] : [h.key])))

export const specOf = (key: RosterSheet) => ROSTER_SHEETS[KEYS.indexOf(key)]!

/** Errors shown and kept; all are counted. */
export const MOST_ERRORS = 5000

/** Collects what is wrong beyond single cells, each with its place in the file. */
export class Faults {
  readonly errors: CellError[]
  count: number

  constructor(draft: Draft) {
    this.errors = [...draft.errors]
    this.count = draft.errorCount
  }

  /** Returns a reporter for one sheet: row, column key, what is wrong, what is accepted. */
  on(sheet: SheetRead) {
    const places = new Map(sheet.headers.map(h => [h.key, { letter: h.letter, header: h.header }]))
    return (row: { row: number; values: Record<string, string> }, key: string, said: Said, accepted: Said) => {
      this.count += 1
      if (this.errors.length >= MOST_ERRORS) return
      const column = places.get(key) ?? { letter: '', header: key }
      this.errors.push({ sheet: sheet.name, row: row.row, column, value: row.values[key] ?? '', ...said, accepted })
    }
  }

  /** In the order of the file: sheet, row, column. */
  sorted(draft: Draft): CellError[] {
    const order = new Map(draft.sheets.map((s, i) => [s.name, i]))
    const place = (e: CellError) => order.get(e.sheet) ?? -1
    return this.errors.sort(
      (a, b) =>
        place(a) - place(b) ||
        a.row - b.row ||
        a.column.letter.length - b.column.letter.length ||
        (a.column.letter < b.column.letter ? -1 : 1),
    )
  }
}

export type Report = ReturnType<Faults['on']>
