import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

const own = (tx: Tx) =>
  tx.$pickTables<'identity_account' | 'identity_session' | 'identity_grant' | 'identity_failure'>()

interface SignInRow {
  authority_id: string
  id: string
  state: string
  password_hash: string | null
  one_time_sha256: string | null
  one_time_until: string | null
  totp_sealed: string | null
  totp_confirmed: boolean
  account_failures: number
  source_failures: number
}

export async function accountForSignIn(tx: Tx, login: string, source: string): Promise<SignInRow | undefined> {
  return (await sql<SignInRow>`select * from account_for_sign_in(${login}, ${source})`.execute(tx)).rows[0]
}

export async function noteFailure(
  tx: Tx,
  authorityId: string | null,
  accountId: string | null,
  source: string,
  id: string,
) {
  await sql`select note_failure(${authorityId}, ${accountId}, ${source}, ${id})`.execute(tx)
}

export async function failuresAgainst(tx: Tx, authorityId: string, accountId: string, source: string): Promise<number> {
  return (
    (
      await sql<{
        failures: number
      }>`select failures_against(${authorityId}, ${accountId}, ${source}) as failures`.execute(tx)
    ).rows[0]?.failures ?? 0
  )
}

/** Whether the account has a second factor in force; its own row is always visible to a session. */
export async function hasSecondFactor(tx: Tx, authorityId: string, accountId: string): Promise<boolean> {
  const found = await own(tx)
    .selectFrom('identity_account')
    .select('totp_confirmed_at')
    .where('authority_id', '=', authorityId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return found?.totp_confirmed_at != null
}

interface NewSession {
  authorityId: string
  accountId: string
  id: string
  secretSha256: string
  needsTotp: boolean
  address: string
  device: string
}
export async function openSession(tx: Tx, s: NewSession) {
  await sql`select open_session(${s.authorityId}, ${s.accountId}, ${s.id}, ${s.secretSha256}, ${s.needsTotp}, false, ${s.address}, ${s.device})`.execute(
    tx,
  )
}

interface Pending {
  authority_id: string
  id: string
  account_id: string
  totp_sealed: string | null
}
export async function pendingSession(tx: Tx, secret: string): Promise<Pending | null> {
  return (await sql<Pending>`select * from pending_session(${secret})`.execute(tx)).rows[0] ?? null
}

export async function confirmSession(tx: Tx, authorityId: string, sessionId: string, step: number): Promise<boolean> {
  return (
    (await sql<{ ok: boolean }>`select confirm_session(${authorityId}, ${sessionId}, ${step}) as ok`.execute(tx))
      .rows[0]?.ok ?? false
  )
}

export async function setFirstPassword(
  tx: Tx,
  authorityId: string,
  accountId: string,
  codeSha256: string,
  hash: string,
): Promise<boolean> {
  return (
    (
      await sql<{
        ok: boolean
      }>`select set_first_password(${authorityId}, ${accountId}, ${codeSha256}, ${hash}) as ok`.execute(tx)
    ).rows[0]?.ok ?? false
  )
}

export interface CapacityRow {
  key: string
  role: string
  unit_id: string | null
  unit_name: string | null
  post_kind: string | null
}
export async function capacities(tx: Tx, authorityId: string, accountId: string): Promise<CapacityRow[]> {
  const found = await sql<CapacityRow>`
    select c.key, c.role, c.unit_id, unit_label(${authorityId}, c.unit_id) as unit_name, c.post_kind
    from account_capacities(${authorityId}, ${accountId}) c order by c.key = 'member' desc, unit_name`.execute(tx)
  return found.rows
}

export async function cityOf(tx: Tx, authorityId: string): Promise<string> {
  return (
    await tx.selectFrom('authority').select('city').where('authority_id', '=', authorityId).executeTakeFirstOrThrow()
  ).city
}

export async function setCapacity(tx: Tx, authorityId: string, sessionId: string, key: string) {
  await own(tx)
    .updateTable('identity_session')
    .set({ capacity_key: key })
    .where('authority_id', '=', authorityId)
    .where('id', '=', sessionId)
    .execute()
}

export async function endSession(tx: Tx, authorityId: string, sessionId: string, now: Date) {
  await own(tx)
    .updateTable('identity_session')
    .set({ ended_at: now.toISOString() })
    .where('authority_id', '=', authorityId)
    .where('id', '=', sessionId)
    .execute()
}

export async function personas(tx: Tx) {
  return (
    await sql<{
      account_id: string
      display_name: string
      login: string
      ordinal: number
    }>`select * from demo_personas()`.execute(tx)
  ).rows
}
export async function demoAccount(
  tx: Tx,
  accountId: string,
): Promise<{ authority_id: string; id: string } | undefined> {
  return (await sql<{ authority_id: string; id: string }>`select * from demo_account(${accountId})`.execute(tx)).rows[0]
}
export async function needsSetup(tx: Tx): Promise<boolean> {
  return (await sql<{ needed: boolean }>`select needs_setup() as needed`.execute(tx)).rows[0]?.needed ?? false
}
