import type { ColumnSpec, SheetSpec } from '../column-spec.ts'
import { letterOf, type RawRow } from '../parse/sheet-rows.ts'
import type { FoundHeader } from '../read-result.ts'
import { cleanText, fold, withoutBrackets } from '../value/clean-text.ts'

/** Columns to the right of this one are not looked at. */
const WIDEST = 200

export interface Header extends FoundHeader {
  column: number
  /** Left out on purpose by the mapping. */
  ignored: boolean
}

export interface ColumnMap {
  headerRow: number
  headers: Header[]
}

/**
 * Finds the header among the first rows: the one that names the most columns, the upper one of equals.
 * `mapping` (header text to key) goes before names and aliases. Null when no row names a column.
 */
export function mapColumns(
  rows: readonly RawRow[],
  spec: SheetSpec,
  mapping: Record<string, string | null>,
): ColumnMap | null {
  const names = headerNames(spec.columns)
  const chosen = new Map(Object.entries(mapping).map(([header, key]) => [fold(header), key]))
  let best: ColumnMap | null = null
  let most = 0
  for (const row of rows) {
    const headers = nameHeaders(row, names, chosen)
    const named = new Set(headers.map(h => h.key).filter(key => key !== null)).size
    if (named > most) [best, most] = [{ headerRow: row.number, headers }, named]
  }
  return best
}

function headerNames(columns: readonly ColumnSpec[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const column of columns) {
    for (const name of [column.zh, column.en, column.key, ...column.aliases]) names.set(fold(name), column.key)
  }
  return names
}

function nameHeaders(
  row: RawRow,
  names: ReadonlyMap<string, string>,
  chosen: ReadonlyMap<string, string | null>,
): Header[] {
  const keys = new Set(names.values())
  // A remembered header takes its column only where it stands: other files may go by the column's own name.
  const here = row.cells.filter(cell => cell.text.length <= 200).map(cell => chosen.get(fold(cell.text)))
  const taken = new Set(here.filter(key => key !== null && key !== undefined))
  return row.cells
    .filter(cell => cell.column <= WIDEST && cell.text.length <= 200)
    .map(cell => ({ column: cell.column, header: cleanText(cell.text) }))
    .filter(({ header }) => header !== '')
    .map(({ column, header }) => {
      const folded = fold(header)
      const wish = chosen.get(folded)
      const byName = names.get(folded) ?? names.get(withoutBrackets(folded)) ?? null
      const free = byName !== null && !taken.has(byName) ? byName : null
      const key = wish === undefined ? free : wish !== null && keys.has(wish) ? wish : null
      const suggested = key === null && wish !== null ? suggest(folded, names) : null
      return { column, letter: letterOf(column), header, key, suggested, ignored: wish === null }
    })
}

/** The column whose name contains the header or is contained in it, the longest name first. */
function suggest(folded: string, names: ReadonlyMap<string, string>): string | null {
  let best: string | null = null
  let longest = 1
  for (const [name, key] of names) {
    if (name.length > longest && folded.length > 1 && (folded.includes(name) || name.includes(folded))) {
      best = key
      longest = name.length
    }
  }
  return best
}
