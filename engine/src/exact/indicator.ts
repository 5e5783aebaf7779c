import type { FactMethod, Indicator, Method, MissingPolicy } from '../format.ts'
import { bonus } from '../indicators/bonus.ts'
import { choice } from '../indicators/choice.ts'
import { deduct } from '../indicators/deduct.ts'
import { given } from '../indicators/given.ts'
import { linear } from '../indicators/linear.ts'
import { type PanelOutcome, panel } from '../indicators/panel.ts'
import { place } from '../indicators/place.ts'
import { ratio } from '../indicators/ratio.ts'
import { steps } from '../indicators/steps.ts'
import { fromNumber, max, multiply, type Rational, ZERO } from '../rational.ts'
import { factsOfIndicator } from '../scheme-facts.ts'
import type { Reading } from './reading.ts'

export interface IndicatorOutcome {
  indicator: Indicator
  inputs: { fact: string; value: string | null }[]
  /** What it can give; 0 for a bonus, which is no part of the full points. */
  full: Rational
  /** 0 while missing, whatever the policy makes of that. */
  points: Rational
  /** The policy that applies because the number is missing; null when it is there. */
  missing: MissingPolicy | null
  /** Sources whose ratings are too few and that block the subject. */
  blocking: string[]
  panel: PanelOutcome | null
  place: { rank: number; of: number } | null
  /** The recorded decision that makes the number count as missing, and exempt. */
  exemptedBy: string | null
}

/** The most an indicator adds to the full points of its group. */
export function fullPoints(method: Method): Rational {
  switch (method.kind) {
    case 'bonus':
      return ZERO
    case 'deduct':
      return fromNumber(method.base)
    case 'steps':
      return method.steps.map(step => fromNumber(step.points)).reduce(max)
    case 'choice':
      return Object.values(method.points).map(fromNumber).reduce(max)
    default:
      return fromNumber(method.points)
  }
}

function fromFact(row: number, indicator: Indicator & { fact: string }, reading: Reading) {
  const { fact, method } = indicator
  if (method.kind === 'choice') {
    const label = reading.text(row, fact)
    return { points: label === null ? null : choice(method, label), place: null }
  }
  const value = reading.number(row, fact)
  if (value === null) return { points: null, place: null }
  if (method.kind !== 'place') return { points: evaluate(method, value), place: null }
  const standing = reading.place(row, indicator)
  return { points: standing && place(method, standing.rank), place: standing }
}

function evaluate(method: Exclude<FactMethod, { kind: 'choice' | 'place' }>, value: Rational): Rational {
  switch (method.kind) {
    case 'linear':
      return linear(method, value)
    case 'steps':
      return steps(method, value)
    case 'deduct':
      return deduct(method, value)
    case 'bonus':
      return bonus(method, value)
    case 'given':
      return given(method, value)
  }
}

function fromRatio(row: number, method: Extract<Method, { kind: 'ratio' }>, reading: Reading) {
  const of = reading.number(row, method.of)
  const per = reading.number(row, method.per)
  return of === null || per === null ? null : ratio(method, of, per)
}

/** `policy` is the scheme's for missing numbers, which the indicator may override. */
export function scoreIndicator(
  row: number,
  indicator: Indicator,
  policy: MissingPolicy,
  reading: Reading,
): IndicatorOutcome {
  const { method } = indicator
  const missingPolicy = indicator.missing ?? policy
  const inputs = factsOfIndicator(indicator).map(({ fact }) => ({ fact, value: reading.text(row, fact) }))
  const outcome = (points: Rational | null, rest: Partial<IndicatorOutcome> = {}): IndicatorOutcome => ({
    indicator,
    inputs,
    full: fullPoints(method),
    points: points ?? ZERO,
    missing: points !== null ? null : method.kind === 'bonus' ? 'zero' : missingPolicy,
    blocking: [],
    panel: null,
    place: null,
    exemptedBy: null,
    ...rest,
  })
  const exemptedBy = reading.exemption(row, indicator)
  if (exemptedBy !== null) return outcome(null, { exemptedBy, ...(method.kind !== 'bonus' && { missing: 'exempt' }) })
  if (method.kind === 'panel') {
    const rated = panel(method, source => reading.tallies(row, indicator, source), missingPolicy)
    const points = rated.mean && multiply(rated.mean, fromNumber(method.points))
    return outcome(points, { panel: rated, blocking: rated.blocking })
  }
  if (indicator.fact === undefined) return outcome(method.kind === 'ratio' ? fromRatio(row, method, reading) : null)
  const { points, place: standing } = fromFact(row, indicator, reading)
  return outcome(points, { place: standing })
}
