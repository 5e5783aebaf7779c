import type { Transfer } from '@jiannuo/contract/membership/transfer.ts'
import { z } from 'zod'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { scopeOf, unitsById } from '../../organization/index.ts'
import { TRANSFER_FLOW, type TransferAction } from './flow.ts'
import { mayTake } from './policy.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.int(), z.string(), z.uuid()])

/** Transfers row level security lets the caller see: from or to his scope, or his own. */
export async function listTransfers(
  change: Change,
  { query }: { query: { open?: boolean | undefined; after?: string | undefined; limit: number } },
) {
  const at = openCursor(Cursor, query.after)
  const found = await sql.listTransfers(
    change.tx,
    change.actor.authorityId,
    query.open,
    at && { open: at[0], at: at[1], id: at[2] },
    query.limit + 1,
  )
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  return {
    items: await toTransfers(change, rows),
    next: found.length > rows.length && last ? sealCursor([last.open, last.requestedAt, last.id]) : null,
  }
}

/** One transfer as the caller now sees it. */
export async function readTransfer(change: Change, id: string): Promise<Transfer> {
  const row = await sql.transferById(change.tx, change.actor.authorityId, id, false)
  const [transfer] = row ? await toTransfers(change, [row]) : []
  return transfer ?? fail('NOT_FOUND')
}

async function toTransfers({ tx, actor, today }: Change, rows: readonly sql.TransferRow[]): Promise<Transfer[]> {
  const names = await sql.transferringNames(
    tx,
    rows.map(r => r.id),
  )
  const ids = [...new Set(rows.flatMap(r => [r.fromUnitId, r.toUnitId]))]
  const units = new Map(
    (await unitsById(tx, actor.authorityId, ids)).map(u => [u.id, { id: u.id, name: u.name, kind: u.kind }]),
  )
  const scopes = new Map<string, Awaited<ReturnType<typeof scopeOf>>>()
  for (const id of ids) scopes.set(id, await scopeOf(tx, actor, id, today))
  return rows.flatMap(({ fromUnitId, toUnitId, requestedBy: _, ...row }) => {
    const [from, to] = [units.get(fromUnitId), units.get(toUnitId)]
    if (!from || !to) return []
    const facts = {
      transfer: { ...row, fromUnitId, toUnitId, requestedBy: _ },
      from: scopes.get(fromUnitId) ?? 'outside',
      to: scopes.get(toUnitId) ?? 'outside',
    } as const
    const may = (action: TransferAction) =>
      TRANSFER_FLOW[row.state][action] !== undefined && mayTake(action)(actor, facts) === true
    return [
      {
        ...row,
        memberName: names.get(row.id) ?? '',
        from,
        to,
        may: { release: may('release'), receive: may('receive'), refuse: may('refuse'), withdraw: may('withdraw') },
      },
    ]
  })
}
