import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { scoreFiles } from '../server/src/modules/documents/index.ts'

const SUBJECTS = 21_365
const COLUMNS = 40
const SCOPES = ['organ', 'class']
const FACTS = Array.from({ length: COLUMNS - SCOPES.length - 1 }, (_, i) => `fact${i + 1}`)
const RUNS = 9
/** Merely parsing the same file, in the same run, counts as one. */
const GOAL = 2

/** A scheme that reads every column: linear, deduct, steps and bonus by turns, ranks, capped grades and a roll-up. */
function scheme() {
  const method = (i: number) =>
    [
      { kind: 'linear', from: 0, to: 100, points: 4 },
      { kind: 'deduct', base: 4, each: 0.05 },
      {
        kind: 'steps',
        steps: [
          { atLeast: 80, points: 4 },
          { atLeast: 40, points: 2 },
        ],
      },
      { kind: 'bonus', each: 0.01, cap: 1 },
    ][i % 4]
  return {
    scheme: 'bench',
    version: 1,
    subject: 'member',
    year: 2026,
    scopes: SCOPES,
    groups: [{ id: 'all', max: 100, indicators: FACTS.map((fact, i) => ({ id: fact, fact, method: method(i) })) }],
    rank: [{ scope: 'organ' }, { scope: 'all', tieBreakers: ['fact1', '-fact2'] }],
    grades: [
      { grade: 'excellent', atLeast: 60, cap: { share: '1/3', scope: 'organ' } },
      { grade: 'qualified', atLeast: 40 },
      { grade: 'unqualified', atLeast: 0 },
    ],
    rollUp: [{ scope: 'organ', by: 'mean' }],
  }
}

/** Always the same file: values with two decimals, every fiftieth one missing. */
function facts(): string {
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const value = () => (next(50) === 0 ? '' : `${next(100)}.${String(next(100)).padStart(2, '0')}`)
  const rows = Array.from({ length: SUBJECTS }, (_, i) =>
    [`m${i}`, `organ${i % 120}`, `class${i % 6}`, ...FACTS.map(value)].join(','),
  )
  return `${['subject', ...SCOPES, ...FACTS].join(',')}\n${rows.join('\n')}\n`
}

/** What a widely used parser alone takes for the file. */
async function merelyParse(path: string) {
  const rows: string[][] = parse(await readFile(path))
  if (rows.length !== SUBJECTS + 1) throw new Error(`the parser saw ${rows.length} rows`)
}

async function scoreAll(scheme: string, facts: string) {
  const named = (path: string) => ({ path, name: path })
  const done = await scoreFiles({ scheme: named(scheme), facts: named(facts) })
  if ('faults' in done) throw new Error(done.faults[0]?.en)
  if (JSON.stringify(done.document, null, 2).length < SUBJECTS * 100) throw new Error('the result is too short')
}

/** `score` from files to the text of the result, against merely parsing the same file with csv-parse, in turn; the best of each. */
export async function benchScoreFiles(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-bench-'))
  try {
    const [schemeFile, factsFile] = [join(folder, 'scheme.json'), join(folder, 'facts.csv')]
    await writeFile(schemeFile, JSON.stringify(scheme()))
    await writeFile(factsFile, facts())
    let [parsing, scoring] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let run = 0; run < RUNS; run += 1) {
      parsing = Math.min(parsing, await timed(() => merelyParse(factsFile)))
      scoring = Math.min(scoring, await timed(() => scoreAll(schemeFile, factsFile)))
    }
    const ratio = scoring / parsing
    console.log(
      `score-files: ${SUBJECTS} subjects × ${COLUMNS} columns, csv-parse alone ${parsing.toFixed(0)} ms, score ${scoring.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (goal ${GOAL}): ${ratio <= GOAL ? 'met' : 'not met'}`,
    )
    return ratio <= GOAL
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
