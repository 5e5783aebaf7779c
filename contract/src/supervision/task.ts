import { z } from 'zod'
import { PostKind } from '../organization/unit.ts'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, PageQuery, page, text } from '../values.ts'
import { CourseStep, CourseStepTitle, ListKind, TaskListLine } from './task-list.ts'

/** open: to be done (again, when it came back) · answered: waits for who asked · settled: struck off · withdrawn: asked no more. */
export const TaskState = z.enum(['open', 'answered', 'settled', 'withdrawn'])
export type TaskState = z.output<typeof TaskState>
export const TaskLight = z.enum(['green', 'yellow', 'red', 'grey'])

export const TaskLine = z.object({
  id: Id,
  listId: Id,
  listTitle: z.string(),
  kind: ListKind,
  title: z.string(),
  unitId: Id,
  unitName: z.string(),
  fromUnitId: Id,
  fromUnitName: z.string(),
  post: PostKind.nullable(),
  dueOn: Day,
  state: TaskState,
  light: TaskLight,
  reason: Both,
})
export type TaskLine = z.output<typeof TaskLine>

export const TaskEvent = z.object({
  id: Id,
  kind: z.enum(['step', 'answer', 'return', 'settle', 'extend', 'withdraw']),
  step: CourseStep.nullable(),
  text: z.string(),
  meeting: z.object({ id: Id, title: z.string() }).nullable(),
  dueBefore: Day.nullable(),
  dueAfter: Day.nullable(),
  at: Instant,
  by: z.string(),
  byUnit: z.string(),
})
export type TaskEvent = z.output<typeof TaskEvent>

export const Task = TaskLine.extend({
  demand: z.string(),
  wording: z.string(),
  source: z.string(),
  sourceOn: Day.nullable(),
  clause: z.string().nullable(),
  minutes: z.int(),
  /** Who holds the post today; where nobody does, the head of the unit, which `standsIn` says. */
  holders: z.array(z.string()),
  standsIn: z.boolean(),
  answer: z.string().nullable(),
  answeredOn: Day.nullable(),
  /** Steps that lists of this kind go through before the answer, each with what was noted of it last. */
  course: z.array(CourseStepTitle.extend({ doneOn: Day.nullable() })),
  events: z.array(TaskEvent),
  /** Lists by which the unit has broken it down further. */
  brokenDown: z.array(TaskListLine),
  mayAnswer: z.boolean(),
  maySettle: z.boolean(),
  mayBreakDown: z.boolean(),
})
export type Task = z.output<typeof Task>

const one = z.strictObject({ taskId: Id })

export const listTasks = route({
  method: 'GET',
  path: '/tasks',
  summary:
    'Tasks the caller sees, those due first at the head: of his unit, asked by his unit, of one list or one unit',
  query: PageQuery.extend({
    /** `ours`: what the caller’s unit has to do; `asked`: what it has asked of others. */
    side: z.enum(['ours', 'asked']).optional(),
    listId: Id.optional(),
    unitId: Id.optional(),
    ordinal: z.coerce.number().int().min(1).max(60).optional(),
    state: TaskState.optional(),
    light: TaskLight.extract(['yellow', 'red']).optional(),
  }).strict(),
  reply: page(TaskLine),
})

export const readTask = route({
  method: 'GET',
  path: '/tasks/:taskId',
  summary: 'One task: what is asked, under which clause, by when, its course so far and what comes next',
  params: one,
  reply: Task,
})

export const noteStep = route({
  method: 'POST',
  path: '/tasks/:taskId/steps',
  summary: 'Note a step on the way, such as the meeting that studied an instruction',
  params: one,
  body: z.strictObject({ step: CourseStep, text: text(1000, 2), meetingId: Id.nullable().default(null) }),
  reply: Task,
  errors: ['STATE_CONFLICT', 'TASK_SOURCE'],
})

export const answerTask = route({
  method: 'POST',
  path: '/tasks/:taskId/answer',
  summary: 'Say what has been done; whoever asked is told and confirms or sends it back',
  params: one,
  body: z.strictObject({ text: text(2000, 2) }),
  reply: Task,
  errors: ['STATE_CONFLICT'],
})

export const settleTask = route({
  method: 'POST',
  path: '/tasks/:taskId/settle',
  summary: 'Strike an answered task off, or send it back with what is still wanting',
  params: one,
  body: z.strictObject({ accepted: z.boolean(), text: text(1000, 0).default('') }),
  reply: Task,
  errors: ['STATE_CONFLICT', 'TASK_REASON'],
})

export const extendTask = route({
  method: 'POST',
  path: '/tasks/:taskId/extend',
  summary: 'Give one unit more time, with the reason; the day before stays in the record',
  params: one,
  body: z.strictObject({ dueOn: Day, reason: text(300, 2) }),
  reply: Task,
  errors: ['STATE_CONFLICT'],
})
