import type * as api from '@jiannuo/contract/identity/administration.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../platform/http/wire/cursor.ts'
import { codeUntil, newCode, sha256 } from '../one-time-code.ts'
import { capacities } from '../sql.ts'
import { createAccounts } from './create-accounts.ts'
import type { AccountFacts } from './policy.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.string(), z.uuid()])

type OfOne = { params: { id: string } }

/** The account with the roles of its holder; null where the caller's reach ends. */
export async function accountFacts(change: Change, { params }: OfOne): Promise<AccountFacts | null> {
  const account = await sql.findAccount(change.tx, change.actor.authorityId, params.id)
  if (!account) return null
  const roles = (await capacities(change.tx, change.actor.authorityId, account.id)).map(c => c.role)
  return { account, roles }
}

export async function listAccounts(change: Change, { query }: Input<typeof api.listAccounts>) {
  const after = openCursor(Cursor, query.after)
  const rows = await sql.listAccounts(change.tx, change.actor.authorityId, {
    ...query,
    after: after && { login: after[0], id: after[1] },
  })
  return pageOf(
    rows,
    query.limit,
    r => [r.login, r.id],
    r => ({
      id: r.id,
      login: r.login,
      name: r.display_name,
      ofMember: r.person_id !== null,
      state: r.state,
      credential: credentialOf(r, change.now),
      secondFactor: r.totp_confirmed_at !== null,
      lastSeenAt: r.last_seen_at,
    }),
  )
}

function credentialOf(r: sql.AccountRow, now: Date) {
  if (r.password_hash) return 'password' as const
  if (!r.one_time_sha256 || !r.one_time_until) return 'none' as const
  return new Date(r.one_time_until) > now ? ('code' as const) : ('expired' as const)
}

/** An account that belongs to no member; what its holder may do is for the security administrator to grant. */
export async function createAdministratorAccount(
  change: Change,
  { body }: Input<typeof api.createAdministratorAccount>,
) {
  const [made] = await createAccounts(change.tx, change.actor.authorityId, [{ personId: null, ...body }], change.now)
  if (!made) fail('LOGIN_TAKEN', { login: body.login })
  await change.audit('identity.create-account', made.accountId)
  return { id: made.accountId, login: made.login, code: made.code, until: codeUntil(change.now).toISOString() }
}

/** The old password and every session end with it; the second factor stays, so a code alone opens no account that has one. */
export async function resetCode(change: Change, _input: Input<typeof api.resetCode>, { account }: AccountFacts) {
  const code = newCode()
  const until = codeUntil(change.now)
  await sql.giveCode(change.tx, change.actor.authorityId, account.id, sha256(code), until)
  await change.audit('identity.reset-code', account.id)
  return { login: account.login, name: account.display_name, code, until: until.toISOString() }
}

export async function setAccountState(
  change: Change,
  { body }: Input<typeof api.setAccountState>,
  { account }: AccountFacts,
) {
  await sql.setState(change.tx, change.actor.authorityId, account.id, body.state)
  await change.audit(body.state === 'disabled' ? 'identity.disable' : 'identity.enable', account.id)
}

export async function resetSecondFactor(change: Change, _input: unknown, { account }: AccountFacts) {
  await sql.dropSecondFactor(change.tx, change.actor.authorityId, account.id)
  await sql.endSessions(change.tx, change.actor.authorityId, account.id, change.now)
  await change.audit('identity.reset-second-factor', account.id)
}

export async function listAccountSessions(change: Change, _input: unknown, { account }: AccountFacts) {
  return { items: await sessionsOf(change, account.id) }
}

export async function sessionsOf(change: Change, accountId: string) {
  const rows = await sql.openSessions(change.tx, change.actor.authorityId, accountId, change.now)
  return rows.map(r => ({
    id: r.id,
    openedAt: r.opened_at,
    seenAt: r.seen_at,
    address: r.address,
    device: r.device,
    current: r.id === change.actor.sessionId,
  }))
}

export async function endAccountSessions(change: Change, _input: unknown, { account }: AccountFacts) {
  await sql.endSessions(change.tx, change.actor.authorityId, account.id, change.now)
  await change.audit('identity.end-sessions', account.id)
}
