import type { Input } from '@jiannuo/contract/route.ts'
import type {
  answerTask as answerApi,
  extendTask as extendApi,
  settleTask as settleApi,
  noteStep as stepApi,
} from '@jiannuo/contract/supervision/task.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { LIST_KINDS } from '@jiannuo/rules/supervision/list-kinds.ts'
import { restate } from '../../../platform/facts/restate.ts'
import { fail, failFields } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import type { TaskFacts } from '../policy.ts'
import { onWorkingDays } from '../task-list/issue-list.ts'
import { holders as holdersOfUnits, meetingRef } from '../task-list/sql.ts'
import { eventRow } from './event-row.ts'
import { factsOf } from './facts.ts'
import { taskOf } from './read-task.ts'
import * as sql from './sql.ts'

const STATES: Record<sql.TaskRow['state'], Both> = {
  open: both('待办', 'to be done'),
  answered: both('已答复', 'answered'),
  settled: both('已销号', 'struck off'),
  withdrawn: both('已撤回', 'withdrawn'),
}
const conflict = (task: sql.TaskRow, action: string): never =>
  fail('STATE_CONFLICT', { state: STATES[task.state], action })

/** Notes a step on the way; a meeting named must be the unit’s own. Fails STATE_CONFLICT, TASK_SOURCE. */
export async function noteStep(change: Change, { body }: Input<typeof stepApi>, { task }: TaskFacts) {
  if (task.state !== 'open') conflict(task, '再记步骤')
  const course: readonly string[] = LIST_KINDS[task.kind].course
  if (!course.includes(body.step))
    failFields([{ pointer: '/step', zh: '这类清单没有这一步', en: 'lists of this kind have no such step' }])
  const meeting = await meetingRef(change.tx, body.meetingId)
  if (body.meetingId && meeting?.unit_id !== task.unit_id) fail('TASK_SOURCE')
  await sql.insertEvents(change.tx, [
    eventRow(change, task.id, { kind: 'step', step: body.step, text: body.text, meeting_id: body.meetingId }),
  ])
  await change.audit('task.step', task.id, { unitId: task.unit_id, values: body })
  return taskOf(change, task.id)
}

/** Answers a task; its light is green from now on, and whoever asked confirms or sends it back. Fails STATE_CONFLICT. */
export async function answerTask(change: Change, { body }: Input<typeof answerApi>, { task }: TaskFacts) {
  const answered = { state: 'answered', answer: body.text, answered_on: change.today } as const
  if (!(await sql.setTask(change.tx, task, ['open'], answered))) conflict(task, '答复')
  await sql.insertEvents(change.tx, [eventRow(change, task.id, { kind: 'answer', text: body.text })])
  await tell(change, task, task.from_unit_id, {
    kind: `task.answered.${change.today}`,
    title: both(`${task.unit_name}答复了“${task.title}”`, `${task.unit_name} has answered “${task.title}”`),
  })
  await change.audit('task.answer', task.id, { unitId: task.unit_id, values: body })
  return taskOf(change, task.id)
}

/** Strikes it off and records whether it was on time, or sends it back with what is wanting. Fails STATE_CONFLICT, TASK_REASON. */
export async function settleTask(change: Change, { body }: Input<typeof settleApi>, { task }: TaskFacts) {
  const { tx, now, today } = change
  if (!body.accepted && body.text === '') fail('TASK_REASON')
  const fields = body.accepted
    ? { state: 'settled' as const, settled_at: now.toISOString() }
    : { state: 'open' as const, answer: null, answered_on: null }
  if (!(await sql.setTask(tx, task, ['answered'], fields))) conflict(task, body.accepted ? '销号' : '退回')
  await sql.insertEvents(tx, [
    eventRow(change, task.id, { kind: body.accepted ? 'settle' : 'return', text: body.text }),
  ])
  await restate(change, { module: 'supervision', id: task.id }, factsOf({ ...task, ...fields }, today))
  if (!body.accepted)
    await tell(change, task, task.unit_id, {
      kind: `task.returned.${now.toISOString()}`,
      title: both(`“${task.title}”退回：${body.text}`, `“${task.title}” came back: ${body.text}`),
    })
  await change.audit(body.accepted ? 'task.settle' : 'task.return', task.id, { unitId: task.unit_id, values: body })
  return taskOf(change, task.id)
}

/** Gives one unit another day; the one before stays in the record. Fails STATE_CONFLICT, or with a day that is none to work on. */
export async function extendTask(change: Change, { body }: Input<typeof extendApi>, { task }: TaskFacts) {
  const { tx, today } = change
  await onWorkingDays(change, [{ day: body.dueOn, pointer: '/dueOn' }])
  if (body.dueOn <= task.due_on)
    failFields([{ pointer: '/dueOn', zh: `应晚于${task.due_on}`, en: `later than ${task.due_on}` }])
  if (!(await sql.setTask(tx, task, ['open'], { due_on: body.dueOn }))) conflict(task, '延期')
  await sql.insertEvents(tx, [
    eventRow(change, task.id, {
      ...{ kind: 'extend', text: body.reason, due_before: task.due_on, due_after: body.dueOn },
    }),
  ])
  await restate(change, { module: 'supervision', id: task.id }, factsOf({ ...task, due_on: body.dueOn }, today))
  await tell(change, task, task.unit_id, {
    kind: `task.extended.${body.dueOn}`,
    title: both(
      `“${task.title}”延到${body.dueOn}：${body.reason}`,
      `“${task.title}” may be done until ${body.dueOn}: ${body.reason}`,
    ),
  })
  await change.audit('task.extend', task.id, { unitId: task.unit_id, values: body })
  return taskOf(change, task.id)
}

async function tell(
  change: Change,
  task: sql.TaskRow,
  unitId: string,
  message: { kind: string; title: Both },
): Promise<void> {
  const post = unitId === task.unit_id ? (task.post ?? '') : ''
  const people = await holdersOfUnits(change.tx, [unitId], [post], change.today)
  await change.inform(
    people.map(each => each.person_id).filter(personId => personId !== change.actor.personId),
    { ...message, objectId: task.id, unitId, link: `/tasks/${task.id}` },
  )
}
