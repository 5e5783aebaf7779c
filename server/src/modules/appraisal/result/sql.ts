import type { ObjectionState } from '@jiannuo/contract/appraisal/result.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { officeOver } from '../sql.ts'

const own = (tx: Tx) =>
  tx.$pickTables<
    | 'appraisal_result'
    | 'appraisal_subject'
    | 'appraisal_ruling'
    | 'appraisal_computation'
    | 'appraisal_objection'
    | 'appraisal_round'
    | 'appraisal_scheme'
  >()

export const rulingsOf = (tx: Tx, authorityId: string, roundId: string) =>
  own(tx)
    .selectFrom('appraisal_ruling as g')
    .innerJoin('appraisal_subject as x', join =>
      join.onRef('x.authority_id', '=', 'g.authority_id').onRef('x.id', '=', 'g.subject_id'),
    )
    .select(['g.subject_id as subjectId', 'g.veto', 'g.indicator', 'g.decision'])
    .where('g.authority_id', '=', authorityId)
    .where('x.round_id', '=', roundId)
    .orderBy('g.decided_at')
    .orderBy('g.id')
    .execute()
export const insertRuling = (
  tx: Tx,
  r: {
    authorityId: string
    id: string
    subjectId: string
    unitId: string
    kind: 'limit' | 'indicator'
    target: string
    decision: string
    by: string
    at: string
  },
) =>
  own(tx)
    .insertInto('appraisal_ruling')
    .values({
      authority_id: r.authorityId,
      id: r.id,
      subject_id: r.subjectId,
      unit_id: r.unitId,
      [r.kind === 'limit' ? 'veto' : 'indicator']: r.target,
      decision: r.decision,
      decided_by: r.by,
      decided_at: r.at,
    })
    .execute()

export const computationOf = (tx: Tx, authorityId: string, roundId: string) =>
  own(tx)
    .selectFrom('appraisal_computation')
    .select(['input', 'sha256', 'computed_at as computedAt'])
    .where('authority_id', '=', authorityId)
    .where('round_id', '=', roundId)
    .executeTakeFirst()
export const saveComputation = (
  tx: Tx,
  c: { authorityId: string; roundId: string; unitId: string; input: string; sha256: string; by: string; at: string },
) =>
  own(tx)
    .insertInto('appraisal_computation')
    .values({
      authority_id: c.authorityId,
      round_id: c.roundId,
      unit_id: c.unitId,
      input: c.input,
      sha256: c.sha256,
      computed_by: c.by,
      computed_at: c.at,
    })
    .onConflict(oc =>
      oc
        .columns(['authority_id', 'round_id'])
        .doUpdateSet({ input: c.input, sha256: c.sha256, computed_by: c.by, computed_at: c.at }),
    )
    .execute()

export interface ResultRecord {
  id: string
  subjectId: string
  roundId: string
  personId: string
  name: string
  homeUnitId: string
  homeUnitName: string
  pledgeId: string | null
  total: string | null
  proposed: string | null
  toBeDecided: boolean
  outcome: unknown
  trace: unknown
  inputsSha256: string
  grade: string | null
  reason: string | null
  decidedBy: string | null
  decidedAt: string | null
  releasedAt: string | null
}
const results = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_result as e')
    .innerJoin('appraisal_subject as x', join =>
      join.onRef('x.authority_id', '=', 'e.authority_id').onRef('x.id', '=', 'e.subject_id'),
    )
    .select(['e.id', 'e.total', 'e.proposed', 'e.outcome', 'e.trace', 'e.grade', 'x.name'])
    .select([
      'e.subject_id as subjectId',
      'e.round_id as roundId',
      'e.person_id as personId',
      'e.to_be_decided as toBeDecided',
    ])
    .select([
      'e.inputs_sha256 as inputsSha256',
      'e.decision_reason as reason',
      'e.decided_by as decidedBy',
      'e.decided_at as decidedAt',
      'e.released_at as releasedAt',
    ])
    .select([
      'x.home_unit_id as homeUnitId',
      'x.pledge_id as pledgeId',
      sql<string>`coalesce(unit_label(x.authority_id, x.home_unit_id), '')`.as('homeUnitName'),
    ])
    .where('e.authority_id', '=', authorityId)
export const resultsOf = (tx: Tx, authorityId: string, roundId: string): Promise<ResultRecord[]> =>
  results(tx, authorityId).where('e.round_id', '=', roundId).orderBy('x.name').orderBy('x.id').execute()
export const resultById = (tx: Tx, authorityId: string, id: string): Promise<ResultRecord | undefined> =>
  results(tx, authorityId).where('e.id', '=', id).executeTakeFirst()

export interface Computed {
  id: string
  subjectId: string
  roundId: string
  unitId: string
  personId: string
  total: string | null
  proposed: string | null
  toBeDecided: boolean
  ranks: unknown
  outcome: unknown
  trace: unknown
  inputsSha256: string
}
/** Writes what was computed; a grade already decided stays. */
export async function saveComputed(tx: Tx, authorityId: string, rows: readonly Computed[]) {
  for (const r of rows) {
    const computed = {
      total: r.total,
      proposed: r.proposed,
      to_be_decided: r.toBeDecided,
      ranks: JSON.stringify(r.ranks),
      outcome: JSON.stringify(r.outcome),
      trace: JSON.stringify(r.trace),
      inputs_sha256: r.inputsSha256,
    }
    await own(tx)
      .insertInto('appraisal_result')
      .values({
        authority_id: authorityId,
        id: r.id,
        subject_id: r.subjectId,
        round_id: r.roundId,
        unit_id: r.unitId,
        person_id: r.personId,
        ...computed,
      })
      .onConflict(oc => oc.columns(['authority_id', 'subject_id']).doUpdateSet(computed))
      .execute()
  }
}
export const decideResult = (
  tx: Tx,
  authorityId: string,
  id: string,
  d: { grade: string | null; reason: string | null; by: string; at: string },
) =>
  own(tx)
    .updateTable('appraisal_result')
    .set({ grade: d.grade, decision_reason: d.reason, decided_by: d.by, decided_at: d.at })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
export const releaseRound = (tx: Tx, authorityId: string, roundId: string, at: string) =>
  own(tx)
    .updateTable('appraisal_result')
    .set({ released_at: at })
    .where('authority_id', '=', authorityId)
    .where('round_id', '=', roundId)
    .execute()

export interface ObjectionRecord {
  id: string
  resultId: string
  roundId: string
  subjectId: string
  personId: string
  name: string
  unitId: string
  node: string
  text: string
  state: ObjectionState
  answer: string | null
  answeredBy: string | null
  raisedAt: string
  dueOn: string
  answeredAt: string | null
}
const objections = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_objection as o')
    .innerJoin('appraisal_result as e', join =>
      join.onRef('e.authority_id', '=', 'o.authority_id').onRef('e.id', '=', 'o.result_id'),
    )
    .innerJoin('appraisal_subject as x', join =>
      join.onRef('x.authority_id', '=', 'e.authority_id').onRef('x.id', '=', 'e.subject_id'),
    )
    .select(['o.id', 'o.node', 'o.text', 'o.state', 'o.answer', 'x.name'])
    .select([
      'o.result_id as resultId',
      'e.round_id as roundId',
      'x.id as subjectId',
      'o.person_id as personId',
      'o.unit_id as unitId',
    ])
    .select([
      'o.answered_by as answeredBy',
      'o.raised_at as raisedAt',
      'o.due_on as dueOn',
      'o.answered_at as answeredAt',
    ])
    .where('o.authority_id', '=', authorityId)
export const objectionById = (tx: Tx, authorityId: string, id: string): Promise<ObjectionRecord | undefined> =>
  objections(tx, authorityId).where('o.id', '=', id).executeTakeFirst()
export const objectionTo = (tx: Tx, authorityId: string, resultId: string): Promise<ObjectionRecord | undefined> =>
  objections(tx, authorityId).where('o.result_id', '=', resultId).executeTakeFirst()
export const objectionsOf = (tx: Tx, authorityId: string, roundId: string): Promise<ObjectionRecord[]> =>
  objections(tx, authorityId).where('e.round_id', '=', roundId).orderBy('o.raised_at').orderBy('o.id').execute()

/** 0 for those waiting, 1 for those answered: the first part of the worklist's key. */
const settled = sql<number>`(case when o.state in ('raised', 'examining') then 0 else 1 end)`
export function objectionsInView(
  tx: Tx,
  authorityId: string,
  after: readonly [number, string, string] | null,
  limit: number,
): Promise<(ObjectionRecord & { settled: number })[]> {
  const all = objections(tx, authorityId)
    .select(settled.as('settled'))
    .where(officeOver('o.unit_id'))
    .orderBy(settled)
    .orderBy('o.raised_at')
    .orderBy('o.id')
    .limit(limit)
  return (
    after
      ? all.where(
          sql<boolean>`(${settled}, o.raised_at, o.id) > (${after[0]}, ${after[1]}::timestamptz, ${after[2]}::uuid)`,
        )
      : all
  ).execute()
}
export async function countWaiting(tx: Tx, authorityId: string): Promise<number> {
  const row = await own(tx)
    .selectFrom('appraisal_objection as o')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('o.authority_id', '=', authorityId)
    .where('o.state', 'in', ['raised', 'examining'])
    .where(officeOver('o.unit_id'))
    .executeTakeFirst()
  return row?.n ?? 0
}
export interface NewObjection {
  authorityId: string
  id: string
  resultId: string
  unitId: string
  personId: string
  node: string
  text: string
  at: string
  dueOn: string
}
export const insertObjection = (tx: Tx, o: NewObjection) =>
  own(tx)
    .insertInto('appraisal_objection')
    .values({
      authority_id: o.authorityId,
      id: o.id,
      result_id: o.resultId,
      unit_id: o.unitId,
      person_id: o.personId,
      node: o.node,
      text: o.text,
      raised_at: o.at,
      due_on: o.dueOn,
    })
    .execute()
export const setObjection = (
  tx: Tx,
  authorityId: string,
  id: string,
  values: { state: ObjectionState; answer?: string; answered_by?: string; answered_at?: string },
) =>
  own(tx)
    .updateTable('appraisal_objection')
    .set(values)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
