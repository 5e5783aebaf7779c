import type { Method } from '../format.ts'

/** Half the distance from 1 to the next double: the largest relative error of one operation. */
const ROUND_OFF = 2 ** -53

/** Closer to a tie than this many points, fractions decide. */
export const TIE = 1e-9

/**
 * Bound on the absolute numbers that enter the points of a method, for the error of floating point. Where a number may
 * grow with the fact (bonus, deduction of a negative count), its points are added to the bound as they come.
 * linear: inside its clamp |v| ≤ max(|from|, |to|), so the quotient's error grows by that over |to − from|.
 */
export function sizeOfMethod(method: Method): number {
  switch (method.kind) {
    case 'linear':
      return (
        method.points * (1 + Math.max(Math.abs(method.from), Math.abs(method.to)) / Math.abs(method.to - method.from))
      )
    case 'deduct':
      return method.base + Math.abs(method.floor ?? 0)
    case 'place':
      return method.points + Math.abs(method.floor ?? 0)
    case 'steps':
      return Math.max(...method.steps.map(each => Math.abs(each.points)))
    case 'choice':
      return Math.max(...Object.values(method.points).map(Math.abs))
    case 'bonus':
      return 0
    default:
      return method.points
  }
}

/** Error of a result of so many operations on numbers of so much absolute size; four for each, where one to three happen. */
export const errorOf = (operations: number, size: number) => 4 * ROUND_OFF * operations * size
