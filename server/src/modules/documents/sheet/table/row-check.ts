import type { SheetSpec } from '../column-spec.ts'
import type { Book } from '../parse/book.ts'
import type { RawCell, RawRow } from '../parse/sheet-rows.ts'
import type { SheetRead } from '../read-result.ts'
import { cellCheck } from '../value/check-cell.ts'
import { type Fault, fault } from '../value/fault.ts'
import type { Findings, Place } from './findings.ts'
import type { ColumnMap } from './map-columns.ts'

interface Reader {
  key: string
  place: Place
  read: (cell: RawCell) => string | Fault
}

/** Checks row after row of one sheet; for a sound cell nothing is allocated but its value. */
export class RowCheck {
  private readonly sheet: SheetRead
  private readonly findings: Findings
  private readonly blank: Record<string, string>
  /** By column number. */
  private readonly readers: (Reader | undefined)[] = []
  private readonly required: { reader: Reader; empty: Fault }[] = []
  /** Without a required column no row is sound. */
  private readonly complete: boolean

  constructor({ headers }: ColumnMap, spec: SheetSpec, sheet: SheetRead, book: Book, findings: Findings) {
    this.sheet = sheet
    this.findings = findings
    this.blank = Object.fromEntries(spec.columns.map(column => [column.key, '']))
    for (const column of spec.columns) {
      const found = headers.find(h => h.key === column.key)
      if (!found) continue
      const place = { sheet: sheet.name, row: 0, letter: found.letter, header: found.header }
      const check = cellCheck(column, book.date1904)
      const note = findings.remark.bind(findings, place)
      const reader = { key: column.key, place, read: (cell: RawCell) => check(cell, note) }
      this.readers[found.column] = reader
      const accepted = column.hint ?? { zh: `“${column.zh}”的值`, en: `a value for “${column.en}”` }
      if (column.required) this.required.push({ reader, empty: fault('不能为空', 'must not be blank', accepted) })
    }
    this.complete = this.required.length === spec.columns.filter(column => column.required).length
  }

  take(row: RawRow) {
    const values = { ...this.blank }
    const faults: { place: Place; text: string; fault: Fault }[] = []
    let filled = 0
    for (const cell of row.cells) {
      const reader = this.readers[cell.column]
      if (!reader) continue
      reader.place.row = row.number
      const value = reader.read(cell)
      if (value === '') continue
      filled += 1
      if (typeof value === 'string') values[reader.key] = value
      else faults.push({ place: reader.place, text: cell.text, fault: value })
    }
    if (filled === 0) return
    this.sheet.rowCount += 1
    for (const { reader, empty } of this.required) {
      if (values[reader.key] !== '' || faults.some(f => f.place === reader.place)) continue
      reader.place.row = row.number
      faults.push({ place: reader.place, text: '', fault: empty })
    }
    for (const { place, text, fault } of faults) this.findings.error(place, text, fault)
    const sound = faults.length === 0 && this.complete
    ;(sound ? this.sheet.rows : this.sheet.faulty).push({ row: row.number, values })
  }
}
