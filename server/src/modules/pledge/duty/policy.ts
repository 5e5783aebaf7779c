import { hidden, type Policy, type Role, refused, role } from '../../../platform/http/actor.ts'

const OFFICES: readonly Role[] = ['branchSecretary', 'organCommittee']

export interface DescribedFacts {
  person_id: string
  in_view: boolean
}
/** The person himself, and the offices above him. */
export const mayReadDescription: Policy<DescribedFacts> = (actor, f) =>
  f.person_id === actor.personId || (f.in_view && [...OFFICES, 'workCommittee'].includes(actor.capacity.role)) || hidden
/** The person himself, his branch secretary, his organ committee. */
export const mayWriteDescription: Policy<DescribedFacts> = (actor, f) =>
  f.person_id === actor.personId ||
  (f.in_view && OFFICES.includes(actor.capacity.role)) ||
  (mayReadDescription(actor, f) === true ? refused : hidden)
export const mayListDescriptions: Policy<unknown> = role('branchSecretary', 'organCommittee', 'workCommittee')

export const mayManageDuties: Policy<unknown> = role('workCommittee')

/** An organ adopts for itself: its committee, or the branch that is a whole organ. */
export const mayAdopt: Policy<{ organId: string | null }> = (actor, { organId }) =>
  (OFFICES.includes(actor.capacity.role) && organId !== null && actor.capacity.unitId === organId) || refused
