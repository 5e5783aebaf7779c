import { type Columns, numbersOf, unitsOf } from '../columns/columns.ts'
import { compareBound } from '../columns/numbers.ts'
import { type Reading, readingOf } from '../exact/reading.ts'
import { type Working, workExactly } from '../exact/working.ts'
import { InvalidInput, type Message } from '../input.ts'
import { applyGates, type GateColumns } from '../stages/gates.ts'
import { fillLadder, type Ladder } from '../stages/ladder.ts'
import { bestFirst } from '../stages/order.ts'
import { type Ranks, rankWithin } from '../stages/ranks.ts'
import { type LevelTotals, rollUp } from '../stages/roll-up.ts'
import { baseColumns } from './base.ts'
import { checkInput } from './check-input.ts'
import type { Plan } from './compile.ts'
import { factorColumns } from './factor.ts'
import { placesOfAll } from './points.ts'
import { roundedTotals } from './total.ts'

/** Lights by their code in the result columns; 0 is none. */
export const LIGHTS = ['none', 'red', 'yellow', 'green'] as const

/** What a run finds, in columns by row of the subject; a blocked subject has NaN, 0 or -1 everywhere. */
export interface Outcome {
  plan: Plan
  columns: Columns
  blocked: Uint8Array
  /** Not rounded, within a hair of the exact value; `resultAt` rounds them. */
  base: Float64Array
  factor: Float64Array
  /** Bounds on the error of both. */
  baseError: Float64Array
  factorError: Float64Array
  /** Whole numbers of 1/plan.unit points, as rounded and after zeroing vetoes. */
  rounded: Float64Array
  units: Float64Array
  /** By scope of the scheme's rank entries. */
  ranks: ReadonlyMap<string, Ranks>
  gates: GateColumns
  /** Best grade that vetoes, gates and the coupling leave open. */
  bestGrade: Uint16Array
  ungraded: Uint8Array
  /** `grades.rung` and `stars.rung` point into the scheme's lists; -1: none. */
  grades: Ladder
  stars: Ladder
  /** Equals straddle a cap of grades or stars: the meeting decides. */
  toBeDecided: Uint8Array
  light: Uint8Array
  rollUp: ReadonlyMap<string, LevelTotals>
  /** How many subjects fractions decided; all of them when `arithmetic` is exact. */
  decidedExactly: number
  arithmetic: Arithmetic
  /** The exact reckoning of one subject. */
  work(row: number): Working
}

/** Whether floating point may decide at all: the tests compare both ways. */
export type Arithmetic = 'columns' | 'exact'

function ungradedOf({ scheme }: Plan, columns: Columns): Uint8Array {
  const ungraded = new Uint8Array(columns.subjects.length)
  const column = scheme.ungraded === undefined ? null : numbersOf(columns, scheme.ungraded)
  for (let row = 0; column && row < ungraded.length; row++) ungraded[row] = compareBound(column, row, 1) >= 0 ? 1 : 0
  return ungraded
}

function lightsOf({ lights }: Plan, totals: Float64Array): Uint8Array {
  const codes = new Uint8Array(totals.length)
  for (let row = 0; lights && row < codes.length; row++) {
    const total = totals[row]!
    codes[row] = Number.isNaN(total) ? 0 : total >= lights.green ? 3 : total >= lights.yellow ? 2 : 1
  }
  return codes
}

const tooLarge = (subject: string): Message => ({
  zh: `“${subject}”的得分超出可精确计算的范围`,
  en: `the total of "${subject}" is too large to be exact`,
})

/** Rounded totals by fractions, in units of the last decimal. Totals that a double cannot count are errors. */
function exactTotals(plan: Plan, columns: Columns, work: (row: number) => Working) {
  const beyond: number[] = []
  const decided = (row: number) => {
    const { rounded } = work(row)
    if (rounded === null) return Number.NaN
    const units = Number((rounded.n * BigInt(plan.unit)) / rounded.d)
    if (!Number.isSafeInteger(units)) beyond.push(row)
    return units
  }
  const refuse = () => {
    if (beyond.length > 0)
      throw new InvalidInput(
        beyond.map(row => ({ table: 'facts', row, column: 'subject', ...tooLarge(columns.subjects[row] ?? '') })),
      )
  }
  return { decided, refuse }
}

/** Steps 1 to 7. */
function reckon(plan: Plan, columns: Columns, arithmetic: Arithmetic) {
  const places = placesOfAll(
    plan.groups.flatMap(group => group.indicators.map(each => each.indicator)),
    columns,
  )
  const reading: Reading = readingOf(columns, places)
  const work = (row: number) => workExactly(plan.scheme, row, reading)
  const base = baseColumns(plan, columns, places)
  const factor = factorColumns(plan.scheme.coupling, columns, reading)
  const exact = exactTotals(plan, columns, work)
  let decidedExactly = 0
  const decide = (row: number) => {
    decidedExactly++
    return exact.decided(row)
  }
  const rounded =
    arithmetic === 'exact'
      ? Float64Array.from(base.base.keys(), decide)
      : roundedTotals(plan, columns, base, factor, decide)
  exact.refuse()
  return { work, base, factor, rounded, decidedExactly }
}

/**
 * Runs a compiled scheme on columns; the same columns serve any number of plans. Totals equal exact decimal arithmetic.
 * Throws InvalidInput with every error of what the scheme reads.
 */
export function run(plan: Plan, columns: Columns, arithmetic: Arithmetic = 'columns'): Outcome {
  const { scheme } = plan
  checkInput(scheme, columns)
  const { work, base, factor, rounded, decidedExactly } = reckon(plan, columns, arithmetic)
  const units = rounded.slice()
  const gates = applyGates(plan.gates, units, columns)
  const plain = bestFirst(units, [], columns)
  const orderBy = (tieBreakers: readonly string[]) =>
    tieBreakers.length === 0 ? plain : bestFirst(units, tieBreakers, columns)
  const ranks = new Map(
    (scheme.rank ?? []).map(({ scope, tieBreakers = [] }) => [
      scope,
      rankWithin(orderBy(tieBreakers), unitsOf(columns, scope)),
    ]),
  )
  const ungraded = ungradedOf(plan, columns)
  const { gated } = factor
  const bestGrade = gates.bestGrade.map((best, row) => (gated?.[row] === 1 ? Math.max(best, plan.coupledGrade) : best))
  const climbers = { totals: units, order: orderBy(plan.tieBreakers), ungraded, columns }
  const grades = fillLadder(plan.grades, { ...climbers, best: bestGrade })
  const stars = fillLadder(plan.stars, { ...climbers, best: gates.bestStars })
  return {
    plan,
    columns,
    blocked: base.blocked,
    base: base.base,
    factor: factor.factor,
    baseError: base.error,
    factorError: factor.error,
    rounded,
    units,
    ranks,
    gates,
    bestGrade,
    ungraded,
    grades,
    stars,
    toBeDecided: grades.tied.map((tied, row) => tied | stars.tied[row]!),
    light: lightsOf(plan, units),
    rollUp: rollUp(scheme.rollUp ?? [], { totals: units, columns, decimals: plan.decimals }),
    decidedExactly,
    arithmetic,
    work,
  }
}
