import type { AssessmentState } from '@jiannuo/contract/appraisal/assessment.ts'
import type { PUBLICATIONS } from '@jiannuo/contract/appraisal/scheme.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'appraisal_assessment' | 'appraisal_assessment_run' | 'appraisal_scheme'>()

const assessments = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_assessment as a')
    .innerJoin('appraisal_scheme as s', join =>
      join.onRef('s.authority_id', '=', 'a.authority_id').onRef('s.id', '=', 'a.scheme_id'),
    )
    .select(['a.id', 'a.period', 'a.meeting', 'a.document', 's.family', 's.title as schemeTitle'])
    .select(['a.unit_id as unitId', 'a.scheme_id as schemeId', 'a.cut_off as cutOff', 'a.placed_on as placedOn'])
    .select(['s.version as schemeVersion', 'a.inputs_sha256 as inputsSha256', 'a.computed_at as computedAt'])
    .select(['a.meeting_on as meetingOn', 'a.decided_by as decidedBy', 'a.decided_at as decidedAt'])
    .select(['a.objection_until as objectionUntil', 'a.published_at as publishedAt'])
    .select([
      sql<string>`unit_label(a.authority_id, a.unit_id)`.as('unitName'),
      sql<'branch' | 'organ'>`s.subject`.as('subject'),
      sql<AssessmentState>`a.state`.as('state'),
      sql<(typeof PUBLICATIONS)[number]>`s.publication`.as('publication'),
      sql<number>`(select count(*)::int from appraisal_assessed_unit x where x.authority_id = a.authority_id and x.assessment_id = a.id)`.as(
        'units',
      ),
    ])
    .where('a.authority_id', '=', authorityId)
export type AssessmentRow = Awaited<ReturnType<ReturnType<typeof assessments>['execute']>>[number]

export const assessmentById = (tx: Tx, authorityId: string, id: string): Promise<AssessmentRow | undefined> =>
  assessments(tx, authorityId).where('a.id', '=', id).executeTakeFirst()

/** Reads the assessment and keeps others from changing it until this transaction ends. */
export async function lockAssessment(tx: Tx, authorityId: string, id: string): Promise<AssessmentRow | null> {
  await own(tx)
    .selectFrom('appraisal_assessment')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return (await assessmentById(tx, authorityId, id)) ?? null
}

/** Newest first; `unitId` limits to the assessments of one office. */
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

/** Others of the same office by the same line of schemes, newest period first: what an assessment is compared with. */
export const sameLine = (tx: Tx, authorityId: string, of: AssessmentRow): Promise<AssessmentRow[]> =>
  assessments(tx, authorityId)
    .where('a.unit_id', '=', of.unitId)
    .where('s.family', '=', of.family)
    .where('a.id', '<>', of.id)
    .orderBy('a.period', 'desc')
    .orderBy('a.computed_at', 'desc')
    .limit(50)
    .execute()

export interface NewAssessment {
  id: string
  unitId: string
  schemeId: string
  period: string
  cutOff: Day
  placedOn: Day
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
      placed_on: a.placedOn,
      state: 'rating',
      computed_by: a.by,
      computed_at: a.at,
    })
    .execute()
export const setAssessment = (
  tx: Tx,
  authorityId: string,
  id: string,
  values: Partial<
    Record<
      | 'state'
      | 'inputs_sha256'
      | 'computed_by'
      | 'computed_at'
      | 'meeting'
      | 'meeting_on'
      | 'document'
      | 'decided_by'
      | 'decided_at'
      | 'objection_until'
      | 'published_by'
      | 'published_at',
      string | null
    >
  >,
) =>
  own(tx)
    .updateTable('appraisal_assessment')
    .set(values as never)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()

export type RunCause = 'first' | 'ratings' | 'ruling' | 'correction'
export interface NewRun {
  id: string
  assessmentId: string
  unitId: string
  number: number
  cause: RunCause
  input: string
  inputsSha256: string
  moved: string
  places: string
  by: string
  at: string
}
export const insertRun = (tx: Tx, authorityId: string, r: NewRun) =>
  own(tx)
    .insertInto('appraisal_assessment_run')
    .values({
      authority_id: authorityId,
      id: r.id,
      assessment_id: r.assessmentId,
      unit_id: r.unitId,
      number: r.number,
      cause: r.cause,
      input: r.input,
      inputs_sha256: r.inputsSha256,
      moved: r.moved,
      places: r.places,
      computed_by: r.by,
      computed_at: r.at,
    })
    .execute()

/** The input that counts: that of the last computation; undefined before the first. */
export const lastRun = (tx: Tx, authorityId: string, assessmentId: string) =>
  own(tx)
    .selectFrom('appraisal_assessment_run')
    .select(['number', 'input', 'places', 'inputs_sha256 as inputsSha256'])
    .where('authority_id', '=', authorityId)
    .where('assessment_id', '=', assessmentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
/** Every computation without its input, the last first. */
export const runsOf = (tx: Tx, authorityId: string, assessmentId: string) =>
  own(tx)
    .selectFrom('appraisal_assessment_run')
    .select(['number', sql<RunCause>`cause`.as('cause'), 'moved', 'computed_at as computedAt'])
    .where('authority_id', '=', authorityId)
    .where('assessment_id', '=', assessmentId)
    .orderBy('number', 'desc')
    .limit(100)
    .execute()

export interface PublishedRow {
  id: string
  unitName: string
  subject: 'branch' | 'organ'
  schemeId: string
  period: string
  meeting: string | null
  meetingOn: Day | null
  publishedAt: string
  units: number
}
export const publishedAssessments = async (
  tx: Tx,
  authorityId: string,
  id: string | null,
  after: readonly [string, string] | null,
  limit: number,
): Promise<PublishedRow[]> =>
  (
    await sql<PublishedRow>`select id, unit_name as "unitName", subject, scheme_id as "schemeId", period, meeting, meeting_on as "meetingOn", published_at as "publishedAt", units
    from published_assessments(${authorityId})
    where (${id}::uuid is null or id = ${id}) and (${after?.[0] ?? null}::timestamptz is null or (published_at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by published_at desc, id desc limit ${limit}`.execute(tx)
  ).rows
