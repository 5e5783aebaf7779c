import type { Coded } from '../columns/coded.ts'
import type { Order } from './order.ts'

/** Ranks within one scope, and how many of each unit are ranked. */
export interface Ranks {
  /** By row of the subject; 0: not scored. */
  ranks: Int32Array
  /** By unit. */
  sizes: Int32Array
  units: Coded
}

/** Competition ranks (1, 2, 2, 4) within each unit. */
export function rankWithin({ rows, tiers }: Order, units: Coded): Ranks {
  const { codes, names } = units
  const ranks = new Int32Array(codes.length)
  const sizes = new Int32Array(names.length)
  const lastTier = new Int32Array(names.length).fill(-1)
  const lastRank = new Int32Array(names.length)
  for (const row of rows) {
    const unit = codes[row]!
    sizes[unit]!++
    if (tiers[row] !== lastTier[unit]) {
      lastTier[unit] = tiers[row]!
      lastRank[unit] = sizes[unit]!
    }
    ranks[row] = lastRank[unit]!
  }
  return { ranks, sizes, units }
}
