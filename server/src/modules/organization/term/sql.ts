import type { Term, UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'organization_term'>()

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

const localDay = (at: string) => sql`(${sql.ref(at)} at time zone 'Asia/Shanghai')::date`

/** Terms as they ran on a day: what was asked and answered later had not been said yet. A refusal leaves a term as it was. */
const termsAsOf = (authorityId: string, on: Day) =>
  sql<TermRow & { unitName: string; unitKind: UnitKind; endsOn: Day; closed: boolean }>`
    select t.id, t.unit_id as "unitId", t.from_on as "from", t.until_on as "until", e.extended as "extendedUntil",
      case when not e.asked then 'normal' when not e.answered then 'requested' when e.extended is not null then 'extended'
        when t.state = 'normal' then 'normal' else 'approved' end as state,
      case when e.asked then t.request_text end as "requestText", case when e.asked then t.requested_at end as "requestedAt",
      case when e.answered then t.reply_text end as "replyText", case when e.answered then t.replied_at end as "repliedAt",
      coalesce(n.name, u.name) as "unitName", u.kind as "unitKind", coalesce(e.extended, t.until_on) as "endsOn", t.state = 'closed' as closed
    from organization_term t
    join organization_unit u on u.authority_id = t.authority_id and u.id = t.unit_id
      and u.founded_on <= ${on} and (u.dissolved_on is null or u.dissolved_on > ${on})
    left join organization_name n on n.authority_id = u.authority_id and n.unit_id = u.id and n.from_on <= ${on} and (n.until_on is null or n.until_on > ${on})
    cross join lateral (select coalesce(${localDay('t.requested_at')} <= ${on}, false) as asked, coalesce(${localDay('t.replied_at')} <= ${on}, false) as answered) said
    cross join lateral (select said.*, case when said.answered then t.extended_until end as extended) e
    where t.authority_id = ${authorityId} and t.from_on <= ${on}
      and not exists (select 1 from organization_term later where later.authority_id = t.authority_id and later.unit_id = t.unit_id
        and later.from_on > t.from_on and later.from_on <= ${on})`

interface Ending {
  /** The last day of an end that counts. */
  before: Day
  on: Day
  today: Day
  /** Null for all. */
  units: readonly string[] | null
  after: { endsOn: Day; id: string } | null
  limit: number
}
/** Terms running on a day that end on or before another, soonest first, of units that existed then. What is closed by now still ran on a day gone by. */
export async function termsEnding(tx: Tx, authorityId: string, { before, on, today, units, after, limit }: Ending) {
  const { rows } = await sql<TermRow & { unitName: string; unitKind: UnitKind; endsOn: Day }>`
    select t.id, t."unitId", t."from", t."until", t."extendedUntil", t.state, t."requestText", t."requestedAt", t."replyText", t."repliedAt", t."unitName", t."unitKind", t."endsOn"
    from (${termsAsOf(authorityId, on)}) t
    where t."endsOn" <= ${before} and (not t.closed or ${on}::date < ${today}::date)
      and (${units}::uuid[] is null or t."unitId" = any (${units}::uuid[]))
      and (${after?.endsOn ?? null}::date is null or (t."endsOn", t.id) > (${after?.endsOn ?? null}::date, ${after?.id ?? null}::uuid))
    order by t."endsOn", t.id limit ${limit}`.execute(tx)
  return rows
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
