import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { buildColumns, type Columns } from '@jiannuo/engine/columns/columns.ts'
import { compile } from '@jiannuo/engine/plan/compile.ts'
import { type Outcome, run } from '@jiannuo/engine/plan/run.ts'
import { traceAt } from '@jiannuo/engine/trace.ts'
import { scoreByHand } from './scoring/by-hand.ts'
import { scoreByHyperFormula } from './scoring/by-hyperformula.ts'
import { scoreByLibreOffice } from './scoring/by-libreoffice.ts'
import { scoreBySql } from './scoring/by-sql.ts'
import {
  CITY,
  differences,
  type Found,
  type Workload,
  workloadColumns,
  workloadOf,
  workloadScheme,
} from './scoring/workload.ts'

const RUNS = 15
const SQL_RUNS = 5
const TIMES = 10
/** Ratios; the reference of each is measured in the same run. */
const GOALS = { byHand: 3, sql: 30, tenTimes: 11, memory: 10, hyperFormula: 500 }
/** As many as a spreadsheet takes in a few seconds. */
const IN_SHEETS = 2000

/** The best of several runs: what else the machine does only ever adds. */
const best = (values: readonly number[]) => Math.min(...values)

function timed<T>(work: () => T): { ms: number; value: T } {
  const start = performance.now()
  const value = work()
  return { ms: performance.now() - start, value }
}

/** Both ways in turn, so that what else the machine does weighs on both. */
function alternate(runs: number, ...ways: (() => unknown)[]): number[] {
  const times = ways.map((): number[] => [])
  for (let i = 0; i < runs; i++) for (const [way, work] of ways.entries()) times[way]!.push(timed(work).ms)
  return times.map(best)
}

const found = ({ units, ranks, grades, rollUp }: Outcome): Found => ({
  totals: units,
  inBranch: ranks.get('branch')!.ranks,
  overall: ranks.get('all')!.ranks,
  grade: grades.rung,
  branches: rollUp.get('branch')!.totals,
  organs: rollUp.get('organ')!.totals,
})

function say(met: boolean, text: string) {
  console.log(`scoring: ${text}: ${met ? 'goal met' : 'goal not met'}`)
  return met
}

const bytesOf = ({ facts, ratings, partner, branch, organOfBranch }: Workload) =>
  [...facts, ratings, partner, branch, organOfBranch].reduce((sum, each) => sum + each.byteLength, 0)

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Memory one run takes, scratch columns included: all it allocates, since nothing is collected on the way. */
function memoryOf(work: () => unknown): number {
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  collectGarbage()
  const before = used()
  const result = work()
  const taken = used() - before
  return result === undefined ? Number.NaN : taken
}

function engineOn(work: Workload): { score: () => Outcome; columns: Columns } {
  const columns = buildColumns(workloadColumns(work))
  const scheme = workloadScheme()
  return { score: () => run(compile(scheme), columns), columns }
}

/** The same formulas in spreadsheets, on a part of the city; one that is not installed is told and judged by nobody. */
async function besideSheets(): Promise<boolean> {
  const work = workloadOf(IN_SHEETS / CITY.members)
  const { score } = engineOn(work)
  const [engine = Number.NaN] = alternate(RUNS, score)
  const off = (other: Found) => `differences ${differences(found(score()), other)} (plain floating point)`
  const hyper = await scoreByHyperFormula(work)
  const office = await scoreByLibreOffice(work)
  console.log(
    office
      ? `scoring: LibreOffice Calc ${office.ms.toFixed(0)} ms beyond reading and writing the file for ${IN_SHEETS} members, ${(office.ms / engine).toFixed(0)} × as long as the engine, ${off(office.found)}`
      : 'scoring: LibreOffice Calc is not installed, so it was left out (apt-get install libreoffice-calc)',
  )
  if (!hyper) {
    console.log('scoring: HyperFormula could not be installed (npm ci in bench/), so it was left out')
    return true
  }
  console.log(
    `scoring: HyperFormula builds and computes ${IN_SHEETS} members in ${hyper.build.toFixed(0)} ms, the engine in ${engine.toFixed(2)} ms, ${off(hyper.found)}`,
  )
  return say(
    hyper.again / engine >= GOALS.hyperFormula,
    `HyperFormula ${hyper.again.toFixed(0)} ms again after one changed weight, ${(hyper.again / engine).toFixed(0)} × as long a member (at least ${GOALS.hyperFormula})`,
  )
}

/** The whole city's scoring by the engine (compile and run) beside hand-written arrays, SQL and ten times the members. */
export async function benchScoring(): Promise<boolean> {
  const work = workloadOf(1)
  const { score } = engineOn(work)
  for (let i = 0; i < RUNS; i++) alternate(1, score, () => scoreByHand(work))
  const [engine = Number.NaN, byHand = Number.NaN] = alternate(RUNS, score, () => scoreByHand(work))
  const outcome = score()
  const trace = timed(() => traceAt(outcome, Math.floor(work.members / 2)))
  const sql = await scoreBySql(work, SQL_RUNS)
  const off = { sql: differences(found(outcome), sql.found), byHand: differences(found(outcome), scoreByHand(work)) }
  const memory = memoryOf(score) / bytesOf(work)
  const large = workloadOf(TIMES)
  const { score: scoreLarge } = engineOn(large)
  scoreLarge()
  const [tenTimes = Number.NaN, once = Number.NaN] = alternate(RUNS, scoreLarge, score)
  console.log(
    `scoring: ${work.members} members, engine ${engine.toFixed(1)} ms, of them decided exactly ${outcome.decidedExactly}, one trace ${trace.ms.toFixed(2)} ms (${trace.value.steps.length} steps)`,
  )
  console.log(
    `scoring: by hand ${byHand.toFixed(1)} ms, differences ${off.byHand} (plain floating point, no decision at ties)`,
  )
  return [
    say(
      engine / byHand <= GOALS.byHand,
      `${(engine / byHand).toFixed(2)} × the hand-written arrays (at most ${GOALS.byHand})`,
    ),
    say(off.sql === 0, `SQL on PostgreSQL finds ${off.sql} different totals, ranks, grades or units' totals (0)`),
    say(
      best(sql.ms) / engine >= GOALS.sql,
      `SQL ${best(sql.ms).toFixed(0)} ms, ${(best(sql.ms) / engine).toFixed(0)} × as long (at least ${GOALS.sql})`,
    ),
    say(
      tenTimes / once <= GOALS.tenTimes,
      `ten times the members ${tenTimes.toFixed(0)} ms, ${(tenTimes / once).toFixed(1)} × (at most ${GOALS.tenTimes})`,
    ),
    say(memory <= GOALS.memory, `memory ${memory.toFixed(1)} × the input (at most ${GOALS.memory})`),
    await besideSheets(),
  ].every(Boolean)
}
