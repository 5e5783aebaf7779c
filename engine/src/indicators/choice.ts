import { fromNumber, type Rational } from '../rational.ts'

/** Points by the label of the fact. */
export interface Choice {
  kind: 'choice'
  points: Record<string, number>
}

/** Null when the label is not one of the scheme's; reading the input refuses it before it comes here. */
export const choice = (method: Choice, label: string): Rational | null =>
  Object.hasOwn(method.points, label) ? fromNumber(method.points[label] ?? 0) : null
