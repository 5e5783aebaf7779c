import { type Columns, numbersOf } from '../columns/columns.ts'
import { compareCells } from '../columns/numbers.ts'

/** Scored subjects, best first; equals, also by the tie-breakers, share a tier. */
export interface Order {
  rows: Int32Array
  /** By row of the subject; -1 for one that is not scored. */
  tiers: Int32Array
}

type Compare = (a: number, b: number) => number

/** Widest span of totals, in units of the last decimal, that is sorted by counting. */
const COUNTED_SPAN = 1 << 20

function byCounting(totals: Float64Array, scored: Int32Array, low: number, high: number): Int32Array {
  const starts = new Int32Array(high - low + 2)
  for (const row of scored) starts[high - totals[row]! + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const sorted = new Int32Array(scored.length)
  for (const row of scored) sorted[starts[high - totals[row]!]!++] = row
  return sorted
}

function byTotal(totals: Float64Array): Int32Array {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  let count = 0
  const scored = new Int32Array(totals.length)
  for (let row = 0; row < totals.length; row++) {
    const total = totals[row]!
    if (Number.isNaN(total)) continue
    scored[count++] = row
    if (total < low) low = total
    if (total > high) high = total
  }
  const found = scored.subarray(0, count)
  if (count === 0) return found
  if (high - low <= COUNTED_SPAN) return byCounting(totals, found, low, high)
  return found.sort((a, b) => totals[b]! - totals[a]!)
}

function splitter(tieBreaker: string, columns: Columns): Compare {
  const lowFirst = tieBreaker.startsWith('-')
  const column = numbersOf(columns, lowFirst ? tieBreaker.slice(1) : tieBreaker)
  if (!column) return () => 0
  const { values } = column
  const sign = lowFirst ? 1 : -1
  return (a, b) => {
    const lacksA = Number.isNaN(values[a]!)
    const lacksB = Number.isNaN(values[b]!)
    return lacksA || lacksB ? Number(lacksA) - Number(lacksB) : sign * compareCells(column, a, b)
  }
}

/**
 * Best first by total (NaN: not scored), then by facts: higher first, `-fact` lower first, a missing one last.
 * Those who stay equal share a tier and stand in the order of the input.
 */
export function bestFirst(totals: Float64Array, tieBreakers: readonly string[], columns: Columns): Order {
  const rows = byTotal(totals)
  const splits = tieBreakers.map(each => splitter(each, columns))
  const split: Compare = (a, b) => {
    for (const each of splits) {
      const order = each(a, b)
      if (order !== 0) return order
    }
    return 0
  }
  const tiers = new Int32Array(totals.length).fill(-1)
  let tier = -1
  for (let start = 0, end = 0; start < rows.length; start = end) {
    const total = totals[rows[start]!]
    while (end < rows.length && totals[rows[end]!] === total) end++
    const equals = rows.subarray(start, end)
    if (splits.length > 0 && equals.length > 1) equals.sort(split)
    for (let i = 0; i < equals.length; i++) {
      if (i === 0 || (splits.length > 0 && split(equals[i - 1]!, equals[i]!) !== 0)) tier++
      tiers[equals[i]!] = tier
    }
  }
  return { rows, tiers }
}
