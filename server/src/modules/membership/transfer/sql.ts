import { randomUUID } from 'node:crypto'
import type { TransferState } from '@jiannuo/contract/membership/transfer.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'membership_transfer'>()

const transfers = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('membership_transfer')
    .select([
      'id',
      'member_id as memberId',
      'from_unit_id as fromUnitId',
      'to_unit_id as toUnitId',
      'state',
      'reason',
      'effective_on as effectiveOn',
    ])
    .select([
      'requested_by as requestedBy',
      'requested_at as requestedAt',
      'released_at as releasedAt',
      'decided_at as decidedAt',
      'decision_reason as decisionReason',
    ])
    .where('authority_id', '=', authorityId)

export const transferById = (tx: Tx, authorityId: string, id: string, lock: boolean) => {
  const found = transfers(tx, authorityId).where('id', '=', id)
  return (lock ? found.forUpdate() : found).executeTakeFirst()
}
export type TransferRow = NonNullable<Awaited<ReturnType<typeof transferById>>>

/** Open ones first, then by the day asked, newest first. */
export async function listTransfers(
  tx: Tx,
  authorityId: string,
  open: boolean | undefined,
  after: { open: number; at: string; id: string } | null,
  limit: number,
) {
  const isOpen = sql<number>`case when state in ('requested', 'released') then 1 else 0 end`
  let found = transfers(tx, authorityId)
    .select(isOpen.as('open'))
    .orderBy(isOpen, 'desc')
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (open !== undefined) found = found.where(isOpen, '=', open ? 1 : 0)
  if (after)
    found = found.where(
      sql<boolean>`(${isOpen}, requested_at, id) < (${after.open}::int, ${after.at}::timestamptz, ${after.id}::uuid)`,
    )
  return found.execute()
}

export interface NewTransfer {
  id: string
  memberId: string
  fromUnitId: string
  toUnitId: string
  state: 'requested' | 'released'
  reason: string
  effectiveOn: Day
  by: string
  at: string
}
/** False when the member has an open transfer already. */
export async function insertTransfer(tx: Tx, authorityId: string, t: NewTransfer): Promise<boolean> {
  const released = t.state === 'released'
  const [done] = await own(tx)
    .insertInto('membership_transfer')
    .values({
      authority_id: authorityId,
      id: t.id,
      member_id: t.memberId,
      from_unit_id: t.fromUnitId,
      to_unit_id: t.toUnitId,
      state: t.state,
      reason: t.reason,
      effective_on: t.effectiveOn,
      requested_by: t.by,
      requested_at: t.at,
      released_by: released ? t.by : null,
      released_at: released ? t.at : null,
    })
    .onConflict(oc => oc.doNothing())
    .execute()
  return (done?.numInsertedOrUpdatedRows ?? 0n) > 0n
}

interface Step {
  state: TransferState
  effective_on?: Day
  released_by?: string
  released_at?: string
  decided_by?: string
  decided_at?: string
  decision_reason?: string
}
export async function updateTransfer(tx: Tx, authorityId: string, id: string, step: Step) {
  await own(tx)
    .updateTable('membership_transfer')
    .set(step)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Changes the belonging from one branch to the other on a day; false when the member no longer belongs to the branch left. */
export async function switchBelonging(tx: Tx, transferId: string, on: Day): Promise<boolean> {
  return (
    (await sql<{ done: boolean }>`select receive_transfer(${transferId}, ${randomUUID()}, ${on}) as done`.execute(tx))
      .rows[0]?.done ?? false
  )
}

export async function transferringNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    transfer_id: string
    name: string
  }>`select * from transferring_members(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(r => [r.transfer_id, r.name]))
}
