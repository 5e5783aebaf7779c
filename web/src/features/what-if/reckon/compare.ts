import type { Title } from '@jiannuo/engine/format.ts'
import type { IndicatorPoints } from './points.ts'
import type { Standings } from './standings.ts'

/** One subject whose grade or place changes. `reason` is the indicator that moved it most against everybody's average move. */
export interface Mover {
  row: number
  rankBefore: number
  rankAfter: number
  totalBefore: number
  totalAfter: number
  gradeBefore: string | null
  gradeAfter: string | null
  reason: { title: Title; points: number } | null
}

export interface Comparison {
  scored: number
  /** Subjects whose grade changes, and how many of them rise. */
  regraded: number
  raised: number
  /** Subjects that move at least `far` places, and the longest way. */
  far: number
  moved: number
  farthest: { row: number; places: number } | null
  /** The indicator that decides most of the changes of grade, and how many of those looked at. */
  decisive: { title: Title; of: number; among: number } | null
  /** Changes of grade first, then the longest ways; as many as were asked for. */
  movers: Mover[]
  /** Subjects by grade, in the order of the draft's grades. */
  grades: { grade: string; before: number; after: number }[]
  /** Left to the meeting. */
  undecided: { before: number; after: number }
  /** Pairs of ranks for the picture: everybody, or an even sample. */
  field: { before: number; after: number; changed: -1 | 0 | 1 }[]
}

/** Rows a page shows; an export takes them all. */
export const MOST_SHOWN = 60
const MOST_DOTS = 1500
/** Movers whose deciding indicator is looked up to name the one behind most changes. */
const MOST_REASONS = 400

/** Rows by a heavy-to-light order, without sorting everybody when few are wanted. */
const topRows = (rows: readonly number[], weight: (row: number) => number, most: number) =>
  [...rows].sort((a, b) => weight(b) - weight(a)).slice(0, most)

function reasons(before: readonly IndicatorPoints[], after: readonly IndicatorPoints[], rows: number) {
  const moves = after.map(each => {
    const old = before.find(other => other.id === each.id)?.points
    const delta = each.points.map((value, row) => (value || 0) - ((old?.[row] ?? 0) || 0))
    return { title: each.title, delta, mean: delta.reduce((sum, value) => sum + value, 0) / Math.max(1, rows) }
  })
  return (row: number, up: boolean): Mover['reason'] => {
    let best: Mover['reason'] = null
    for (const { title, delta, mean } of moves) {
      const points = delta[row]! - mean
      if (up ? points > (best?.points ?? 1e-9) : points < (best?.points ?? -1e-9)) best = { title, points }
    }
    return best
  }
}

/** Better grades come first in the scheme's list; a grade the other scheme does not know counts by its place. */
function heightOf({ rungs }: Standings) {
  const names = rungs.map(each => each.name)
  return (grade: string | null) => (grade === null ? -1 : names.length - names.indexOf(grade))
}

function fieldOf(before: Int32Array, after: Int32Array, changed: Int8Array): Comparison['field'] {
  const rows = Array.from(before.keys()).filter(row => before[row]! > 0 && after[row]! > 0)
  const stride = Math.max(1, Math.ceil(rows.length / MOST_DOTS))
  return rows
    .filter((_, at) => at % stride === 0)
    .map(row => ({ before: before[row]!, after: after[row]!, changed: changed[row]! as -1 | 0 | 1 }))
}

/** Who moves between two schemes on the same columns, and why. */
export function compare(standing: Standings, trial: Standings, most = MOST_SHOWN): Comparison {
  const { outcome: before, ranks: ranksBefore, grades: gradesBefore } = standing
  const { outcome: after, ranks: ranksAfter, grades: gradesAfter } = trial
  const height = heightOf(trial)
  const subjects = ranksBefore.length
  const changed = Int8Array.from(gradesAfter, (grade, row) => Math.sign(height(grade) - height(gradesBefore[row]!)))
  const both = Array.from({ length: subjects }, (_, row) => row).filter(
    row => ranksBefore[row]! > 0 && ranksAfter[row]! > 0,
  )
  const way = (row: number) => ranksBefore[row]! - ranksAfter[row]!
  const far = Math.max(1, Math.round(both.length * 0.08))
  const regraded = both.filter(row => changed[row] !== 0)
  const moving = both.filter(row => way(row) !== 0)
  const why = reasons(standing.points, trial.points, both.length)
  const reasonOf = (row: number) => why(row, changed[row] === 0 ? way(row) > 0 : changed[row]! > 0)
  const looked = regraded.slice(0, MOST_REASONS).flatMap(row => reasonOf(row)?.title ?? [])
  const counted = new Map<Title, number>()
  for (const title of looked) counted.set(title, (counted.get(title) ?? 0) + 1)
  const [decisive] = [...counted].sort(([, a], [, b]) => b - a)
  const rows = [
    ...topRows(regraded, row => Math.abs(way(row)), most),
    ...topRows(
      moving.filter(row => changed[row] === 0),
      row => Math.abs(way(row)),
      most,
    ),
  ].slice(0, most)
  const [farthest] = topRows(moving, row => Math.abs(way(row)), 1)
  const count = (grades: readonly (string | null)[], grade: string) => grades.filter(each => each === grade).length
  return {
    scored: both.length,
    regraded: regraded.length,
    raised: regraded.filter(row => changed[row]! > 0).length,
    far,
    moved: moving.filter(row => Math.abs(way(row)) >= far).length,
    farthest: farthest === undefined ? null : { row: farthest, places: Math.abs(way(farthest)) },
    decisive: decisive ? { title: decisive[0], of: decisive[1], among: looked.length } : null,
    movers: rows.map(row => ({
      row,
      rankBefore: ranksBefore[row]!,
      rankAfter: ranksAfter[row]!,
      totalBefore: before.units[row]! / before.plan.unit,
      totalAfter: after.units[row]! / after.plan.unit,
      gradeBefore: gradesBefore[row]!,
      gradeAfter: gradesAfter[row]!,
      reason: reasonOf(row),
    })),
    grades: trial.rungs.map(({ name: grade }) => ({
      grade,
      before: count(gradesBefore, grade),
      after: count(gradesAfter, grade),
    })),
    undecided: {
      before: before.toBeDecided.reduce((sum, each) => sum + each, 0),
      after: after.toBeDecided.reduce((sum, each) => sum + each, 0),
    },
    field: fieldOf(ranksBefore, ranksAfter, changed),
  }
}
