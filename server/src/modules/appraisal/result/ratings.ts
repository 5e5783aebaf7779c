import type { RatingRow } from '@jiannuo/engine/score.ts'
import { ratingsForEngine } from '@jiannuo/rules/appraisal/small-pool.ts'
import { isShown } from '@jiannuo/rules/appraisal/unit-panels.ts'
import { INVALID } from '../rating/count-slips.ts'
import type { SchemeRow } from '../scheme/sql.ts'
import { measureOf } from '../sitting/panels.ts'
import { type SittingProgress, stateOf } from '../sitting/sitting-state.ts'

export interface Pool {
  subjectId: string
  source: string
  minimum: number
  /** Full worth of a slip. */
  outOf: number
  /** A jury's scores, given for all to see: nothing of them has to be kept secret. */
  isShown: boolean
  pool: { grade: string; value: number; count: number }[]
}
interface Counted {
  sittingId: string | null
  subjectId: string
  grade: string
  slips: number
}
type CountedSitting = SittingProgress & { id: string; panel: string; source: string }

/** The slips of every person that count: those of sittings that met minimum and quorum, invalid ones left out. */
export function poolsFrom(
  scheme: Pick<SchemeRow, 'document' | 'panels'>,
  sittings: readonly CountedSitting[],
  slips: readonly Counted[],
): Pool[] {
  const panelOf = (id: string) => scheme.panels.find(each => each.id === id)
  const bySitting = Map.groupBy(slips, each => each.sittingId)
  return sittings
    .filter(each => stateOf(each, panelOf(each.panel)?.quorum ?? null).state === 'valid')
    .flatMap(({ id, panel, source, minimum }) => {
      const { grades, outOf } = measureOf(scheme, source)
      const shown = isShown({ who: panelOf(panel)?.who.map(each => each.id) ?? [] })
      return [...Map.groupBy(bySitting.get(id) ?? [], each => each.subjectId)].map(([subjectId, cells]) => ({
        ...{ subjectId, source, minimum, outOf: outOf ?? 1, isShown: shown },
        pool:
          outOf === null
            ? grades.map(grade => ({
                ...{ grade: grade.id, value: grade.worth },
                count: cells.find(cell => cell.grade === grade.id)?.slips ?? 0,
              }))
            : cells
                .filter(cell => cell.grade !== INVALID)
                .map(({ grade, slips: count }) => ({ grade, value: Number(grade), count })),
      }))
    })
}

const rowsOf = ({ subjectId, source, minimum, outOf, isShown: shown, pool }: Pool): RatingRow[] => {
  if (!shown) return ratingsForEngine(subjectId, source, pool, minimum, outOf)
  const n = pool.reduce((sum, each) => sum + each.count, 0)
  return n < minimum ? [] : pool.map(({ grade, count }) => ({ subject: subjectId, source, value: grade, count }))
}

/** Ratings as the engine takes them, in the order that is hashed. Pools of slips enter only as trust in small groups lets them. */
export function ratingsFrom(
  named: readonly { subjectId: string; source: string; grade: string }[],
  pools: readonly Pool[],
): RatingRow[] {
  return [
    ...named.map(({ subjectId, source, grade }) => ({ subject: subjectId, source, value: grade, count: 1 })),
    ...pools.flatMap(rowsOf),
  ].toSorted((a, b) => (`${a.subject} ${a.source} ${a.value}` < `${b.subject} ${b.source} ${b.value}` ? -1 : 1))
}
