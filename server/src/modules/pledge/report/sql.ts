import type { Composed } from '@jiannuo/contract/report.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'
import { pledges } from '../pledge/sql.ts'

const own = (tx: Tx) => tx.$pickTables<'pledge_report'>()

const columns = ['r.pledge_id', 'r.text', 'r.state', 'r.saved_at', 'r.submitted_at', 'r.remark', 'r.remarked_at', 'r.composed'] as const

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
export async function saveDraft(tx: Tx, row: Pick<Database['pledge_report'], 'authority_id' | 'id' | 'cycle_id' | 'pledge_id' | 'person_id' | 'unit_id' | 'text' | 'saved_at'>, typedOn: string | null): Promise<boolean> {
  if (typedOn === null) {
    const made = await own(tx).insertInto('pledge_report').values(row).onConflict(oc => oc.doNothing()).executeTakeFirst()
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
export async function setSubmitted(tx: Tx, authorityId: string, pledgeId: string, at: string, composed: Composed): Promise<void> {
  await own(tx).updateTable('pledge_report').set({ state: 'submitted', submitted_at: at, composed: JSON.stringify(composed) }).where('authority_id', '=', authorityId).where('pledge_id', '=', pledgeId).execute()
}
export async function setRemark(tx: Tx, authorityId: string, pledgeId: string, remark: { remark: string; remarked_by: string; remarked_at: string }): Promise<void> {
  await own(tx).updateTable('pledge_report').set(remark).where('authority_id', '=', authorityId).where('pledge_id', '=', pledgeId).execute()
}

/** review: of the pledges the caller's unit reviews; unit: public to him, in his unit, below it and above. */
function reported(tx: Tx, authorityId: string, personId: string | null, today: Day, cycleId: string, scope: 'unit' | 'review') {
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
/** Reports handed in; those without a remark first. */
export async function submittedReports(tx: Tx, authorityId: string, personId: string | null, today: Day, { cycleId, scope, after, limit }: Listing) {
  const remarked = sql<number>`(r.remark is not null)::int`
  let found = reported(tx, authorityId, personId, today, cycleId, scope)
    .innerJoin('pledge_report as r', j => j.onRef('r.authority_id', '=', 'p.authority_id').onRef('r.pledge_id', '=', 'p.id').on('r.state', '=', 'submitted'))
    .select(['r.submitted_at as report_at'])
    .select(remarked.as('remarked'))
  if (after) found = found.where(sql<boolean>`((r.remark is not null)::int, p.id) > (${after.remarked}::int, ${after.id}::uuid)`)
  return found.orderBy(remarked).orderBy('p.id').limit(limit).execute()
}
export async function counts(tx: Tx, authorityId: string, personId: string | null, today: Day, { cycleId, scope }: Pick<Listing, 'cycleId' | 'scope'>) {
  const all = reported(tx, authorityId, personId, today, cycleId, scope).where('p.state', 'in', ['inForce', 'amending'])
  return tx
    .with('owed', () => all)
    .selectFrom('owed')
    .leftJoin('pledge_report as r', j => j.onRef('r.pledge_id', '=', 'owed.id').on('r.state', '=', 'submitted').on('r.authority_id', '=', authorityId))
    .select(eb => [eb.fn.count<number>('owed.id').as('owed'), eb.fn.count<number>('r.pledge_id').as('submitted')])
    .select(sql<number>`count(*) filter (where r.pledge_id is not null and r.remark is null)`.as('to_remark'))
    .executeTakeFirstOrThrow()
}
