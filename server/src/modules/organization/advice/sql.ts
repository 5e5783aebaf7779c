import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'

const own = (tx: Tx) => tx.$pickTables<'organization_advice'>()

const advice = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('organization_advice as a')
    .select([
      'a.id',
      'a.from_unit_id',
      'a.to_unit_id',
      'a.text',
      'a.given_by',
      'a.given_at',
      'a.answer',
      'a.answered_at',
    ])
    .select([
      sql<string>`coalesce(unit_label(a.authority_id, a.from_unit_id), '')`.as('from_unit_name'),
      sql<string>`coalesce(unit_label(a.authority_id, a.to_unit_id), '')`.as('to_unit_name'),
    ])
    .where('a.authority_id', '=', authorityId)
export type AdviceRow = Awaited<ReturnType<ReturnType<typeof advice>['executeTakeFirstOrThrow']>>

export const adviceById = (tx: Tx, authorityId: string, id: string): Promise<AdviceRow | undefined> =>
  advice(tx, authorityId).where('a.id', '=', id).executeTakeFirst()

interface Place {
  asked: boolean
  givenAt: string
  id: string
}
/** As far as the caller's unit is one of the two. `asked`: it has to answer. */
export async function listed(tx: Tx, authorityId: string, unitId: string, after: Place | null, limit: number) {
  const asked = sql<boolean>`(a.answer is null and a.to_unit_id = ${unitId})`
  let found = advice(tx, authorityId).select(asked.as('asked'))
  if (after)
    found = found.where(
      sql<boolean>`(${asked}, a.given_at, a.id) < (${after.asked}::boolean, ${after.givenAt}::timestamptz, ${after.id}::uuid)`,
    )
  return found.orderBy(asked, 'desc').orderBy('a.given_at', 'desc').orderBy('a.id', 'desc').limit(limit).execute()
}

export async function insertAdvice(
  tx: Tx,
  row: Omit<Database['organization_advice'], 'answer' | 'answered_by' | 'answered_at'>,
): Promise<void> {
  await own(tx).insertInto('organization_advice').values(row).execute()
}

/** Whether it was still without an answer. */
export async function setAnswer(
  tx: Tx,
  authorityId: string,
  id: string,
  fields: { answer: string; answered_by: string; answered_at: string },
): Promise<boolean> {
  const done = await own(tx)
    .updateTable('organization_advice')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Who acts for a unit. */
export async function deciders(tx: Tx, authorityId: string, unitId: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{
    person_id: string
  }>`select person_id from unit_deciders(${authorityId}, ${unitId}, ${today}::date)`.execute(tx)
  return rows.map(r => r.person_id)
}
