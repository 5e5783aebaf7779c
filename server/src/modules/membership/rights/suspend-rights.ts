import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/membership/member.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import type { MemberFacts } from '../policy.ts'
import * as sql from './sql.ts'

/** Suspends the rights to vote, to elect and to stand. Fails LATER_ENTRY while another runs on that day, PERIOD_EMPTY. */
export async function suspendRights(
  change: Change,
  { body }: Input<typeof api.suspendRights>,
  { member, unitId }: MemberFacts,
) {
  const { tx, actor, now } = change
  if (body.until !== null && body.until <= body.from) fail('PERIOD_EMPTY', { from: body.from })
  const [latest] = await sql.suspensionsOf(tx, actor.authorityId, member.id)
  if (latest && (latest.until === null || latest.until > body.from)) fail('LATER_ENTRY', { from: latest.from })
  await sql.insertSuspension(tx, {
    ...{ authority_id: actor.authorityId, id: randomUUID(), member_id: member.id, cause: body.cause },
    ...{ from_on: body.from, until_on: body.until, document: body.document },
    ...{ recorded_by: actor.personId ?? actor.accountId, recorded_at: now.toISOString() },
  })
  await change.audit('member.suspend-rights', member.id, { unitId, values: body })
}

/** Fails STATE_CONFLICT when none runs. */
export async function restoreRights(
  change: Change,
  { body }: Input<typeof api.restoreRights>,
  { member, unitId }: MemberFacts,
) {
  const { tx, actor } = change
  const [latest] = await sql.suspensionsOf(tx, actor.authorityId, member.id)
  if (!latest || (latest.until !== null && latest.until <= body.until))
    fail('STATE_CONFLICT', { state: both('没有暂停表决权', 'no suspension runs'), action: '恢复表决权' })
  if (body.until <= latest.from) fail('PERIOD_EMPTY', { from: latest.from })
  await sql.endSuspension(tx, actor.authorityId, latest.id, body.until)
  await change.audit('member.restore-rights', member.id, { unitId, values: body })
}
