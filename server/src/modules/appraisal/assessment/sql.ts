import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'appraisal_assessment' | 'appraisal_scheme'>()

const assessments = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_assessment as a')
    .innerJoin('appraisal_scheme as s', join =>
      join.onRef('s.authority_id', '=', 'a.authority_id').onRef('s.id', '=', 'a.scheme_id'),
    )
    .select(['a.id', 'a.period', 'a.subjects', 'a.outcomes', 's.title as schemeTitle', 's.version as schemeVersion'])
    .select(['a.unit_id as unitId', 'a.scheme_id as schemeId', 'a.cut_off as cutOff'])
    .select(['a.inputs_sha256 as inputsSha256', 'a.computed_at as computedAt'])
    .select([
      sql<string>`unit_label(a.authority_id, a.unit_id)`.as('unitName'),
      sql<'branch' | 'organ'>`s.subject`.as('subject'),
    ])
    .where('a.authority_id', '=', authorityId)
export type AssessmentRow = Awaited<ReturnType<ReturnType<typeof assessments>['execute']>>[number]

export const assessmentById = (tx: Tx, authorityId: string, id: string): Promise<AssessmentRow | undefined> =>
  assessments(tx, authorityId).where('a.id', '=', id).executeTakeFirst()

/** Newest first; `unitId` limits to the runs of one office. */
export function assessmentsInView(
  tx: Tx,
  authorityId: string,
  unitId: string | null,
  after: readonly [string, string] | null,
  limit: number,
): Promise<AssessmentRow[]> {
  let found = assessments(tx, authorityId).orderBy('a.computed_at', 'desc').orderBy('a.id').limit(limit)
  if (unitId !== null) found = found.where('a.unit_id', '=', unitId)
  if (after)
    found = found.where(eb =>
      eb.or([
        eb('a.computed_at', '<', after[0]),
        eb.and([eb('a.computed_at', '=', after[0]), eb('a.id', '>', after[1])]),
      ]),
    )
  return found.execute()
}

export interface NewAssessment {
  id: string
  unitId: string
  schemeId: string
  period: string
  cutOff: Day
  subjects: string
  input: string
  inputsSha256: string
  outcomes: string
  by: string
  at: string
}
export const insertAssessment = (tx: Tx, authorityId: string, a: NewAssessment) =>
  own(tx)
    .insertInto('appraisal_assessment')
    .values({
      authority_id: authorityId,
      id: a.id,
      unit_id: a.unitId,
      scheme_id: a.schemeId,
      period: a.period,
      cut_off: a.cutOff,
      subjects: a.subjects,
      input: a.input,
      inputs_sha256: a.inputsSha256,
      outcomes: a.outcomes,
      computed_by: a.by,
      computed_at: a.at,
    })
    .execute()

/** Which of the units lie under the office in unified leadership; the office itself does not. */
export const ledBy = async (tx: Tx, authorityId: string, office: string, ids: readonly string[]): Promise<string[]> =>
  (
    await sql<{
      id: string
    }>`select id from unnest(${[...ids]}::uuid[]) as unit (id) where id <> ${office} and lies_under(${authorityId}, id, ${office})`.execute(
      tx,
    )
  ).rows.map(row => row.id)
