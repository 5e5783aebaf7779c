import { type Columns, numbersOf } from '../columns/columns.ts'
import type { Adjustment, Scheme } from '../format.ts'
import type { BaseColumns } from './base.ts'
import type { Plan } from './compile.ts'
import type { FactorColumns } from './factor.ts'
import { errorOf, TIE } from './margin.ts'

/** Step 6 before its common caps: sums of additions and of deductions, and the size of the numbers in them. */
interface Adjusted {
  bonus: Float64Array
  deduction: Float64Array
  size: Float64Array
}

function adjust(adjustment: Adjustment, columns: Columns, { bonus, deduction, size }: Adjusted) {
  const { each, cap = Number.POSITIVE_INFINITY, recoverable } = adjustment
  const values = numbersOf(columns, adjustment.fact)?.values
  const rectified = recoverable === undefined ? null : numbersOf(columns, recoverable)?.values
  if (!values) return
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (Number.isNaN(value)) continue
    const back = rectified ? rectified[row]! || 0 : 0
    const counted = recoverable === undefined ? value : Math.max(0, value - back)
    const points = Math.min(Math.max(each * counted, -cap), cap)
    if (points > 0) bonus[row]! += points
    else deduction[row]! += points
    size[row]! += Math.abs(each) * (Math.abs(value) + Math.abs(back))
  }
}

function adjustAll({ adjustments = [] }: Scheme, columns: Columns): Adjusted {
  const column = () => new Float64Array(columns.subjects.length)
  const adjusted = { bonus: column(), deduction: column(), size: column() }
  for (const each of adjustments) adjust(each, columns, adjusted)
  return adjusted
}

/** Where the exact reckoning is asked: the rounded total of a row in units of the last decimal. */
export type AskExactly = (row: number) => number

/**
 * Steps 6 and 7: totals in units of the last decimal, rounded half away from zero; NaN: blocked. `exactly` decides where
 * the distance to a tie is within 1e-9 points or within the bound on the error, whichever is larger.
 */
export function roundedTotals(
  plan: Plan,
  columns: Columns,
  { base, error }: BaseColumns,
  { factor, error: factorError }: FactorColumns,
  exactly: AskExactly,
): Float64Array {
  const { unit, scheme } = plan
  const { bonus, deduction, size } = adjustAll(scheme, columns)
  const { bonusCap = Number.POSITIVE_INFINITY, deductionCap = Number.POSITIVE_INFINITY, limits = {} } = scheme
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limits
  const operations = (scheme.adjustments?.length ?? 0) + 4
  const totals = new Float64Array(base.length)
  for (let row = 0; row < base.length; row++) {
    const start = base[row]! * factor[row]!
    if (Number.isNaN(base[row]!)) {
      totals[row] = Number.NaN
      continue
    }
    const plus = Math.min(bonus[row]!, bonusCap)
    const minus = Math.max(deduction[row]!, -deductionCap)
    const before = start + plus + minus
    const total = Math.min(Math.max(before, min), max)
    const doubt =
      error[row]! * Math.abs(factor[row]!) +
      Math.abs(base[row]!) * factorError[row]! +
      errorOf(operations, Math.abs(start) + size[row]! + Math.abs(total))
    const units = Math.abs(total) * unit
    const whole = Math.floor(units + 0.5)
    const distance = Math.abs(units - Math.floor(units) - 0.5)
    // not finite, beyond whole doubles, or near a tie
    if (!(distance > Math.max(TIE, doubt) * unit)) totals[row] = exactly(row)
    else totals[row] = total < 0 && whole !== 0 ? -whole : whole
  }
  return totals
}
