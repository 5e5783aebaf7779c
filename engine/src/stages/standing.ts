import type { FactRow, Reading } from '../input.ts'
import { compare, type Rational } from '../rational.ts'

/** A scored subject: its total is rounded, and 0 after a zeroing veto. */
export interface Scored {
  row: FactRow
  total: Rational
}

export type Order = (a: Scored, b: Scored) => number

export interface RankOutcome {
  scope: string
  rank: number
  of: number
}

function byFact(tieBreaker: string, reading: Reading): Order {
  const lowFirst = tieBreaker.startsWith('-')
  const fact = lowFirst ? tieBreaker.slice(1) : tieBreaker
  return (a, b) => {
    const left = reading.number(a.row, fact)
    const right = reading.number(b.row, fact)
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return lowFirst ? compare(left, right) : compare(right, left)
  }
}

/** Best first: by total, then by tie-breakers; 0 for those who stay equal. */
export function bestFirst(tieBreakers: readonly string[], reading: Reading): Order {
  const splits = tieBreakers.map(each => byFact(each, reading))
  return (a, b) => {
    const byTotal = compare(b.total, a.total)
    if (byTotal !== 0) return byTotal
    for (const split of splits) {
      const order = split(a, b)
      if (order !== 0) return order
    }
    return 0
  }
}

/** Competition ranks (1, 2, 2, 4) within each unit of the scope. */
export function rankWithin(scored: readonly Scored[], scope: string, order: Order, reading: Reading) {
  const ranks = new Map<FactRow, RankOutcome>()
  for (const members of Map.groupBy(scored, each => reading.unit(each.row, scope)).values()) {
    const sorted = members.toSorted(order)
    let rank = 1
    for (const [i, each] of sorted.entries()) {
      const previous = sorted[i - 1]
      if (previous && order(previous, each) !== 0) rank = i + 1
      ranks.set(each.row, { scope, rank, of: sorted.length })
    }
  }
  return ranks
}
