import { clamp, fromNumber, type Rational, ZERO } from '../rational.ts'

/** The score was made elsewhere and is taken over, clamped to 0…points. */
export interface Given {
  kind: 'given'
  points: number
}

export const given = (method: Given, value: Rational): Rational => clamp(value, ZERO, fromNumber(method.points))

/** `given` for a whole column; missing stays NaN. */
export function givenColumn({ points }: Given, values: Float64Array, out: Float64Array) {
  for (let row = 0; row < out.length; row++) {
    const value = values[row]!
    out[row] = value < 0 ? 0 : value > points ? points : value
  }
}
