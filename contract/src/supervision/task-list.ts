import { z } from 'zod'
import { PostKind, UnitKind } from '../organization/unit.ts'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, line, PageQuery, page, text } from '../values.ts'

/** What tasks come from: an instruction broken down, a meeting’s decisions, or one of the lists of responsibility. */
export const ListKind = z.enum([
  'instruction',
  'decision',
  'responsibilityList',
  'problemList',
  'benchmarkList',
  'appraisalItems',
  'workList',
])
export type ListKind = z.output<typeof ListKind>

/** Who is to do a task: a post and never a person; null: the head of the unit. */
export const TaskPost = PostKind.extract([
  'deputySecretary',
  'fullTimeDeputySecretary',
  'organizationMember',
  'publicityMember',
  'disciplineMember',
  'committeeMember',
  'partyGroupMember',
]).nullable()

export const ListedItem = z.strictObject({
  title: line(120),
  /** What has to be there in the end. */
  demand: text(1000, 2),
  post: TaskPost.default(null),
  /** Last day on which it is in time; a working day. */
  dueOn: Day,
  /** What it asks of whoever does it, in minutes: the price shown before sending. */
  minutes: z.int().min(1).max(6000),
})
export type ListedItem = z.output<typeof ListedItem>

/** Whom a list goes to: units named, or all of some kinds below the caller’s own, his own never among these. */
export const Recipients = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('units'), unitIds: z.array(Id).min(1).max(500) }),
  z.strictObject({
    by: z.literal('kinds'),
    unitKinds: z
      .array(
        UnitKind.extract([
          'districtWorkCommittee',
          'leadingPartyGroup',
          'organCommittee',
          'generalBranch',
          'branch',
          'jointBranch',
          'temporaryOrganization',
        ]),
      )
      .min(1)
      .max(7),
  }),
])
export type Recipients = z.output<typeof Recipients>

export const TaskListDraft = z.strictObject({
  kind: ListKind,
  title: line(120),
  /** Who asked for it, in which document or meeting. */
  source: line(200),
  sourceOn: Day.nullable().default(null),
  clause: line(120).nullable().default(null),
  /** The wording that is passed on; may be empty. */
  wording: text(10_000, 0).default(''),
  /** The meeting whose decisions these are. */
  meetingId: Id.nullable().default(null),
  /** The task that this list breaks down for the units below. */
  ofTaskId: Id.nullable().default(null),
  items: z.array(ListedItem).min(1).max(60),
  to: Recipients,
})
export type TaskListDraft = z.output<typeof TaskListDraft>

/** How the tasks of a list, an item or a unit stand. `red` and `yellow` are of those that are open. */
export const TaskCounts = z.object({
  tasks: z.int(),
  open: z.int(),
  yellow: z.int(),
  red: z.int(),
  answered: z.int(),
  settled: z.int(),
  late: z.int(),
})
export type TaskCounts = z.output<typeof TaskCounts>

export const TaskListLine = z.object({
  id: Id,
  kind: ListKind,
  title: z.string(),
  source: z.string(),
  unitId: Id,
  unitName: z.string(),
  issuedOn: Day,
  withdrawn: z.boolean(),
  counts: TaskCounts,
})
export type TaskListLine = z.output<typeof TaskListLine>

export const TaskList = TaskListLine.extend({
  sourceOn: Day.nullable(),
  clause: z.string().nullable(),
  wording: z.string(),
  issuedAt: Instant,
  issuedBy: z.string(),
  withdrawnReason: z.string().nullable(),
  meeting: z.object({ id: Id, title: z.string() }).nullable(),
  ofTask: z.object({ id: Id, title: z.string() }).nullable(),
  items: z.array(ListedItem.extend({ ordinal: z.int(), dueOn: Day, post: TaskPost, counts: TaskCounts })),
  /** Units it went to, as far as the caller sees them. */
  units: z.int(),
  mayWithdraw: z.boolean(),
})
export type TaskList = z.output<typeof TaskList>

/** What issuing would do, before it is done. */
export const IssuePreview = z.object({
  units: z.int(),
  tasks: z.int(),
  /** Minutes it asks of all recipients together. */
  minutes: z.int(),
  /** Units in which nobody holds the post asked for: there the task lies with the unit’s head, or with nobody. */
  vacant: z.array(z.object({ unitName: z.string(), post: PostKind.nullable(), headless: z.boolean() })),
  vacantOf: z.int(),
  /** Lists the caller’s unit has running for some of these units under the same title. */
  alike: z.array(z.object({ id: Id, title: z.string(), issuedOn: Day })),
})
export type IssuePreview = z.output<typeof IssuePreview>

export const listTaskLists = route({
  method: 'GET',
  path: '/task-lists',
  summary: 'Lists the caller’s unit has issued or received, the latest first, with how their tasks stand',
  query: PageQuery.extend({
    side: z.enum(['ours', 'asked']).optional(),
    kind: ListKind.optional(),
    meetingId: Id.optional(),
    ofTaskId: Id.optional(),
  }).strict(),
  reply: page(TaskListLine),
})

export const previewTaskList = route({
  method: 'POST',
  path: '/task-lists/preview',
  summary: 'What issuing this list would do: units, tasks, minutes asked, vacant posts; writes nothing',
  body: TaskListDraft,
  reply: IssuePreview,
  errors: ['TASK_RECIPIENTS', 'TASK_SOURCE'],
})

export const issueTaskList = route({
  method: 'POST',
  path: '/task-lists',
  summary: 'Issue a list to units in one step: each gets its own tasks and is told once',
  body: TaskListDraft,
  reply: TaskList,
  errors: ['TASK_RECIPIENTS', 'TASK_SOURCE'],
})

const one = z.strictObject({ listId: Id })

export const readTaskList = route({
  method: 'GET',
  path: '/task-lists/:listId',
  summary: 'One list with its items and how each stands over all units',
  params: one,
  reply: TaskList,
})

export const withdrawTaskList = route({
  method: 'POST',
  path: '/task-lists/:listId/withdraw',
  summary: 'Withdraw a list: what is not settled yet is asked no more, what is settled stays',
  params: one,
  body: z.strictObject({ reason: text(300, 2) }),
  reply: TaskList,
  errors: ['STATE_CONFLICT'],
})

/** One step of following a list through, by the kind of list. */
export const CourseStep = z.enum(['relay', 'study', 'survey', 'breakdown'])
export type CourseStep = z.output<typeof CourseStep>
export const CourseStepTitle = z.object({ step: CourseStep, title: Both })
