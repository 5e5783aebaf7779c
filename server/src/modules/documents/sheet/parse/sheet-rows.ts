import type { SaxEvent } from 'exceljs/lib/utils/parse-sax.js'
import type { Book } from './book.ts'
import { Refused } from './refused.ts'
import { elementName, xmlBatches } from './xml-events.ts'

/** `noResult` is a formula the writing program never computed; `fault` an Excel error such as #REF!. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'fault' | 'noResult'

export interface RawCell {
  /** 1 is column A. */
  column: number
  kind: CellKind
  text: string
  formula: boolean
}

export interface RawRow {
  /** The row number Excel shows. */
  number: number
  cells: RawCell[]
}

/** The rows of one sheet by batches. `onMerge` is told the range of every merged cell, after the last row. */
export async function* sheetRows(xml: AsyncIterable<string>, book: Book, onMerge: (range: string) => void) {
  const parser = new RowParser(book, onMerge)
  for await (const events of xmlBatches(xml)) {
    for (const event of events) parser.take(event)
    if (parser.rows.length > 0) yield parser.rows
    parser.rows = []
  }
}

class RowParser {
  rows: RawRow[] = []
  private readonly book: Book
  private readonly onMerge: (range: string) => void
  private row: RawRow = { number: 0, cells: [] }
  private column = 0
  private type = ''
  private style = 0
  private text = ''
  private hasValue = false
  private formula = false
  private taking = false
  private inPhonetic = false

  constructor(book: Book, onMerge: (range: string) => void) {
    this.book = book
    this.onMerge = onMerge
  }

  take(event: SaxEvent) {
    if (event.eventType === 'text') {
      if (this.taking) this.text += event.value
    } else if (event.eventType === 'opentag') this.open(elementName(event.value.name), event.value.attributes)
    else this.close(elementName(event.value.name))
  }

  private open(name: string, attributes: Record<string, string>) {
    switch (name) {
      case 'c':
        this.column = attributes.r ? columnOf(attributes.r) : this.column + 1
        if (this.column < 1 || this.column > 16_384) throw new Refused('damaged')
        this.type = attributes.t ?? 'n'
        this.style = Number(attributes.s ?? 0)
        this.text = ''
        this.hasValue = false
        this.formula = false
        return
      case 'v':
        this.taking = true
        this.hasValue = true
        return
      case 't':
        this.taking = !this.inPhonetic
        this.hasValue = true
        return
      case 'f':
        this.formula = true
        return
      case 'rPh':
        this.inPhonetic = true
        return
      case 'row': {
        const number = attributes.r ? Number(attributes.r) : this.row.number + 1
        if (!Number.isInteger(number) || number < 1 || number > 1_048_576) throw new Refused('damaged')
        this.row = { number, cells: [] }
        this.column = 0
        return
      }
      case 'mergeCell':
        this.onMerge(attributes.ref ?? '')
    }
  }

  private close(name: string) {
    if (name === 'v' || name === 't') this.taking = false
    else if (name === 'rPh') this.inPhonetic = false
    else if (name === 'row') this.rows.push(this.row)
    else if (name === 'c' && (this.hasValue || this.formula)) {
      const cell = { column: this.column, kind: this.kind(), text: this.text, formula: this.formula }
      if (cell.kind === 'text') cell.text = unescaped(this.type === 's' ? this.sharedString() : cell.text)
      this.row.cells.push(cell)
    }
  }

  private kind(): CellKind {
    if (!this.hasValue) return 'noResult'
    switch (this.type) {
      case 'n':
        if (this.text === '') return this.formula ? 'noResult' : 'text'
        return this.book.dateStyles[this.style] ? 'date' : 'number'
      case 'b':
        return 'boolean'
      case 'e':
        return 'fault'
      default:
        return 'text'
    }
  }

  private sharedString(): string {
    const text = this.book.strings[Number(this.text)]
    if (text === undefined) throw new Refused('damaged')
    return text
  }
}

/** Excel writes characters that XML forbids as _x000D_. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** 'AB12' gives 28; anything else than letters and digits gives 0. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i)
    if (code >= 48 && code <= 57) return column
    if (code < 65 || code > 90) return 0
    column = column * 26 + code - 64
  }
  return 0
}

/** 28 gives 'AB'. */
export function letterOf(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
