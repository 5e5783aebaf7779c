import type { PledgeAction } from '@jiannuo/contract/pledge/pledge.ts'
import { type Actor, deny, hidden, type Policy, type Role, refused } from '../../../platform/http/actor.ts'
import { ACTION_TITLES, FLOW, PUBLIC_STATES } from './flow.ts'
import type { PledgeRow } from './sql.ts'

/** Offices that review, and that see what was submitted in the units below them. */
export const OFFICES: readonly Role[] = [
  'branchSecretary',
  'organCommittee',
  'workCommittee',
  'districtCommittee',
  'cityCommittee',
]

const isAuthor = (actor: Actor, p: PledgeRow) => p.person_id === actor.personId
const reviews = (actor: Actor, p: PledgeRow) =>
  !isAuthor(actor, p) && OFFICES.includes(actor.capacity.role) && p.reviewer_unit_id === actor.capacity.unitId

/** A draft is its author's alone; what was submitted, the offices above him read too, and whoever guides until it is returned; from the notice on, whoever sees the unit. */
export const mayReadPledge: Policy<PledgeRow> = (actor, p) => {
  if (isAuthor(actor, p)) return true
  if (p.state === 'draft') return hidden
  if (reviews(actor, p)) return true
  if (!p.in_view || (p.state === 'returned' && !p.led)) return hidden
  return OFFICES.includes(actor.capacity.role) || PUBLIC_STATES.includes(p.state) || hidden
}

/** What the actor may do with the pledge now. Deciding is for the secretaries of the reviewing unit; its staff comment and draft. */
export function actionsOf(actor: Actor, p: PledgeRow): PledgeAction[] {
  if (!p.cycle_open) return []
  if (isAuthor(actor, p)) return FLOW[p.state].author.filter(a => a !== 'drop' || p.amends !== null)
  if (!reviews(actor, p)) return []
  return FLOW[p.state].reviewer.filter(a => a !== 'decide' || p.decides)
}

/** Passes when the actor may do this now; a wrong state is told to the author and the reviewer, others are refused or see nothing. */
export const mayDo =
  (action: PledgeAction): Policy<PledgeRow> =>
  (actor, p) => {
    if (actionsOf(actor, p).includes(action)) return true
    const seen = mayReadPledge(actor, p)
    if (seen !== true) return seen
    const ever = Object.values(FLOW).some(step =>
      (isAuthor(actor, p) ? step.author : reviews(actor, p) ? step.reviewer : []).includes(action),
    )
    const inState = FLOW[p.state].author.includes(action) || FLOW[p.state].reviewer.includes(action)
    return ever && !inState
      ? deny('STATE_CONFLICT', { state: FLOW[p.state].title, action: ACTION_TITLES[action] })
      : refused
  }
