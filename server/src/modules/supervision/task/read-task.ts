import type { Input } from '@jiannuo/contract/route.ts'
import type { listTasks as listApi, Task, TaskLine } from '@jiannuo/contract/supervision/task.ts'
import { COURSE_STEPS, LIST_KINDS } from '@jiannuo/rules/supervision/list-kinds.ts'
import { taskLight } from '@jiannuo/rules/supervision/task-light.ts'
import { z } from 'zod'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../platform/http/wire/cursor.ts'
import { holderNames } from '../../organization/index.ts'
import { mayAnswer, maySettle, type TaskFacts, taskFacts } from '../policy.ts'
import { linesOf } from '../task-list/read-list.ts'
import { listed as listsWhere } from '../task-list/sql.ts'
import { type Window, windowOf } from './soon.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.iso.date(), z.uuid()])

export async function listTasks(change: Change, { query }: Input<typeof listApi>) {
  const { tx, actor, today } = change
  const { side, after, limit, ...which } = query
  const window = await windowOf(tx, actor.authorityId, today)
  const ours = actor.capacity.unitId ?? undefined
  const rows = await sql.listed(tx, actor.authorityId, window, {
    ...which,
    ...(side === 'ours' ? { ours } : side === 'asked' ? { asked: ours } : {}),
    ...{ after: openCursor(Cursor, after), limit: limit + 1 },
  })
  return pageOf(
    rows,
    limit,
    row => [row.due_on, row.id],
    row => lineOf(row, window),
  )
}

function lineOf(row: sql.TaskRow, { today, soonBy }: Window): TaskLine {
  const found = taskLight
    .at(today)
    .compute({ state: row.state, dueOn: row.due_on, answeredOn: row.answered_on, today, soonBy })
  if (found.kind === 'missing') throw new Error(`no light for task ${row.id}`)
  return {
    ...{ id: row.id, listId: row.list_id, listTitle: row.list_title, kind: row.kind, title: row.title },
    ...{ unitId: row.unit_id, unitName: row.unit_name, fromUnitId: row.from_unit_id },
    ...{ fromUnitName: row.from_unit_name, post: row.post, dueOn: row.due_on, state: row.state },
    ...found.value,
  }
}

export const readTask = (change: Change, _: unknown, { task }: TaskFacts) => taskOf(change, task.id)

/** A task as a page shows it. */
export async function taskOf(change: Change, id: string): Promise<Task> {
  const { tx, actor, today } = change
  const facts = (await taskFacts(change, { params: { taskId: id } })) ?? fail('NOT_FOUND')
  const { task, holders } = facts
  const events = await sql.eventsOf(tx, actor.authorityId, id)
  const names = await holderNames(tx, [...holders.personIds, ...events.map(each => each.made_by)])
  const window = await windowOf(tx, actor.authorityId, today)
  const lists = await listsWhere(tx, actor.authorityId, { unitId: null, ofTaskId: id, after: null, limit: 50 })
  const may = mayAnswer(actor, facts) === true
  return {
    ...lineOf(task, window),
    ...{ demand: task.demand, wording: task.wording, source: task.source, sourceOn: task.source_on },
    ...{ clause: task.clause, minutes: task.minutes, answer: task.answer, answeredOn: task.answered_on },
    holders: holders.personIds.flatMap(personId => names.get(personId) ?? []),
    standsIn: holders.standsIn,
    course: LIST_KINDS[task.kind].course.map(step => ({
      ...{ step, title: COURSE_STEPS[step] },
      doneOn: events.findLast(each => each.step === step)?.made_on ?? null,
    })),
    events: events.map(each => ({
      ...{ id: each.id, kind: each.kind, step: each.step, text: each.text, meeting: each.meeting },
      ...{ dueBefore: each.due_before, dueAfter: each.due_after, at: each.made_at },
      ...{ by: names.get(each.made_by) ?? '', byUnit: each.unit_name },
    })),
    brokenDown: await linesOf(change, lists),
    mayAnswer: may && task.state === 'open',
    maySettle: maySettle(actor, facts) === true && task.state !== 'withdrawn',
    mayBreakDown: task.state === 'open' && actor.capacity.unitId === task.unit_id && may,
  }
}
