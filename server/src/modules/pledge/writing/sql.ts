import type { WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'
import type { Day, Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'pledge_pledge' | 'pledge_item' | 'pledge_comment'>()

export interface Owed {
  person_id: string
  level: Level
  unit_id: string
  reviewer_unit_id: string
}
/** What one person owes on that day, and who reviews it; nothing when there is nobody to review. */
export async function owedBy(tx: Tx, authorityId: string, personId: string, day: Day): Promise<Owed[]> {
  const { rows } =
    await sql<Owed>`select * from pledge_owners(${authorityId}, ${day}::date) where person_id = ${personId} and reviewer_unit_id is not null`.execute(
      tx,
    )
  return rows
}

interface NewPledge extends Owed {
  authority_id: string
  id: string
  cycle_id: string
  saved_at: string
  version?: number
  amends?: string
  amendment_reason?: string
}
/** False when the person has one already: two pages opened at once begin one draft. */
export async function insertPledge(tx: Tx, row: NewPledge): Promise<boolean> {
  const made = await own(tx)
    .insertInto('pledge_pledge')
    .values(row)
    .onConflict(oc =>
      oc.columns(['authority_id', 'cycle_id', 'person_id', 'level']).where('amends', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function deletePledge(tx: Tx, authorityId: string, pledgeId: string): Promise<void> {
  await own(tx).deleteFrom('pledge_pledge').where('authority_id', '=', authorityId).where('id', '=', pledgeId).execute()
}

/** Makes the stored items those given, in that order. False when an id belongs to another pledge. */
export async function replaceItems(
  tx: Tx,
  authorityId: string,
  pledgeId: string,
  items: readonly WrittenItem[],
): Promise<boolean> {
  const gone = own(tx)
    .deleteFrom('pledge_item')
    .where('authority_id', '=', authorityId)
    .where('pledge_id', '=', pledgeId)
  await (items.length > 0
    ? gone.where(
        'id',
        'not in',
        items.map(i => i.id),
      )
    : gone
  ).execute()
  if (items.length === 0) return true
  const kept = await own(tx)
    .insertInto('pledge_item')
    .values(
      items.map((i, position) => ({
        authority_id: authorityId,
        id: i.id,
        pledge_id: pledgeId,
        position,
        kind: i.kind,
        title: i.title,
        target: i.target,
        unit: i.unit,
        measures: i.measures,
        due_on: i.dueOn,
        weight: i.weight,
        duty_id: i.dutyId,
        fact_kind: i.fact?.id ?? null,
        fact_of: i.fact?.of ?? null,
        fact_period: i.fact?.period ?? null,
      })),
    )
    .onConflict(oc =>
      oc
        .columns(['authority_id', 'id'])
        .doUpdateSet(eb => ({
          position: eb.ref('excluded.position'),
          kind: eb.ref('excluded.kind'),
          title: eb.ref('excluded.title'),
          target: eb.ref('excluded.target'),
          unit: eb.ref('excluded.unit'),
          measures: eb.ref('excluded.measures'),
          due_on: eb.ref('excluded.due_on'),
          weight: eb.ref('excluded.weight'),
          duty_id: eb.ref('excluded.duty_id'),
          fact_kind: eb.ref('excluded.fact_kind'),
          fact_of: eb.ref('excluded.fact_of'),
          fact_period: eb.ref('excluded.fact_period'),
        }))
        .where('pledge_item.pledge_id', '=', pledgeId),
    )
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === BigInt(items.length)
}

/** Copies the items of the pledge in force into its amendment, with their progress and where they come from. */
export async function copyItems(tx: Tx, authorityId: string, from: string, to: string): Promise<void> {
  await sql`insert into pledge_item (authority_id, id, pledge_id, position, kind, title, target, unit, measures, due_on, weight, duty_id, fact_kind, fact_of, fact_period, state, achieved, done_on, amends_item)
    select authority_id, gen_random_uuid(), ${to}, position, kind, title, target, unit, measures, due_on, weight, duty_id, fact_kind, fact_of, fact_period, state, achieved, done_on, id
    from pledge_item where authority_id = ${authorityId} and pledge_id = ${from}`.execute(tx)
}

export async function settleComments(
  tx: Tx,
  authorityId: string,
  pledgeId: string,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return
  await own(tx)
    .updateTable('pledge_comment')
    .set({ settled: true })
    .where('authority_id', '=', authorityId)
    .where('pledge_id', '=', pledgeId)
    .where('item_id', 'in', [...itemIds])
    .execute()
}
