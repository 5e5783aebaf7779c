import type { markAllRead as allApi, listInbox as listApi, markRead as readApi } from '@jiannuo/contract/desk/inbox.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { readerOf } from './policy.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])

export async function listInbox({ tx, actor }: Change, { query }: Input<typeof listApi>) {
  const reader = readerOf(actor)
  const after = openCursor(Cursor, query.after)
  const rows = await sql.messages(tx, reader, query.only, after && { sentAt: after[0], id: after[1] }, query.limit)
  const shown = rows.slice(0, query.limit)
  const last = rows.length > shown.length ? shown.at(-1) : undefined
  return {
    items: shown.map(m => ({
      id: m.id,
      kind: m.kind,
      title: { zh: m.title_zh, en: m.title_en },
      link: m.link,
      dueOn: m.due_on,
      sentAt: m.sent_at,
      read: m.read_at !== null,
    })),
    next: last ? sealCursor([last.sent_at, last.id]) : null,
    ...(await sql.counts(tx, reader)),
  }
}

/** Messages the caller has not read; he must be a person. */
export const countUnread = async ({ tx, actor }: Change) => (await sql.counts(tx, readerOf(actor))).unread

/** A message of somebody else does not exist. */
export const messageFacts = async ({ tx, actor }: Change, { params }: Input<typeof readApi>) =>
  actor.personId ? ((await sql.messageById(tx, readerOf(actor), params.messageId)) ?? null) : null

export async function markRead(change: Change, { params }: Input<typeof readApi>) {
  const reader = readerOf(change.actor)
  await sql.setRead(change.tx, reader, params.messageId, change.now)
  await change.audit('inbox.read', params.messageId)
  return { unread: (await sql.counts(change.tx, reader)).unread }
}

export async function markAllRead(change: Change, { body }: Input<typeof allApi>) {
  const reader = readerOf(change.actor)
  await sql.setReadUpTo(change.tx, reader, body.upTo, change.now)
  await change.audit('inbox.read-all', reader.personId, { values: body })
  return { unread: (await sql.counts(change.tx, reader)).unread }
}
