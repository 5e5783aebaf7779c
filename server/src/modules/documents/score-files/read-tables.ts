import { open } from 'node:fs/promises'
import type { Scheme } from '@jiannuo/engine/scheme.ts'
import type { FactRow, RatingRow, RulingRow } from '@jiannuo/engine/score.ts'
import { readCsv } from './csv-table.ts'
import { readBytes } from './read-text.ts'
import { type Table, type TableBounds, type TableFault, type TableRead, wholeFile } from './table.ts'
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

/** Rows as the engine takes them; columns the scheme does not name are left out. */
export function factRows({ header, rows }: Table, scheme: Scheme, facts: readonly string[]): FactRow[] {
  const place = (name: string) => [name, header.indexOf(name)] as const
  const scopeColumns = (scheme.scopes ?? []).map(place)
  const factColumns = facts.map(place)
  const subject = header.indexOf('subject')
  return rows.map(row => {
    const scopes: Record<string, string> = {}
    const values: Record<string, string | null> = {}
    for (const [name, i] of scopeColumns) scopes[name] = row[i] ?? ''
    for (const [name, i] of factColumns) values[name] = row[i] || null
    return { subject: row[subject] ?? '', scopes, facts: values }
  })
}

const RATING_COLUMNS = ['subject', 'source', 'value', 'count']

/** Ratings; a column beyond the four is refused, since a rating never names its rater. */
export function ratingRows(table: Table): { rows: RatingRow[]; faults: TableFault[] } {
  const { header, headerRow, rows, rowOf } = table
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
  const [subject = 0, source = 0, value = 0, count = -1] = RATING_COLUMNS.map(name => header.indexOf(name))
  const read = rows.map((row, i): RatingRow => {
    const written = row[count] ?? ''
    const whole = /^\d{1,9}$/.test(written)
    if (written !== '' && !whole)
      faults.push({
        row: rowOf(i),
        column: 'count',
        zh: `“${written}”不是票数,请填写整数,空为 1`,
        en: `"${written}" is no count; a whole number is accepted, empty is 1`,
      })
    return {
      subject: row[subject] ?? '',
      source: row[source] ?? '',
      value: row[value] ?? '',
      count: whole ? Number(written) : 1,
    }
  })
  return { rows: read, faults }
}

/** Rulings; two for one veto of one subject are refused. */
export function rulingRows({ header, rows, rowOf }: Table): { rows: RulingRow[]; faults: TableFault[] } {
  const [subject = 0, veto = 0, decision = 0] = ['subject', 'veto', 'decision'].map(name => header.indexOf(name))
  const seen = new Set<string>()
  const faults: TableFault[] = []
  const read = rows.map((row, i): RulingRow => {
    const ruling = { subject: row[subject] ?? '', veto: row[veto] ?? '', decision: row[decision] ?? '' }
    const key = JSON.stringify([ruling.subject, ruling.veto])
    if (seen.has(key))
      faults.push({
        row: rowOf(i),
        column: 'veto',
        zh: `对“${ruling.subject}”的“${ruling.veto}”已有一行决定,只能有一行`,
        en: `"${ruling.veto}" of "${ruling.subject}" has a ruling already; one row is accepted`,
      })
    seen.add(key)
    return ruling
  })
  return { rows: read, faults }
}
