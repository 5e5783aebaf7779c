import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'appraisal_rating' | 'appraisal_assessed_unit'>()

/** The units of an assessment in view by name, each with its rating from a source. */
const rated = (tx: Tx, authorityId: string, assessmentId: string, source: string) =>
  own(tx)
    .selectFrom('appraisal_assessed_unit as x')
    .leftJoin('appraisal_rating as g', join =>
      join
        .onRef('g.authority_id', '=', 'x.authority_id')
        .onRef('g.assessed_id', '=', 'x.id')
        .on('g.source', '=', source),
    )
    .select(['x.id', 'x.name', 'x.pinyin', 'x.organ', 'x.unit_id as unitId', 'x.organ_id as organId'])
    .select(['g.grade as value', 'g.reason', 'g.document', 'g.rated_at as ratedAt'])
    .where('x.authority_id', '=', authorityId)
    .where('x.assessment_id', '=', assessmentId)
    .orderBy('x.pinyin')
    .orderBy('x.id')
export type RatedUnit = Awaited<ReturnType<ReturnType<typeof rated>['execute']>>[number]

export const ratedUnits = (tx: Tx, authorityId: string, assessmentId: string, source: string): Promise<RatedUnit[]> =>
  rated(tx, authorityId, assessmentId, source).execute()

/** A page of them. */
export function listRated(
  tx: Tx,
  authorityId: string,
  assessmentId: string,
  source: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<RatedUnit[]> {
  const found = rated(tx, authorityId, assessmentId, source).limit(limit)
  return (after ? found.where(sql<boolean>`(x.pinyin, x.id) > (${after[0]}, ${after[1]}::uuid)`) : found).execute()
}

export interface NewUnitRating {
  id: string
  assessedId: string
  /** Whose rating it is. */
  unitId: string
  source: string
  value: string
  reason: string
  document: string | null
  by: string
  at: string
}
export const saveUnitRating = (tx: Tx, authorityId: string, r: NewUnitRating) =>
  own(tx)
    .insertInto('appraisal_rating')
    .values({
      ...{ authority_id: authorityId, id: r.id, assessed_id: r.assessedId, unit_id: r.unitId, source: r.source },
      ...{ grade: r.value, reason: r.reason, document: r.document, rated_by: r.by, rated_at: r.at },
    })
    .onConflict(oc =>
      oc
        .columns(['authority_id', 'assessed_id', 'source'])
        .doUpdateSet({ grade: r.value, reason: r.reason, document: r.document, rated_by: r.by, rated_at: r.at }),
    )
    .execute()
