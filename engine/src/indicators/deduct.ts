import { fromNumber, max, multiply, type Rational, subtract } from '../rational.ts'

/** `base` points less `each` for every one counted, never below `floor` (0 unless given). */
export interface Deduct {
  kind: 'deduct'
  base: number
  each: number
  floor?: number
}

export const deduct = (method: Deduct, value: Rational): Rational =>
  max(fromNumber(method.floor ?? 0), subtract(fromNumber(method.base), multiply(fromNumber(method.each), value)))
