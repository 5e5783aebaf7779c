import { randomUUID } from 'node:crypto'
import type { Input } from '@jiannuo/contract/route.ts'
import type {
  IssuePreview,
  issueTaskList as issueApi,
  previewTaskList as previewApi,
  TaskListDraft,
} from '@jiannuo/contract/supervision/task-list.ts'
import { LIST_KINDS } from '@jiannuo/rules/supervision/list-kinds.ts'
import { localDays } from '../../../platform/calendar/local-days.ts'
import { addWorkingDays, isWorkingDay } from '../../../platform/calendar/working-days.ts'
import { type FieldError, fail, failFields } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { eventRow } from '../task/event-row.ts'
import * as tasks from '../task/sql.ts'
import { listOf } from './read-list.ts'
import * as sql from './sql.ts'

/** Shown by name before the rest is counted. */
const NAMED = 20

/** What issuing would do. Fails as issuing would. */
export async function previewTaskList(change: Change, { body }: Input<typeof previewApi>): Promise<IssuePreview> {
  const { tx, actor, today } = change
  const units = await examine(change, body)
  const posts = postsOf(body)
  const holders = await sql.holders(
    tx,
    units.map(unit => unit.id),
    posts,
    today,
  )
  const held = new Map(holders.map(each => [`${each.unit_id} ${each.post}`, each.stands_in]))
  const vacant = units.flatMap(unit =>
    posts
      .filter(post => held.get(`${unit.id} ${post}`) !== false)
      .map(post => ({ unitName: unit.name, post: postOf(post), headless: !held.has(`${unit.id} ${post}`) })),
  )
  return {
    units: units.length,
    tasks: units.length * body.items.length,
    minutes: units.length * body.items.reduce((sum, item) => sum + item.minutes, 0),
    vacant: vacant.slice(0, NAMED),
    vacantOf: vacant.length,
    alike: await sql.alike(
      tx,
      actor.authorityId,
      actor.capacity.unitId!,
      body.title,
      units.map(unit => unit.id),
    ),
  }
}

/** Issues a list: each unit gets its own tasks, and those whose posts they lie with are told once (R2.10). Fails TASK_RECIPIENTS, TASK_SOURCE. */
export async function issueTaskList(change: Change, { body }: Input<typeof issueApi>) {
  const { tx, actor, now, today } = change
  const units = await examine(change, body)
  const unitIds = units.map(unit => unit.id)
  const id = randomUUID()
  await sql.insertList(
    tx,
    {
      ...{ authority_id: actor.authorityId, id, unit_id: actor.capacity.unitId!, kind: body.kind, title: body.title },
      ...{ source: body.source, source_on: body.sourceOn, clause: body.clause, wording: body.wording },
      ...{ meeting_id: body.meetingId, of_task_id: body.ofTaskId },
      ...{ issued_on: today, issued_at: now.toISOString(), issued_by: actor.personId ?? actor.accountId },
    },
    body.items,
    unitIds,
  )
  if (body.ofTaskId)
    await tasks.insertEvents(tx, [
      eventRow(change, body.ofTaskId, { kind: 'step', step: 'breakdown', text: `“${body.title}”` }),
    ])
  const told = await sql.holders(tx, unitIds, postsOf(body), today)
  const kind = LIST_KINDS[body.kind].title
  const first = body.items.map(item => item.dueOn).sort()[0]!
  await change.inform(
    told.map(each => each.person_id).filter(personId => personId !== actor.personId),
    {
      ...{ kind: 'task.issued', objectId: id, link: `/task-lists/${id}`, dueOn: first },
      title: both(
        `${actor.capacity.unitName}下达${kind.zh}“${body.title}”，共${body.items.length}项，最早${first}到期`,
        `${actor.capacity.unitName}: ${kind.en} “${body.title}”, ${body.items.length} to do, the first due on ${first}`,
      ),
    },
  )
  await change.audit('task-list.issue', id, { unitId: actor.capacity.unitId, values: body })
  return listOf(change, id)
}

const postsOf = (draft: TaskListDraft) => [...new Set(draft.items.map(item => item.post ?? ''))]
const postOf = (post: string) => (post === '' ? null : (post as NonNullable<TaskListDraft['items'][number]['post']>))

/** The units a draft goes to. Fails with every day that is no working day, and with what the caller’s unit does not lead. */
async function examine(change: Change, draft: TaskListDraft): Promise<{ id: string; name: string }[]> {
  const { tx, actor, today } = change
  await onWorkingDays(
    change,
    draft.items.map((item, at) => ({ day: item.dueOn, pointer: `/items/${at}/dueOn` })),
  )
  const meeting = draft.meetingId && (await sql.meetingRef(tx, draft.meetingId))
  if (draft.meetingId && (!meeting || meeting.unit_id !== actor.capacity.unitId)) fail('TASK_SOURCE')
  const task = draft.ofTaskId && (await tasks.taskById(tx, actor.authorityId, draft.ofTaskId))
  if (draft.ofTaskId && (!task || task.unit_id !== actor.capacity.unitId || task.state !== 'open')) fail('TASK_SOURCE')
  const units = await sql.recipients(tx, draft.to, today)
  const wanted = draft.to.by === 'units' ? new Set(draft.to.unitIds) : null
  if (units.length === 0 || (wanted && units.length < wanted.size))
    fail('TASK_RECIPIENTS', { names: wanted ? `${wanted.size - units.length}个单位` : '' })
  return units
}

/** Fails with every day that has passed or is no working day, naming the next one that is. */
export async function onWorkingDays(
  { tx, actor, today }: Change,
  days: readonly { day: string; pointer: string }[],
): Promise<void> {
  const local = await localDays(tx, actor.authorityId)
  const faults = days.flatMap(({ day, pointer }): FieldError[] => {
    if (day < today) return [{ pointer, zh: `应不早于今天（${today}）`, en: `no earlier than today (${today})` }]
    if (isWorkingDay(day, local)) return []
    const next = addWorkingDays(day, 0, local).day
    return [
      {
        pointer,
        zh: `${day}不上班，最近的工作日是${next}`,
        en: `${day} is a day off; the next working day is ${next}`,
      },
    ]
  })
  if (faults.length > 0) failFields(faults)
}
