import type { Adjustment, Scheme } from '../format.ts'
import { add, clamp, fromNumber, max, min, multiply, negate, type Rational, subtract, sum, ZERO } from '../rational.ts'
import type { Reading } from './reading.ts'

export interface AdjustmentOutcome {
  adjustment: Adjustment
  inputs: { fact: string; value: string | null }[]
  points: Rational
  capped: boolean
}

export interface AdjustedOutcome {
  adjustments: AdjustmentOutcome[]
  /** Sums of the positive and of the negative ones, before and after their caps; deductions are negative. */
  bonus: { sum: Rational; counted: Rational }
  deduction: { sum: Rational; counted: Rational }
  /** Base × factor + what counted. */
  before: Rational
  /** Inside the scheme's limits, not yet rounded. */
  after: Rational
}

const capOf = (value: number | undefined) => (value === undefined ? null : fromNumber(value))

function adjust(adjustment: Adjustment, row: number, reading: Reading): AdjustmentOutcome {
  const facts = [adjustment.fact, adjustment.recoverable ?? []].flat()
  const counted = reading.number(row, adjustment.fact)
  const rectified = adjustment.recoverable === undefined ? null : (reading.number(row, adjustment.recoverable) ?? ZERO)
  const left = counted === null ? ZERO : rectified === null ? counted : max(ZERO, subtract(counted, rectified))
  const full = multiply(fromNumber(adjustment.each), left)
  const cap = capOf(adjustment.cap)
  const points = cap === null ? full : clamp(full, negate(cap), cap)
  return {
    adjustment,
    inputs: facts.map(fact => ({ fact, value: reading.text(row, fact) })),
    points,
    capped: points.n * full.d !== full.n * points.d,
  }
}

/** Additions and deductions to `start`, their caps, then the limits of the scheme. A missing fact counts 0. */
export function applyAdjustments(scheme: Scheme, start: Rational, row: number, reading: Reading): AdjustedOutcome {
  const adjustments = (scheme.adjustments ?? []).map(each => adjust(each, row, reading))
  const points = adjustments.map(each => each.points)
  const positive = sum(points.filter(each => each.n > 0n))
  const negative = sum(points.filter(each => each.n < 0n))
  const bonusCap = capOf(scheme.bonusCap)
  const deductionCap = capOf(scheme.deductionCap)
  const bonus = { sum: positive, counted: bonusCap === null ? positive : min(positive, bonusCap) }
  const deduction = { sum: negative, counted: deductionCap === null ? negative : max(negative, negate(deductionCap)) }
  const before = add(start, add(bonus.counted, deduction.counted))
  const after = clamp(before, capOf(scheme.limits?.min), capOf(scheme.limits?.max))
  return { adjustments, bonus, deduction, before, after }
}
