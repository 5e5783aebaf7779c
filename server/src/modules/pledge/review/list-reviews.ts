import type { WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'
import type { listReviews as api, QueueItem } from '@jiannuo/contract/pledge/review.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { daysBetween } from '@jiannuo/rules/day.ts'
import { z } from 'zod'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { checkAgainstOthers } from '../pledge/compare-texts.ts'
import { changedItems, headOf, inForceFor, itemsThen, writtenItem } from '../pledge/paper.ts'
import { commentsOf, deciders, itemsOf, type PledgeRow, roundsOf, superiorOf } from '../pledge/sql.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** The queue of the caller's unit with what the check says of each pledge. */
export async function listReviews(change: Change, { query }: Input<typeof api>) {
  const { tx, actor, today } = change
  const unitId = actor.capacity.unitId!
  const after = openCursor(Cursor, query.after)
  const queue = { authorityId: actor.authorityId, unitId, personId: actor.personId }
  const rows = await sql.waiting(tx, queue, today, after && { at: after[0], id: after[1] }, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    items: await withSummaries(change, shown),
    next: last ? sealCursor([last.submitted_at ?? '', last.id]) : null,
    waiting: await sql.countWaiting(tx, queue),
    mayDecide: (await deciders(tx, actor.authorityId, unitId, today)).includes(actor.personId ?? ''),
    risesTo:
      actor.capacity.role === 'branchSecretary' || actor.capacity.role === 'organCommittee'
        ? ((await superiorOf(tx, actor.authorityId, unitId))?.name ?? null)
        : null,
  }
}

/** What the check, the comments and the last round say of each pledge. */
export async function withSummaries({ tx, actor, today }: Change, rows: readonly PledgeRow[]): Promise<QueueItem[]> {
  const ids = rows.map(r => r.id)
  const amended = rows.flatMap(r => r.amends ?? [])
  const items = Map.groupBy(await itemsOf(tx, actor.authorityId, [...ids, ...amended]), i => i.pledge_id)
  const rounds = Map.groupBy(await roundsOf(tx, actor.authorityId, ids), r => r.pledge_id)
  const comments = Map.groupBy(await commentsOf(tx, actor.authorityId, ids), c => c.pledge_id)
  const summaries: QueueItem[] = []
  for (const row of rows) {
    const written: WrittenItem[] = (items.get(row.id) ?? []).map(writtenItem)
    const { remarks } = await checkAgainstOthers(tx, row, written)
    const inForce = row.amends && inForceFor(items.get(row.id) ?? [], items.get(row.amends) ?? [])
    const past = rounds.get(row.id) ?? []
    const last = past.at(-1)
    const before = last ? itemsThen(last.items_then) : inForce
    const round = past.length + 1
    const now = (comments.get(row.id) ?? []).filter(c => c.round === round).length
    summaries.push({
      ...headOf(row),
      waitingDays: row.submitted_at ? daysBetween(dayOf(new Date(row.submitted_at)), today) : 0,
      round,
      changed: before ? changedItems(before, written).length : null,
      must: remarks.filter(r => r.severity === 'must').length,
      advice: remarks.filter(r => r.severity === 'advice').length,
      comments: now,
      clean: remarks.length === 0 && now === 0 && row.amends === null,
    })
  }
  return summaries
}
