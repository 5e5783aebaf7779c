import { clamp, fromNumber, multiply, type Rational } from '../rational.ts'

/** Points on top, `each` for every one counted, at most `cap` where one is given; missing earns 0 under every policy. */
export interface Bonus {
  kind: 'bonus'
  each: number
  cap?: number
}

export const bonus = (method: Bonus, value: Rational): Rational =>
  clamp(multiply(fromNumber(method.each), value), null, method.cap === undefined ? null : fromNumber(method.cap))

/** `bonus` for a whole column; missing stays NaN. */
export function bonusColumn(method: Bonus, values: Float64Array, out: Float64Array) {
  const { each, cap = Number.POSITIVE_INFINITY } = method
  for (let row = 0; row < out.length; row++) {
    out[row] = Math.min(each * values[row]!, cap)
  }
}
