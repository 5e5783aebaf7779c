import { compare, fromNumber, max, multiply, type Rational, rational, subtract } from '../rational.ts'

/** Points by competition rank among all rows of `scope` (default all) that have the fact; highest first unless `order: low`. */
export interface Place {
  kind: 'place'
  points: number
  each: number
  floor?: number
  scope?: string
  order?: 'high' | 'low'
}

/** 1 + how many of `all` are strictly better. */
export function placeOf(value: Rational, all: readonly Rational[], order: Place['order'] = 'high'): number {
  const better = order === 'high' ? 1 : -1
  return 1 + all.filter(other => compare(other, value) * better > 0).length
}

export const place = (method: Place, rank: number): Rational =>
  max(
    fromNumber(method.floor ?? 0),
    subtract(fromNumber(method.points), multiply(fromNumber(method.each), rational(BigInt(rank - 1)))),
  )
