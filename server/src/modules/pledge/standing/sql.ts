import type { Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) =>
  tx.$pickTables<
    | 'pledge_pledge'
    | 'pledge_item'
    | 'pledge_progress'
    | 'pledge_rectification'
    | 'pledge_sample'
    | 'pledge_midyear'
    | 'pledge_report'
  >()

/** The pledge that stands for each person and level: the version in force, else the first. An amendment on its way stands for nothing yet. */
export const standingPledges = (tx: Tx, authorityId: string, cycleId: string) =>
  own(tx)
    .selectFrom('pledge_pledge as p')
    .select([
      'p.id',
      'p.cycle_id',
      'p.level',
      'p.person_id',
      'p.unit_id',
      'p.reviewer_unit_id',
      'p.state',
      'p.version',
      'p.amends',
      'p.notice_id',
      'p.in_force_on',
      'p.submitted_at',
      'p.approved_at',
    ])
    .where('p.authority_id', '=', authorityId)
    .where('p.cycle_id', '=', cycleId)
    .where(eb => eb.or([eb('p.amends', 'is', null), eb('p.state', 'in', ['inForce', 'amending', 'closed'])]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pledge_pledge as later')
            .select('later.id')
            .whereRef('later.authority_id', '=', 'p.authority_id')
            .whereRef('later.amends', '=', 'p.id')
            .where('later.state', 'in', ['inForce', 'amending', 'closed']),
        ),
      ),
    )
export type StandingRow = Awaited<ReturnType<ReturnType<typeof standingPledges>['execute']>>[number]

export async function setOnNotice(
  tx: Tx,
  authorityId: string,
  ids: readonly string[],
  noticeId: string,
): Promise<number> {
  const done = await own(tx)
    .updateTable('pledge_pledge')
    .set({ state: 'onNotice', notice_id: noticeId })
    .where('authority_id', '=', authorityId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'approved')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
export async function setReturned(tx: Tx, authorityId: string, ids: readonly string[]): Promise<number> {
  const done = await own(tx)
    .updateTable('pledge_pledge')
    .set({ state: 'returned', notice_id: null, review_due_on: null })
    .where('authority_id', '=', authorityId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'onNotice')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
export async function setInForce(
  tx: Tx,
  authorityId: string,
  ids: readonly string[],
  today: string,
): Promise<{ id: string; amends: string | null; person_id: string; level: Level }[]> {
  return own(tx)
    .updateTable('pledge_pledge')
    .set({ state: 'inForce', in_force_on: today })
    .where('authority_id', '=', authorityId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'onNotice')
    .returning(['id', 'amends', 'person_id', 'level'])
    .execute()
}

/** The amendment takes the old version's place: its items take over the progress made meanwhile, and what hangs on the old items moves over. */
export async function takeOver(tx: Tx, authorityId: string, amendment: string, old: string): Promise<void> {
  await sql`update pledge_item n set state = o.state, achieved = o.achieved, done_on = o.done_on, excuse_reason = o.excuse_reason, excused_by = o.excused_by
    from pledge_item o where n.authority_id = ${authorityId} and n.pledge_id = ${amendment} and o.authority_id = n.authority_id and o.id = n.amends_item`.execute(
    tx,
  )
  for (const table of ['pledge_progress', 'pledge_rectification', 'pledge_sample'] as const)
    await sql`update ${sql.table(table)} x set pledge_id = ${amendment}, item_id = n.id from pledge_item n
      where n.authority_id = ${authorityId} and n.pledge_id = ${amendment} and x.authority_id = n.authority_id and x.item_id = n.amends_item`.execute(
      tx,
    )
  for (const table of ['pledge_midyear', 'pledge_report'] as const)
    await own(tx)
      .updateTable(table)
      .set({ pledge_id: amendment })
      .where('authority_id', '=', authorityId)
      .where('pledge_id', '=', old)
      .execute()
  await own(tx)
    .updateTable('pledge_pledge')
    .set({ state: 'closed' })
    .where('authority_id', '=', authorityId)
    .where('id', '=', old)
    .execute()
}
