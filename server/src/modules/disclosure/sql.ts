import type { NamedObjection, Notice, Objection } from '@jiannuo/contract/disclosure.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Database } from '../../platform/database/tables.ts'

const own = (tx: Tx) => tx.$pickTables<'disclosure_notice' | 'disclosure_objection'>()

/** Notices as far as the caller sees them; `belongs` when the person is one of those the notice is made for. */
export function notices(tx: Tx, authorityId: string, personId: string | null, today: Day) {
  return own(tx)
    .selectFrom('disclosure_notice as n')
    .select([
      'n.id',
      'n.subject',
      'n.unit_id',
      'n.reviewer_unit_id',
      'n.title',
      'n.object_ids',
      'n.opens_on',
      'n.closes_on',
      'n.state',
    ])
    .select([
      sql<string>`coalesce(unit_label(n.authority_id, n.unit_id), '')`.as('unit_name'),
      sql<string>`coalesce(unit_label(n.authority_id, n.reviewer_unit_id), '')`.as('reviewer_unit_name'),
      sql<boolean>`coalesce(belongs_under(n.authority_id, ${personId}::uuid, n.unit_id, ${today}::date), false)`.as(
        'belongs',
      ),
      sql<number>`(select count(*) from disclosure_objection o where o.authority_id = n.authority_id and o.notice_id = n.id and o.state = 'raised' and o.reviewer_unit_id = (select (current_context()).unit_id))`.as(
        'waiting',
      ),
    ])
    .where('n.authority_id', '=', authorityId)
}
export type NoticeRow = Awaited<ReturnType<ReturnType<typeof notices>['executeTakeFirstOrThrow']>>

export async function noticeById(
  tx: Tx,
  authorityId: string,
  noticeId: string,
  personId: string | null,
  today: Day,
): Promise<NoticeRow | null> {
  return (await notices(tx, authorityId, personId, today).where('n.id', '=', noticeId).executeTakeFirst()) ?? null
}

interface Filter {
  state?: Notice['state'] | undefined
  subject?: Notice['subject'] | undefined
  after: { running: number; opensOn: Day; id: string } | null
  limit: number
}
/** Running ones first, then the latest. */
export async function listed(
  tx: Tx,
  authorityId: string,
  personId: string | null,
  today: Day,
  { state, subject, after, limit }: Filter,
): Promise<NoticeRow[]> {
  let found = notices(tx, authorityId, personId, today)
  if (state) found = found.where('n.state', '=', state)
  if (subject) found = found.where('n.subject', '=', subject)
  if (after)
    found = found.where(
      sql<boolean>`((n.state = 'open')::int, n.opens_on, n.id) < (${after.running}::int, ${after.opensOn}::date, ${after.id}::uuid)`,
    )
  return found
    .orderBy(sql`(n.state = 'open')::int`, 'desc')
    .orderBy('n.opens_on', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertNotice(
  tx: Tx,
  row: Omit<Database['disclosure_notice'], 'state' | 'closed_at'>,
): Promise<void> {
  await own(tx).insertInto('disclosure_notice').values(row).execute()
}

/** Locks a running notice, so that an objection and its end cannot pass each other. */
export const lockNotice = (tx: Tx, authorityId: string, noticeId: string) =>
  own(tx)
    .selectFrom('disclosure_notice')
    .select(['id', 'state'])
    .where('authority_id', '=', authorityId)
    .where('id', '=', noticeId)
    .forUpdate()
    .executeTakeFirst()

export async function setClosed(tx: Tx, authorityId: string, noticeId: string, at: string): Promise<void> {
  await own(tx)
    .updateTable('disclosure_notice')
    .set({ state: 'closed', closed_at: at })
    .where('authority_id', '=', authorityId)
    .where('id', '=', noticeId)
    .execute()
}

/** Running notices of a subject whose time is over, oldest first. */
export const due = (tx: Tx, authorityId: string, subject: Notice['subject'], today: Day) =>
  own(tx)
    .selectFrom('disclosure_notice')
    .select(['id', 'unit_id', 'reviewer_unit_id', 'title', 'closes_on'])
    .where('authority_id', '=', authorityId)
    .where('subject', '=', subject)
    .where('state', '=', 'open')
    .where('closes_on', '<=', today)
    .orderBy('closes_on')
    .orderBy('id')
    .execute()

export async function unanswered(tx: Tx, authorityId: string, noticeId: string): Promise<number> {
  const row = await own(tx)
    .selectFrom('disclosure_objection')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('authority_id', '=', authorityId)
    .where('notice_id', '=', noticeId)
    .where('state', '=', 'raised')
    .executeTakeFirstOrThrow()
  return row.count
}

/** Objections to a notice as far as the caller reads them: the reviewing unit all of them, everybody else his own. */
export const objectionsOf = (tx: Tx, authorityId: string, noticeId: string) =>
  own(tx)
    .selectFrom('disclosure_objection')
    .select(['id', 'object_id', 'person_id', 'reviewer_unit_id', 'text', 'state', 'answer', 'raised_at', 'answered_at'])
    .select(eb => sql<string | null>`person_label(${authorityId}, ${eb.ref('person_id')})`.as('person_name'))
    .where('authority_id', '=', authorityId)
    .where('notice_id', '=', noticeId)
    .orderBy('raised_at')
    .orderBy('id')
    .execute()
export type ObjectionRow = Awaited<ReturnType<typeof objectionsOf>>[number]

export async function insertObjection(
  tx: Tx,
  row: Omit<Database['disclosure_objection'], 'state' | 'answer' | 'answered_by' | 'answered_at'>,
): Promise<void> {
  await own(tx).insertInto('disclosure_objection').values(row).execute()
}

export async function setAnswer(
  tx: Tx,
  authorityId: string,
  objectionId: string,
  fields: { state: 'upheld' | 'corrected'; answer: string; answered_by: string | null; answered_at: string },
): Promise<void> {
  await own(tx)
    .updateTable('disclosure_objection')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('id', '=', objectionId)
    .execute()
}

/** The members a notice of the unit is made for. */
export async function readers(tx: Tx, authorityId: string, unitId: string, today: Day): Promise<string[]> {
  return (
    await sql<{
      person_id: string
    }>`select person_id from people_under(${authorityId}, ${unitId}, ${today}::date)`.execute(tx)
  ).rows.map(r => r.person_id)
}

/** Who decides for the reviewing unit. */
export async function reviewers(tx: Tx, authorityId: string, unitId: string, today: Day): Promise<string[]> {
  return (
    await sql<{
      person_id: string
    }>`select person_id from unit_deciders(${authorityId}, ${unitId}, ${today}::date)`.execute(tx)
  ).rows.map(r => r.person_id)
}

export const toObjection = (o: ObjectionRow): Objection => ({
  id: o.id,
  objectId: o.object_id,
  text: o.text,
  state: o.state,
  answer: o.answer,
  raisedAt: o.raised_at,
  answeredAt: o.answered_at,
})
export const toNamed = (o: ObjectionRow): NamedObjection => ({ ...toObjection(o), personName: o.person_name ?? '' })
