import type { Condition, MissingPolicy, Scheme, Title } from './format.ts'
import type { IndicatorOutcome } from './indicators/score-indicator.ts'
import { add, compare, fromNumber, multiply, ONE, type Rational, round, subtract, toDecimal, ZERO } from './rational.ts'
import type { ResultRow } from './result.ts'
import type { Blocked, GroupOutcome } from './stages/base.ts'
import { decimalsOf, type Working } from './stages/compute.ts'
import { holds } from './stages/gates.ts'
import type { RungOutcome } from './stages/ladder.ts'

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
    }
  })
  const { group, scale, points, leftOut } = outcome
  const whole = { scale: shown(scale), max: shown(fromNumber(group.max)), leftOut }
  return [...steps, { kind: 'group', ...ground(group), ...move(running, points), ...whole }]
}

function couplingStep(scheme: Scheme, { base, coupling, row }: Working): TraceStep[] {
  if (!scheme.coupling || !coupling || base.base === null) return []
  const { with: fact, form, cite = null } = scheme.coupling
  return [
    {
      kind: 'coupling',
      cite,
      form,
      ...move(base.base, multiply(base.base, coupling.factor)),
      inputs: [{ fact, value: row.facts[fact] || null }],
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

function gateSteps({ gates, rounded }: Working): TraceStep[] {
  let running = rounded ?? ZERO
  return gates.map((outcome): TraceStep => {
    const { gate, kind, value, met, liftedBy } = outcome
    const before = running
    if (gate.zero && holds(outcome)) running = ZERO
    return {
      kind,
      ...ground(gate),
      ...move(before, running),
      when: gate.when,
      value: shownOrNull(value),
      met,
      liftedBy,
      gradeAtMost: gate.gradeAtMost ?? null,
      starsAtMost: gate.starsAtMost ?? null,
      bars: gate.bars ?? [],
    }
  })
}

function ladderStep(
  kind: 'grade' | 'stars',
  rungs: { name: string; atLeast: number }[],
  working: Working,
): TraceStep[] {
  const climb = kind === 'grade' ? working.grade : working.stars
  const { total } = working
  if (rungs.length === 0 || total === null) return []
  const tried = (climb?.tried ?? []).flatMap(({ rung, result, cap }): TraceRung[] => {
    const { name, atLeast } = rungs[rung] ?? { name: '', atLeast: 0 }
    const lacking = subtract(fromNumber(atLeast), total)
    const short = compare(lacking, ZERO) > 0 ? shown(lacking) : null
    return [{ name, atLeast: shown(fromNumber(atLeast)), result, short, cap }]
  })
  const reached = climb?.rung == null ? null : (rungs[climb.rung]?.name ?? null)
  return [{ kind, rungs: tried, reached, tied: climb?.tied ?? false, ungraded: working.ungraded }]
}

/** Everything that counted for one subject, how much and why. */
export function traceOf(scheme: Scheme, working: Working, result: ResultRow): Trace {
  const { base, row, light } = working
  const grades = (scheme.grades ?? []).map(({ grade, atLeast }) => ({ name: grade, atLeast }))
  const stars = (scheme.stars ?? []).map(each => ({ name: String(each.stars), atLeast: each.atLeast }))
  return {
    scheme: scheme.scheme,
    version: scheme.version,
    subject: row.subject,
    scopes: row.scopes,
    steps: [
      ...base.groups.flatMap(groupSteps),
      ...(base.base === null
        ? []
        : [{ kind: 'base' as const, ...move(base.sum, base.base), scale: shown(base.scale) }]),
      ...couplingStep(scheme, working),
      ...adjustmentSteps(scheme, working),
      ...gateSteps(working),
      ...working.ranks.map(each => ({ kind: 'rank' as const, ...each })),
      ...ladderStep('grade', grades, working),
      ...(light === null ? [] : [{ kind: 'light' as const, light }]),
      ...ladderStep('stars', stars, working),
    ],
    blocked: base.blocked,
    result,
  }
}
