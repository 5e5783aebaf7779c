import type { Coded } from '../columns/coded.ts'
import { fromNumber, type Rational } from '../rational.ts'

/** Points by the label of the fact. */
export interface Choice {
  kind: 'choice'
  points: Record<string, number>
}

/** Null when the label is not one of the scheme's; reading the input refuses it before it comes here. */
export const choice = (method: Choice, label: string): Rational | null =>
  Object.hasOwn(method.points, label) ? fromNumber(method.points[label] ?? 0) : null

/** `choice` for a whole column of labels; missing stays NaN. */
export function choiceColumn({ points }: Choice, { codes, names }: Coded, out: Float64Array) {
  const table = names.map(name => (Object.hasOwn(points, name) ? points[name]! : Number.NaN))
  for (let row = 0; row < out.length; row++) out[row] = codes[row]! < 0 ? Number.NaN : table[codes[row]!]!
}
