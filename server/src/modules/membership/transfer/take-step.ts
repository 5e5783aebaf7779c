import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { ACTION_WORDS, TRANSFER_FLOW, TRANSFER_WORDS, type TransferAction } from './flow.ts'
import type { TransferFacts } from './policy.ts'
import { readTransfer } from './read-transfers.ts'
import * as sql from './sql.ts'
import { tellSide } from './tell-side.ts'

function next({ transfer }: TransferFacts, action: TransferAction) {
  return (
    TRANSFER_FLOW[transfer.state][action]?.next ??
    fail('STATE_CONFLICT', { state: TRANSFER_WORDS[transfer.state], action: ACTION_WORDS[action] })
  )
}

export async function releaseTransfer(change: Change, _: unknown, facts: TransferFacts) {
  const { transfer } = facts
  await sql.updateTransfer(change.tx, change.actor.authorityId, transfer.id, {
    state: next(facts, 'release'),
    released_by: change.actor.accountId,
    released_at: change.now.toISOString(),
  })
  await change.audit('member.release-transfer', transfer.id, { unitId: transfer.fromUnitId })
  const shown = await readTransfer(change, transfer.id)
  await tellSide(change, transfer.id, transfer.toUnitId, {
    zh: `${shown.memberName}同志转入${shown.to.name}，请接收`,
    en: `${shown.memberName} is to join ${shown.to.name}: please receive`,
  })
  return shown
}

/** From the effective day on, today at the earliest, the member belongs to the branch joined; his posts in the branch left end. */
export async function receiveTransfer(change: Change, _: unknown, facts: TransferFacts) {
  const { tx, actor, today, now } = change
  const { transfer } = facts
  const state = next(facts, 'receive')
  const late = transfer.effectiveOn < today
  const on = late ? today : transfer.effectiveOn
  if (!(await sql.switchBelonging(tx, transfer.id, on)))
    fail('STATE_CONFLICT', { state: { zh: '党员已不在原支部', en: 'no longer in the branch left' }, action: '接收' })
  await sql.updateTransfer(tx, actor.authorityId, transfer.id, {
    state,
    effective_on: on,
    decided_by: actor.accountId,
    decided_at: now.toISOString(),
  })
  await change.audit('member.receive-transfer', transfer.id, { unitId: transfer.toUnitId, values: { on } })
  return tellMember(change, transfer, '已接收', 'received')
}

export async function refuseTransfer(change: Change, { body }: { body: { reason: string } }, facts: TransferFacts) {
  const { transfer } = facts
  await sql.updateTransfer(change.tx, change.actor.authorityId, transfer.id, {
    ...{
      state: next(facts, 'refuse'),
      decided_by: change.actor.accountId,
      decided_at: change.now.toISOString(),
      decision_reason: body.reason,
    },
  })
  await change.audit('member.refuse-transfer', transfer.id, { values: body })
  return tellMember(change, transfer, '已退回', 'refused')
}

export async function withdrawTransfer(change: Change, _: unknown, facts: TransferFacts) {
  const { transfer } = facts
  await sql.updateTransfer(change.tx, change.actor.authorityId, transfer.id, {
    state: next(facts, 'withdraw'),
    decided_by: change.actor.accountId,
    decided_at: change.now.toISOString(),
  })
  await change.audit('member.withdraw-transfer', transfer.id)
  return readTransfer(change, transfer.id)
}

async function tellMember(change: Change, transfer: sql.TransferRow, zh: string, en: string) {
  const shown = await readTransfer(change, transfer.id)
  await change.inform([transfer.memberId], {
    kind: 'transfer.decided',
    objectId: transfer.id,
    title: { zh: `您转入${shown.to.name}的组织关系${zh}`, en: `Your transfer to ${shown.to.name} was ${en}` },
    link: `/organisation/transfers/${transfer.id}`,
  })
  return shown
}
