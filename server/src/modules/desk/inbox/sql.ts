import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'inbox_item' | 'desk_feed'>()

/** The person whose inbox or feed is meant. */
export interface Reader {
  authorityId: string
  personId: string
}

const mine = (tx: Tx, { authorityId, personId }: Reader) =>
  own(tx).selectFrom('inbox_item').where('authority_id', '=', authorityId).where('person_id', '=', personId)

export interface Cursor {
  sentAt: string
  id: string
}

/** Messages newest first; one more than `limit`, so that the caller sees whether there are more. */
export async function messages(
  tx: Tx,
  reader: Reader,
  only: 'unread' | undefined,
  after: Cursor | null,
  limit: number,
) {
  let found = mine(tx, reader)
    .select(['id', 'kind', 'title_zh', 'title_en', 'link', 'due_on', 'sent_at', 'read_at'])
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (only) found = found.where('read_at', 'is', null)
  if (after) found = found.where(sql<boolean>`(sent_at, id) < (${after.sentAt}::timestamptz, ${after.id}::uuid)`)
  return found.execute()
}

export async function counts(tx: Tx, reader: Reader): Promise<{ unread: number; all: number }> {
  const found = await mine(tx, reader)
    .select(eb => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread'),
    ])
    .executeTakeFirstOrThrow()
  return { unread: Number(found.unread), all: Number(found.all) }
}

export const messageById = (tx: Tx, reader: Reader, id: string) =>
  mine(tx, reader).select(['id', 'read_at']).where('id', '=', id).executeTakeFirst()

const unread = (tx: Tx, { authorityId, personId }: Reader, now: Date) =>
  own(tx)
    .updateTable('inbox_item')
    .set({ read_at: now.toISOString() })
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)

export async function setRead(tx: Tx, reader: Reader, id: string, now: Date): Promise<void> {
  await unread(tx, reader, now).where('id', '=', id).execute()
}

/** Marks what was sent up to the moment; returns how many were unread. */
export async function setReadUpTo(tx: Tx, reader: Reader, upTo: string, now: Date): Promise<number> {
  const done = await unread(tx, reader, now).where('sent_at', '<=', upTo).executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export const feedOf = (tx: Tx, { authorityId, personId }: Reader) =>
  own(tx)
    .selectFrom('desk_feed')
    .select('created_at')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** A new secret takes the place of the old one. */
export async function setFeed(
  tx: Tx,
  { authorityId, personId }: Reader,
  tokenSha256: string,
  now: Date,
): Promise<void> {
  const row = {
    authority_id: authorityId,
    person_id: personId,
    token_sha256: tokenSha256,
    created_at: now.toISOString(),
  }
  await own(tx)
    .insertInto('desk_feed')
    .values(row)
    .onConflict(oc =>
      oc
        .columns(['authority_id', 'person_id'])
        .doUpdateSet({ token_sha256: row.token_sha256, created_at: row.created_at }),
    )
    .execute()
}

/** False when there was none. */
export async function dropFeed(tx: Tx, { authorityId, personId }: Reader): Promise<boolean> {
  const done = await own(tx)
    .deleteFrom('desk_feed')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

const FeedEntry = z.object({
  uid: z.string(),
  kind: z.enum(['phase', 'item', 'rectification', 'sample', 'review']),
  detail: z.string().nullable(),
  year: z.number().nullable(),
  from_on: z.string(),
  until_on: z.string(),
  revision: z.number().int(),
})
export type FeedEntry = z.output<typeof FeedEntry> & { from_on: Day; until_on: Day }

/** What the feed behind a secret holds, without a session; null when nobody has that secret. */
export async function feedEntries(tx: Tx, tokenSha256: string): Promise<FeedEntry[] | null> {
  const { rows } = await sql<{ feed: unknown }>`select feed_entries(${tokenSha256}) as feed`.execute(tx)
  return rows[0]?.feed ? z.object({ entries: z.array(FeedEntry) }).parse(rows[0].feed).entries : null
}

const FeedMeeting = z.object({
  ...{ id: z.string(), kind: z.string(), title: z.string(), place: z.string(), starts_at: z.string() },
  ...{ minutes: z.number().int(), sequence: z.number().int(), cancelled: z.boolean() },
})
export type FeedMeeting = z.output<typeof FeedMeeting>

/** Meetings at which the owner of the secret is due, those called off too. */
export async function feedMeetings(tx: Tx, tokenSha256: string): Promise<FeedMeeting[]> {
  const { rows } = await sql<FeedMeeting>`select * from feed_meetings(${tokenSha256})`.execute(tx)
  return z.array(FeedMeeting).parse(rows)
}
