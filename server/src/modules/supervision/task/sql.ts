import type { TaskEvent } from '@jiannuo/contract/supervision/task.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'
import { holders } from '../task-list/sql.ts'
import type { Window } from './soon.ts'

const own = (tx: Tx) =>
  tx.$pickTables<'supervision_list' | 'supervision_item' | 'supervision_task' | 'supervision_event'>()

const tasks = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('supervision_task as t')
    .innerJoin('supervision_list as l', join =>
      join.onRef('l.authority_id', '=', 't.authority_id').onRef('l.id', '=', 't.list_id'),
    )
    .innerJoin('supervision_item as i', join =>
      join
        .onRef('i.authority_id', '=', 't.authority_id')
        .onRef('i.list_id', '=', 't.list_id')
        .onRef('i.ordinal', '=', 't.ordinal'),
    )
    .selectAll('t')
    .select(['l.title as list_title', 'l.kind', 'l.wording', 'l.source', 'l.source_on', 'l.clause'])
    .select(['i.title', 'i.demand', 'i.post', 'i.minutes'])
    .select([
      sql<string>`coalesce(unit_label(t.authority_id, t.unit_id), '')`.as('unit_name'),
      sql<string>`coalesce(unit_label(t.authority_id, t.from_unit_id), '')`.as('from_unit_name'),
    ])
    .where('t.authority_id', '=', authorityId)
export type TaskRow = Awaited<ReturnType<ReturnType<typeof tasks>['executeTakeFirstOrThrow']>>

export const taskById = (tx: Tx, authorityId: string, id: string): Promise<TaskRow | undefined> =>
  tasks(tx, authorityId).where('t.id', '=', id).executeTakeFirst()

export interface Holders {
  personIds: string[]
  /** Nobody holds the post itself. */
  standsIn: boolean
}
/** Who has to do a task on that day. */
export async function holdersOf(tx: Tx, task: Pick<TaskRow, 'unit_id' | 'post'>, on: Day): Promise<Holders> {
  const found = await holders(tx, [task.unit_id], [task.post ?? ''], on)
  return { personIds: found.map(each => each.person_id), standsIn: found.some(each => each.stands_in) }
}

export interface Listing {
  ours?: string | undefined
  asked?: string | undefined
  listId?: string | undefined
  unitId?: string | undefined
  ordinal?: number | undefined
  state?: TaskRow['state'] | undefined
  light?: 'yellow' | 'red' | undefined
  after: readonly [Day, string] | null
  limit: number
}
export function listed(tx: Tx, authorityId: string, { today, soonBy }: Window, asked: Listing): Promise<TaskRow[]> {
  let found = tasks(tx, authorityId)
  if (asked.ours) found = found.where('t.unit_id', '=', asked.ours)
  if (asked.asked) found = found.where('t.from_unit_id', '=', asked.asked)
  if (asked.listId) found = found.where('t.list_id', '=', asked.listId)
  if (asked.unitId) found = found.where('t.unit_id', '=', asked.unitId)
  if (asked.ordinal) found = found.where('t.ordinal', '=', asked.ordinal)
  if (asked.state) found = found.where('t.state', '=', asked.state)
  if (asked.light) found = found.where('t.state', '=', 'open')
  if (asked.light === 'red') found = found.where('t.due_on', '<', today)
  if (asked.light === 'yellow') found = found.where('t.due_on', '>=', today).where('t.due_on', '<=', soonBy)
  if (asked.after)
    found = found.where(sql<boolean>`(t.due_on, t.id) > (${asked.after[0]}::date, ${asked.after[1]}::uuid)`)
  return found.orderBy('t.due_on').orderBy('t.id').limit(asked.limit).execute()
}

/** Open tasks with a due day in a span, of every unit. */
export const openBetween = (tx: Tx, authorityId: string, from: Day, through: Day): Promise<TaskRow[]> =>
  tasks(tx, authorityId)
    .where('t.state', '=', 'open')
    .where('t.due_on', '>=', from)
    .where('t.due_on', '<=', through)
    .orderBy('t.id')
    .execute()

export type TaskFields = Partial<Pick<TaskRow, 'due_on' | 'state' | 'answer' | 'answered_on' | 'settled_at'>>
/** Changes a task that is still in one of these states; whether it was. */
export async function setTask(
  tx: Tx,
  task: Pick<TaskRow, 'authority_id' | 'id'>,
  from: readonly TaskRow['state'][],
  fields: TaskFields,
): Promise<boolean> {
  const done = await own(tx)
    .updateTable('supervision_task')
    .set(fields)
    .where('authority_id', '=', task.authority_id)
    .where('id', '=', task.id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type EventRow = Database['supervision_event']
export async function insertEvents(tx: Tx, rows: readonly EventRow[]): Promise<void> {
  if (rows.length > 0)
    await own(tx)
      .insertInto('supervision_event')
      .values([...rows])
      .execute()
}

export const eventsOf = (tx: Tx, authorityId: string, taskId: string) =>
  own(tx)
    .selectFrom('supervision_event as e')
    .selectAll('e')
    .select([
      sql<string>`coalesce(unit_label(e.authority_id, e.made_for), '')`.as('unit_name'),
      sql<
        TaskEvent['meeting']
      >`(select jsonb_build_object('id', m.id, 'title', m.title) from meeting_ref(e.meeting_id) m)`.as('meeting'),
    ])
    .where('e.authority_id', '=', authorityId)
    .where('e.task_id', '=', taskId)
    .orderBy('e.made_at')
    .orderBy('e.id')
    .execute()
