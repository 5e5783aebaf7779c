import type { Slips } from '../columns/slips.ts'
import { type MissingPolicy, type Panel, type PanelSource, readRating } from './panel.ts'

/** Ratings of one source of a panel, by subject; null when nobody rated. */
export type SlipsOf = (source: string) => Slips | null

/** Values of the dictionary as the panel reads them, 0…1; NaN for one that this panel's sources do not use. */
const ratingTable = (method: Panel, names: readonly string[]) =>
  Float64Array.from(names, name => readRating(method, name) ?? Number.NaN)

/** Sorted by value, the `cut` lowest and highest left out; for cuts of more than one. */
function trimmedSum(slips: Slips, start: number, end: number, table: Float64Array, n: number, cut: number): number {
  const { codes, counts } = slips
  const order = Array.from({ length: end - start }, (_, i) => start + i).sort(
    (a, b) => table[codes[a]!]! - table[codes[b]!]!,
  )
  let seen = 0
  let total = 0
  for (const entry of order) {
    const count = counts ? counts[entry]! : 1
    const kept = Math.max(0, Math.min(seen + count, n - cut) - Math.max(seen, cut))
    total += kept * table[codes[entry]!]!
    seen += count
  }
  return total
}

/** Mean of one source for each subject; NaN: too few ratings, so not rated. */
function meansOf({ minimum = 1, trim = 0 }: PanelSource, slips: Slips, table: Float64Array, out: Float64Array) {
  const { offsets, codes, counts } = slips
  for (let row = 0; row < out.length; row++) {
    const start = offsets[row]!
    const end = offsets[row + 1]!
    let n = 0
    let total = 0
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (let entry = start; entry < end; entry++) {
      const value = table[codes[entry]!]!
      const count = counts ? counts[entry]! : 1
      if (count === 0) continue
      n += count
      total += count * value
      if (value < low) low = value
      if (value > high) high = value
    }
    const cut = n >= 2 * trim + 3 ? trim : 0
    if (n === 0 || n < minimum) out[row] = Number.NaN
    else if (cut === 0) out[row] = total / n
    else if (cut === 1) out[row] = (total - low - high) / (n - 2)
    else out[row] = trimmedSum(slips, start, end, table, n, cut) / (n - 2 * cut)
  }
}

/** Where the weighted mean is gathered: one cell for each subject. */
export interface PanelScratch {
  mean: Float64Array
  weighted: Float64Array
  weights: Float64Array
}

/**
 * `panel` for all subjects: points, NaN where nothing entered it; a subject whose source blocks gets 1 in `blocked`.
 * `policy` is the indicator's, for sources that name none.
 */
export function panelColumn(
  method: Panel,
  policy: MissingPolicy,
  { slipsOf, names }: { slipsOf: SlipsOf; names: readonly string[] },
  { mean, weighted, weights }: PanelScratch,
  out: Float64Array,
  blocked: Uint8Array,
) {
  const table = ratingTable(method, names)
  weighted.fill(0)
  weights.fill(0)
  for (const source of method.sources) {
    const slips = slipsOf(source.source)
    const lack = source.missing ?? policy
    if (slips) meansOf(source, slips, table, mean)
    else mean.fill(Number.NaN)
    for (let row = 0; row < out.length; row++) {
      const value = mean[row]!
      if (!Number.isNaN(value)) {
        weighted[row]! += source.weight * value
        weights[row]! += source.weight
      } else if (lack === 'zero') weights[row]! += source.weight
      else if (lack === 'block') blocked[row] = 1
    }
  }
  for (let row = 0; row < out.length; row++)
    out[row] = weights[row] === 0 ? Number.NaN : (method.points * weighted[row]!) / weights[row]!
}
