import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/identity/administration.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { deny, type Policy, refused } from '../../../platform/http/actor.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../platform/http/wire/cursor.ts'
import { findAccount } from '../accounts/sql.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

type GrantRow = sql.GrantRow

const STATES = {
  requested: { zh: '待签', en: 'waiting for the second signature' },
  ahead: { zh: '未开始', en: 'not begun' },
  inForce: { zh: '生效中', en: 'in force' },
  lapsed: { zh: '已到期', en: 'lapsed' },
  revoked: { zh: '已撤销', en: 'revoked' },
} as const

function stateOf(g: GrantRow, today: string): keyof typeof STATES {
  if (g.revoked_at) return 'revoked'
  if (!g.signed_by) return 'requested'
  if (g.from_on > today) return 'ahead'
  return g.until_on && g.until_on <= today ? 'lapsed' : 'inForce'
}

export async function listGrants(change: Change, { query }: Input<typeof api.listGrants>) {
  const after = openCursor(Cursor, query.after)
  const rows = await sql.listGrants(change.tx, change.actor.authorityId, {
    ...query,
    today: change.today,
    after: after && { at: after[0], id: after[1] },
  })
  return pageOf(
    rows,
    query.limit,
    g => [g.place, g.id],
    g => shown(g, change),
  )
}

const shown = (g: GrantRow, { today, actor }: Change) => ({
  id: g.id,
  accountId: g.account_id,
  login: g.login,
  name: g.name,
  role: g.role as sql.NewGrant['role'],
  unitId: g.unit_id,
  unitName: g.unit_name ?? '',
  fromOn: g.from_on,
  untilOn: g.until_on,
  state: stateOf(g, today),
  requestedBy: g.requested_by ?? '',
  requestedAt: g.granted_at,
  signedBy: g.signer ?? '',
  signedAt: g.signed_at,
  maySign: stateOf(g, today) === 'requested' && maySign(actor, g) === true,
})

export const accountToGrant = async (change: Change, { body }: Input<typeof api.requestGrant>) =>
  findAccount(change.tx, change.actor.authorityId, body.accountId)

export const mayRequest: Policy<{ id: string }> = (actor, account) => {
  if (actor.capacity.role !== 'securityAdministrator') return refused
  return account.id === actor.accountId ? deny('OWN_ACCOUNT') : true
}

export async function requestGrant(change: Change, { body }: Input<typeof api.requestGrant>) {
  const { tx, actor } = change
  if (await sql.clashes(tx, actor.authorityId, body.accountId, body.role)) fail('GRANT_CLASH')
  const id = randomUUID()
  await sql.insertGrant(
    tx,
    actor.authorityId,
    {
      id,
      account_id: body.accountId,
      role: body.role,
      unit_id: body.unitId,
      from_on: body.fromOn,
      until_on: body.untilOn,
      granted_by: actor.accountId,
    },
    change.now,
  )
  await change.audit('identity.request-grant', id, { values: body })
  return { id }
}

export async function grantFacts(change: Change, { params }: { params: { id: string } }): Promise<GrantRow | null> {
  const [found] = await sql.listGrants(change.tx, change.actor.authorityId, {
    id: params.id,
    after: null,
    limit: 1,
    today: change.today,
  })
  return found ?? null
}

/** Either of the two administrators who work on accounts, but not who asked for it and not who would hold it. */
export const maySign: Policy<GrantRow> = (actor, grant) => {
  if (actor.capacity.role !== 'securityAdministrator' && actor.capacity.role !== 'systemAdministrator') return refused
  if (grant.account_id === actor.accountId) return deny('OWN_ACCOUNT')
  return grant.granted_by === actor.accountId ? deny('GRANT_SECOND_PERSON') : true
}

export async function signGrant(change: Change, { params }: Input<typeof api.signGrant>, grant: GrantRow) {
  if (!(await sql.sign(change.tx, change.actor.authorityId, params.id, change.actor.accountId, change.now)))
    conflict(change, grant, '签字')
  await change.audit('identity.sign-grant', params.id)
}

export const mayRevoke: Policy<GrantRow> = (actor, grant) => {
  if (actor.capacity.role !== 'securityAdministrator') return refused
  return grant.account_id === actor.accountId ? deny('OWN_ACCOUNT') : true
}

export async function revokeGrant(change: Change, { params }: Input<typeof api.revokeGrant>, grant: GrantRow) {
  if (!(await sql.revoke(change.tx, change.actor.authorityId, params.id, change.actor.accountId, change.now)))
    conflict(change, grant, '撤销')
  await change.audit('identity.revoke-grant', params.id)
}

function conflict(change: Change, grant: GrantRow, action: string): never {
  fail('STATE_CONFLICT', { state: STATES[stateOf(grant, change.today)], action })
}
