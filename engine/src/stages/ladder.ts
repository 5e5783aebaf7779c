import { type Cap, EVERYONE, type Share } from '../format.ts'
import { compare, floor, fromNumber, multiply, parseShare, type Rational, rational } from '../rational.ts'

/** A step of a ladder of grades or stars, the best first. */
export interface Rung {
  atLeast: number
  cap?: Cap
}

/** `allowed` is the best rung (by index) that vetoes and gates leave open. */
export interface Climber<Key> {
  key: Key
  total: Rational
  allowed: number
}

/** Why a climber does or does not stand on a rung. */
export interface RungOutcome {
  rung: number
  result: 'below' | 'barred' | 'full' | 'tied' | 'reached'
  /** Places and the number they are a share of; null without a cap. */
  cap: { seats: number; of: number } | null
}

export interface Climb {
  rung: number | null
  tied: boolean
  tried: RungOutcome[]
}

export interface Ladder<Key> {
  climbs: ReadonlyMap<Key, Climb>
  /** Caps that admit nobody although the scope has somebody. */
  closed: { rung: number; unit: string }[]
}

/** How climbers are sorted and where they belong. */
export interface Field<Key> {
  order: (a: Key, b: Key) => number
  unit: (key: Key, scope: string) => string
  /** What a cap's share is taken of. */
  size: (unit: string, cap: Cap) => number
}

export const exactShare = (share: Share): Rational => {
  const exact = typeof share === 'number' ? fromNumber(share) : parseShare(share)
  if (!exact) throw new RangeError(`not a share: ${share}`)
  return exact
}

/** Seats go by order; equals who straddle the last seat are all tied, and nobody below them takes what stays free. */
function admit<Key>(sorted: readonly Climber<Key>[], seats: number, order: Field<Key>['order']) {
  const results = new Map<Key, 'reached' | 'tied' | 'full'>()
  const isEqual = (a?: Climber<Key>, b?: Climber<Key>) =>
    a !== undefined && b !== undefined && order(a.key, b.key) === 0
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && isEqual(sorted[start], sorted[end])) end++
    const result = end <= seats ? 'reached' : start < seats ? 'tied' : 'full'
    for (const each of sorted.slice(start, end)) results.set(each.key, result)
  }
  return results
}

/** Fills the rungs from the best down; who does not fit on one falls to the next. */
export function fillLadder<Key>(
  rungs: readonly Rung[],
  climbers: readonly Climber<Key>[],
  field: Field<Key>,
): Ladder<Key> {
  const climbs = new Map<Key, Climb>(climbers.map(each => [each.key, { rung: null, tied: false, tried: [] }]))
  const closed: Ladder<Key>['closed'] = []
  for (const [rung, { atLeast, cap }] of rungs.entries()) {
    const scope = cap?.scope ?? EVERYONE
    const open = climbers.filter(each => climbs.get(each.key)?.rung === null)
    const units = Map.groupBy(open, each => (cap ? field.unit(each.key, scope) : EVERYONE))
    for (const [unit, inUnit] of units) {
      const of = cap ? field.size(unit, cap) : 0
      const seats = cap ? floor(multiply(exactShare(cap.share), rational(BigInt(of)))) : Number.POSITIVE_INFINITY
      if (cap && seats === 0) closed.push({ rung, unit })
      const reaches = (each: Climber<Key>) => compare(each.total, fromNumber(atLeast)) >= 0
      const candidates = inUnit.filter(each => each.allowed <= rung && reaches(each))
      const admitted = admit(
        candidates.toSorted((a, b) => field.order(a.key, b.key)),
        seats,
        field.order,
      )
      for (const each of inUnit) {
        const climb = climbs.get(each.key)
        if (!climb) continue
        const result = admitted.get(each.key) ?? (reaches(each) ? 'barred' : 'below')
        climb.tried.push({ rung, result, cap: cap ? { seats, of } : null })
        if (result === 'reached') climb.rung = rung
        if (result === 'tied') climb.tied = true
      }
    }
  }
  return { climbs, closed }
}
