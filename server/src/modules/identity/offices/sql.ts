import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) =>
  tx.$pickTables<
    'identity_account' | 'identity_grant' | 'identity_audit_mark' | 'audit_event' | 'audit_leaf' | 'audit_checkpoint'
  >()

export interface GrantRow {
  id: string
  account_id: string
  login: string
  name: string
  role: string
  unit_id: string | null
  unit_name: string | null
  from_on: string
  until_on: string | null
  granted_by: string
  requested_by: string | null
  granted_at: string
  signed_by: string | null
  signer: string | null
  signed_at: string | null
  revoked_at: string | null
  /** The moment of the request to the microsecond, for the cursor. */
  place: string
}
interface GrantFilter {
  after: { at: string; id: string } | null
  limit: number
  today: string
  state?: 'requested' | 'inForce' | undefined
  id?: string
}

/** Grants with the names behind their ids, newest first; one more than `limit`. */
export async function listGrants(tx: Tx, authorityId: string, f: GrantFilter): Promise<GrantRow[]> {
  let query = own(tx)
    .selectFrom('identity_grant as g')
    .innerJoin('identity_account as a', join =>
      join.onRef('a.authority_id', '=', 'g.authority_id').onRef('a.id', '=', 'g.account_id'),
    )
    .leftJoin('identity_account as asked', join =>
      join.onRef('asked.authority_id', '=', 'g.authority_id').onRef('asked.id', '=', 'g.granted_by'),
    )
    .leftJoin('identity_account as signer', join =>
      join.onRef('signer.authority_id', '=', 'g.authority_id').onRef('signer.id', '=', 'g.signed_by'),
    )
    .select([
      'g.id',
      'g.account_id',
      'a.login',
      'a.display_name as name',
      'g.role',
      'g.unit_id',
      'g.from_on',
      'g.until_on',
      'g.granted_by',
      'asked.display_name as requested_by',
      'g.granted_at',
      'g.signed_by',
      'signer.display_name as signer',
      'g.signed_at',
      'g.revoked_at',
    ])
    .select([
      sql<string | null>`unit_name(g.authority_id, g.unit_id)`.as('unit_name'),
      sql<string>`to_char(g.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('place'),
    ])
    .where('g.authority_id', '=', authorityId)
  if (f.id) query = query.where('g.id', '=', f.id)
  if (f.state === 'requested') query = query.where('g.signed_by', 'is', null).where('g.revoked_at', 'is', null)
  if (f.state === 'inForce')
    query = query
      .where('g.signed_by', 'is not', null)
      .where('g.revoked_at', 'is', null)
      .where('g.from_on', '<=', f.today)
      .where(eb => eb.or([eb('g.until_on', 'is', null), eb('g.until_on', '>', f.today)]))
  if (f.after)
    query = query.where(sql<boolean>`(g.granted_at, g.id) < (${f.after.at}::timestamptz, ${f.after.id}::uuid)`)
  return query
    .orderBy('g.granted_at', 'desc')
    .orderBy('g.id', 'desc')
    .limit(f.limit + 1)
    .execute()
}

export interface NewGrant {
  id: string
  account_id: string
  role:
    | 'workCommittee'
    | 'districtCommittee'
    | 'cityCommittee'
    | 'systemAdministrator'
    | 'securityAdministrator'
    | 'auditAdministrator'
  unit_id: string | null
  from_on: string
  until_on: string | null
  granted_by: string
}
export async function insertGrant(tx: Tx, authorityId: string, grant: NewGrant, now: Date) {
  await own(tx)
    .insertInto('identity_grant')
    .values({ authority_id: authorityId, ...grant, granted_at: now.toISOString() })
    .execute()
}

/** Another grant or a member behind the account that an administrator role may not stand beside, whatever their days. */
export async function clashes(tx: Tx, authorityId: string, accountId: string, role: string): Promise<boolean> {
  const account = await own(tx)
    .selectFrom('identity_account')
    .select('person_id')
    .where('authority_id', '=', authorityId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (role.endsWith('Administrator') && account?.person_id) return true
  const others = await own(tx)
    .selectFrom('identity_grant')
    .select('role')
    .where('authority_id', '=', authorityId)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
  return others.some(other => other.role.endsWith('Administrator') || role.endsWith('Administrator'))
}

export async function sign(tx: Tx, authorityId: string, id: string, by: string, now: Date): Promise<boolean> {
  const set = { signed_by: by, signed_at: now.toISOString() }
  const done = await own(tx)
    .updateTable('identity_grant')
    .set(set)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .where('signed_by', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function revoke(tx: Tx, authorityId: string, id: string, by: string, now: Date): Promise<boolean> {
  const set = { revoked_by: by, revoked_at: now.toISOString() }
  const done = await own(tx)
    .updateTable('identity_grant')
    .set(set)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

const State = z.object({
  databaseVersion: z.string(),
  databaseBytes: z.number(),
  migration: z.string(),
  accounts: z.number(),
  disabled: z.number(),
  neverUsed: z.number(),
  sessions: z.number(),
  auditPending: z.number(),
  lastJobAt: z.string().nullable(),
})
export async function systemState(tx: Tx) {
  const { rows } = await sql<{ state: unknown }>`select system_state() as state`.execute(tx)
  return State.parse(rows[0]?.state)
}

export interface EventRow {
  id: string
  at: string
  login: string | null
  role: string | null
  action: string
  object_id: string
  outcome: 'done' | 'refused'
  route: string
  address: string
  request_id: string
  seq: number | null
}
interface EventFilter {
  after: { at: string; id: string } | null
  limit: number
  action?: string | undefined
  login?: string | undefined
  role?: string | undefined
  object?: string | undefined
  outcome?: 'done' | 'refused' | undefined
  fromOn?: string | undefined
  untilOn?: string | undefined
  marked?: 'yes' | undefined
}

/** Rows of the log, newest first; one more than `limit`. `action` matches from its beginning, the others exactly. */
export async function searchEvents(tx: Tx, authorityId: string, f: EventFilter): Promise<EventRow[]> {
  let query = own(tx)
    .selectFrom('audit_event as e')
    .leftJoin('identity_account as a', join =>
      join.onRef('a.authority_id', '=', 'e.authority_id').onRef('a.id', '=', 'e.account_id'),
    )
    .leftJoin('audit_leaf as l', join =>
      join.onRef('l.authority_id', '=', 'e.authority_id').onRef('l.event_id', '=', 'e.id'),
    )
    .select([
      'e.id',
      sql<string>`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'),
      sql<
        string | null
      >`coalesce(a.login, case when e.account_id is null and e.action = 'identity.sign-in' then (select x.login from identity_account x where x.authority_id = e.authority_id and x.id = e.object_id::uuid) end)`.as(
        'login',
      ),
      'e.role',
      'e.action',
      'e.object_id',
      'e.outcome',
      'e.route',
      'e.address',
      'e.request_id',
      'l.seq',
    ])
    .where('e.authority_id', '=', authorityId)
  if (f.action) query = query.where(sql<boolean>`starts_with(e.action, ${f.action})`)
  // A sign-in has no actor yet: the account is its object.
  if (f.login)
    query = query.where(
      sql<boolean>`(lower(a.login) = lower(${f.login}) or (e.account_id is null and e.object_id = (select x.id::text from identity_account x where x.authority_id = ${authorityId} and lower(x.login) = lower(${f.login}))))`,
    )
  if (f.role) query = query.where('e.role', '=', f.role)
  if (f.object) query = query.where('e.object_id', '=', f.object)
  if (f.outcome) query = query.where('e.outcome', '=', f.outcome)
  if (f.fromOn) query = query.where(sql<boolean>`e.at >= ${f.fromOn}::date::timestamp at time zone 'Asia/Shanghai'`)
  if (f.untilOn) query = query.where(sql<boolean>`e.at < ${f.untilOn}::date::timestamp at time zone 'Asia/Shanghai'`)
  if (f.marked)
    query = query.where(eb =>
      eb.exists(
        eb
          .selectFrom('identity_audit_mark as m')
          .select('m.id')
          .whereRef('m.authority_id', '=', 'e.authority_id')
          .whereRef('m.event_id', '=', 'e.id'),
      ),
    )
  if (f.after) query = query.where(sql<boolean>`(e.at, e.id) < (${f.after.at}::timestamptz, ${f.after.id}::uuid)`)
  return query
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(f.limit + 1)
    .execute()
}

export async function hasEvent(tx: Tx, authorityId: string, id: string): Promise<boolean> {
  return (
    (await own(tx)
      .selectFrom('audit_event')
      .select('id')
      .where('authority_id', '=', authorityId)
      .where('id', '=', id)
      .executeTakeFirst()) !== undefined
  )
}

export async function marksOf(tx: Tx, authorityId: string, eventIds: readonly string[]) {
  if (eventIds.length === 0) return []
  return own(tx)
    .selectFrom('identity_audit_mark as m')
    .leftJoin('identity_account as a', join =>
      join.onRef('a.authority_id', '=', 'm.authority_id').onRef('a.id', '=', 'm.marked_by'),
    )
    .select(['m.event_id', 'm.note', 'a.display_name as by', 'm.marked_at'])
    .where('m.authority_id', '=', authorityId)
    .where('m.event_id', 'in', [...eventIds])
    .orderBy('m.marked_at')
    .execute()
}

export async function insertMark(
  tx: Tx,
  authorityId: string,
  mark: { id: string; event_id: string; note: string; marked_by: string },
  now: Date,
) {
  await own(tx)
    .insertInto('identity_audit_mark')
    .values({ authority_id: authorityId, ...mark, marked_at: now.toISOString() })
    .execute()
}

export async function checkpoints(tx: Tx, authorityId: string, before: number | null, limit: number) {
  let query = own(tx)
    .selectFrom('audit_checkpoint')
    .select(['size', 'root_sha256', 'root_sm3', 'at', 'signature'])
    .where('authority_id', '=', authorityId)
  if (before !== null) query = query.where('size', '<', before)
  return query
    .orderBy('size', 'desc')
    .limit(limit + 1)
    .execute()
}
