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
  grades: readonly (string | null)[]
  points: readonly IndicatorPoints[]
}

export const standingsOf = (outcome: Outcome): Standings => ({
  outcome,
  ranks: overallRanks(outcome),
  grades: gradeNames(outcome),
  points: pointsOfAll(outcome),
})

/** Name of the grade of each row; null: none. */
const gradeNames = ({ plan, grades }: Outcome): (string | null)[] =>
  Array.from(grades.rung, rung => plan.grades[rung]?.name ?? null)
