import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/connect.ts'

const own = (tx: Tx) =>
  tx.$pickTables<'appraisal_assessment_objection' | 'appraisal_assessed_unit' | 'appraisal_assessment'>()

const objections = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_assessment_objection as o')
    .innerJoin('appraisal_assessed_unit as x', join =>
      join.onRef('x.authority_id', '=', 'o.authority_id').onRef('x.id', '=', 'o.assessed_id'),
    )
    .select(['o.id', 'o.node', 'o.text', 'o.answer', 'x.name', 'o.assessed_id as assessedId'])
    .select(['x.assessment_id as assessmentId', 'x.unit_id as unitId', 'o.person_id as personId', 'o.due_on as dueOn'])
    .select(['o.raised_at as raisedAt', 'o.answered_at as answeredAt', 'x.grade', 'x.stars'])
    .select([
      sql<'raised' | 'upheld' | 'corrected'>`o.state`.as('state'),
      sql<number | null>`x.total::float8`.as('total'),
    ])
    .where('o.authority_id', '=', authorityId)
export type ObjectionRow = Awaited<ReturnType<ReturnType<typeof objections>['execute']>>[number]

export const objectionById = (tx: Tx, authorityId: string, id: string): Promise<ObjectionRow | undefined> =>
  objections(tx, authorityId).where('o.id', '=', id).executeTakeFirst()
export const objectionTo = (tx: Tx, authorityId: string, assessedId: string): Promise<ObjectionRow | undefined> =>
  objections(tx, authorityId).where('o.assessed_id', '=', assessedId).executeTakeFirst()
export const objectionsOf = (tx: Tx, authorityId: string, assessmentId: string): Promise<ObjectionRow[]> =>
  objections(tx, authorityId)
    .where('x.assessment_id', '=', assessmentId)
    .orderBy('o.raised_at')
    .orderBy('o.id')
    .execute()
/** States of objections by what they are to. */
export const statesOf = (tx: Tx, authorityId: string, assessedIds: readonly string[]) =>
  own(tx)
    .selectFrom('appraisal_assessment_objection as o')
    .select(['o.assessed_id as assessedId', sql<ObjectionRow['state']>`o.state`.as('state')])
    .where('o.authority_id', '=', authorityId)
    .where(sql<boolean>`o.assessed_id = any (${[...assessedIds]}::uuid[])`)
    .execute()

export async function countObjections(tx: Tx, authorityId: string, assessmentId: string) {
  const rows = await objectionsOf(tx, authorityId, assessmentId)
  const count = (state: ObjectionRow['state']) => rows.filter(each => each.state === state).length
  return { open: count('raised'), upheld: count('upheld'), corrected: count('corrected') }
}

/** 0 for those waiting, 1 for those answered: the first part of the worklist's key. */
const settled = sql<number>`(case when o.state = 'raised' then 0 else 1 end)`
/** `officeId`: of assessments of one office; null for all. */
export function objectionsInView(
  tx: Tx,
  authorityId: string,
  officeId: string | null,
  after: readonly [number, string, string] | null,
  limit: number,
): Promise<(ObjectionRow & { settled: number })[]> {
  let found = objections(tx, authorityId)
    .select(settled.as('settled'))
    .orderBy(settled)
    .orderBy('o.raised_at')
    .orderBy('o.id')
    .limit(limit)
  if (officeId !== null) found = found.where('x.office_id', '=', officeId)
  if (after)
    found = found.where(
      sql<boolean>`(${settled}, o.raised_at, o.id) > (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)`,
    )
  return found.execute()
}
export async function countWaiting(tx: Tx, authorityId: string, officeId: string | null): Promise<number> {
  let found = own(tx)
    .selectFrom('appraisal_assessment_objection as o')
    .innerJoin('appraisal_assessed_unit as x', join =>
      join.onRef('x.authority_id', '=', 'o.authority_id').onRef('x.id', '=', 'o.assessed_id'),
    )
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('o.authority_id', '=', authorityId)
    .where('o.state', '=', 'raised')
  if (officeId !== null) found = found.where('x.office_id', '=', officeId)
  return Number((await found.executeTakeFirst())?.n ?? 0)
}

export interface NewObjection {
  id: string
  assessedId: string
  personId: string
  node: string
  text: string
  at: string
  dueOn: string
}
export const insertObjection = (tx: Tx, authorityId: string, o: NewObjection) =>
  own(tx)
    .insertInto('appraisal_assessment_objection')
    .values({
      authority_id: authorityId,
      id: o.id,
      assessed_id: o.assessedId,
      person_id: o.personId,
      node: o.node,
      text: o.text,
      raised_at: o.at,
      due_on: o.dueOn,
    })
    .execute()
export const answerObjection = (
  tx: Tx,
  authorityId: string,
  id: string,
  a: { state: 'upheld' | 'corrected'; answer: string; by: string; at: string },
) =>
  own(tx)
    .updateTable('appraisal_assessment_objection')
    .set({ state: a.state, answer: a.answer, answered_by: a.by, answered_at: a.at })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
