import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/identity/session.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import { needsSecondFactor } from '../../../platform/http/second-factor.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { seal, unseal } from '../../../platform/seal.ts'
import { sessionsOf } from '../accounts/account.ts'
import { endSessions, type FoundAccount, findAccount } from '../accounts/sql.ts'
import { ACCOUNT_LIMIT } from '../limits.ts'
import { hashPassword, verifyPassword, weakness } from '../password.ts'
import { capacities, failuresAgainst, noteFailure } from '../sql.ts'
import { newTotpSecret, totpStep, totpUri } from '../totp.ts'
import * as sql from './sql.ts'

/** The caller's own account row, for every use case here. */
export const ownAccount = (change: Change) => findAccount(change.tx, change.actor.authorityId, change.actor.accountId)

export async function readMyAccount(change: Change, _input: unknown, account: FoundAccount) {
  const roles = await capacities(change.tx, change.actor.authorityId, account.id)
  return {
    login: account.login,
    name: account.display_name,
    hasPassword: account.password_hash !== null,
    secondFactorSince: account.totp_confirmed_at,
    secondFactorNeeded: roles.some(r => needsSecondFactor(r.role, change.settings)),
    sessions: await sessionsOf(change, account.id),
  }
}

export async function endMySession(change: Change, { params }: Input<typeof api.endMySession>) {
  const ended = await endSessions(change.tx, change.actor.authorityId, change.actor.accountId, change.now, params.id)
  if (ended === 0) fail('NOT_FOUND')
  await change.audit('identity.end-session', params.id)
  if (params.id === change.actor.sessionId) change.session.set(null)
}

/** The database ends the account's other sessions. Fails PASSWORD_WRONG, PASSWORD_WEAK; five wrong ones pause it like a sign-in. */
export async function changePassword(
  change: Change,
  { body }: Input<typeof api.changePassword>,
  account: FoundAccount,
) {
  await refuseLockedOut(change)
  if (!(await verifyPassword(body.current, account.password_hash))) {
    keepFailure(change)
    fail('PASSWORD_WRONG')
  }
  const reason = weakness(body.password, account.login)
  if (reason) fail('PASSWORD_WEAK', { reason })
  await sql.setPassword(change.tx, change.actor.authorityId, account.id, await hashPassword(body.password))
  await change.audit('identity.change-password', account.id)
}

/** A new secret, sealed and waiting; the present one stays in force until a code of the new one has come. */
export async function beginSecondFactor(
  change: Change,
  { body }: Input<typeof api.beginSecondFactor>,
  account: FoundAccount,
) {
  if (account.totp_confirmed_at && account.totp_sealed)
    await demandPresentCode(change, account, account.totp_sealed, body.code)
  const secret = newTotpSecret()
  await sql.keepNewSecret(change.tx, change.actor.authorityId, account.id, seal(change.key('totp'), secret))
  await change.audit('identity.begin-second-factor', account.id)
  return { secret, uri: totpUri(secret, account.login) }
}

export async function confirmSecondFactor(
  change: Change,
  { body }: Input<typeof api.confirmSecondFactor>,
  account: FoundAccount,
) {
  const sealed = account.totp_new_sealed
  if (!sealed)
    fail('STATE_CONFLICT', {
      state: { zh: '没有等待确认的动态口令', en: 'no second factor to confirm' },
      action: '确认',
    })
  await refuseLockedOut(change)
  const step = totpStep(unseal(change.key('totp'), sealed), body.code, change.now)
  if (
    step === null ||
    !(await sql.confirmNewSecret(change.tx, change.actor.authorityId, account.id, sealed, step, change.now))
  )
    return wrongCode(change)
  await sql.makeStrong(change.tx, change.actor.authorityId, change.actor.sessionId)
  await change.audit('identity.enrol-second-factor', account.id)
}

async function demandPresentCode(change: Change, account: FoundAccount, sealed: string, code: string | undefined) {
  await refuseLockedOut(change)
  const step = code === undefined ? null : totpStep(unseal(change.key('totp'), sealed), code, change.now)
  if (step === null || !(await sql.burnStep(change.tx, change.actor.authorityId, account.id, step))) wrongCode(change)
}

async function refuseLockedOut(change: Change) {
  if (
    (await failuresAgainst(change.tx, change.actor.authorityId, change.actor.accountId, change.address)) >=
    ACCOUNT_LIMIT
  )
    fail('LOCKED_OUT')
}

function wrongCode(change: Change): never {
  keepFailure(change)
  fail('TOTP_WRONG')
}

/** Outlives the rollback of the refused request. */
function keepFailure({ actor, address, afterRollback }: Change) {
  afterRollback(tx => noteFailure(tx, actor.authorityId, actor.accountId, address, randomUUID()))
}
