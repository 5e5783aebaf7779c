import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { asSheets, type Cell, foundIn, type Sheets } from './as-sheets.ts'
import type { Found, Workload } from './workload.ts'

const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

const quoted = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('>', '&gt;').replaceAll('<', '&lt;')

/** A reference of OpenFormula stands in brackets, its sheet before a point. */
const reference = /\b([a-z]+\.)?(\$?[A-Z]{1,2}\$?\d+)(?::(\$?[A-Z]{1,2}\$?\d+))?\b/g

function cellXml(cell: Cell): string {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'number') return `<table:table-cell office:value-type="float" office:value="${cell}"/>`
  if (!cell.startsWith('=')) return '<table:table-cell office:value-type="string"/>'
  const formula = cell
    .replace(
      reference,
      (_, sheet: string | undefined, from: string, to: string | undefined) =>
        `[${sheet ?? '.'}${from}${to ? `:.${to}` : ''}]`,
    )
    .replaceAll(',', ';')
  return `<table:table-cell table:formula="of:${quoted(formula)}"/>`
}

/** Flat OpenDocument, which is text, with formulas and no results of theirs. */
function flatDocument(sheets: Sheets): string {
  const tables = Object.entries(sheets).map(
    ([name, rows]) =>
      `<table:table table:name="${name}">${rows.map(row => `<table:table-row>${row.map(cellXml).join('')}</table:table-row>`).join('\n')}</table:table>`,
  )
  const names = ['office', 'table', 'text'].map(
    each => `xmlns:${each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names.join(' ')} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document>`
}

/** Without formulas: what starting, reading and writing take. */
const bare = (sheets: Sheets) =>
  Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [
      name,
      rows.map(row => row.map(cell => (typeof cell === 'string' ? 1 : cell))),
    ]),
  ) as Sheets

/** The workload in LibreOffice Calc, beyond what the same file without formulas takes; null where it is not installed. */
export async function scoreByLibreOffice(work: Workload): Promise<{ found: Found; ms: number } | null> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-bench-calc-'))
  const convert = (file: string) => {
    const start = performance.now()
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const { status } = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', EVERY_SHEET, '--outdir', folder, join(folder, file)],
      { stdio: 'ignore' },
    )
    return status === 0 ? performance.now() - start : null
  }
  try {
    const sheets = asSheets(work)
    await writeFile(join(folder, 'bare.fods'), flatDocument(bare(sheets)))
    await writeFile(join(folder, 'score.fods'), flatDocument(sheets))
    if (convert('bare.fods') === null) return null // and the profile is made
    const without = convert('bare.fods')
    const whole = convert('score.fods')
    if (without === null || whole === null) throw new Error('LibreOffice did not write the sheets it was given')
    const tables = new Map<string, string[][]>()
    for (const name of ['members', 'branches', 'organs'])
      tables.set(
        name,
        (await readFile(join(folder, `score-${name}.csv`), 'utf8'))
          .replaceAll('"', '')
          .split('\n')
          .map(line => line.split(',')),
      )
    const found = foundIn((sheet, row, column) => Number(tables.get(sheet)?.[row]?.[column] ?? Number.NaN), sheets)
    return { found, ms: whole - without }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
