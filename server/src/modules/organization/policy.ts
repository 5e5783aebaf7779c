import type { Actor, Policy, Role, Verdict } from '../../platform/http/actor.ts'
import { anyMember, refused } from '../../platform/http/actor.ts'
import type { Change } from '../../platform/http/serve.ts'
import { type Scope, scopeOf } from './scope.ts'
import { type Unit, unitById } from './sql.ts'

export interface UnitFacts {
  unit: Unit
  scope: Scope
}

/** Facts of any route with a `unitId` in its path. */
export async function unitFacts(
  { tx, actor, today }: Change,
  { params }: { params: { unitId: string } },
): Promise<UnitFacts | null> {
  const unit = await unitById(tx, actor.authorityId, params.unitId)
  return unit ? { unit, scope: await scopeOf(tx, actor, unit.id, today) } : null
}

/** The structure and the names of secretaries are open to everyone in a business capacity. */
export const maySeeStructure: Policy<UnitFacts> = anyMember

/** Offices that keep the register of what stands below them. */
export const leads = (role: Role) => role === 'organCommittee' || role === 'districtCommittee'

const superior = (actor: Actor, scope: Scope, alsoOwn = false): Verdict => {
  const { role } = actor.capacity
  if (role === 'workCommittee') return scope !== 'guided' || refused
  return (leads(role) && (scope === 'below' || (alsoOwn && scope === 'own'))) || refused
}

/** The work committee anywhere but in what it only guides (R3.1); an organ committee or a district's work committee inside its subtree, never itself. */
export const mayReorganize: Policy<UnitFacts> = (actor, { scope }) => superior(actor, scope)
/** The same: who fills the posts of the organ committee is decided above it. */
export const mayAppoint: Policy<UnitFacts> = (actor, { scope }) => superior(actor, scope)
export const mayDescribe: Policy<UnitFacts> = (actor, { scope }) => superior(actor, scope, true)
/** New units are set up below a unit of one's scope, the own one included. */
export const mayBuildBelow: Policy<UnitFacts> = (actor, { scope }) => superior(actor, scope, true)

/** The organisation asks for its own renewal through its secretary. */
export const mayRequestRenewal: Policy<UnitFacts> = (actor, { scope }) => {
  const { role } = actor.capacity
  return (scope === 'own' && (role === 'branchSecretary' || role === 'organCommittee')) || refused
}
/** The organisation above answers, never the one that asked. */
export const mayReplyRenewal: Policy<UnitFacts> = (actor, { scope }) => superior(actor, scope)
