import type { RoundState } from '@jiannuo/contract/appraisal/round.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/database/connect.ts'
import type { Seat } from './policy.ts'

const own = (tx: Tx) =>
  tx.$pickTables<'appraisal_round' | 'appraisal_scheme' | 'appraisal_subject' | 'appraisal_objection'>()

export interface RoundRow extends Seat {
  id: string
  cycleId: string
  year: number
  level: Level
  unitId: string
  unitName: string
  schemeId: string
  state: RoundState
  meeting: string | null
  meetingOn: string | null
  objectionUntil: string | null
  openedAt: string
  computedAt: string | null
  decidedBy: string | null
  decidedAt: string | null
  subjects: number
  objections: number
}

/** The caller's office lies over the unit in that column; asked once by the statement, not for every row. */
export const officeOver = (column: string) =>
  sql<boolean>`((select sees_all()) or ${sql.ref(column)} = any ((select office_reach())::uuid[]))`

/** The caller's office lies over the unit of the round; a body that only guides the unit meets it once it is filed. */
const office = sql<boolean>`(${officeOver('r.unit_id')} and (r.state = 'filed' or r.unit_id <> all ((select guided_units())::uuid[])))`
const rounds = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_round as r')
    .select(['r.id', 'r.level', 'r.state', 'r.meeting'])
    .select(['r.cycle_id as cycleId', 'r.unit_id as unitId', 'r.scheme_id as schemeId', 'r.meeting_on as meetingOn'])
    .select(['r.objection_until as objectionUntil', 'r.opened_at as openedAt', 'r.decided_by as decidedBy'])
    .select(['r.computed_at as computedAt', 'r.decided_at as decidedAt'])
    .select([
      // A scheme may hold for several years; the round belongs to the year it was opened in.
      sql<number>`year_of_cycle(r.authority_id, r.cycle_id)`.as('year'),
      sql<string>`unit_label(r.authority_id, r.unit_id)`.as('unitName'),
      sql<string>`kind_of_unit(r.authority_id, r.unit_id)`.as('unitKind'),
      office.as('office'),
      sql<number>`(select count(*)::int from appraisal_subject x where x.authority_id = r.authority_id and x.round_id = r.id)`.as(
        'subjects',
      ),
      sql<number>`(select count(*)::int from appraisal_objection o join appraisal_result e on e.authority_id = o.authority_id and e.id = o.result_id
        where e.authority_id = r.authority_id and e.round_id = r.id and o.state in ('raised', 'examining'))`.as(
        'objections',
      ),
    ])
    .where('r.authority_id', '=', authorityId)

export const roundById = (tx: Tx, authorityId: string, id: string): Promise<RoundRow | undefined> =>
  rounds(tx, authorityId).where('r.id', '=', id).executeTakeFirst()

/** Rounds of units that the caller's office lies over. */
export const roundsInView = (tx: Tx, authorityId: string) => rounds(tx, authorityId).where(office)

/** Reads the round and keeps others from changing it until this transaction ends. */
export async function lockRound(tx: Tx, authorityId: string, id: string): Promise<RoundRow | null> {
  await own(tx)
    .selectFrom('appraisal_round')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return (await roundById(tx, authorityId, id)) ?? null
}

export const setRound = (
  tx: Tx,
  authorityId: string,
  id: string,
  values: Partial<
    Record<
      'state' | 'meeting' | 'meeting_on' | 'objection_until' | 'computed_at' | 'decided_by' | 'decided_at',
      string | null
    >
  >,
) =>
  own(tx)
    .updateTable('appraisal_round')
    .set(values as never)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()

/** A fact from outside the system, with the document it rests on. */
const Entered = z.record(z.string(), z.object({ value: z.string(), document: z.string() }))
export type Entered = z.output<typeof Entered>
export interface SubjectRow {
  id: string
  roundId: string
  personId: string
  name: string
  unitId: string
  homeUnitId: string
  homeUnitName: string
  scopes: Record<string, string>
  facts: Entered
}

const subjects = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_subject as x')
    .select(['x.id', 'x.name', 'x.scopes', 'x.facts'])
    .select(['x.round_id as roundId', 'x.person_id as personId', 'x.unit_id as unitId', 'x.home_unit_id as homeUnitId'])
    .select(sql<string>`coalesce(unit_label(x.authority_id, x.home_unit_id), '')`.as('homeUnitName'))
    .where('x.authority_id', '=', authorityId)

const parsed = <R extends { scopes: unknown; facts: unknown }>(row: R) => ({
  ...row,
  scopes: z.record(z.string(), z.string()).parse(row.scopes),
  facts: Entered.parse(row.facts),
})

/** Everybody in the round in view, by name. */
export const subjectsOf = async (tx: Tx, authorityId: string, roundId: string): Promise<SubjectRow[]> =>
  (await subjects(tx, authorityId).where('x.round_id', '=', roundId).orderBy('x.name').orderBy('x.id').execute()).map(
    parsed,
  )

export async function subjectById(tx: Tx, authorityId: string, id: string): Promise<SubjectRow | null> {
  const row = await subjects(tx, authorityId).where('x.id', '=', id).executeTakeFirst()
  return row ? parsed(row) : null
}

export const subjectsOfPerson = async (tx: Tx, authorityId: string, personId: string): Promise<SubjectRow[]> =>
  (await subjects(tx, authorityId).where('x.person_id', '=', personId).execute()).map(parsed)

export const setFacts = (tx: Tx, authorityId: string, subjectId: string, facts: Entered) =>
  own(tx)
    .updateTable('appraisal_subject')
    .set({ facts: JSON.stringify(facts) })
    .where('authority_id', '=', authorityId)
    .where('id', '=', subjectId)
    .execute()

/** Names of persons: those in view, and of office holders anybody's. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; name: string }>`
    select person_id, name from member_names(${ids}::uuid[]) union select person_id, name from post_holder_names(${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.person_id, row.name]))
}

/** Who decides in a unit's name today. */
export async function decidersOf(tx: Tx, authorityId: string, unitId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{
    person_id: string
  }>`select person_id from unit_deciders(${authorityId}, ${unitId}, ${day})`.execute(tx)
  return rows.map(row => row.person_id)
}

export async function managingUnit(
  tx: Tx,
  authorityId: string,
  level: Level,
  unitId: string,
): Promise<{ id: string; name: string }> {
  const { rows } = await sql<{ id: string; name: string }>`
    select m.id, unit_label(${authorityId}, m.id) as name from (select managing_unit(${authorityId}, ${level}, ${unitId}) as id) m`.execute(
    tx,
  )
  return rows[0]!
}
