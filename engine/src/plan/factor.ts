import { type Columns, numbersOf, unitsOf } from '../columns/columns.ts'
import { compareBound } from '../columns/numbers.ts'
import type { Reading } from '../exact/reading.ts'
import { type Coupling, EVERYONE } from '../format.ts'
import { toDouble } from '../rational.ts'
import { errorOf } from './margin.ts'

/** Step 5 of all subjects. */
export interface FactorColumns {
  /** Not rounded; 1 where the scheme couples nothing. */
  factor: Float64Array
  error: Float64Array
  /** 1: the partner score lies below the gate, so the grade is capped. */
  gated: Uint8Array | null
}

type Relative = Extract<Coupling, { form: 'relative' }>

/** Below this share of the sum of absolute values a sum has lost too many digits, or is 0. */
const CANCELLED = 1e-6

interface Mean {
  mean: number
  /** By how much the error of its terms grows in it. */
  growth: number
}

/** Mean of the partner scores of each unit; null for one without any. Exact where they cancel each other out. */
function meansOf({ with: fact, scope = EVERYONE }: Relative, columns: Columns, reading: Reading): (Mean | null)[] {
  const values = numbersOf(columns, fact)?.values ?? new Float64Array(columns.subjects.length).fill(Number.NaN)
  const { codes, names } = unitsOf(columns, scope)
  const units = names.map(() => ({ sum: 0, lost: 0, size: 0, count: 0, row: -1 }))
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (Number.isNaN(value)) continue
    const unit = units[codes[row]!]!
    const next = unit.sum + value
    // Neumaier: what the addition lost is kept beside it
    unit.lost += Math.abs(unit.sum) >= Math.abs(value) ? unit.sum - next + value : value - next + unit.sum
    unit.sum = next
    unit.size += Math.abs(value)
    unit.count++
    unit.row = row
  }
  return units.map(({ sum, lost, size, count, row }) => {
    if (count === 0) return null
    const whole = sum + lost
    if (Math.abs(whole) > CANCELLED * size) return { mean: whole / count, growth: size / Math.abs(whole) }
    const exact = reading.mean(row, fact, scope)
    return { mean: exact ? toDouble(exact) : 0, growth: 1 }
  })
}

function relative(coupling: Relative, columns: Columns, reading: Reading, { factor, error }: FactorColumns) {
  const { gain = 1, floor = Number.NEGATIVE_INFINITY, ceiling = Number.POSITIVE_INFINITY } = coupling
  const partners = numbersOf(columns, coupling.with)?.values
  if (!partners) return
  const means = meansOf(coupling, columns, reading)
  const { codes } = unitsOf(columns, coupling.scope ?? EVERYONE)
  for (let row = 0; row < factor.length; row++) {
    const partner = partners[row]!
    const unit = means[codes[row]!]
    if (Number.isNaN(partner) || !unit || unit.mean === 0) continue
    const lead = partner / unit.mean
    factor[row] = Math.min(Math.max(1 + gain * (lead - 1), floor), ceiling)
    error[row] = errorOf(4, 1 + gain * (1 + Math.abs(lead)) * (1 + unit.growth))
  }
}

function product(coupling: Extract<Coupling, { form: 'product' }>, columns: Columns, { factor, error }: FactorColumns) {
  const { full, floor = Number.NEGATIVE_INFINITY, ceiling = Number.POSITIVE_INFINITY } = coupling
  const partners = numbersOf(columns, coupling.with)?.values
  if (!partners) return
  for (let row = 0; row < factor.length; row++) {
    const partner = partners[row]!
    if (Number.isNaN(partner)) continue
    factor[row] = Math.min(Math.max(partner / full, floor), ceiling)
    error[row] = errorOf(2, Math.abs(factor[row]!))
  }
}

function gatedBy(coupling: Extract<Coupling, { form: 'gate' }>, columns: Columns): Uint8Array {
  const gated = new Uint8Array(columns.subjects.length)
  const partners = numbersOf(columns, coupling.with)
  for (let row = 0; partners && row < gated.length; row++)
    gated[row] = compareBound(partners, row, coupling.below) < 0 ? 1 : 0 // NaN is below nothing
  return gated
}

/** 互为系数 for all subjects; `reading` gives exact means where they are needed. */
export function factorColumns(coupling: Coupling | undefined, columns: Columns, reading: Reading): FactorColumns {
  const subjects = columns.subjects.length
  const gated = coupling?.form === 'gate' ? gatedBy(coupling, columns) : null
  const result = { factor: new Float64Array(subjects).fill(1), error: new Float64Array(subjects), gated }
  if (coupling?.form === 'relative') relative(coupling, columns, reading, result)
  if (coupling?.form === 'product') product(coupling, columns, result)
  return result
}
