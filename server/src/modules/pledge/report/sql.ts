import type { Composed } from '@jiannuo/contract/pledge/report.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'
import { pledges } from '../pledge/sql.ts'

const own = (tx: Tx) => tx.$pickTables<'pledge_report'>()

const columns = [
  'r.pledge_id',
  'r.text',
  'r.state',
  'r.saved_at',
  'r.submitted_at',
  'r.remark',
  'r.remarked_at',
  'r.composed',
] as const

/** The report of one pledge as far as the caller sees it: a draft is its author's alone. */
export const reportOf = (tx: Tx, authorityId: string, pledgeId: string) =>
  own(tx)
    .selectFrom('pledge_report as r')
    .select(columns)
    .select(sql<string | null>`person_label(r.authority_id, r.remarked_by)`.as('remarked_by_name'))
    .where('r.authority_id', '=', authorityId)
    .where('r.pledge_id', '=', pledgeId)
    .executeTakeFirst()
export type ReportRow = NonNullable<Awaited<ReturnType<typeof reportOf>>>

/** Saves the text of a draft whose version is the one typed on; false when another was saved meanwhile. */
export async function saveDraft(
  tx: Tx,
  row: Insertable<Database['pledge_report']>,
  typedOn: string | null,
): Promise<boolean> {
  if (typedOn === null) {
    const made = await own(tx)
      .insertInto('pledge_report')
      .values(row)
      .onConflict(oc => oc.doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const saved = await own(tx)
    .updateTable('pledge_report')
    .set({ text: row.text, saved_at: row.saved_at })
    .where('authority_id', '=', row.authority_id)
    .where('pledge_id', '=', row.pledge_id)
    .where('state', '=', 'draft')
    .where(sql<boolean>`date_trunc('milliseconds', saved_at) = ${typedOn}::timestamptz`)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}
export async function setSubmitted(
  tx: Tx,
  authorityId: string,
  pledgeId: string,
  at: string,
  composed: Composed,
): Promise<void> {
  await own(tx)
    .updateTable('pledge_report')
    .set({ state: 'submitted', submitted_at: at, composed: JSON.stringify(composed) })
    .where('authority_id', '=', authorityId)
    .where('pledge_id', '=', pledgeId)
    .execute()
}
export async function setRemark(
  tx: Tx,
  authorityId: string,
  pledgeId: string,
  remark: { remark: string; remarked_by: string; remarked_at: string },
): Promise<void> {
  await own(tx)
    .updateTable('pledge_report')
    .set(remark)
    .where('authority_id', '=', authorityId)
    .where('pledge_id', '=', pledgeId)
    .execute()
}

/** review: of the pledges the caller's unit reviews; unit: public to him, in his unit, below it and above. */
function reported(
  tx: Tx,
  authorityId: string,
  personId: string | null,
  today: Day,
  cycleId: string,
  scope: 'unit' | 'review',
) {
  const mine = sql<boolean>`p.reviewer_unit_id = (select (current_context()).unit_id)`
  const around = sql<boolean>`((select sees_all()) or p.unit_id = any ((select visible_units())::uuid[]) or p.unit_id = any ((select units_above())::uuid[]))`
  return pledges(tx, authorityId, personId, today)
    .where('p.cycle_id', '=', cycleId)
    .where('p.state', 'in', ['inForce', 'amending', 'closed'])
    .where(scope === 'review' ? mine : around)
}
interface Listing {
  cycleId: string
  scope: 'unit' | 'review'
  after: { remarked: number; id: string } | null
  limit: number
}
const handedIn = sql<boolean>`exists (select 1 from pledge_report r where r.authority_id = p.authority_id and r.pledge_id = p.id and r.state = 'submitted')`
const remarked = sql<number>`(select (r.remark is not null)::int from pledge_report r where r.authority_id = p.authority_id and r.pledge_id = p.id)`
/** Reports handed in; those without a remark first. */
export async function submittedReports(
  tx: Tx,
  authorityId: string,
  personId: string | null,
  today: Day,
  { cycleId, scope, after, limit }: Listing,
) {
  let found = reported(tx, authorityId, personId, today, cycleId, scope)
    .where(handedIn)
    .select(
      sql<string>`(select r.submitted_at from pledge_report r where r.authority_id = p.authority_id and r.pledge_id = p.id)`.as(
        'report_at',
      ),
    )
    .select(remarked.as('remarked'))
  if (after) found = found.where(sql<boolean>`(${remarked}, p.id) > (${after.remarked}::int, ${after.id}::uuid)`)
  return found.orderBy(remarked).orderBy('p.id').limit(limit).execute()
}
export async function counts(
  tx: Tx,
  authorityId: string,
  personId: string | null,
  today: Day,
  { cycleId, scope }: Pick<Listing, 'cycleId' | 'scope'>,
) {
  return reported(tx, authorityId, personId, today, cycleId, scope)
    .where('p.state', 'in', ['inForce', 'amending'])
    .clearSelect()
    .select(eb => eb.fn.countAll<number>().as('owed'))
    .select(sql<number>`count(*) filter (where ${handedIn})`.as('submitted'))
    .select(sql<number>`count(*) filter (where ${handedIn} and ${remarked} = 0)`.as('to_remark'))
    .executeTakeFirstOrThrow()
}
