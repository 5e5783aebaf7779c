import type { Coded } from '../columns/coded.ts'
import { compareCells, type NumberColumn } from '../columns/numbers.ts'
import { fromNumber, max, multiply, type Rational, rational, subtract } from '../rational.ts'

/** Points by competition rank among all rows of `scope` (default all) that have the fact; highest first unless `order: low`. */
export interface Place {
  kind: 'place'
  points: number
  each: number
  floor?: number
  scope?: string
  order?: 'high' | 'low'
}

/** Competition rank of every value among those of its unit, and how many there are; 0 where missing. */
export interface Places {
  ranks: Int32Array
  sizes: Int32Array
}

/** Equal values share the better rank (1, 2, 2, 4). */
export function placesOf(column: NumberColumn, units: Coded, order: Place['order'] = 'high'): Places {
  const { values } = column
  const sign = order === 'high' ? -1 : 1
  const present = Int32Array.from(values.keys()).filter(row => !Number.isNaN(values[row]!))
  const sorted = present.sort((a, b) => sign * compareCells(column, a, b))
  const sizes = new Int32Array(units.names.length)
  const ranks = new Int32Array(values.length)
  const last = new Int32Array(units.names.length).fill(-1)
  for (const row of sorted) {
    const unit = units.codes[row]!
    const above = last[unit]!
    sizes[unit]!++
    ranks[row] = above >= 0 && compareCells(column, above, row) === 0 ? ranks[above]! : sizes[unit]!
    last[unit] = row
  }
  return { ranks, sizes }
}

export const place = (method: Place, rank: number): Rational =>
  max(
    fromNumber(method.floor ?? 0),
    subtract(fromNumber(method.points), multiply(fromNumber(method.each), rational(BigInt(rank - 1)))),
  )

/** `place` for a whole column of ranks; 0, that is missing, becomes NaN. */
export function placeColumn({ points, each, floor = 0 }: Place, { ranks }: Places, out: Float64Array) {
  for (let row = 0; row < out.length; row++) {
    const left = points - each * (ranks[row]! - 1)
    out[row] = ranks[row] === 0 ? Number.NaN : left < floor ? floor : left
  }
}
