import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Input } from '@jiannuo/contract/route.ts'
import type * as api from '@jiannuo/contract/session.ts'
import { fail } from '../../platform/http/fail.ts'
import type { Change, Context } from '../../platform/http/serve.ts'
import { titleOf } from '../../platform/http/titles.ts'
import { hashPassword, verifyPassword, weakness } from './password.ts'
import * as sql from './sql.ts'
import { totpStep } from './totp.ts'
import { unseal } from '../../platform/seal.ts'

/** Failures from one address against one account before that address has to pause; and from one address against any account. */
const ACCOUNT_LIMIT = 5
const SOURCE_LIMIT = 30

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Password or one-time code → a session, a wish for the second factor, or for a first password. Fails SIGN_IN_FAILED, LOCKED_OUT. */
export async function signIn(context: Context, { body }: Input<typeof api.signIn>) {
  const account = await sql.accountForSignIn(context.tx, body.login, context.address)
  if (account && (account.account_failures >= ACCOUNT_LIMIT || account.source_failures >= SOURCE_LIMIT)) fail('LOCKED_OUT')
  if (account?.one_time_sha256 && account.one_time_sha256 === sha256(body.password) && isAhead(account.one_time_until, context.now)) return { next: 'setPassword' as const }
  const right = await verifyPassword(body.password, account?.password_hash ?? null)
  if (!account || !right || account.state !== 'active') return refuse(context, account)
  return open(context, account.authority_id, account.id, account.totp_confirmed)
}

/** A persona of the demo city, without a password; the database answers only while the installation is a demo. */
export async function signInAsPersona(context: Context, { body }: Input<typeof api.signInAsPersona>) {
  const account = await sql.demoAccount(context.tx, body.accountId)
  if (!account) fail('NOT_FOUND')
  return open(context, account.authority_id, account.id, false)
}

export async function confirmTotp(context: Context, { body }: Input<typeof api.confirmTotp>) {
  const pending = context.session.secret ? await sql.pendingSession(context.tx, context.session.secret) : null
  if (!pending?.totp_sealed) fail('NOT_SIGNED_IN')
  const step = totpStep(unseal(context.key('totp'), pending.totp_sealed), body.code, context.now)
  const confirmed = step !== null && (await sql.confirmSession(context.tx, pending.authority_id, pending.id, step))
  if (!confirmed) {
    noteFailure(context, pending.authority_id, pending.account_id)
    fail('TOTP_WRONG')
  }
  return { next: 'done' as const }
}

export async function setFirstPassword(context: Context, { body }: Input<typeof api.setFirstPassword>) {
  const account = await sql.accountForSignIn(context.tx, body.login, context.address)
  if (account && account.account_failures >= ACCOUNT_LIMIT) fail('LOCKED_OUT')
  const reason = weakness(body.password, body.login)
  if (reason) fail('PASSWORD_WEAK', { reason })
  const hash = await hashPassword(body.password)
  const set = account?.state === 'active' && (await sql.setFirstPassword(context.tx, account.authority_id, account.id, sha256(body.oneTimeCode), hash))
  if (!account || !set) return refuse(context, account)
  return open(context, account.authority_id, account.id, account.totp_confirmed)
}

function refuse(context: Context, account: { authority_id: string; id: string } | undefined): never {
  noteFailure(context, account?.authority_id ?? null, account?.id ?? null)
  fail('SIGN_IN_FAILED')
}

/** Outlives the rollback of the refused sign-in. */
function noteFailure(context: Context, authorityId: string | null, accountId: string | null) {
  context.afterRollback(tx => sql.noteFailure(tx, authorityId, accountId, context.address, randomUUID()))
}

async function open(context: Context, authorityId: string, accountId: string, needsTotp: boolean) {
  const secret = randomBytes(32).toString('base64url')
  await sql.openSession(context.tx, { authorityId, accountId, id: randomUUID(), secretSha256: sha256(secret), needsTotp, address: context.address, device: context.device })
  context.session.set(secret)
  return { next: needsTotp ? ('totp' as const) : ('done' as const) }
}

const isAhead = (moment: string | null, now: Date) => moment !== null && new Date(moment) > now

/** Who is signed in, with every capacity the person may switch to. */
export async function readSession(change: Pick<Change, 'tx' | 'actor' | 'today' | 'settings'>) {
  const { tx, actor } = change
  const rows = await sql.capacities(tx, actor.authorityId, actor.accountId)
  const capacities = rows.map(r => ({ key: r.key, role: r.role, unitId: r.unit_id, unitName: r.unit_name ?? '', title: titleOf(r.role, r.post_kind), waiting: 0 }))
  const current = capacities.find(c => c.key === actor.capacity.key) ?? { ...actor.capacity, waiting: 0 }
  const city = await sql.cityOf(tx, actor.authorityId)
  return { accountId: actor.accountId, personId: actor.personId, name: actor.name, city, today: change.today, demo: change.settings.demo !== 'none', current, capacities }
}

/** Acts in another capacity from the next request on; a key that is not his does not exist. */
export async function switchCapacity(change: Change, { body }: Input<typeof api.switchCapacity>) {
  const rows = await sql.capacities(change.tx, change.actor.authorityId, change.actor.accountId)
  const wanted = rows.find(r => r.key === body.key)
  if (!wanted) fail('NOT_FOUND')
  await sql.setCapacity(change.tx, change.actor.authorityId, change.actor.sessionId, wanted.key)
  await change.audit('identity.switch-capacity', wanted.key)
  const capacity = { ...change.actor.capacity, key: wanted.key, role: wanted.role as never, unitId: wanted.unit_id, unitName: wanted.unit_name ?? '', title: titleOf(wanted.role, wanted.post_kind) }
  return readSession({ ...change, actor: { ...change.actor, capacity } })
}

export async function signOut(change: Change) {
  await sql.endSession(change.tx, change.actor.authorityId, change.actor.sessionId, change.now)
  await change.audit('identity.sign-out', change.actor.sessionId)
  change.session.set(null)
}
