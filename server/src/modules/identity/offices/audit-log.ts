import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/identity/system.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../platform/http/wire/cursor.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])

/** Reading the log is itself an event, once per search and not once per page. */
export async function searchAudit(change: Change, { query }: Input<typeof api.searchAudit>) {
  const after = openCursor(Cursor, query.after)
  const rows = await sql.searchEvents(change.tx, change.actor.authorityId, {
    ...query,
    after: after && { at: after[0], id: after[1] },
  })
  const marks = await sql.marksOf(
    change.tx,
    change.actor.authorityId,
    rows.map(r => r.id),
  )
  if (!after) await change.audit('identity.search-audit', change.actor.accountId, { values: query })
  return pageOf(
    rows,
    query.limit,
    r => [r.at, r.id],
    r => ({
      id: r.id,
      at: r.at,
      account: r.login ?? '',
      role: r.role,
      action: r.action,
      objectId: r.object_id,
      outcome: r.outcome,
      route: r.route,
      address: r.address,
      requestId: r.request_id,
      seq: r.seq,
      marks: marks.filter(m => m.event_id === r.id).map(m => ({ note: m.note, by: m.by ?? '', at: m.marked_at })),
    }),
  )
}

export async function eventToMark(change: Change, { params }: Input<typeof api.markEvent>) {
  return (await sql.hasEvent(change.tx, change.actor.authorityId, params.id)) ? params.id : null
}

export async function markEvent(change: Change, { body }: Input<typeof api.markEvent>, eventId: string) {
  await sql.insertMark(
    change.tx,
    change.actor.authorityId,
    { id: randomUUID(), event_id: eventId, note: body.note, marked_by: change.actor.accountId },
    change.now,
  )
  await change.audit('identity.mark-event', eventId, { values: body })
}

export async function listCheckpoints(change: Change, { query }: Input<typeof api.listCheckpoints>) {
  const after = openCursor(z.tuple([z.int().min(0)]), query.after)
  const rows = await sql.checkpoints(change.tx, change.actor.authorityId, after?.[0] ?? null, query.limit)
  return pageOf(
    rows,
    query.limit,
    r => [r.size],
    r => ({ size: r.size, rootSha256: r.root_sha256, rootSm3: r.root_sm3, at: r.at, signature: r.signature }),
  )
}
