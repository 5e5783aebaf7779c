import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { asSheets, type Cell, foundIn } from './as-sheets.ts'
import type { Found, Workload } from './workload.ts'

const BENCH = fileURLToPath(new URL('..', import.meta.url))

/** As much of HyperFormula as is used here; its own types are there only once it is installed. */
interface HyperFormula {
  buildFromSheets(sheets: Record<string, Cell[][]>, config: { licenseKey: string }): Built
}
interface Built {
  getSheetId(name: string): number
  getCellValue(address: { sheet: number; row: number; col: number }): unknown
  setCellContents(address: { sheet: number; row: number; col: number }, value: Cell): unknown
  destroy(): void
}

/** Installs the packages of bench/ at first use; null where they cannot be had. */
async function hyperFormula(): Promise<HyperFormula | null> {
  if (!existsSync(`${BENCH}node_modules/hyperformula`)) {
    const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    if (spawnSync('npm', flags, { cwd: BENCH, stdio: ['ignore', 2, 2] }).status !== 0) return null
  }
  const name: string = 'hyperformula'
  const module: { HyperFormula: HyperFormula } = await import(name)
  return module.HyperFormula
}

/** HyperFormula writes `sheet!A1` where other spreadsheets write `sheet.A1` as well. */
const withBangs = (rows: Cell[][]) =>
  rows.map(row =>
    row.map(cell =>
      typeof cell === 'string' && cell.startsWith('=') ? cell.replace(/\b([a-z]+)\.(?=\$?[A-Z])/g, '$1!') : cell,
    ),
  )

/** The workload in HyperFormula: building the sheets computes them; `again` is one change of a weight, which recomputes every total. */
export async function scoreByHyperFormula(
  work: Workload,
): Promise<{ found: Found; build: number; again: number } | null> {
  const library = await hyperFormula()
  if (!library) return null
  const sheets = asSheets(work)
  const written = Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, withBangs(rows)]))
  const start = performance.now()
  const built = library.buildFromSheets(written, { licenseKey: 'gpl-v3' })
  const build = performance.now() - start
  const found = foundIn(
    (sheet, row, col) => Number(built.getCellValue({ sheet: built.getSheetId(sheet), row, col })),
    sheets,
  )
  const before = performance.now()
  built.setCellContents({ sheet: built.getSheetId('facts'), row: 0, col: 3 }, 1.25)
  const again = performance.now() - before
  built.destroy()
  return { found, build, again }
}
