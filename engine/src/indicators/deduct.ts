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

/** `deduct` for a whole column; missing stays NaN. */
export function deductColumn({ base, each, floor = 0 }: Deduct, values: Float64Array, out: Float64Array) {
  for (let row = 0; row < out.length; row++) {
    const left = base - each * values[row]!
    out[row] = left < floor ? floor : left
  }
}
