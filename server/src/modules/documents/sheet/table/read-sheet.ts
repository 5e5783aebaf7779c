import type { ColumnSpec, SheetSpec } from '../column-spec.ts'
import type { Book } from '../parse/book.ts'
import { type RawRow, sheetRows } from '../parse/sheet-rows.ts'
import type { SheetRead } from '../read-result.ts'
import { fault } from '../value/fault.ts'
import type { Findings, Place } from './findings.ts'
import { type ColumnMap, mapColumns } from './map-columns.ts'
import { RowCheck } from './row-check.ts'

/** The header is looked for in this many rows; titles and notes may stand above it. */
const HEAD_ROWS = 10

interface Source {
  name: string
  xml: AsyncIterable<string>
  book: Book
  mapping: Record<string, string | null>
  maxRows: number
}

/** Reads, names and checks one sheet. Everything wrong in it goes to `findings`; only sound rows are returned. */
export async function readSheet(spec: SheetSpec, source: Source, findings: Findings): Promise<SheetRead> {
  const { name, book, maxRows } = source
  const read: SheetRead = {
    key: spec.key,
    name,
    headerRow: 0,
    headers: [],
    mapping: {},
    rowCount: 0,
    rows: [],
    faulty: [],
  }
  const merges: string[] = []
  const head: RawRow[] = []
  let check: RowCheck | null | undefined // undefined while the header is still looked for, null when there is none
  for await (const batch of sheetRows(source.xml, book, range => merges.push(range))) {
    for (const row of batch) {
      if (check === undefined && row.number <= HEAD_ROWS) head.push(row)
      else {
        if (check === undefined) check = begin(head, spec, source, read, findings)
        check?.take(row)
      }
    }
    if (check === null) return read
    if (read.rowCount > maxRows) {
      findings.error(wholeSheet(name), '', tooManyRows(maxRows))
      return read
    }
  }
  if (check === undefined) check = begin(head, spec, source, read, findings)
  if (check && read.rowCount === 0) findings.remark(wholeSheet(name), NO_ROWS)
  for (const range of merges) remarkMerge(range, read, findings)
  return read
}

/** Finds the header among the first rows and checks those below it. Null, and an error, when there is none. */
function begin(head: RawRow[], spec: SheetSpec, { name, mapping, book }: Source, read: SheetRead, findings: Findings) {
  const map = mapColumns(head, spec, mapping)
  if (!map) {
    findings.error(wholeSheet(name), '', noHeader(spec))
    return null
  }
  describe(map, spec, read, findings)
  const check = new RowCheck(map, spec, read, book, findings)
  for (const row of head) if (row.number > map.headerRow) check.take(row)
  return check
}

/** Takes the found header into the result and reports columns that are unknown, missing or there twice. */
function describe({ headerRow, headers }: ColumnMap, spec: SheetSpec, read: SheetRead, findings: Findings) {
  read.headerRow = headerRow
  read.headers = headers.map(({ letter, header, key, suggested }) => ({ letter, header, key, suggested }))
  const at = (letter: string, header: string): Place => ({ sheet: read.name, row: headerRow, letter, header })
  for (const { letter, header, key, ignored } of headers) {
    if (key !== null || ignored) read.mapping[header] = key
    else findings.remark(at(letter, header), UNKNOWN_COLUMN)
  }
  for (const column of spec.columns) {
    const found = headers.filter(h => h.key === column.key)
    const accepted = accepts(column)
    if (found.length === 0 && column.required) {
      findings.error(
        at('', column.zh),
        '',
        fault(`缺少“${column.zh}”列`, `the column “${column.en}” is missing`, accepted),
      )
    }
    for (const again of found.slice(1)) {
      const first = found[0]?.letter ?? ''
      const said = fault(
        `“${column.zh}”列重复，第 ${first} 列已是`,
        `a second column for “${column.en}”, after column ${first}`,
        accepted,
      )
      findings.error(at(again.letter, again.header), again.header, said)
    }
  }
}

function remarkMerge(range: string, read: SheetRead, findings: Findings) {
  const [, letter = '', from = '', to = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(range) ?? []
  if (read.headerRow === 0 || Number(to) <= read.headerRow) return
  const header = read.headers.find(h => h.letter === letter)?.header ?? ''
  findings.remark({ sheet: read.name, row: Number(from), letter, header }, MERGED)
}

const wholeSheet = (name: string): Place => ({ sheet: name, row: 1, letter: '', header: '' })

const accepts = ({ zh, en, aliases }: ColumnSpec | SheetSpec) => ({
  zh: `名为“${[zh, ...aliases].join('”“')}”之一`,
  en: `one named “${[en, zh, ...aliases].join('”, “')}”`,
})

/** For a wanted sheet the workbook does not have. */
export const missingSheet = (spec: SheetSpec) =>
  fault(`缺少工作表“${spec.zh}”`, `the sheet “${spec.en}” is missing`, accepts(spec))

const noHeader = (spec: SheetSpec) =>
  fault(`前 ${HEAD_ROWS} 行中没有找到表头`, `no header row was found in the first ${HEAD_ROWS} rows`, {
    zh: `含有这些列名的一行：${spec.columns.map(c => c.zh).join('、')}`,
    en: `a row with these names: ${spec.columns.map(c => c.zh).join(', ')}`,
  })

const tooManyRows = (maxRows: number) =>
  fault(`超过 ${maxRows} 行，其余未读`, `more than ${maxRows} rows; the rest was not read`, {
    zh: `每个工作表不超过 ${maxRows} 行，请分成几个文件`,
    en: `at most ${maxRows} rows a sheet; please split the file`,
  })

const UNKNOWN_COLUMN = { zh: '不认识的列，没有读取', en: 'an unknown column, not read' }
const NO_ROWS = { zh: '表头下面没有数据', en: 'there are no rows below the header' }
const MERGED = {
  zh: '有合并单元格：只有左上角一格有值，其余按空白处理',
  en: 'merged cells: only the upper left one holds a value, the others count as blank',
}
