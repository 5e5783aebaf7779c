import { clamp, fromNumber, type Rational, ZERO } from '../rational.ts'

/** The score was made elsewhere and is taken over, clamped to 0…points. */
export interface Given {
  kind: 'given'
  points: number
}

export const given = (method: Given, value: Rational): Rational => clamp(value, ZERO, fromNumber(method.points))
