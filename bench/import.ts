import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import ExcelJS from 'exceljs'
import { ROSTER_SHEETS, readWorkbook, writeWorkbook } from '../server/src/modules/documents/index.ts'

/** Members of the city the measure is taken for. */
const ROWS = 21_365
const RUNS = 3
/** The bare reading counts as one, in the same run on the same machine. */
const GOAL = 3

/**
 * Importing a whole city's roster with every check, against streaming through the same file with exceljs alone, each in
 * a fresh thread. Prints the medians and their ratio; false when the ratio misses the goal or a row is lost.
 */
export async function benchImport(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-bench-'))
  try {
    const path = join(folder, 'roster.xlsx')
    await writeWorkbook(createWriteStream(path), [{ spec: members, rows: invented() }], '2026-07-01')
    const bare: number[] = []
    const full: number[] = []
    let sound = 0
    for (let run = 0; run < RUNS; run += 1) {
      bare.push(await timed(() => bareInThread(path)))
      full.push(
        await timed(async () => {
          const read = await readWorkbook(path, [members])
          sound = read.kind === 'read' ? (read.sheets[0]?.rows.length ?? 0) : 0
        }),
      )
    }
    const ratio = median(full) / median(bare)
    const size = ((await stat(path)).size / 1e6).toFixed(1)
    console.log(`import: ${sound} of ${ROWS} rows x ${members.columns.length} columns sound, ${size} MB`)
    console.log(
      `import: bare ${median(bare).toFixed(0)} ms, checked ${median(full).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (goal ${GOAL})`,
    )
    return ratio <= GOAL && sound === ROWS
  } finally {
    await rm(folder, { recursive: true })
  }
}

const members = ROSTER_SHEETS.find(sheet => sheet.key === 'members') ?? fail('the roster has no sheet of members')

function fail(reason: string): never {
  throw new Error(reason)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function bareInThread(path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { readBare: path },
    resourceLimits: { maxOldGenerationSizeMb: 300 },
  })
  worker.once('message', (rows: number) =>
    rows > ROWS ? resolve() : reject(new Error(`bare reading saw ${rows} rows`)),
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

/** Invented members, the same in every run. */
function* invented(): Generator<Record<string, string>> {
  const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
  const given = '青澜海安文明远志清和诚信守正行思'
  for (let i = 0; i < ROWS; i += 1) {
    const born = `19${60 + (i % 40)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`
    yield {
      memberCode: `M${String(i).padStart(6, '0')}`,
      memberName: `${surnames[i % 16]}${given[(i >> 4) % 16]}${given[(i >> 8) % 16]}`,
      branchCode: `B${String(i % 1300).padStart(4, '0')}`,
      groupCode: i % 3 === 0 ? '' : `G${i % 3900}`,
      memberKind: i % 50 === 0 ? 'probationary' : 'regular',
      memberState: i % 3 === 0 ? 'retired' : 'inService',
      gender: i % 2 === 0 ? 'male' : 'female',
      bornOn: born,
      joinedOn: `20${two(i % 25)}-07-01`,
      becameRegularOn: i % 50 === 0 ? '' : `20${two(1 + (i % 25))}-07-01`,
      leadingCadre: i % 9 === 0 ? 'yes' : 'no',
      sectionName: `第${1 + (i % 40)}处`,
      phone: `138${String(10_000_000 + i)}`,
      idNumber: checked(`370200${born.replaceAll('-', '')}${String(i % 1000).padStart(3, '0')}`),
    }
  }
}

const two = (n: number) => String(n).padStart(2, '0')

/** Appends the check character of GB 11643-1999. */
function checked(first17: string): string {
  const sum = [...first17].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0)
  return first17 + '10X98765432'[sum % 11]
}

if (!isMainThread && workerData?.readBare) parentPort?.postMessage(await bare(workerData.readBare))
