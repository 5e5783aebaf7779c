import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { faultOfText } from './read-text.ts'
import {
  faultsOfHeader,
  type Table,
  type TableBounds,
  type TableFault,
  type TableRead,
  tooMany,
  wholeFile,
} from './table.ts'

class TooMany extends Error {}

const LONGEST_RECORD = 1_000_000
const OPTIONS = {
  bom: true,
  skip_empty_lines: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: LONGEST_RECORD,
}

/** Hands over every record with the offset after it; nothing is checked but the quotes. Throws CsvError. */
export function parseCsv(bytes: Buffer, take: (record: string[], end: number) => void) {
  parse(bytes, {
    ...OPTIONS,
    on_record: (record: string[], { bytes: end }) => {
      take(record, end)
      return null
    },
  })
}

/** Gathers records into columns; the first is the header. Rows of another length are faults, brought to the header's, so that the rest of them is checked too. */
class Gathering {
  header: string[] | null = null
  readonly columns: string[][] = []
  readonly ends: number[] = []
  readonly ragged: { record: number; fields: number }[] = []
  private cells = 0
  private readonly bounds: TableBounds

  constructor(bounds: TableBounds) {
    this.bounds = bounds
  }

  take(record: string[], end: number) {
    this.cells += record.length
    if (this.ends.length > this.bounds.rows || this.cells > this.bounds.cells) throw new TooMany()
    this.ends.push(end)
    if (this.header === null) {
      this.header = record
      for (const _ of record) this.columns.push([])
      return
    }
    if (record.length !== this.header.length) this.ragged.push({ record: this.ends.length - 1, fields: record.length })
    for (let at = 0; at < this.columns.length; at++) this.columns[at]!.push(record[at] ?? '')
  }
}

/** Reads CSV (RFC 4180): UTF-8 with or without byte order mark, lines ended by LF or CRLF, empty lines left out. All faults at once. */
export function readCsv(bytes: Buffer, bounds: TableBounds): TableRead {
  const notText = faultOfText(bytes)
  if (notText) return wholeFile(notText)
  const gathered = new Gathering(bounds)
  try {
    parseCsv(bytes, (record, end) => gathered.take(record, end))
  } catch (error) {
    if (error instanceof TooMany) return tooMany(bounds)
    if (error instanceof CsvError) return wholeFile(saidOf(error))
    throw error
  }
  const { header, columns, ends, ragged } = gathered
  if (!header)
    return wholeFile({ zh: '文件是空的,第一行应为列名', en: 'the file is empty; the first row must name the columns' })
  const lineOf = lineOfRecord(bytes, ends)
  const table: Table = {
    header,
    headerRow: firstLine(bytes),
    columns,
    length: ends.length - 1,
    rowOf: i => lineOf(i + 1),
  }
  const faults = ragged.map(
    ({ record, fields }): TableFault => ({
      row: lineOf(record),
      column: null,
      zh: `有 ${fields} 格,表头有 ${header.length} 列;每行应一样多`,
      en: `has ${fields} fields, the header has ${header.length}; every row must have as many`,
    }),
  )
  return { table, faults: [...faults, ...faultsOfHeader(table)], remarks: [] }
}

const [LF, CR] = [10, 13]

/** The line of the header: the first that is not empty. */
function firstLine(bytes: Buffer): number {
  let [line, at] = [1, 0]
  for (; bytes[at] === LF || bytes[at] === CR; at++) if (bytes[at] === LF || bytes[at + 1] !== LF) line += 1
  return line
}

/** The line on which a record begins; found by one walk over the bytes, when first asked. `ends` are the offsets after each record. */
function lineOfRecord(bytes: Buffer, ends: readonly number[]): (record: number) => number {
  let lines: Int32Array | null = null
  return record => {
    lines ??= linesOf(bytes, ends)
    return lines[record] ?? 1
  }
}

function linesOf(bytes: Buffer, ends: readonly number[]): Int32Array {
  const lines = new Int32Array(ends.length)
  let line = 1
  let at = 0
  const pass = () => {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line += 1
    at += 1
  }
  for (let record = 0; record < ends.length; record += 1) {
    while (bytes[at] === LF || bytes[at] === CR) pass()
    lines[record] = line
    while (at < (ends[record] ?? 0)) pass()
  }
  return lines
}

const REASONS: Partial<Record<string, { zh: string; en: string }>> = {
  CSV_QUOTE_NOT_CLOSED: { zh: '引号没有收尾', en: 'a quoted field is not closed' },
  CSV_INVALID_CLOSING_QUOTE: {
    zh: '引号收尾后还有内容;字段内的引号应写两个("")',
    en: 'text after a closing quote; a quote within a field is written twice ("")',
  },
  INVALID_OPENING_QUOTE: {
    zh: '字段中间出现引号;含引号的字段应整个加引号,内部引号写两个("")',
    en: 'a quote within an unquoted field; quote the whole field and write the quote twice ("")',
  },
  CSV_MAX_RECORD_SIZE: {
    zh: `一行超过 ${LONGEST_RECORD} 字节,可能引号没有收尾`,
    en: `a row is longer than ${LONGEST_RECORD} bytes; a quoted field may not be closed`,
  },
}

function saidOf(error: CsvError) {
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null
  const reason = REASONS[error.code] ?? { zh: 'CSV 格式不正确', en: error.message }
  return line === null ? reason : { zh: `第 ${line} 行:${reason.zh}`, en: `line ${line}: ${reason.en}` }
}
