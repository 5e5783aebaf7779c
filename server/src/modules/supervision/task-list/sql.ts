import type { IssuePreview, ListedItem, Recipients } from '@jiannuo/contract/supervision/task-list.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'
import type { Window } from '../task/soon.ts'

const own = (tx: Tx) => tx.$pickTables<'supervision_list' | 'supervision_item' | 'supervision_task'>()

const lists = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('supervision_list as l')
    .selectAll('l')
    .select(sql<string>`coalesce(unit_label(l.authority_id, l.unit_id), '')`.as('unit_name'))
    .where('l.authority_id', '=', authorityId)
export type ListRow = Awaited<ReturnType<ReturnType<typeof lists>['executeTakeFirstOrThrow']>>

export const listById = (tx: Tx, authorityId: string, id: string): Promise<ListRow | undefined> =>
  lists(tx, authorityId).where('l.id', '=', id).executeTakeFirst()

export interface Listing {
  /** The caller’s unit. */
  unitId: string | null
  side?: 'ours' | 'asked' | undefined
  kind?: ListRow['kind'] | undefined
  meetingId?: string | undefined
  ofTaskId?: string | undefined
  after: readonly [string, string] | null
  limit: number
}
export function listed(tx: Tx, authorityId: string, asked: Listing): Promise<ListRow[]> {
  let found = lists(tx, authorityId)
  if (asked.side === 'asked') found = found.where('l.unit_id', '=', asked.unitId)
  if (asked.side === 'ours')
    found = found.where(eb =>
      eb.exists(
        eb
          .selectFrom('supervision_task as t')
          .select('t.id')
          .whereRef('t.authority_id', '=', 'l.authority_id')
          .whereRef('t.list_id', '=', 'l.id')
          .where('t.unit_id', '=', asked.unitId),
      ),
    )
  if (asked.kind) found = found.where('l.kind', '=', asked.kind)
  if (asked.meetingId) found = found.where('l.meeting_id', '=', asked.meetingId)
  if (asked.ofTaskId) found = found.where('l.of_task_id', '=', asked.ofTaskId)
  if (asked.after)
    found = found.where(sql<boolean>`(l.issued_at, l.id) < (${asked.after[0]}::timestamptz, ${asked.after[1]}::uuid)`)
  return found.orderBy('l.issued_at', 'desc').orderBy('l.id', 'desc').limit(asked.limit).execute()
}

/** How the tasks of these lists stand as far as the caller sees them, by list and item. */
export async function countTasks(tx: Tx, authorityId: string, listIds: readonly string[], { today, soonBy }: Window) {
  if (listIds.length === 0) return []
  const n = (where: string) => sql.raw<number>(`(count(*) filter (where ${where}))::int`)
  const red = sql<number>`(count(*) filter (where state = 'open' and due_on < ${today}::date))::int`
  const late = sql<number>`(count(*) filter (where answered_on > due_on or (state = 'open' and due_on < ${today}::date)))::int`
  const yellow = sql<number>`(count(*) filter (where state = 'open' and due_on >= ${today}::date and due_on <= ${soonBy}::date))::int`
  return own(tx)
    .selectFrom('supervision_task')
    .select(['list_id', 'ordinal'])
    .select([
      n("state <> 'withdrawn'").as('tasks'),
      n("state = 'open'").as('open'),
      n("state = 'answered'").as('answered'),
      n("state = 'settled'").as('settled'),
      ...[yellow.as('yellow'), red.as('red'), late.as('late')],
    ])
    .where('authority_id', '=', authorityId)
    .where('list_id', 'in', [...listIds])
    .groupBy(['list_id', 'ordinal'])
    .execute()
}

export const itemsOf = (tx: Tx, authorityId: string, listId: string) =>
  own(tx)
    .selectFrom('supervision_item')
    .select(['ordinal', 'title', 'demand', 'post', 'due_on', 'minutes'])
    .where('authority_id', '=', authorityId)
    .where('list_id', '=', listId)
    .orderBy('ordinal')
    .execute()

export async function countUnits(tx: Tx, authorityId: string, listId: string): Promise<number> {
  const found = await own(tx)
    .selectFrom('supervision_task')
    .select(sql<number>`count(distinct unit_id)::int`.as('units'))
    .where('authority_id', '=', authorityId)
    .where('list_id', '=', listId)
    .executeTakeFirstOrThrow()
  return found.units
}

/** Units among these that the caller’s office may give tasks to on that day. */
export async function recipients(tx: Tx, to: Recipients, on: Day): Promise<{ id: string; name: string }[]> {
  const [units, kinds] = to.by === 'units' ? [to.unitIds, []] : [[], to.unitKinds]
  const { rows } = await sql<{ id: string; name: string }>`
    select unit_id as id, name from task_recipients(${units}::uuid[], ${kinds}::text[], ${on}::date)`.execute(tx)
  return rows
}

interface Holder {
  unit_id: string
  /** '' for the head of the unit. */
  post: string
  person_id: string
  stands_in: boolean
}
/** Who has to do tasks of these units by their posts. */
export async function holders(tx: Tx, unitIds: readonly string[], posts: readonly string[], on: Day) {
  const { rows } = await sql<Holder>`
    select unit_id, post, person_id, stands_in from task_holders(${unitIds}::uuid[], ${posts}::text[], ${on}::date)`.execute(
    tx,
  )
  return rows
}

/** Lists of the unit under the same title of which somebody among these units has something to do. */
export async function alike(
  tx: Tx,
  authorityId: string,
  unitId: string,
  title: string,
  unitIds: readonly string[],
): Promise<IssuePreview['alike']> {
  const rows = await own(tx)
    .selectFrom('supervision_list as l')
    .select(['l.id', 'l.title', 'l.issued_on'])
    .where('l.authority_id', '=', authorityId)
    .where('l.unit_id', '=', unitId)
    .where('l.title', '=', title)
    .where('l.withdrawn_at', 'is', null)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('supervision_task as t')
          .select('t.id')
          .whereRef('t.authority_id', '=', 'l.authority_id')
          .whereRef('t.list_id', '=', 'l.id')
          .where('t.state', '=', 'open')
          .where(sql<boolean>`t.unit_id = any (${unitIds}::uuid[])`),
      ),
    )
    .orderBy('l.issued_at', 'desc')
    .limit(3)
    .execute()
  return rows.map(row => ({ id: row.id, title: row.title, issuedOn: row.issued_on }))
}

/** The list, its items, and one task for each unit and item, in three statements however many units there are. */
export async function insertList(
  tx: Tx,
  row: Omit<Database['supervision_list'], 'withdrawn_at' | 'withdrawn_reason'>,
  items: readonly ListedItem[],
  unitIds: readonly string[],
): Promise<void> {
  const { authority_id, id: list_id, unit_id } = row
  await own(tx).insertInto('supervision_list').values(row).execute()
  await own(tx)
    .insertInto('supervision_item')
    .values(
      items.map(({ title, demand, post, dueOn, minutes }, at) => ({
        ...{ authority_id, list_id, ordinal: at + 1 },
        ...{ title, demand, post, due_on: dueOn, minutes },
      })),
    )
    .execute()
  await own(tx)
    .insertInto('supervision_task')
    .columns(['authority_id', 'id', 'list_id', 'ordinal', 'unit_id', 'from_unit_id', 'due_on'])
    .expression(eb =>
      eb
        .selectFrom('supervision_item as i')
        .innerJoin(sql<{ unit_id: string }>`unnest(${unitIds}::uuid[])`.as<'u'>(sql`u (unit_id)`), join =>
          join.onTrue(),
        )
        .select(['i.authority_id', sql<string>`gen_random_uuid()`.as('id'), 'i.list_id', 'i.ordinal', 'u.unit_id'])
        .select([sql<string>`${unit_id}::uuid`.as('from_unit_id'), 'i.due_on'])
        .where('i.authority_id', '=', authority_id)
        .where('i.list_id', '=', list_id),
    )
    .execute()
}

/** Withdraws what is not settled; answers the tasks concerned. */
export async function withdraw(tx: Tx, authorityId: string, listId: string, reason: string, now: string) {
  const done = await own(tx)
    .updateTable('supervision_list')
    .set({ withdrawn_at: now, withdrawn_reason: reason })
    .where('authority_id', '=', authorityId)
    .where('id', '=', listId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return null
  return own(tx)
    .updateTable('supervision_task')
    .set({ state: 'withdrawn' })
    .where('authority_id', '=', authorityId)
    .where('list_id', '=', listId)
    .where('state', 'in', ['open', 'answered'])
    .returning(['id', 'unit_id'])
    .execute()
}

/** A meeting as far as the caller sees it. */
export async function meetingRef(tx: Tx, id: string | null) {
  if (!id) return null
  const { rows } = await sql<{ id: string; unit_id: string; title: string }>`
    select id, unit_id, title from meeting_ref(${id}::uuid)`.execute(tx)
  return rows[0] ?? null
}
