import type { Scheme } from '../format.ts'
import { multiply, ONE, type Rational, round } from '../rational.ts'
import { type AdjustedOutcome, applyAdjustments } from './adjustments.ts'
import { type BaseOutcome, scoreBase } from './base.ts'
import { type CouplingOutcome, couple } from './coupling.ts'
import type { Reading } from './reading.ts'

export const decimalsOf = (scheme: Scheme) => scheme.decimals ?? 2

/** The exact reckoning of one subject up to its rounded total; what comes after the base is null when it is blocked. */
export interface Working {
  base: BaseOutcome
  coupling: CouplingOutcome | null
  adjusted: AdjustedOutcome | null
  /** Before a zeroing veto. */
  rounded: Rational | null
}

/** Steps 1 to 7 of one subject in fractions. Columns decide all of it that is not within a hair of a tie. */
export function workExactly(scheme: Scheme, row: number, reading: Reading): Working {
  const base = scoreBase(scheme, row, reading)
  if (base.base === null) return { base, coupling: null, adjusted: null, rounded: null }
  const coupling = couple(scheme.coupling, row, reading)
  const adjusted = applyAdjustments(scheme, multiply(base.base, coupling?.factor ?? ONE), row, reading)
  return { base, coupling, adjusted, rounded: round(adjusted.after, decimalsOf(scheme)) }
}
