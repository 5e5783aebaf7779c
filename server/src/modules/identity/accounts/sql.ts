import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'identity_account' | 'identity_session'>()

export interface NewAccount {
  id: string
  personId: string | null
  login: string
  name: string
  codeSha256: string
}

/** One statement whatever their number; an account name or person that has an account already is left out. Returns the ids made. */
export async function insertAccounts(
  tx: Tx,
  authorityId: string,
  accounts: readonly NewAccount[],
  now: Date,
  until: Date,
): Promise<Set<string>> {
  const column = (key: keyof NewAccount) => accounts.map(a => a[key])
  const { rows } = await sql<{ id: string }>`
    insert into identity_account (authority_id, id, person_id, login, display_name, one_time_sha256, one_time_until, created_at)
    select ${authorityId}::uuid, a.id, a.person_id, a.login, a.name, a.code, ${until.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from unnest(${column('id')}::uuid[], ${column('personId')}::uuid[], ${column('login')}::text[], ${column('name')}::text[], ${column('codeSha256')}::text[]) as a (id, person_id, login, name, code)
    on conflict do nothing returning id`.execute(tx)
  return new Set(rows.map(r => r.id))
}

export async function renewCodes(
  tx: Tx,
  authorityId: string,
  codes: readonly { id: string; codeSha256: string }[],
  until: Date,
): Promise<void> {
  await sql`
    update identity_account a set one_time_sha256 = c.code, one_time_until = ${until.toISOString()}::timestamptz
    from unnest(${codes.map(c => c.id)}::uuid[], ${codes.map(c => c.codeSha256)}::text[]) as c (id, code)
    where a.authority_id = ${authorityId} and a.id = c.id and a.password_hash is null`.execute(tx)
}

export interface RosterAccount {
  person_id: string
  code: string
  name: string
  unit_name: string
  account_id: string | null
  login: string | null
  has_password: boolean
}
export async function rosterAccounts(tx: Tx, below: string | null): Promise<RosterAccount[]> {
  return (await sql<RosterAccount>`select * from roster_accounts(${below}::uuid)`.execute(tx)).rows
}

export async function countRosterAccounts(tx: Tx): Promise<{ without_account: number; never_used: number }> {
  const { rows } = await sql<{
    without_account: number
    never_used: number
  }>`select * from roster_account_counts()`.execute(tx)
  return rows[0]!
}

export interface AccountRow {
  id: string
  login: string
  display_name: string
  person_id: string | null
  state: 'active' | 'disabled'
  password_hash: string | null
  one_time_sha256: string | null
  one_time_until: string | null
  totp_confirmed_at: string | null
  last_seen_at: string | null
}
interface AccountFilter {
  after: { login: string; id: string } | null
  limit: number
  search?: string | undefined
  state?: 'active' | 'disabled' | undefined
  only?: 'administrators' | 'unused' | undefined
}
/** Accounts the caller's reach shows, in the order of their names. Asks for one more than `limit`. */
export async function listAccounts(tx: Tx, authorityId: string, f: AccountFilter): Promise<AccountRow[]> {
  let query = own(tx)
    .selectFrom('identity_account as a')
    .select([
      'a.id',
      'a.login',
      'a.display_name',
      'a.person_id',
      'a.state',
      'a.password_hash',
      'a.one_time_sha256',
      'a.one_time_until',
      'a.totp_confirmed_at',
    ])
    .select(eb =>
      eb
        .selectFrom('identity_session as s')
        .select(e => e.fn.max('s.seen_at').as('at'))
        .whereRef('s.authority_id', '=', 'a.authority_id')
        .whereRef('s.account_id', '=', 'a.id')
        .as('last_seen_at'),
    )
    .where('a.authority_id', '=', authorityId)
  if (f.search) {
    const like = `%${f.search.replaceAll(/[\\%_]/g, c => `\\${c}`)}%`
    query = query.where(eb => eb.or([eb('a.login', 'ilike', like), eb('a.display_name', 'ilike', like)]))
  }
  if (f.state) query = query.where('a.state', '=', f.state)
  if (f.only === 'administrators') query = query.where('a.person_id', 'is', null)
  if (f.only === 'unused') query = query.where('a.password_hash', 'is', null)
  if (f.after) query = query.where(sql<boolean>`(a.login, a.id) > (${f.after.login}, ${f.after.id}::uuid)`)
  return query
    .orderBy('a.login')
    .orderBy('a.id')
    .limit(f.limit + 1)
    .execute()
}

export async function findAccount(tx: Tx, authorityId: string, id: string) {
  const found = await own(tx)
    .selectFrom('identity_account')
    .select([
      'id',
      'login',
      'display_name',
      'person_id',
      'state',
      'password_hash',
      'totp_sealed',
      'totp_new_sealed',
      'totp_confirmed_at',
      'totp_last_step',
    ])
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}
export type FoundAccount = NonNullable<Awaited<ReturnType<typeof findAccount>>>

export async function giveCode(tx: Tx, authorityId: string, id: string, codeSha256: string, until: Date) {
  const set = { password_hash: null, one_time_sha256: codeSha256, one_time_until: until.toISOString() }
  await own(tx)
    .updateTable('identity_account')
    .set(set)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

export async function setState(tx: Tx, authorityId: string, id: string, state: 'active' | 'disabled') {
  await own(tx)
    .updateTable('identity_account')
    .set({ state })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

export async function dropSecondFactor(tx: Tx, authorityId: string, id: string) {
  const set = { totp_sealed: null, totp_new_sealed: null, totp_confirmed_at: null, totp_last_step: null }
  await own(tx)
    .updateTable('identity_account')
    .set(set)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Sessions in force of one account, the latest first; `now` decides what has run out. */
export async function openSessions(tx: Tx, authorityId: string, accountId: string, now: Date) {
  return own(tx)
    .selectFrom('identity_session')
    .select(['id', 'opened_at', 'seen_at', 'address', 'device'])
    .where('authority_id', '=', authorityId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now.toISOString())
    .where('seen_at', '>', new Date(now.getTime() - 30 * 60_000).toISOString())
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Ends one session of the account, or all of them without `sessionId`. Returns how many were open. */
export async function endSessions(
  tx: Tx,
  authorityId: string,
  accountId: string,
  now: Date,
  sessionId?: string,
): Promise<number> {
  let query = own(tx)
    .updateTable('identity_session')
    .set({ ended_at: now.toISOString() })
    .where('authority_id', '=', authorityId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (sessionId) query = query.where('id', '=', sessionId)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}
