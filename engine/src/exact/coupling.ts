import { type Coupling, EVERYONE } from '../format.ts'
import { add, clamp, compare, divide, fromNumber, multiply, ONE, type Rational, subtract } from '../rational.ts'
import type { Reading } from './reading.ts'

export interface CouplingOutcome {
  factor: Rational
  partner: Rational | null
  /** Of all rows of the scope that have a partner score; null where the form asks for none or none has one. */
  mean: Rational | null
  gradeAtMost: string | null
  /** Why the factor is 1 although a factor was asked for. */
  without: 'partner' | 'mean' | null
}

const bound = (value: number | undefined) => (value === undefined ? null : fromNumber(value))

function factorOf(coupling: Coupling, partner: Rational, mean: Rational | null): Partial<CouplingOutcome> {
  if (coupling.form === 'gate')
    return { gradeAtMost: compare(partner, fromNumber(coupling.below)) < 0 ? coupling.gradeAtMost : null }
  const inBounds = (factor: Rational) => clamp(factor, bound(coupling.floor), bound(coupling.ceiling))
  if (coupling.form === 'product') return { factor: inBounds(divide(partner, fromNumber(coupling.full))) }
  if (mean === null || mean.n === 0n) return { without: 'mean' }
  const lead = multiply(fromNumber(coupling.gain ?? 1), subtract(divide(partner, mean), ONE))
  return { factor: inBounds(add(ONE, lead)) }
}

/** 互为系数: the factor that the partner score of the same subject puts on its base; null when the scheme has none. */
export function couple(coupling: Coupling | undefined, row: number, reading: Reading): CouplingOutcome | null {
  if (!coupling) return null
  const partner = reading.number(row, coupling.with)
  const mean = coupling.form === 'relative' ? reading.mean(row, coupling.with, coupling.scope ?? EVERYONE) : null
  const found = partner === null ? { without: 'partner' as const } : factorOf(coupling, partner, mean)
  return { factor: ONE, partner, mean, gradeAtMost: null, without: null, ...found }
}
