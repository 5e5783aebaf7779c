import { clamp, fromNumber, multiply, type Rational } from '../rational.ts'

/** Points on top, `each` for every one counted, at most `cap` where one is given; missing earns 0 under every policy. */
export interface Bonus {
  kind: 'bonus'
  each: number
  cap?: number
}

export const bonus = (method: Bonus, value: Rational): Rational =>
  clamp(multiply(fromNumber(method.each), value), null, method.cap === undefined ? null : fromNumber(method.cap))
