import { type Cap, EVERYONE, type Scheme } from '../format.ts'
import { type FactRow, type Message, type Reading, readInput, type ScoreInput, unreadColumns } from '../input.ts'
import { compare, fromNumber, multiply, ONE, type Rational, round, ZERO } from '../rational.ts'
import { type AdjustedOutcome, applyAdjustments } from './adjustments.ts'
import { type BaseOutcome, scoreBase } from './base.ts'
import { type CouplingOutcome, couple } from './coupling.ts'
import { type GateOutcome, holds, testGate } from './gates.ts'
import { type Climb, fillLadder, type Ladder, type Rung } from './ladder.ts'
import { rollUp, type UnitTotal } from './roll-up.ts'
import { bestFirst, type RankOutcome, rankWithin, type Scored } from './standing.ts'

/** Everything found out about one subject; what comes after the base is null when it is blocked. */
export interface Working {
  row: FactRow
  base: BaseOutcome
  coupling: CouplingOutcome | null
  adjusted: AdjustedOutcome | null
  /** Rounded, before a zeroing veto. */
  rounded: Rational | null
  total: Rational | null
  gates: GateOutcome[]
  ranks: RankOutcome[]
  ungraded: boolean
  grade: Climb | null
  light: 'green' | 'yellow' | 'red' | null
  stars: Climb | null
}

export interface Computation {
  scheme: Scheme
  workings: Working[]
  rollUp: ReadonlyMap<string, UnitTotal[]>
  problems: Message[]
}

export const decimalsOf = (scheme: Scheme) => scheme.decimals ?? 2

function startWorking(scheme: Scheme, row: FactRow, reading: Reading, coupled: ReturnType<typeof couple>): Working {
  const base = scoreBase(scheme, row, reading)
  const coupling = base.base === null ? null : coupled(row)
  const adjusted =
    base.base === null ? null : applyAdjustments(scheme, multiply(base.base, coupling?.factor ?? ONE), row, reading)
  const rounded = adjusted && round(adjusted.after, decimalsOf(scheme))
  const mark = scheme.ungraded === undefined ? null : reading.number(row, scheme.ungraded)
  return {
    row,
    base,
    coupling,
    adjusted,
    rounded,
    total: rounded,
    gates: [],
    ranks: [],
    ungraded: mark !== null && compare(mark, ONE) >= 0,
    grade: null,
    light: null,
    stars: null,
  }
}

const isScored = (working: Working): working is Working & Scored => working.total !== null

/** Vetoes and gates on facts first, since a zeroed total counts in `bottom`. */
function applyGates(scheme: Scheme, scored: (Working & Scored)[], reading: Reading) {
  const all = [
    ...(scheme.vetoes ?? []).map(gate => ({ kind: 'veto' as const, gate })),
    ...(scheme.gates ?? []).map(gate => ({ kind: 'gate' as const, gate })),
  ]
  const onFact = all.filter(({ gate }) => 'fact' in gate.when)
  for (const { kind, gate } of [...onFact, ...all.filter(each => !onFact.includes(each))]) {
    const outcomes = testGate(kind, gate, scored, reading)
    for (const working of scored) {
      const outcome = outcomes.get(working.row)
      if (!outcome) continue
      working.gates.push(outcome)
      if (gate.zero && holds(outcome)) working.total = ZERO
    }
  }
}

function climb(
  rungs: readonly Rung[],
  scored: readonly (Working & Scored)[],
  allowed: (working: Working) => number,
  scheme: Scheme,
  reading: Reading,
): Ladder<Working & Scored> {
  const graded = scored.filter(each => !each.ungraded)
  const tieBreakers = scheme.rank?.find(each => each.tieBreakers)?.tieBreakers ?? []
  const unit = (working: Working, scope: string) => reading.unit(working.row, scope)
  const sizes = new Map<string, ReadonlyMap<string, readonly unknown[]>>()
  const sizeOf = (of: string, { of: whole, scope = EVERYONE }: Cap) => {
    const key = `${scope} ${whole ?? 'graded'}`
    const units = sizes.get(key) ?? (whole ? reading.units(scope) : Map.groupBy(graded, each => unit(each, scope)))
    sizes.set(key, units)
    return units.get(of)?.length ?? 0
  }
  const climbers = graded.map(each => ({ key: each, total: each.total, allowed: allowed(each) }))
  return fillLadder(rungs, climbers, { order: bestFirst(tieBreakers, reading), unit, size: sizeOf })
}

function gradeAllowed(scheme: Scheme, working: Working): number {
  const limits = [working.coupling?.gradeAtMost, ...working.gates.filter(holds).map(each => each.gate.gradeAtMost)]
  const indexes = limits.flatMap(grade =>
    grade ? [(scheme.grades ?? []).findIndex(each => each.grade === grade)] : [],
  )
  return Math.max(0, ...indexes)
}

function starsAllowed(scheme: Scheme, working: Working): number {
  const most = Math.min(...working.gates.filter(holds).map(each => each.gate.starsAtMost ?? Number.POSITIVE_INFINITY))
  const best = (scheme.stars ?? []).findIndex(each => each.stars <= most)
  return best < 0 ? (scheme.stars ?? []).length : best
}

function lightOf(scheme: Scheme, total: Rational): Working['light'] {
  if (!scheme.lights) return null
  if (compare(total, fromNumber(scheme.lights.green)) >= 0) return 'green'
  return compare(total, fromNumber(scheme.lights.yellow)) >= 0 ? 'yellow' : 'red'
}

const closedCap = (what: string, unit: string): Message => ({
  zh: `“${what}”的比例上限在“${unit}”内不足一人,无人可得`,
  en: `the cap of "${what}" admits nobody in "${unit}"`,
})

function idleRulings(input: ScoreInput, workings: readonly Working[]): Message[] {
  const met = new Set(
    workings.flatMap(each =>
      each.gates.filter(gate => gate.met).map(gate => JSON.stringify([each.row.subject, gate.gate.id])),
    ),
  )
  return input.rulings
    .filter(row => !met.has(JSON.stringify([row.subject, row.veto])))
    .map(row => ({
      zh: `对“${row.subject}”的“${row.veto}”作出的决定没有可解除的限制`,
      en: `the ruling on "${row.veto}" for "${row.subject}" lifts nothing`,
    }))
}

/** The whole reckoning, in the order of the scheme's stages. Throws InvalidInput. */
export function compute(scheme: Scheme, input: ScoreInput): Computation {
  const reading = readInput(scheme, input)
  const coupled = couple(scheme.coupling, reading)
  const workings = reading.rows.map(row => startWorking(scheme, row, reading, coupled))
  const scored = workings.filter(isScored)
  applyGates(scheme, scored, reading)
  for (const { scope, tieBreakers } of scheme.rank ?? []) {
    const ranks = rankWithin(scored, scope, bestFirst(tieBreakers ?? [], reading), reading)
    for (const each of scored) each.ranks.push(ranks.get(each.row) ?? { scope, rank: 0, of: 0 })
  }
  const grades = climb(scheme.grades ?? [], scored, each => gradeAllowed(scheme, each), scheme, reading)
  const stars = climb(scheme.stars ?? [], scored, each => starsAllowed(scheme, each), scheme, reading)
  for (const each of scored) {
    each.grade = grades.climbs.get(each) ?? null
    each.stars = stars.climbs.get(each) ?? null
    each.light = lightOf(scheme, each.total)
  }
  const problems = [
    ...unreadColumns(scheme, input.facts).map(column => ({
      zh: `方案不使用列“${column}”,已忽略`,
      en: `column "${column}" is not named by the scheme and was ignored`,
    })),
    ...idleRulings(input, workings),
    ...grades.closed.map(({ rung, unit }) => closedCap(scheme.grades?.[rung]?.grade ?? '', unit)),
    ...stars.closed.map(({ rung, unit }) => closedCap(`${scheme.stars?.[rung]?.stars ?? ''} 星`, unit)),
  ]
  return { scheme, workings, rollUp: rollUp(scheme.rollUp ?? [], scored, decimalsOf(scheme), reading), problems }
}
