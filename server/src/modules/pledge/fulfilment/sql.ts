import type { Day } from '@jiannuo/contract/values.ts'
import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'
import { type PledgeRow, pledgeById, pledges } from '../pledge/sql.ts'

const own = (tx: Tx) =>
  tx.$pickTables<'pledge_item' | 'pledge_progress' | 'pledge_rectification' | 'pledge_midyear' | 'pledge_sample'>()

/** Pledges of a person in force in that year. */
export const inForceOf = (
  tx: Tx,
  authorityId: string,
  personId: string,
  cycleId: string,
  today: Day,
): Promise<PledgeRow[]> =>
  pledges(tx, authorityId, personId, today)
    .where('p.person_id', '=', personId)
    .where('p.cycle_id', '=', cycleId)
    .where('p.state', 'in', ['inForce', 'amending'])
    .orderBy('p.level')
    .execute()

export const itemById = (tx: Tx, authorityId: string, itemId: string) =>
  own(tx)
    .selectFrom('pledge_item')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('id', '=', itemId)
    .executeTakeFirst()
export type ItemRow = NonNullable<Awaited<ReturnType<typeof itemById>>>

/** An item with its pledge, the pledge locked when it is about to be changed. */
export async function itemWithPledge(
  tx: Tx,
  authorityId: string,
  itemId: string,
  personId: string | null,
  today: Day,
  lock: boolean,
): Promise<{ item: ItemRow; pledge: PledgeRow } | null> {
  const found = await itemById(tx, authorityId, itemId)
  const pledge = found && (await pledgeById(tx, authorityId, found.pledge_id, personId, today, lock))
  const item = pledge && (lock ? await itemById(tx, authorityId, itemId) : found)
  return item && pledge ? { item, pledge } : null
}

/** First day of each pledge, counted from its first version. */
export async function firstDays(tx: Tx, authorityId: string, pledgeIds: readonly string[]): Promise<Map<string, Day>> {
  if (pledgeIds.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    day: Day | null
  }>`select p.id, first_in_force(${authorityId}, p.id) as day from unnest(${[...pledgeIds]}::uuid[]) as p(id)`.execute(
    tx,
  )
  return new Map(rows.flatMap(r => (r.day ? [[r.id, r.day] as const] : [])))
}

export const entriesOf = (tx: Tx, authorityId: string, itemId: string) =>
  own(tx)
    .selectFrom('pledge_progress')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('item_id', '=', itemId)
    .orderBy('on_day', 'desc')
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .execute()
export async function insertEntry(tx: Tx, row: Insertable<Database['pledge_progress']>): Promise<void> {
  await own(tx).insertInto('pledge_progress').values(row).execute()
}
export async function setItem(
  tx: Tx,
  authorityId: string,
  itemId: string,
  fields: Partial<Pick<ItemRow, 'state' | 'achieved' | 'done_on' | 'excuse_reason' | 'excused_by'>>,
): Promise<void> {
  await own(tx)
    .updateTable('pledge_item')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('id', '=', itemId)
    .execute()
}

export const rectificationsOf = async (tx: Tx, authorityId: string, pledgeIds: readonly string[]) =>
  pledgeIds.length === 0
    ? []
    : own(tx)
        .selectFrom('pledge_rectification')
        .selectAll()
        .where('authority_id', '=', authorityId)
        .where('pledge_id', 'in', [...pledgeIds])
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .execute()
export type RectificationRow = Awaited<ReturnType<typeof rectificationsOf>>[number]
export const rectificationById = (tx: Tx, authorityId: string, id: string) =>
  own(tx)
    .selectFrom('pledge_rectification')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
export async function insertRectification(
  tx: Tx,
  row: Omit<
    Database['pledge_rectification'],
    'state' | 'result' | 'reopen_reason' | 'done_at' | 'accepted_by' | 'accepted_at'
  >,
): Promise<void> {
  await own(tx).insertInto('pledge_rectification').values(row).execute()
}
export async function setRectification(
  tx: Tx,
  authorityId: string,
  id: string,
  fields: Partial<
    Pick<RectificationRow, 'state' | 'result' | 'reopen_reason' | 'done_at' | 'accepted_by' | 'accepted_at'>
  >,
): Promise<void> {
  await own(tx)
    .updateTable('pledge_rectification')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

export const midYearsOf = async (tx: Tx, authorityId: string, pledgeIds: readonly string[]) =>
  pledgeIds.length === 0
    ? []
    : own(tx)
        .selectFrom('pledge_midyear')
        .selectAll()
        .where('authority_id', '=', authorityId)
        .where('pledge_id', 'in', [...pledgeIds])
        .execute()
export type MidYearRow = Awaited<ReturnType<typeof midYearsOf>>[number]
export async function saveMidYear(tx: Tx, row: Insertable<Database['pledge_midyear']>): Promise<void> {
  const { note, checked_by, checked_at } = row
  await own(tx)
    .insertInto('pledge_midyear')
    .values(row)
    .onConflict(oc => oc.columns(['authority_id', 'pledge_id']).doUpdateSet({ note, checked_by, checked_at }))
    .execute()
}
export async function confirmMidYear(
  tx: Tx,
  authorityId: string,
  pledgeId: string,
  by: string,
  at: string,
): Promise<boolean> {
  const done = await own(tx)
    .updateTable('pledge_midyear')
    .set({ confirmed_by: by, confirmed_at: at })
    .where('authority_id', '=', authorityId)
    .where('pledge_id', '=', pledgeId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Evidence asked of a person, or for one item; what waits first. */
export function askedOf(tx: Tx, authorityId: string, of: { pledgeIds: readonly string[] } | { itemId: string }) {
  const all = own(tx)
    .selectFrom('pledge_sample as s')
    .innerJoin('pledge_item as i', j =>
      j.onRef('i.authority_id', '=', 's.authority_id').onRef('i.id', '=', 's.item_id'),
    )
    .select(['s.id', 's.item_id', 's.due_on', 's.answer', 's.file_sha256', 's.answered_at', 'i.title'])
    .where('s.authority_id', '=', authorityId)
    .orderBy('s.answered_at', o => o.desc().nullsFirst())
    .orderBy('s.id')
  return 'itemId' in of
    ? all.where('s.item_id', '=', of.itemId).execute()
    : of.pledgeIds.length === 0
      ? Promise.resolve([])
      : all.where('s.pledge_id', 'in', [...of.pledgeIds]).execute()
}
export type AskedRow = Awaited<ReturnType<typeof askedOf>>[number]

/** Whose records the items of these pledges move with. */
export async function followedSubjects(
  tx: Tx,
  authorityId: string,
  pledgeIds: readonly string[],
): Promise<Map<string, string>> {
  if (pledgeIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; subject: string }>`
    select id, followed_subject(authority_id, pledge_id, fact_of) as subject from pledge_item
    where authority_id = ${authorityId} and pledge_id = any (${[...pledgeIds]}::uuid[]) and fact_of is not null`.execute(
    tx,
  )
  return new Map(rows.map(r => [r.id, r.subject]))
}

/** Items in force of open years that move with recorded facts. */
export async function fedItems(tx: Tx, authorityId: string): Promise<FedItem[]> {
  const { rows } = await sql<FedItem>`
    select i.id as item_id, p.id as pledge_id, followed_subject(p.authority_id, p.id, i.fact_of) as subject_id, i.fact_kind, i.fact_period
    from pledge_pledge p join pledge_item i on i.authority_id = p.authority_id and i.pledge_id = p.id
    where p.authority_id = ${authorityId} and p.state in ('inForce', 'amending') and i.fact_kind is not null and i.state <> 'excused' and cycle_is_open(p.authority_id, p.cycle_id)
    order by p.id, i.id`.execute(tx)
  return rows
}
export interface FedItem {
  item_id: string
  pledge_id: string
  subject_id: string
  fact_kind: string
  fact_period: string
}
