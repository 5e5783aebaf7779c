import type { Term } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'organization_term' | 'organization_unit'>()

export type TermRow = Omit<Term, 'clock'> & { unitId: string }

const terms = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('organization_term as t')
    .select([
      't.id',
      't.unit_id as unitId',
      't.from_on as from',
      't.until_on as until',
      't.extended_until as extendedUntil',
      't.state',
    ])
    .select([
      't.request_text as requestText',
      't.requested_at as requestedAt',
      't.reply_text as replyText',
      't.replied_at as repliedAt',
    ])
    .where('t.authority_id', '=', authorityId)

export const termById = (tx: Tx, authorityId: string, id: string): Promise<TermRow | undefined> =>
  terms(tx, authorityId).where('t.id', '=', id).executeTakeFirst()

/** The row is held until the end of the transaction: of two answers at once, the second sees the first. */
export const lockTerm = (tx: Tx, authorityId: string, id: string): Promise<TermRow | undefined> =>
  terms(tx, authorityId).where('t.id', '=', id).forUpdate().executeTakeFirst()

/** The term a unit's body serves on a day: the one begun last by then. */
export const termOf = (tx: Tx, authorityId: string, unitId: string, day: Day): Promise<TermRow | undefined> =>
  terms(tx, authorityId)
    .where('t.unit_id', '=', unitId)
    .where('t.from_on', '<=', day)
    .orderBy('t.from_on', 'desc')
    .executeTakeFirst()

export const latestTerm = (tx: Tx, authorityId: string, unitId: string): Promise<TermRow | undefined> =>
  terms(tx, authorityId).where('t.unit_id', '=', unitId).orderBy('t.from_on', 'desc').executeTakeFirst()

/** Terms not closed that end on or before a day, soonest first, of units that still exist; `units` null for all. */
export async function termsEnding(
  tx: Tx,
  authorityId: string,
  before: Day,
  today: Day,
  units: readonly string[] | null,
  after: { endsOn: Day; id: string } | null,
  limit: number,
) {
  const end = sql<Day>`coalesce(t.extended_until, t.until_on)`
  let found = terms(tx, authorityId)
    .innerJoin('organization_unit as u', join =>
      join.onRef('u.authority_id', '=', 't.authority_id').onRef('u.id', '=', 't.unit_id'),
    )
    .select(['u.name as unitName', 'u.kind as unitKind', end.as('endsOn')])
    .where('t.state', '<>', 'closed')
    .where('t.from_on', '<=', today)
    .where(end, '<=', before)
    .where(eb => eb.or([eb('u.dissolved_on', 'is', null), eb('u.dissolved_on', '>', today)]))
    .orderBy(end)
    .orderBy('t.id')
    .limit(limit)
  if (units)
    found = found.where('t.unit_id', 'in', units.length > 0 ? [...units] : ['00000000-0000-0000-0000-000000000000'])
  if (after)
    found = found.where(
      sql<boolean>`(coalesce(t.extended_until, t.until_on), t.id) > (${after.endsOn}::date, ${after.id}::uuid)`,
    )
  return found.execute()
}

export async function insertTerm(
  tx: Tx,
  authorityId: string,
  t: { id: string; unitId: string; from: Day; until: Day },
) {
  await own(tx)
    .insertInto('organization_term')
    .values({ authority_id: authorityId, id: t.id, unit_id: t.unitId, from_on: t.from, until_on: t.until })
    .execute()
}

interface TermChange {
  state: Term['state']
  requested_at?: string
  request_text?: string
  reply_text?: string | null
  replied_at?: string | null
  extended_until?: Day
}
export async function updateTerm(tx: Tx, authorityId: string, id: string, values: TermChange) {
  await own(tx)
    .updateTable('organization_term')
    .set(values)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

export async function closeTermsBefore(tx: Tx, authorityId: string, unitId: string, from: Day) {
  await own(tx)
    .updateTable('organization_term')
    .set({ state: 'closed' })
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .where('from_on', '<', from)
    .execute()
}
