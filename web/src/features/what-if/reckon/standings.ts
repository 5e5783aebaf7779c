import type { RungPlan } from '@jiannuo/engine/plan/compile.ts'
import type { Outcome } from '@jiannuo/engine/plan/run.ts'
import { type IndicatorPoints, pointsOfAll } from './points.ts'

/** Competition ranks over everybody scored, 0 for the others: the same whatever ranks the scheme itself declares. */
function overallRanks({ units }: Outcome): Int32Array {
  const rows = Int32Array.from(units.keys()).filter(row => !Number.isNaN(units[row]!))
  rows.sort((a, b) => units[b]! - units[a]!)
  const ranks = new Int32Array(units.length)
  rows.forEach((row, at) => {
    const above = rows[at - 1]
    ranks[row] = above !== undefined && units[above] === units[row] ? ranks[above]! : at + 1
  })
  return ranks
}

/** What comparisons ask of a run, reckoned once. */
export interface Standings {
  outcome: Outcome
  ranks: Int32Array
  /** The rungs that are compared, the best first: grades, or the stars of a scheme that has no grades. */
  rungs: readonly RungPlan[]
  /** Name of the rung of each row; null: none. */
  grades: readonly (string | null)[]
  points: readonly IndicatorPoints[]
}

export function standingsOf(outcome: Outcome): Standings {
  const { plan, grades, stars } = outcome
  const [rungs, filled] = plan.grades.length > 0 ? [plan.grades, grades] : [plan.stars, stars]
  return {
    ...{ outcome, rungs, ranks: overallRanks(outcome), points: pointsOfAll(outcome) },
    grades: Array.from(filled.rung, rung => rungs[rung]?.name ?? null),
  }
}
