import { clamp, divide, fromNumber, multiply, ONE, type Rational, subtract, ZERO } from '../rational.ts'

/** Points grow evenly from `from` (none) to `to` (all); `from` above `to` rewards the lower value. */
export interface Linear {
  kind: 'linear'
  from: number
  to: number
  points: number
}

export function linear(method: Linear, value: Rational): Rational {
  const from = fromNumber(method.from)
  const done = divide(subtract(value, from), subtract(fromNumber(method.to), from))
  return multiply(fromNumber(method.points), clamp(done, ZERO, ONE))
}

/** `linear` for a whole column; missing stays NaN. */
export function linearColumn({ from, to, points }: Linear, values: Float64Array, out: Float64Array) {
  const span = to - from
  for (let row = 0; row < out.length; row++) {
    const done = (values[row]! - from) / span
    out[row] = done <= 0 ? 0 : done >= 1 ? points : points * done
  }
}
