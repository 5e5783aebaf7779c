import type { Input } from '@jiannuo/contract/route.ts'
import type {
  listTaskLists as listApi,
  TaskCounts,
  TaskList,
  TaskListLine,
  withdrawTaskList as withdrawApi,
} from '@jiannuo/contract/supervision/task-list.ts'
import { z } from 'zod'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../platform/http/wire/cursor.ts'
import { holderNames } from '../../organization/index.ts'
import { mayWithdraw } from '../policy.ts'
import { eventRow } from '../task/event-row.ts'
import { windowOf } from '../task/soon.ts'
import { insertEvents, taskById } from '../task/sql.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])

export async function listTaskLists(change: Change, { query }: Input<typeof listApi>) {
  const { tx, actor } = change
  const { side, kind, meetingId, ofTaskId, limit } = query
  const rows = await sql.listed(tx, actor.authorityId, {
    ...{ unitId: actor.capacity.unitId, side, kind, meetingId, ofTaskId },
    ...{ after: openCursor(Cursor, query.after), limit: limit + 1 },
  })
  const found = pageOf(
    rows,
    limit,
    row => [row.issued_at, row.id],
    row => row,
  )
  return { items: await linesOf(change, found.items), next: found.next }
}

/** Lists with how their tasks stand. */
export async function linesOf({ tx, actor, today }: Change, rows: readonly sql.ListRow[]): Promise<TaskListLine[]> {
  const window = await windowOf(tx, actor.authorityId, today)
  const counts = await sql.countTasks(
    tx,
    actor.authorityId,
    rows.map(row => row.id),
    window,
  )
  return rows.map(row => lineOf(row, sum(counts.filter(each => each.list_id === row.id))))
}

const lineOf = (row: sql.ListRow, counts: TaskCounts): TaskListLine => ({
  ...{ id: row.id, kind: row.kind, title: row.title, source: row.source },
  ...{ unitId: row.unit_id, unitName: row.unit_name, issuedOn: row.issued_on },
  ...{ withdrawn: row.withdrawn_at !== null, counts },
})

const sum = (all: readonly TaskCounts[]): TaskCounts => {
  const total = (of: keyof TaskCounts) => all.reduce((so, each) => so + each[of], 0)
  return {
    ...{ tasks: total('tasks'), open: total('open'), yellow: total('yellow'), red: total('red') },
    ...{ answered: total('answered'), settled: total('settled'), late: total('late') },
  }
}

export const readTaskList = (change: Change, _: unknown, list: sql.ListRow) => listOf(change, list.id)

/** A list as a page shows it. */
export async function listOf(change: Change, id: string): Promise<TaskList> {
  const { tx, actor, today } = change
  const row = (await sql.listById(tx, actor.authorityId, id)) ?? fail('NOT_FOUND')
  const window = await windowOf(tx, actor.authorityId, today)
  const counts = await sql.countTasks(tx, actor.authorityId, [id], window)
  const items = await sql.itemsOf(tx, actor.authorityId, id)
  const ofTask = row.of_task_id ? await taskById(tx, actor.authorityId, row.of_task_id) : undefined
  const meeting = await sql.meetingRef(tx, row.meeting_id)
  const names = await holderNames(tx, [row.issued_by])
  return {
    ...lineOf(row, sum(counts)),
    ...{ sourceOn: row.source_on, clause: row.clause, wording: row.wording, issuedAt: row.issued_at },
    ...{ issuedBy: names.get(row.issued_by) ?? '', withdrawnReason: row.withdrawn_reason },
    meeting: meeting && { id: meeting.id, title: meeting.title },
    ofTask: ofTask ? { id: ofTask.id, title: ofTask.title } : null,
    items: items.map(({ due_on, ...item }) => ({
      ...{ ...item, dueOn: due_on },
      counts: sum(counts.filter(each => each.ordinal === item.ordinal)),
    })),
    units: await sql.countUnits(tx, actor.authorityId, id),
    mayWithdraw: row.withdrawn_at === null && mayWithdraw(actor, row) === true,
  }
}

/** Asks no more of what is not settled; the units concerned are told why. Fails STATE_CONFLICT when it was withdrawn before. */
export async function withdrawTaskList(change: Change, { body }: Input<typeof withdrawApi>, list: sql.ListRow) {
  const { tx, actor, now, today } = change
  const tasks = await sql.withdraw(tx, actor.authorityId, list.id, body.reason, now.toISOString())
  if (!tasks) fail('STATE_CONFLICT', { state: both('已撤回', 'withdrawn'), action: '再撤回' })
  await insertEvents(
    tx,
    tasks.map(task => eventRow(change, task.id, { kind: 'withdraw', text: body.reason })),
  )
  const told = await sql.holders(tx, [...new Set(tasks.map(task => task.unit_id))], [''], today)
  await change.inform(
    told.map(each => each.person_id),
    {
      ...{ kind: 'task.withdrawn', objectId: list.id, link: `/task-lists/${list.id}` },
      title: both(`“${list.title}”已撤回：${body.reason}`, `“${list.title}” is withdrawn: ${body.reason}`),
    },
  )
  await change.audit('task-list.withdraw', list.id, { unitId: list.unit_id, values: body })
  return listOf(change, list.id)
}
