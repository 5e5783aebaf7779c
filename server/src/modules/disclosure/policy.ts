import { type Actor, hidden, isAdministrator, type Policy, type Role, refused } from '../../platform/http/actor.ts'

/** Offices that open notices and answer objections. */
const OFFICES: readonly Role[] = [
  'branchSecretary',
  'organCommittee',
  'workCommittee',
  'districtCommittee',
  'cityCommittee',
]

export interface NoticeFacts {
  reviewer_unit_id: string
  belongs: boolean
}

export const answersFor = (actor: Actor, notice: { reviewer_unit_id: string }) =>
  OFFICES.includes(actor.capacity.role) && actor.capacity.unitId === notice.reviewer_unit_id

/** Whoever the database shows it to, administrators never. */
export const mayReadNotice: Policy<NoticeFacts> = actor => !isAdministrator(actor.capacity.role) || hidden
/** Those the notice is made for. */
export const mayObject: Policy<NoticeFacts> = (actor, notice) => (actor.personId !== null && notice.belongs) || refused
/** The reviewing unit alone: others see no objections at all. */
export const mayAnswer: Policy<NoticeFacts> = (actor, notice) => answersFor(actor, notice) || refused
