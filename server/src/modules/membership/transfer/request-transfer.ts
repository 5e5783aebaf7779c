import { randomUUID } from 'node:crypto'
import type { requestTransfer as api } from '@jiannuo/contract/membership/transfer.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { takesMembers, unitById } from '../../organization/index.ts'
import { type MemberFacts, mayCorrect } from '../policy.ts'
import { readTransfer } from './read-transfers.ts'
import * as sql from './sql.ts'
import { tellSide } from './tell-side.ts'

/** Asks for a transfer. The member's own request waits for his branch; the branch's (or one from above) is released at once. */
export async function requestTransfer(change: Change, { body }: Input<typeof api>, facts: MemberFacts) {
  const { tx, actor, today, now } = change
  const { member, unitId, current } = facts
  if (!unitId || !current) fail('STATE_CONFLICT', { state: { zh: '未编入支部', en: 'in no branch' }, action: '转接' })
  if (body.effectiveOn < today) fail('DAY_PAST', { today })
  if (body.toUnitId === unitId) fail('SAME_BRANCH')
  const to = await unitById(tx, actor.authorityId, body.toUnitId)
  if (!to || !(await takesMembers(tx, actor.authorityId, to.id, body.effectiveOn))) fail('NOT_A_BRANCH')
  const state = mayCorrect(actor, facts) === true ? 'released' : 'requested'
  const id = randomUUID()
  const transfer = {
    id,
    memberId: member.id,
    fromUnitId: unitId,
    toUnitId: to.id,
    state,
    reason: body.reason,
    effectiveOn: body.effectiveOn,
    by: actor.accountId,
    at: now.toISOString(),
  } as const
  if (!(await sql.insertTransfer(tx, actor.authorityId, transfer))) fail('TRANSFER_OPEN')
  await change.audit('member.request-transfer', id, { unitId, values: body })
  await tellSide(change, id, state === 'released' ? to.id : unitId, {
    zh: state === 'released' ? `${member.name}同志转入${to.name}，请接收` : `${member.name}同志申请转出，请办理`,
    en:
      state === 'released'
        ? `${member.name} is to join ${to.name}: please receive`
        : `${member.name} asks to leave: please decide`,
  })
  return readTransfer(change, id)
}
