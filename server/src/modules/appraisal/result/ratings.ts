import type { RatingRow } from '@jiannuo/engine/score.ts'
import { ratingsForEngine } from '@jiannuo/rules/appraisal/small-pool.ts'
import { scaleOf } from '../scheme/ship-scheme.ts'
import { type SittingProgress, stateOf } from '../scheme/sitting-state.ts'
import type { SchemeRow } from '../scheme/sql.ts'

export interface Pool {
  subjectId: string
  source: string
  minimum: number
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
  const quorum = (panel: string) => scheme.panels.find(each => each.id === panel)?.quorum ?? null
  const bySitting = Map.groupBy(slips, each => each.sittingId)
  return sittings
    .filter(each => stateOf(each, quorum(each.panel)).state === 'valid')
    .flatMap(({ id, source, minimum }) => {
      const scale = scaleOf(scheme.document, source)
      return [...Map.groupBy(bySitting.get(id) ?? [], each => each.subjectId)].map(([subjectId, cells]) => ({
        subjectId,
        source,
        minimum,
        pool: scale.map(grade => ({
          grade: grade.id,
          value: grade.worth,
          count: cells.find(cell => cell.grade === grade.id)?.slips ?? 0,
        })),
      }))
    })
}

/** Ratings as the engine takes them, in the order that is hashed. Pools of slips enter only as trust in small groups lets them. */
export function ratingsFrom(
  named: readonly { subjectId: string; source: string; grade: string }[],
  pools: readonly Pool[],
): RatingRow[] {
  return [
    ...named.map(({ subjectId, source, grade }) => ({ subject: subjectId, source, value: grade, count: 1 })),
    ...pools.flatMap(({ subjectId, source, minimum, pool }) => ratingsForEngine(subjectId, source, pool, minimum)),
  ].toSorted((a, b) => (`${a.subject} ${a.source} ${a.value}` < `${b.subject} ${b.source} ${b.value}` ? -1 : 1))
}
