import { open } from 'node:fs/promises'
import { textsOf } from '@jiannuo/engine/columns/cells.ts'
import type { Scheme } from '@jiannuo/engine/scheme.ts'
import type { RatingRow, RulingRow } from '@jiannuo/engine/score.ts'
import { readCsv } from './csv-table.ts'
import type { FactTable } from './hash-input.ts'
import { readBytes } from './read-text.ts'
import { columnOf, type Table, type TableBounds, type TableFault, type TableRead, wholeFile } from './table.ts'
import { readXlsx } from './xlsx-table.ts'

/** What one file may hold: a table of that many rows and cells, and for CSV that many bytes. Beyond that it is refused, not cut. */
export const MOST = {
  bytes: 200_000_000,
  facts: { rows: 500_000, cells: 25_000_000 },
  ratings: { rows: 2_000_000, cells: 8_000_000 },
  rulings: { rows: 100_000, cells: 1_000_000 },
} as const satisfies Record<string, number | TableBounds>

/** An .xlsx file (or what claims to be a workbook) by its first bytes, anything else as CSV. */
export async function readTable(path: string, bounds: TableBounds): Promise<TableRead> {
  if (await isWorkbook(path)) return readXlsx(path, bounds)
  const bytes = await readBytes(path, MOST.bytes)
  return Buffer.isBuffer(bytes) ? readCsv(bytes, bounds) : wholeFile(bytes)
}

async function isWorkbook(path: string): Promise<boolean> {
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    const head = buffer.subarray(0, bytesRead).toString('latin1')
    return head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06') || head === '\xd0\xcf\x11\xe0'
  } catch {
    return false // reading it as CSV says why
  }
}

/** Columns that must be there; and what the header has instead. */
export function lackingColumns({ header, headerRow }: Table, wanted: readonly string[]): TableFault[] {
  return wanted
    .filter(name => !header.includes(name))
    .map(name => ({
      row: headerRow,
      column: name,
      zh: `缺少列“${name}”;应有:${wanted.join('、')},现有:${header.join('、')}`,
      en: `column "${name}" is missing; needed: ${wanted.join(', ')}; found: ${header.join(', ')}`,
    }))
}

/** Subjects, scopes and facts; columns the scheme does not name are left out. */
export const factColumns = (table: Table, scheme: Scheme, facts: readonly string[]): FactTable => ({
  subjects: textsOf(columnOf(table, 'subject')),
  scopes: Object.fromEntries((scheme.scopes ?? []).map(name => [name, textsOf(columnOf(table, name))])),
  facts: Object.fromEntries(facts.map(name => [name, columnOf(table, name)])),
})

const RATING_COLUMNS = ['subject', 'source', 'value', 'count']

/** Ratings; a column beyond the four is refused, since a rating never names its rater. */
export function ratingRows(table: Table): { rows: RatingRow[]; faults: TableFault[] } {
  const { header, headerRow, rowOf } = table
  const faults = header
    .filter(name => name !== '' && !RATING_COLUMNS.includes(name))
    .map(
      (column): TableFault => ({
        row: headerRow,
        column,
        zh: `评议只有 ${RATING_COLUMNS.join('、')} 四列,不得写明评议人`,
        en: `ratings have the columns ${RATING_COLUMNS.join(', ')} and never name a rater`,
      }),
    )
  const [subjects, sources, values, counts] = RATING_COLUMNS.map(name => textsOf(columnOf(table, name)))
  const rows = subjects!.map((subject, i): RatingRow => {
    const written = counts![i]!
    const whole = /^\d{1,9}$/.test(written)
    if (written !== '' && !whole)
      faults.push({
        row: rowOf(i),
        column: 'count',
        zh: `“${written}”不是票数,请填写整数,空为 1`,
        en: `"${written}" is no count; a whole number is accepted, empty is 1`,
      })
    return { subject, source: sources![i]!, value: values![i]!, count: whole ? Number(written) : 1 }
  })
  return { rows, faults }
}

/** Rulings, each on a veto or gate, or with a column `indicator` on an indicator; two on the same of one subject are refused. */
export function rulingRows(table: Table): { rows: RulingRow[]; faults: TableFault[] } {
  const [subjects, vetoes, indicators, decisions] = ['subject', 'veto', 'indicator', 'decision'].map(name =>
    textsOf(columnOf(table, name)),
  )
  const seen = new Set<string>()
  const faults: TableFault[] = []
  const rows = subjects!.map((subject, i): RulingRow => {
    const indicator = indicators![i]!
    const ruling = { subject, veto: vetoes![i]!, decision: decisions![i]!, ...(indicator && { indicator }) }
    const key = JSON.stringify([ruling.subject, ruling.veto, indicator])
    const what = indicator || ruling.veto
    if (seen.has(key))
      faults.push({
        row: table.rowOf(i),
        column: indicator ? 'indicator' : 'veto',
        zh: `对“${ruling.subject}”的“${what}”已有一行决定,只能有一行`,
        en: `"${what}" of "${ruling.subject}" has a ruling already; one row is accepted`,
      })
    seen.add(key)
    return ruling
  })
  return { rows, faults }
}
