import { numbersOf, textAt } from './columns/columns.ts'
import { exactCell } from './columns/numbers.ts'
import type { Blocked, GroupOutcome } from './exact/base.ts'
import type { IndicatorOutcome } from './exact/indicator.ts'
import { decimalsOf, type Working } from './exact/working.ts'
import type { Condition, MissingPolicy, Scheme, Title } from './format.ts'
import type { Outcome } from './plan/run.ts'
import {
  add,
  compare,
  fromNumber,
  multiply,
  ONE,
  type Rational,
  rational,
  round,
  subtract,
  toDecimal,
  ZERO,
} from './rational.ts'
import { type ResultRow, resultAt } from './result.ts'
import { type RungOutcome, rungsTried } from './stages/ladder.ts'

/** A decimal string; `rounded` marks a fraction without end, shown to 6 decimals, half away from zero. */
export interface TraceNumber {
  value: string
  rounded?: true
}

interface Ground {
  id: string
  title: Title | null
  /** Clause it rests on. */
  cite: string | null
}

/** A number before and after the step. */
interface Move {
  before: TraceNumber
  after: TraceNumber
}

export interface TraceInput {
  fact: string
  /** As given; null is missing. */
  value: string | null
}

export interface TraceSource {
  source: string
  /** Ratings counted, abstentions left out. */
  n: number
  minimum: number
  weight: TraceNumber
  /** 0…1; null: fewer ratings than the minimum, so not rated, and `missing` says what followed. */
  mean: TraceNumber | null
  /** Ratings dropped at each end. */
  trimmed: number
  missing: MissingPolicy | null
}

export interface TraceRung {
  /** Grade, or number of stars. */
  name: string
  atLeast: TraceNumber
  result: RungOutcome['result']
  /** Points that lack to the bound; null when it is reached. */
  short: TraceNumber | null
  cap: RungOutcome['cap']
}

export type TraceStep =
  | (Ground &
      Move & {
        kind: 'indicator'
        group: string
        method: string
        inputs: TraceInput[]
        full: TraceNumber
        points: TraceNumber
        missing: MissingPolicy | null
        sources: TraceSource[]
        /** Weighted mean of a panel's sources, 0…1. */
        mean: TraceNumber | null
        place: { rank: number; of: number } | null
        /** The decision that exempts the subject; absent where there is none, as in traces that were filed before. */
        exemptedBy?: string
      })
  /** `before` the plain sum of its indicators, `scale` what makes up for exempt ones, `after` capped at `max`. */
  | (Ground & Move & { kind: 'group'; scale: TraceNumber; max: TraceNumber; leftOut: boolean })
  /** Sum of the groups, `scale` what makes up for groups left out. */
  | (Move & { kind: 'base'; scale: TraceNumber })
  | (Move & {
      kind: 'coupling'
      cite: string | null
      form: string
      inputs: TraceInput[]
      mean: TraceNumber | null
      factor: TraceNumber
      gradeAtMost: string | null
      /** Why the factor is 1: no partner score, or no mean to compare it with. */
      without: 'partner' | 'mean' | null
    })
  | (Ground &
      Move & { kind: 'adjustment'; inputs: TraceInput[]; each: TraceNumber; points: TraceNumber; capped: boolean })
  /** The caps on all additions and on all deductions. */
  | (Move & { kind: 'adjustmentCaps' })
  | (Move & { kind: 'limits'; min: TraceNumber | null; max: TraceNumber | null })
  | (Move & { kind: 'total'; decimals: number })
  | (Ground &
      Move & {
        kind: 'veto' | 'gate'
        when: Condition
        value: TraceNumber | null
        met: boolean
        liftedBy: string | null
        gradeAtMost: string | null
        starsAtMost: number | null
        bars: string[]
      })
  | { kind: 'rank'; scope: string; rank: number; of: number }
  | { kind: 'grade' | 'stars'; rungs: TraceRung[]; reached: string | null; tied: boolean; ungraded: boolean }
  | { kind: 'light'; light: 'green' | 'yellow' | 'red' }

/** How one subject came to its result: steps in the order of computation; a blocked one stops after the groups. */
export interface Trace {
  scheme: string
  version: number
  subject: string
  scopes: Record<string, string>
  steps: TraceStep[]
  blocked: Blocked[]
  result: ResultRow
}

const SHOWN = 6

export function shown(value: Rational): TraceNumber {
  const exact = toDecimal(value)
  return exact === null ? { value: toDecimal(round(value, SHOWN)) ?? '', rounded: true } : { value: exact }
}

const shownOrNull = (value: Rational | null) => (value === null ? null : shown(value))
const boundOf = (value: number | undefined) => (value === undefined ? null : shown(fromNumber(value)))
const move = (before: Rational, after: Rational): Move => ({ before: shown(before), after: shown(after) })
const ground = (of: { id: string; title?: Title; cite?: string }): Ground => ({
  id: of.id,
  title: of.title ?? null,
  cite: of.cite ?? null,
})

function sourcesOf({ panel }: IndicatorOutcome): TraceSource[] {
  return (panel?.sources ?? []).map(({ source, n, mean, trimmed, policy }) => ({
    source: source.source,
    n,
    minimum: source.minimum ?? 1,
    weight: shown(fromNumber(source.weight)),
    mean: shownOrNull(mean),
    trimmed,
    missing: mean === null ? policy : null,
  }))
}

function groupSteps(outcome: GroupOutcome): TraceStep[] {
  let running = ZERO
  const steps = outcome.indicators.map((each): TraceStep => {
    const before = running
    running = add(running, each.points)
    return {
      kind: 'indicator',
      ...ground(each.indicator),
      ...move(before, running),
      group: outcome.group.id,
      method: each.indicator.method.kind,
      inputs: each.inputs,
      full: shown(each.full),
      points: shown(each.points),
      missing: each.missing,
      sources: sourcesOf(each),
      mean: shownOrNull(each.panel?.mean ?? null),
      place: each.place,
      ...(each.exemptedBy !== null && { exemptedBy: each.exemptedBy }),
    }
  })
  const { group, scale, points, leftOut } = outcome
  const whole = { scale: shown(scale), max: shown(fromNumber(group.max)), leftOut }
  return [...steps, { kind: 'group', ...ground(group), ...move(running, points), ...whole }]
}

function couplingStep(scheme: Scheme, { base, coupling }: Working, text: (fact: string) => string | null): TraceStep[] {
  if (!scheme.coupling || !coupling || base.base === null) return []
  const { with: fact, form, cite = null } = scheme.coupling
  return [
    {
      kind: 'coupling',
      cite,
      form,
      ...move(base.base, multiply(base.base, coupling.factor)),
      inputs: [{ fact, value: text(fact) }],
      mean: shownOrNull(coupling.mean),
      factor: shown(coupling.factor),
      gradeAtMost: coupling.gradeAtMost,
      without: coupling.without,
    },
  ]
}

function adjustmentSteps(scheme: Scheme, { base, coupling, adjusted, rounded }: Working): TraceStep[] {
  if (base.base === null || !adjusted || !rounded) return []
  let running = multiply(base.base, coupling?.factor ?? ONE)
  const steps = adjusted.adjustments.map((each): TraceStep => {
    const before = running
    running = add(running, each.points)
    const { adjustment, inputs, points, capped } = each
    const reckoning = { inputs, each: shown(fromNumber(adjustment.each)), points: shown(points), capped }
    return { kind: 'adjustment', ...ground(adjustment), ...move(before, running), ...reckoning }
  })
  const caps: TraceStep = { kind: 'adjustmentCaps', ...move(running, adjusted.before) }
  const limits: TraceStep = {
    kind: 'limits',
    ...move(adjusted.before, adjusted.after),
    min: boundOf(scheme.limits?.min),
    max: boundOf(scheme.limits?.max),
  }
  return [
    ...steps,
    ...(scheme.bonusCap === undefined && scheme.deductionCap === undefined ? [] : [caps]),
    ...(scheme.limits ? [limits] : []),
    { kind: 'total', ...move(adjusted.after, rounded), decimals: decimalsOf(scheme) },
  ]
}

/** The number a condition looked at; null when missing. */
function conditionValue({ plan, columns, units }: Outcome, when: Condition, row: number): Rational | null {
  if ('bottom' in when && when.of === 'total') return rational(BigInt(units[row]!), BigInt(plan.unit))
  const column = numbersOf(columns, 'fact' in when ? when.fact : when.of)
  return column && exactCell(column, row)
}

/** Those on facts first, as they are tested. */
function gateSteps(outcome: Outcome, row: number): TraceStep[] {
  const { plan, gates, rounded } = outcome
  let running = rational(BigInt(rounded[row]!), BigInt(plan.unit))
  const tested = plan.gates.map((each, i) => ({ ...each, i }))
  const onFact = tested.filter(({ gate }) => 'fact' in gate.when)
  return [...onFact, ...tested.filter(each => !onFact.includes(each))].map(({ gate, kind, i }): TraceStep => {
    const before = running
    const met = gates.met[i]![row] === 1
    const liftedBy = gates.lifted[i]!.get(row) ?? null
    if (gate.zero && met && liftedBy === null) running = ZERO
    return {
      kind,
      ...ground(gate),
      ...move(before, running),
      when: gate.when,
      value: shownOrNull(conditionValue(outcome, gate.when, row)),
      met,
      liftedBy,
      gradeAtMost: gate.gradeAtMost ?? null,
      starsAtMost: gate.starsAtMost ?? null,
      bars: gate.bars ?? [],
    }
  })
}

function ladderStep(kind: 'grade' | 'stars', outcome: Outcome, row: number): TraceStep[] {
  const { plan, units, bestGrade, gates } = outcome
  const isGrade = kind === 'grade'
  const rungs = isGrade ? plan.grades : plan.stars
  const ladder = isGrade ? outcome.grades : outcome.stars
  const bounds = (isGrade ? plan.scheme.grades : plan.scheme.stars) ?? []
  if (rungs.length === 0) return []
  const isUngraded = outcome.ungraded[row] === 1
  const total = rational(BigInt(units[row]!), BigInt(plan.unit))
  const best = (isGrade ? bestGrade : gates.bestStars)[row]!
  const tried = isUngraded ? [] : rungsTried(rungs, ladder, row, units[row]!, best)
  const shownRungs = tried.map(({ rung, result, cap }): TraceRung => {
    const atLeast = fromNumber(bounds[rung]?.atLeast ?? 0)
    const lacking = subtract(atLeast, total)
    const short = compare(lacking, ZERO) > 0 ? shown(lacking) : null
    return { name: rungs[rung]?.name ?? '', atLeast: shown(atLeast), result, short, cap }
  })
  const reached = rungs[ladder.rung[row]!]?.name ?? null
  return [{ kind, rungs: shownRungs, reached, tied: ladder.tied[row] === 1, ungraded: isUngraded }]
}

function rankSteps({ ranks }: Outcome, row: number): TraceStep[] {
  return [...ranks].map(([scope, { ranks: column, sizes, units }]) => ({
    kind: 'rank',
    scope,
    rank: column[row]!,
    of: sizes[units.codes[row]!]!,
  }))
}

/** What follows from the rounded total. */
function standingSteps(outcome: Outcome, row: number, light: ResultRow['light']): TraceStep[] {
  return [
    ...gateSteps(outcome, row),
    ...rankSteps(outcome, row),
    ...ladderStep('grade', outcome, row),
    ...(light === null ? [] : [{ kind: 'light' as const, light }]),
    ...ladderStep('stars', outcome, row),
  ]
}

/** Everything that counted for one subject of a run, how much and why; reckoned in fractions for this subject alone. */
export function traceAt(outcome: Outcome, row: number): Trace {
  const { plan, columns } = outcome
  const { scheme } = plan
  const working = outcome.work(row)
  const { base } = working
  const result = resultAt(outcome, row)
  const scopes = [...columns.scopes].map(([scope, { codes, names }]) => [scope, names[codes[row]!] ?? ''])
  return {
    scheme: scheme.scheme,
    version: scheme.version,
    subject: result.subject,
    scopes: Object.fromEntries(scopes),
    steps: [
      ...base.groups.flatMap(groupSteps),
      ...(base.base === null
        ? []
        : [
            { kind: 'base' as const, ...move(base.sum, base.base), scale: shown(base.scale) },
            ...couplingStep(scheme, working, fact => textAt(columns, fact, row)),
            ...adjustmentSteps(scheme, working),
            ...standingSteps(outcome, row, result.light),
          ]),
    ],
    blocked: base.blocked,
    result,
  }
}
