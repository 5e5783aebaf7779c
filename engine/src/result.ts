import type { Message } from './input.ts'
import { type Arithmetic, LIGHTS, type Outcome } from './plan/run.ts'
import { ONE, type Rational, toNumber } from './rational.ts'

const FINE = 6
const FINE_UNIT = 10 ** FINE

/** One subject as files carry it; a blocked one has its reason in `blocked`, all else null or empty. */
export interface ResultRow {
  subject: string
  total: number | null
  /** What the coupling starts from, to 6 decimals, like `factor`. */
  base: number | null
  factor: number | null
  ranks: Record<string, number>
  grade: string | null
  /** Equal candidates straddle a cap: the meeting decides; the grade or stars shown are provisional. */
  toBeDecided: boolean | null
  light: 'green' | 'yellow' | 'red' | null
  stars: number | null
  /** Vetoes (not gates) met and not lifted. */
  vetoes: string[]
  /** Awards that vetoes and gates bar from. */
  barred: string[]
  blocked: string | null
}

export interface ScoreResult {
  scheme: string
  version: number
  results: ResultRow[]
  rollUp: Record<string, { unit: string; total: number }[]>
  /** Remarks that stop nothing. */
  problems: Message[]
}

/** Closest to a tie that floating point may decide, in points: at 6 decimals 1e-9 would ask fractions too often. */
const FINE_TIE = 1e-11

/** Rounded half away from zero to 6 decimals; fractions decide near a tie. */
function fine(value: number, error: number, exactly: () => Rational, arithmetic: Arithmetic): number {
  const units = Math.abs(value) * FINE_UNIT
  const distance = Math.abs(units - Math.floor(units) - 0.5)
  const doubt = Math.max(FINE_TIE, error + Math.abs(value) * 2 ** -51)
  if (arithmetic === 'exact' || !(distance > doubt * FINE_UNIT)) return toNumber(exactly(), FINE)
  const whole = Math.floor(units + 0.5)
  return (value < 0 && whole !== 0 ? -whole : whole) / FINE_UNIT
}

const nullRow = (subject: string, blocked: string): ResultRow => ({
  subject,
  total: null,
  base: null,
  factor: null,
  ranks: {},
  grade: null,
  toBeDecided: null,
  light: null,
  stars: null,
  vetoes: [],
  barred: [],
  blocked,
})

/** One subject of a run as files carry it. */
export function resultAt(outcome: Outcome, row: number): ResultRow {
  const { plan, columns, units, gates, grades, stars } = outcome
  const subject = columns.subjects[row] ?? ''
  if (outcome.blocked[row] === 1)
    return nullRow(
      subject,
      outcome
        .work(row)
        .base.blocked.map(each => each.code)
        .join(', '),
    )
  const vetoes: string[] = []
  const barred = new Set<string>()
  for (const [i, { kind, gate }] of plan.gates.entries()) {
    if (gates.met[i]![row] !== 1 || gates.lifted[i]!.has(row)) continue
    if (kind === 'veto') vetoes.push(gate.id)
    for (const award of gate.bars ?? []) barred.add(award)
  }
  const light = LIGHTS[outcome.light[row]!]!
  return {
    subject,
    total: units[row]! / plan.unit,
    base: fine(
      outcome.base[row]!,
      outcome.baseError[row]!,
      () => outcome.work(row).base.base ?? ONE,
      outcome.arithmetic,
    ),
    factor: fine(
      outcome.factor[row]!,
      outcome.factorError[row]!,
      () => outcome.work(row).coupling?.factor ?? ONE,
      outcome.arithmetic,
    ),
    ranks: Object.fromEntries(Array.from(outcome.ranks, ([scope, { ranks }]) => [scope, ranks[row]!])),
    grade: plan.scheme.grades?.[grades.rung[row]!]?.grade ?? null,
    toBeDecided: outcome.toBeDecided[row] === 1,
    light: light === 'none' ? null : light,
    stars: plan.scheme.stars?.[stars.rung[row]!]?.stars ?? null,
    vetoes,
    barred: [...barred],
    blocked: null,
  }
}

const closedCap = (what: Message, unit: string): Message => ({
  zh: `“${what.zh}”的比例上限在“${unit}”内不足一人,无人可得`,
  en: `the cap of "${what.en}" admits nobody in "${unit}"`,
})

function idleRulings({ plan, columns, gates, blocked }: Outcome): Message[] {
  return columns.rulings.flatMap(({ subject, veto, indicator }) => {
    if (indicator) return []
    const row = columns.rowOf.get(subject) ?? -1
    const lifts = plan.gates.some((each, i) => each.gate.id === veto && gates.met[i]![row] === 1)
    if (lifts && blocked[row] === 0) return []
    return [
      {
        zh: `对“${subject}”的“${veto}”作出的决定没有可解除的限制`,
        en: `the ruling on "${veto}" for "${subject}" lifts nothing`,
      },
    ]
  })
}

/** Remarks on a run that stop nothing. */
export const remarksOf = (outcome: Outcome): Message[] => [
  ...idleRulings(outcome),
  ...outcome.grades.closed.map(({ rung, unit }) => {
    const { name } = outcome.plan.grades[rung]!
    return closedCap({ zh: name, en: name }, unit)
  }),
  ...outcome.stars.closed.map(({ rung, unit }) => {
    const { name } = outcome.plan.stars[rung]!
    return closedCap({ zh: `${name} 星`, en: `${name} stars` }, unit)
  }),
]

/** A run as files carry it. */
export function resultOf(outcome: Outcome): ScoreResult {
  const { plan, columns } = outcome
  return {
    scheme: plan.scheme.scheme,
    version: plan.scheme.version,
    results: columns.subjects.map((_, row) => resultAt(outcome, row)),
    rollUp: Object.fromEntries(
      [...outcome.rollUp].map(([scope, { units, totals }]) => [
        scope,
        units.map((unit, i) => ({ unit, total: totals[i]! / plan.unit })),
      ]),
    ),
    problems: remarksOf(outcome),
  }
}
