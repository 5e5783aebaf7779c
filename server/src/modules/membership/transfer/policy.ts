import type { Actor, Policy } from '../../../platform/http/actor.ts'
import { refused } from '../../../platform/http/actor.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { leads, type Scope, scopeOf } from '../../organization/index.ts'
import { type Side, TRANSFER_FLOW, type TransferAction } from './flow.ts'
import * as sql from './sql.ts'

export interface TransferFacts {
  transfer: sql.TransferRow
  from: Scope
  to: Scope
}

/** Facts of a route with a `transferId`; `lock` for the steps, so that of two at once the second sees the first. */
export const transferFacts =
  (lock: boolean) =>
  async (
    { tx, actor, today }: Change,
    { params }: { params: { transferId: string } },
  ): Promise<TransferFacts | null> => {
    const transfer = await sql.transferById(tx, actor.authorityId, params.transferId, lock)
    if (!transfer) return null
    return {
      transfer,
      from: await scopeOf(tx, actor, transfer.fromUnitId, today),
      to: await scopeOf(tx, actor, transfer.toUnitId, today),
    }
  }

/** Row level security has answered already: either side, those above it, and the member. */
export const maySeeTransfer: Policy<TransferFacts> = () => true

const isOn = (actor: Actor, side: Side, { transfer, from, to }: TransferFacts): boolean => {
  const { role } = actor.capacity
  const decides = (scope: Scope) =>
    (role === 'workCommittee' || leads(role) || role === 'branchSecretary') && scope !== 'outside' && scope !== 'guided'
  if (side === 'from') return decides(from)
  if (side === 'to') return decides(to)
  return transfer.requestedBy === actor.accountId || transfer.memberId === actor.personId || decides(from)
}

/** Whether the step is this caller's, in whatever state the transfer is; the state itself is checked by the use case. */
export const mayTake =
  (action: TransferAction): Policy<TransferFacts> =>
  (actor, facts) => {
    const sides = Object.values(TRANSFER_FLOW).flatMap(steps => steps[action]?.by ?? [])
    const now = TRANSFER_FLOW[facts.transfer.state][action]
    return (now ? isOn(actor, now.by, facts) : sides.some(side => isOn(actor, side, facts))) || refused
  }
