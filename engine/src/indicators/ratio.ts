import { clamp, divide, fromNumber, multiply, ONE, type Rational, ZERO } from '../rational.ts'

/** Points by the share that fact `of` is of fact `per`. */
export interface Ratio {
  kind: 'ratio'
  of: string
  per: string
  points: number
}

/** Null, that is missing, when there was nothing to do. */
export const ratio = (method: Ratio, of: Rational, per: Rational): Rational | null =>
  per.n === 0n ? null : multiply(fromNumber(method.points), clamp(divide(of, per), ZERO, ONE))
