import type { Cells } from '@jiannuo/engine/columns/cells.ts'
import { faultOfText } from './read-text.ts'
import { type CsvFault, type CsvTaker, LONGEST_ROW, scanCsv } from './scan-csv.ts'
import {
  faultsOfHeader,
  type Table,
  type TableBounds,
  type TableFault,
  type TableRead,
  tooMany,
  wholeFile,
} from './table.ts'

const FIRST_ROWS = 1024

/** Gathers cells into columns; the first row is the header. Rows of another length are faults, brought to the header's, so that the rest of them is checked too. */
class Gathering implements CsvTaker {
  readonly header: string[] = []
  /** By row, the header among them. */
  readonly lines: number[] = []
  readonly ragged: { line: number; fields: number }[] = []
  isFull = false
  private places: { starts: Int32Array; ends: Int32Array }[] = []
  /** Follows the text: what cells with a quote written twice read as. */
  private readonly unquoted: string[] = []
  private length: number
  private room = FIRST_ROWS
  private cells = 0
  private fields = 0
  private readonly text: string
  private readonly bounds: TableBounds

  constructor(text: string, bounds: TableBounds) {
    this.text = text
    this.length = text.length
    this.bounds = bounds
  }

  cell(start: number, end: number, isEscaped: boolean) {
    const row = this.lines.length - 1
    const into = this.places[this.fields++]
    if (row < 0) this.header.push(isEscaped ? unescaped(this.text, start, end) : this.text.slice(start, end))
    else if (into && isEscaped) {
      const text = unescaped(this.text, start, end)
      this.unquoted.push(text)
      into.starts[row] = this.length
      this.length += text.length
      into.ends[row] = this.length
    } else if (into) {
      into.starts[row] = start
      into.ends[row] = end
    }
  }

  row(line: number): boolean {
    const { fields, header, lines, bounds } = this
    if (lines.length === 0) this.places = header.map(() => this.grown())
    else if (fields !== header.length) this.ragged.push({ line, fields })
    lines.push(line)
    this.cells += fields
    this.fields = 0
    if (lines.length > this.room) {
      this.room *= 2
      this.places = this.places.map(each => this.grown(each))
    }
    this.isFull = lines.length > bounds.rows + 1 || this.cells > bounds.cells
    return !this.isFull
  }

  columns(): Cells[] {
    const rows = this.lines.length - 1
    const text = this.text + this.unquoted.join('')
    return this.places.map(({ starts, ends }) => ({
      text,
      starts: starts.subarray(0, rows),
      ends: ends.subarray(0, rows),
    }))
  }

  private grown(from?: { starts: Int32Array; ends: Int32Array }) {
    const [starts, ends] = [new Int32Array(this.room), new Int32Array(this.room)]
    if (from) {
      starts.set(from.starts)
      ends.set(from.ends)
    }
    return { starts, ends }
  }
}

const unescaped = (text: string, start: number, end: number) => text.slice(start, end).replaceAll('""', '"')

/** Reads CSV (RFC 4180): UTF-8 with or without byte order mark, lines ended by LF or CRLF, empty lines left out. All faults at once. */
export function readCsv(bytes: Buffer, bounds: TableBounds): TableRead {
  const notText = faultOfText(bytes)
  if (notText) return wholeFile(notText)
  const text = new TextDecoder().decode(bytes)
  const gathered = new Gathering(text, bounds)
  const fault = scanCsv(text, gathered)
  if (fault) return wholeFile(saidOf(fault))
  if (gathered.isFull) return tooMany(bounds)
  const { header, lines, ragged } = gathered
  if (lines.length === 0)
    return wholeFile({ zh: '文件是空的,第一行应为列名', en: 'the file is empty; the first row must name the columns' })
  const table: Table = {
    header,
    headerRow: lines[0]!,
    columns: gathered.columns(),
    length: lines.length - 1,
    rowOf: i => lines[i + 1]!,
  }
  const faults = ragged.map(
    ({ line, fields }): TableFault => ({
      row: line,
      column: null,
      zh: `有 ${fields} 格,表头有 ${header.length} 列;每行应一样多`,
      en: `has ${fields} fields, the header has ${header.length}; every row must have as many`,
    }),
  )
  return { table, faults: [...faults, ...faultsOfHeader(table)], remarks: [] }
}

const REASONS: Record<CsvFault['reason'], { zh: string; en: string }> = {
  openQuote: { zh: '引号没有收尾', en: 'a quoted field is not closed' },
  afterQuote: {
    zh: '引号收尾后还有内容;字段内的引号应写两个("")',
    en: 'text after a closing quote; a quote within a field is written twice ("")',
  },
  quoteWithin: {
    zh: '字段中间出现引号;含引号的字段应整个加引号,内部引号写两个("")',
    en: 'a quote within an unquoted field; quote the whole field and write the quote twice ("")',
  },
  longRow: {
    zh: `一行超过 ${LONGEST_ROW} 个字符,可能引号没有收尾`,
    en: `a row is longer than ${LONGEST_ROW} characters; a quoted field may not be closed`,
  },
}

const saidOf = ({ line, reason }: CsvFault) => ({
  zh: `第 ${line} 行:${REASONS[reason].zh}`,
  en: `line ${line}: ${REASONS[reason].en}`,
})
