import type { MailMode } from '@jiannuo/contract/desk/reminder.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Reader } from '../inbox/sql.ts'

const own = (tx: Tx) => tx.$pickTables<'desk_reminder' | 'desk_delivery' | 'desk_delivery_mark' | 'inbox_item'>()

export const reminderOf = (tx: Tx, { authorityId, personId }: Reader) =>
  own(tx)
    .selectFrom('desk_reminder')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
export type ReminderRow = NonNullable<Awaited<ReturnType<typeof reminderOf>>>

export type ReminderFields = Partial<Omit<ReminderRow, 'authority_id' | 'person_id'>>
export async function setReminder(tx: Tx, { authorityId, personId }: Reader, fields: ReminderFields): Promise<void> {
  // A row put forward for insertion must satisfy the checks by itself, even where it turns into an update: so there is one to update first.
  await own(tx)
    .insertInto('desk_reminder')
    .values({ authority_id: authorityId, person_id: personId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await own(tx)
    .updateTable('desk_reminder')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .execute()
}

/** Works without a session, after a request that failed. */
export async function noteTry(tx: Tx, { authorityId, personId }: Reader): Promise<void> {
  await sql`select note_code_try(${authorityId}, ${personId})`.execute(tx)
}

/** When the last mail to the person was given up; null when none was since one was delivered. */
export async function failedAt(tx: Tx, { authorityId, personId }: Reader): Promise<string | null> {
  const last = await own(tx)
    .selectFrom('desk_delivery')
    .select(['state', 'settled_at'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('channel', '=', 'mail')
    .where('state', 'in', ['sent', 'failed'])
    .orderBy('settled_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.state === 'failed' ? last.settled_at : null
}

/** Up to when messages have been looked at; the first time from now on. */
export async function markOf(tx: Tx, authorityId: string): Promise<string | null> {
  const found = await own(tx)
    .selectFrom('desk_delivery_mark')
    .select('through')
    .where('authority_id', '=', authorityId)
    .executeTakeFirst()
  return found?.through ?? null
}
export async function setMark(tx: Tx, authorityId: string, through: string): Promise<void> {
  await own(tx)
    .insertInto('desk_delivery_mark')
    .values({ authority_id: authorityId, through })
    .onConflict(conflict => conflict.column('authority_id').doUpdateSet({ through }))
    .execute()
}

export interface Fresh {
  id: string
  person_id: string
  mode: MailMode
  quiet_from: number | null
  quiet_until: number | null
  mail: boolean
  hook: boolean
}
/** Unread messages sent since then that are wanted by a way they have not been planned for yet. */
export async function freshItems(tx: Tx, since: string, ways: { mail: boolean; hook: boolean }): Promise<Fresh[]> {
  const { rows } = await sql<Fresh>`
    select * from fresh_messages(${since}::timestamptz, ${ways.mail}, ${ways.hook}) f where f.mail or f.hook`.execute(
    tx,
  )
  return rows
}

export interface Planned {
  item_id: string
  person_id: string
  channel: 'mail' | 'hook'
  next_at: string
}
const BATCH = 1000
export async function planDeliveries(tx: Tx, authorityId: string, planned: readonly Planned[]): Promise<void> {
  for (let at = 0; at < planned.length; at += BATCH)
    await own(tx)
      .insertInto('desk_delivery')
      .values(
        planned.slice(at, at + BATCH).map(each => ({
          ...each,
          ...{ authority_id: authorityId, id: crypto.randomUUID() },
        })),
      )
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

/** What is due by a channel, with the message and the person’s wishes as they are now. */
export function due(tx: Tx, authorityId: string, channel: 'mail' | 'hook', now: string, limit: number) {
  return own(tx)
    .selectFrom('desk_delivery as d')
    .innerJoin('inbox_item as i', join =>
      join.onRef('i.authority_id', '=', 'd.authority_id').onRef('i.id', '=', 'd.item_id'),
    )
    .leftJoin('desk_reminder as r', join =>
      join.onRef('r.authority_id', '=', 'd.authority_id').onRef('r.person_id', '=', 'd.person_id'),
    )
    .select(['d.id', 'd.person_id', 'd.attempts', 'i.id as item_id', 'i.kind', 'i.title_zh', 'i.title_en', 'i.link'])
    .select(['i.due_on', 'i.sent_at', 'i.read_at', 'r.address_sealed', 'r.confirmed_at', 'r.mode', 'r.hook'])
    .select(sql<string | null>`person_code(d.authority_id, d.person_id)`.as('person_code'))
    .where('d.authority_id', '=', authorityId)
    .where('d.channel', '=', channel)
    .where('d.state', '=', 'waiting')
    .where('d.next_at', '<=', now)
    .orderBy('d.next_at')
    .orderBy('d.id')
    .limit(limit)
    .execute()
}
export type DueRow = Awaited<ReturnType<typeof due>>[number]

export async function settle(
  tx: Tx,
  authorityId: string,
  ids: readonly string[],
  fields: {
    state: 'sent' | 'failed' | 'dropped' | 'waiting'
    settled_at: string | null
    next_at?: string
    error?: string | null
    attempts?: number
  },
): Promise<void> {
  if (ids.length === 0) return
  await own(tx)
    .updateTable('desk_delivery')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('id', 'in', [...ids])
    .execute()
}

export async function health(tx: Tx) {
  const { rows } = await sql<{
    waiting: number
    failed: number
    channel: 'mail' | 'hook'
    error: string | null
    last_at: string | null
  }>`
    select waiting, failed, channel, error, last_at from delivery_health()`.execute(tx)
  return rows
}
export async function retryAll(tx: Tx, now: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select retry_deliveries(${now}::timestamptz) as n`.execute(tx)
  return rows[0]?.n ?? 0
}
