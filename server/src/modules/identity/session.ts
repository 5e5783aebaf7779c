import { randomBytes, randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/identity/session.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { writeEvent } from '../../platform/audit/write-event.ts'
import { fail } from '../../platform/http/fail.ts'
import { needsSecondFactor } from '../../platform/http/second-factor.ts'
import type { Change, Context } from '../../platform/http/serve.ts'
import { titleOf } from '../../platform/http/titles.ts'
import { unseal } from '../../platform/seal.ts'
import { ACCOUNT_LIMIT, SOURCE_LIMIT } from './limits.ts'
import { normalCode, sha256 } from './one-time-code.ts'
import { hashPassword, verifyPassword, weakness } from './password.ts'
import * as sql from './sql.ts'
import { totpStep } from './totp.ts'

/** Password or one-time code → a session, a wish for the second factor, or for a first password. Fails SIGN_IN_FAILED, LOCKED_OUT. */
export async function signIn(context: Context, { body }: Input<typeof api.signIn>) {
  const account = await sql.accountForSignIn(context.tx, body.login, context.address)
  if (account && (account.account_failures >= ACCOUNT_LIMIT || account.source_failures >= SOURCE_LIMIT))
    fail('LOCKED_OUT')
  const ofCode =
    account?.state === 'active' &&
    account.one_time_sha256 === sha256(normalCode(body.password)) &&
    isAhead(account.one_time_until, context.now)
  if (ofCode) return { next: 'setPassword' as const }
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
  if (
    (await sql.failuresAgainst(context.tx, pending.authority_id, pending.account_id, context.address)) >= ACCOUNT_LIMIT
  )
    fail('LOCKED_OUT')
  const step = totpStep(unseal(context.key('totp'), pending.totp_sealed), body.code, context.now)
  const confirmed = step !== null && (await sql.confirmSession(context.tx, pending.authority_id, pending.id, step))
  if (!confirmed) {
    noteFailure(context, pending.authority_id, pending.account_id)
    fail('TOTP_WRONG')
  }
  await noteSignIn(context, pending.authority_id, pending.account_id, 'done')
  return { next: 'done' as const }
}

export async function setFirstPassword(context: Context, { body }: Input<typeof api.setFirstPassword>) {
  const account = await sql.accountForSignIn(context.tx, body.login, context.address)
  if (account && account.account_failures >= ACCOUNT_LIMIT) fail('LOCKED_OUT')
  const reason = weakness(body.password, body.login)
  if (reason) fail('PASSWORD_WEAK', { reason })
  const hash = await hashPassword(body.password)
  const set =
    account?.state === 'active' &&
    (await sql.setFirstPassword(
      context.tx,
      account.authority_id,
      account.id,
      sha256(normalCode(body.oneTimeCode)),
      hash,
    ))
  if (!account || !set) return refuse(context, account)
  return open(context, account.authority_id, account.id, account.totp_confirmed)
}

function refuse(context: Context, account: { authority_id: string; id: string } | undefined): never {
  noteFailure(context, account?.authority_id ?? null, account?.id ?? null)
  fail('SIGN_IN_FAILED')
}

/** Outlives the rollback of the refused sign-in. */
function noteFailure(context: Context, authorityId: string | null, accountId: string | null) {
  context.afterRollback(async tx => {
    await sql.noteFailure(tx, authorityId, accountId, context.address, randomUUID())
    if (authorityId && accountId) await noteSignIn({ ...context, tx }, authorityId, accountId, 'refused')
  })
}

/** There is no actor yet; the account is the object of the event. */
async function noteSignIn(context: Context, authorityId: string, accountId: string, outcome: 'done' | 'refused') {
  const { tx, now: at, address, requestId } = context
  await writeEvent(tx, {
    actor: null,
    authorityId,
    at,
    action: 'identity.sign-in',
    objectId: accountId,
    outcome,
    route: 'session',
    address,
    requestId,
  })
}

async function open(context: Context, authorityId: string, accountId: string, needsTotp: boolean) {
  const secret = randomBytes(32).toString('base64url')
  await sql.openSession(context.tx, {
    authorityId,
    accountId,
    id: randomUUID(),
    secretSha256: sha256(secret),
    needsTotp,
    address: context.address,
    device: context.device,
  })
  context.session.set(secret)
  if (!needsTotp) await noteSignIn(context, authorityId, accountId, 'done')
  return { next: needsTotp ? ('totp' as const) : ('done' as const) }
}

const isAhead = (moment: string | null, now: Date) => moment !== null && new Date(moment) > now

/** Who is signed in, with every capacity the person may switch to. */
export async function readSession(change: Pick<Change, 'tx' | 'actor' | 'today' | 'settings'>) {
  const { tx, actor } = change
  const rows = await sql.capacities(tx, actor.authorityId, actor.accountId)
  const capacities = rows.map(r => ({
    key: r.key,
    role: r.role,
    unitId: r.unit_id,
    unitName: r.unit_name ?? '',
    title: titleOf(r.role, r.post_kind),
    waiting: 0,
  }))
  const current = capacities.find(c => c.key === actor.capacity.key) ?? { ...actor.capacity, waiting: 0 }
  const city = await sql.cityOf(tx, actor.authorityId)
  const mustEnrol =
    needsSecondFactor(actor.capacity.role, change.settings) &&
    !(await sql.hasSecondFactor(tx, actor.authorityId, actor.accountId))
  return {
    accountId: actor.accountId,
    personId: actor.personId,
    name: actor.name,
    city,
    today: change.today,
    demo: change.settings.demo !== 'none',
    mustEnrol,
    current,
    capacities,
  }
}

/** Acts in another capacity from the next request on; a key that is not his does not exist. */
export async function switchCapacity(change: Change, { body }: Input<typeof api.switchCapacity>) {
  const rows = await sql.capacities(change.tx, change.actor.authorityId, change.actor.accountId)
  const wanted = rows.find(r => r.key === body.key)
  if (!wanted) fail('NOT_FOUND')
  await sql.setCapacity(change.tx, change.actor.authorityId, change.actor.sessionId, wanted.key)
  await change.audit('identity.switch-capacity', wanted.key)
  const capacity = {
    ...change.actor.capacity,
    key: wanted.key,
    role: wanted.role as never,
    unitId: wanted.unit_id,
    unitName: wanted.unit_name ?? '',
    title: titleOf(wanted.role, wanted.post_kind),
  }
  return readSession({ ...change, actor: { ...change.actor, capacity } })
}

export async function signOut(change: Change) {
  await sql.endSession(change.tx, change.actor.authorityId, change.actor.sessionId, change.now)
  await change.audit('identity.sign-out', change.actor.sessionId)
  change.session.set(null)
}
