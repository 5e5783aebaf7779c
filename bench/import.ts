import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { confirmRoster, exportRoster, previewRoster, RosterPreview } from '@jiannuo/contract/roster.ts'
import ExcelJS from 'exceljs'
import { ROSTER_SHEETS, writeWorkbook } from '../server/src/modules/documents/index.ts'
import { openEmptyCity } from './empty-city.ts'
import { median, send, timed } from './request.ts'
import { rosterRows, WHOLE_CITY } from './roster-rows.ts'

const RUNS = 3
/** The bare reading counts as one, in the same run on the same machine. */
const GOAL = 3
const CONFIRM_GOAL_MS = 10_000

/**
 * Importing a whole city's roster as the page does it: preview (read, check, compare) against streaming through the same file with exceljs
 * alone in a fresh thread, then the confirmation, the preview of the same file again, and the export. Embedded database, one city, nothing else running.
 */
export async function benchImport(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-bench-'))
  const city = await openEmptyCity()
  try {
    const path = join(folder, 'roster.xlsx')
    const rows = rosterRows(WHOLE_CITY)
    await writeWorkbook(
      createWriteStream(path),
      ROSTER_SHEETS.map(spec => ({ spec, rows: rows[spec.key as keyof typeof rows] })),
      '2026-03-02',
    )
    const file = await readFile(path)
    const bare: number[] = []
    const preview: number[] = []
    let found: RosterPreview | undefined
    for (let run = 0; run < RUNS; run += 1) {
      bare.push((await timed(() => bareInThread(path))).ms)
      const { ms, value } = await timed(() => send(city, previewRoster, { payload: file }))
      preview.push(ms)
      found = RosterPreview.parse(value.json())
    }
    if (!found) return false
    const { digest, id, errorCount, counts } = found
    const confirmed = await timed(() => send(city, confirmRoster, { id, payload: { digest } }))
    const again = await timed(() => send(city, previewRoster, { payload: file }))
    const exported = await timed(() => send(city, exportRoster, {}))
    const { counts: after } = RosterPreview.parse(again.value.json())
    const ratio = median(preview) / median(bare)
    console.log(
      `import: ${counts.units.new} units, ${counts.members.new} members, ${counts.posts.new} posts new, ${errorCount} errors, ${(file.length / 1e6).toFixed(1)} MB`,
    )
    console.log(
      `import: bare ${median(bare).toFixed(0)} ms, preview ${median(preview).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (goal ${GOAL})`,
    )
    console.log(
      `import: confirm ${confirmed.ms.toFixed(0)} ms (goal ${CONFIRM_GOAL_MS}), the same file again ${again.ms.toFixed(0)} ms, export ${exported.ms.toFixed(0)} ms`,
    )
    const unchanged = Object.values(after).every(c => c.new + c.changed + c.ended === 0)
    if (!unchanged) console.log('import: the same file again is not an empty difference', JSON.stringify(after))
    return (
      ratio <= GOAL &&
      confirmed.ms <= CONFIRM_GOAL_MS &&
      errorCount === 0 &&
      unchanged &&
      after.members.unchanged === WHOLE_CITY.members
    )
  } finally {
    await city.close()
    await rm(folder, { recursive: true })
  }
}

function bareInThread(path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { readBare: path },
    resourceLimits: { maxOldGenerationSizeMb: 300 },
  })
  worker.once('message', (rows: number) =>
    rows > WHOLE_CITY.members ? resolve() : reject(new Error(`bare reading saw ${rows} rows`)),
  )
  worker.once('error', reject)
  return promise
}

async function bare(path: string): Promise<number> {
  let rows = 0
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore' } as const
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options))
    for await (const _ of sheet) rows += 1
  return rows
}

if (!isMainThread && workerData?.readBare) parentPort?.postMessage(await bare(workerData.readBare))
