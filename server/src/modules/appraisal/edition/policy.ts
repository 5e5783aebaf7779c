import { type Actor, isAdministrator, type Policy, type Role, refused } from '../../../platform/http/actor.ts'

/** Offices that own schemes: the work committee the city's, an organ committee its own copies. */
const OWNERS: readonly Role[] = ['workCommittee', 'organCommittee']

export const draftsSchemes = (actor: Actor) => OWNERS.includes(actor.capacity.role)
export const ownsScheme = (actor: Actor, scheme: { ownerUnitId: string }) =>
  draftsSchemes(actor) && actor.capacity.unitId === scheme.ownerUnitId

export const mayDraft: Policy<unknown> = actor => draftsSchemes(actor) || refused
/** Whoever the database shows it to: what was published everybody, a draft its owner and the work committee. */
export const mayReadScheme: Policy<unknown> = actor => !isAdministrator(actor.capacity.role) || refused
export const mayEditScheme: Policy<{ ownerUnitId: string; state: string }> = (actor, scheme) =>
  isAdministrator(actor.capacity.role) ? refused : ownsScheme(actor, scheme) || refused
