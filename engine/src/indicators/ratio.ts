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

/** `ratio` for whole columns; NaN where either is missing or there was nothing to do. */
export function ratioColumn({ points }: Ratio, of: Float64Array, per: Float64Array, out: Float64Array) {
  for (let row = 0; row < out.length; row++) {
    const done = per[row] === 0 ? Number.NaN : of[row]! / per[row]!
    out[row] = done <= 0 ? 0 : done >= 1 ? points : points * done
  }
}
