import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'identity_account' | 'identity_session'>()

export async function setPassword(tx: Tx, authorityId: string, accountId: string, hash: string) {
  const set = { password_hash: hash, one_time_sha256: null, one_time_until: null }
  await own(tx)
    .updateTable('identity_account')
    .set(set)
    .where('authority_id', '=', authorityId)
    .where('id', '=', accountId)
    .execute()
}

export async function keepNewSecret(tx: Tx, authorityId: string, accountId: string, sealed: string) {
  await own(tx)
    .updateTable('identity_account')
    .set({ totp_new_sealed: sealed })
    .where('authority_id', '=', authorityId)
    .where('id', '=', accountId)
    .execute()
}

/** Puts the new secret in force; false when another request was first. */
export async function confirmNewSecret(
  tx: Tx,
  authorityId: string,
  accountId: string,
  sealed: string,
  step: number,
  now: Date,
): Promise<boolean> {
  const done = await own(tx)
    .updateTable('identity_account')
    .set({ totp_sealed: sealed, totp_new_sealed: null, totp_confirmed_at: now.toISOString(), totp_last_step: step })
    .where('authority_id', '=', authorityId)
    .where('id', '=', accountId)
    .where('totp_new_sealed', '=', sealed)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Burns one step of the present secret; false when it, or a later one, was used before. */
export async function burnStep(tx: Tx, authorityId: string, accountId: string, step: number): Promise<boolean> {
  const done = await own(tx)
    .updateTable('identity_account')
    .set({ totp_last_step: step })
    .where('authority_id', '=', authorityId)
    .where('id', '=', accountId)
    .where(eb => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function makeStrong(tx: Tx, authorityId: string, sessionId: string) {
  await own(tx)
    .updateTable('identity_session')
    .set({ strong: true })
    .where('authority_id', '=', authorityId)
    .where('id', '=', sessionId)
    .execute()
}

/** Everything held about the person whose session this is; null for an account without a person. */
export async function myData(tx: Tx): Promise<unknown> {
  return (await sql<{ data: unknown }>`select my_data() as data`.execute(tx)).rows[0]?.data ?? null
}
