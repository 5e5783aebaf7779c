import type { Plan } from '@jiannuo/contract/organization/change.ts'
import type { Policy } from '../../../platform/http/actor.ts'
import { hidden, refused } from '../../../platform/http/actor.ts'
import type { Change } from '../../../platform/http/serve.ts'
import {
  type ChangeFound,
  changeById,
  concerned,
  destinations,
  leads,
  mayBuildBelow,
  mayReorganize,
  type Scope,
  scopeOf,
  type UnitFacts,
  unitsById,
} from '../../organization/index.ts'

export interface PlanFacts {
  /** Units the plan alters. */
  altered: UnitFacts[]
  /** Units it puts something under or hands members to. */
  receiving: UnitFacts[]
}

export async function planFacts({ tx, actor, today }: Change, { body }: { body: Plan }): Promise<PlanFacts | null> {
  const facts = async (ids: string[]) => {
    const units = await unitsById(tx, actor.authorityId, [...new Set(ids)])
    const found: UnitFacts[] = []
    for (const unit of units) found.push({ unit, scope: await scopeOf(tx, actor, unit.id, today) })
    return found.length === new Set(ids).size ? found : null
  }
  const altered = await facts(concerned(body))
  const receiving = await facts(destinations(body))
  return altered && receiving ? { altered, receiving } : null
}

/** The work committee anywhere; an organ committee when everything the plan names lies in its subtree. */
export const mayPlan: Policy<PlanFacts> = (actor, { altered, receiving }) =>
  (altered.every(f => mayReorganize(actor, f) === true) && receiving.every(f => mayBuildBelow(actor, f) === true)) ||
  refused

export interface ReversalFacts extends ChangeFound {
  scope: Scope
}
export async function changeFacts(
  { tx, actor, today }: Change,
  { params }: { params: { changeId: string } },
): Promise<ReversalFacts | null> {
  const found = await changeById(tx, actor.authorityId, params.changeId)
  return found ? { ...found, scope: await scopeOf(tx, actor, found.unitId, today) } : null
}
/** Row level security shows an organ committee the changes made under its lead; secretaries read their own. */
export const mayReverse: Policy<ReversalFacts> = ({ capacity: { role } }, { scope }) =>
  role === 'workCommittee' || leads(role)
    ? scope !== 'guided' || refused
    : role === 'branchSecretary'
      ? refused
      : hidden
