import { randomUUID } from 'node:crypto'
import type { leave as leaveApi, changeStanding as standingApi } from '@jiannuo/contract/membership/member.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { endPostsOf } from '../../organization/index.ts'
import type { MemberFacts } from '../policy.ts'
import { servicesOf, setServiceEnd } from '../service/sql.ts'
import * as sql from './sql.ts'

/** A new standing from a day on; the one before ends there. Fails LATER_ENTRY, NOTHING_CHANGED. */
export async function changeStanding(
  change: Change,
  { body }: Input<typeof standingApi>,
  { member, unitId }: MemberFacts,
) {
  const { tx, actor } = change
  const { authorityId } = actor
  await sql.lockMember(tx, authorityId, member.id)
  const [latest] = await sql.standingsOf(tx, authorityId, member.id)
  if (latest && latest.from >= body.from) fail('LATER_ENTRY', { from: latest.from })
  const open = latest && (latest.until === null || latest.until > body.from) ? latest : null
  if (open && open.kind === body.kind && open.state === body.state && open.leadingCadre === body.leadingCadre)
    fail('NOTHING_CHANGED')
  if (open) await sql.endStanding(tx, authorityId, open.id, body.from)
  await sql.insertStanding(tx, authorityId, {
    id: randomUUID(),
    memberId: member.id,
    kind: body.kind,
    state: body.state,
    leadingCadre: body.leadingCadre,
    from: body.from,
  })
  if (body.kind === 'regular' && open?.kind === 'probationary')
    await sql.updateMember(tx, authorityId, member.id, { regular_on: body.from })
  await change.audit('member.change-standing', member.id, { unitId, values: body })
}

/** Ends belonging, standing, posts and services on a day. Fails STATE_CONFLICT with a transfer under way, LATER_ENTRY. */
export async function leave(
  change: Change,
  { body }: Input<typeof leaveApi>,
  { member, unitId, current }: MemberFacts,
) {
  const { tx, actor, now } = change
  const { authorityId } = actor
  await sql.lockMember(tx, authorityId, member.id)
  if (!current) fail('STATE_CONFLICT', { state: { zh: '已离开', en: 'has left' }, action: '再次办理离开' })
  if (await sql.openTransferOf(tx, authorityId, member.id))
    fail('STATE_CONFLICT', { state: { zh: '组织关系转接办理中', en: 'a transfer is under way' }, action: '办理离开' })
  const belongings = await sql.belongingsOf(tx, authorityId, member.id)
  const standings = await sql.standingsOf(tx, authorityId, member.id)
  const torn = [...belongings, ...standings].find(r => r.from >= body.on)
  if (torn) fail('LATER_ENTRY', { from: torn.from })
  const lasting = <T extends { until: string | null }>(rows: T[]) =>
    rows.filter(r => r.until === null || r.until > body.on)
  for (const s of lasting(standings)) await sql.endStanding(tx, authorityId, s.id, body.on)
  await endPostsOf(tx, authorityId, member.id, body.on)
  for (const s of lasting(await servicesOf(tx, authorityId, member.id)).filter(each => each.from < body.on))
    await setServiceEnd(tx, authorityId, s.id, body.on, body.reason)
  await sql.insertCorrection(tx, authorityId, {
    id: randomUUID(),
    memberId: member.id,
    fields: ['leave'],
    reason: body.reason,
    by: actor.accountId,
    at: now.toISOString(),
  })
  for (const b of lasting(belongings)) await sql.endBelonging(tx, authorityId, b.id, body.on)
  await change.audit('member.leave', member.id, { unitId, values: body })
}
