import { type Actor, anyMember, type Policy, refused, role } from '../../platform/http/actor.ts'
import type { Change } from '../../platform/http/serve.ts'
import * as tasks from './task/sql.ts'
import * as lists from './task-list/sql.ts'

/** Offices that act for a unit in tasks: give them to those it leads, do them, confirm them. */
const OFFICES = [
  'branchSecretary',
  'branchCommittee',
  'organCommittee',
  'partyGroupSecretary',
  'workCommittee',
  'districtCommittee',
  'cityCommittee',
] as const
const actsFor = (actor: Actor, unitId: string) =>
  OFFICES.some(each => each === actor.capacity.role) && actor.capacity.unitId === unitId

/** Where tasks may go is the use case's to say. */
export const mayIssue: Policy<unknown> = role(...OFFICES)
export const mayRead = anyMember

export const listFacts = async ({ tx, actor }: Change, { params }: { params: { listId: string } }) =>
  (await lists.listById(tx, actor.authorityId, params.listId)) ?? null
export const mayWithdraw: Policy<lists.ListRow> = (actor, list) => actsFor(actor, list.unit_id) || refused

export interface TaskFacts {
  task: tasks.TaskRow
  holders: tasks.Holders
}
/** The task as far as row level security lets the caller see it, with who has to do it today. */
export async function taskFacts(
  { tx, actor, today }: Change,
  { params }: { params: { taskId: string } },
): Promise<TaskFacts | null> {
  const task = await tasks.taskById(tx, actor.authorityId, params.taskId)
  return task ? { task, holders: await tasks.holdersOf(tx, task, today) } : null
}
/** The office of the unit that has it to do, or who holds the post it lies with. */
export const mayAnswer: Policy<TaskFacts> = (actor, { task, holders }) =>
  actsFor(actor, task.unit_id) || (actor.personId !== null && holders.personIds.includes(actor.personId)) || refused
/** The unit that asked, and no other. */
export const maySettle: Policy<TaskFacts> = (actor, { task }) => actsFor(actor, task.from_unit_id) || refused
