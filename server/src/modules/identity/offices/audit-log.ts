import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/identity/system.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { cursorOf, pageOf, readCursor } from '../cursor.ts'
import * as sql from './sql.ts'

/** Reading the log is itself an event, once per search and not once per page. */
export async function searchAudit(change: Change, { query }: Input<typeof api.searchAudit>) {
  const after = readCursor(query.after)
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
    r => cursorOf(r.at, r.id),
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
  if (query.after !== undefined && !/^\d{1,15}$/.test(query.after)) fail('NOT_FOUND')
  const rows = await sql.checkpoints(
    change.tx,
    change.actor.authorityId,
    query.after === undefined ? null : Number(query.after),
    query.limit,
  )
  return pageOf(
    rows,
    query.limit,
    r => String(r.size),
    r => ({ size: r.size, rootSha256: r.root_sha256, rootSm3: r.root_sm3, at: r.at, signature: r.signature }),
  )
}
