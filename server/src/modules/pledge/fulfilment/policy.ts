import type { Both } from '@jiannuo/contract/values.ts'
import { type Actor, deny, hidden, type Policy, refused } from '../../../platform/http/actor.ts'
import { OFFICES } from '../pledge/policy.ts'
import type { PledgeRow } from '../pledge/sql.ts'
import {
  ACTION_TITLES,
  ITEM_FLOW,
  type ItemAction,
  type ItemStateName,
  RECTIFICATION_FLOW,
  type RectificationAction,
  type RectificationState,
} from './item/flow.ts'

type Whose = Pick<PledgeRow, 'person_id' | 'reviewer_unit_id' | 'state' | 'led' | 'cycle_open'>
export const isAuthor = (actor: Actor, p: Pick<Whose, 'person_id'>) => p.person_id === actor.personId
export const reviews = (actor: Actor, p: Pick<Whose, 'person_id' | 'reviewer_unit_id'>) =>
  !isAuthor(actor, p) && OFFICES.includes(actor.capacity.role) && p.reviewer_unit_id === actor.capacity.unitId
const running = (p: Whose) => p.cycle_open && (p.state === 'inForce' || p.state === 'amending')
const ITEM_STARTED: readonly string[] = ['inForce', 'amending', 'closed']

/** Its author, its reviewer, and the offices that lead him; never colleagues, never a body that only guides. */
export const mayReadFulfilment: Policy<Whose> = (actor, p) =>
  ITEM_STARTED.includes(p.state) &&
  (isAuthor(actor, p) ||
    reviews(actor, p) ||
    (p.led && (OFFICES.includes(actor.capacity.role) || actor.capacity.role === 'partyGroupSecretary')))
    ? true
    : hidden

interface Named<S, A> {
  title: Both
  author: readonly A[]
  reviewer: readonly A[]
  next: readonly S[]
}
function actions<S extends string, A extends string>(
  flow: Record<S, Named<S, A>>,
  actor: Actor,
  p: Whose,
  state: S,
): A[] {
  if (!running(p)) return []
  return isAuthor(actor, p) ? [...flow[state].author] : reviews(actor, p) ? [...flow[state].reviewer] : []
}
export const itemActions = (actor: Actor, p: Whose, state: ItemStateName): ItemAction[] =>
  actions(ITEM_FLOW, actor, p, state)
export const rectificationActions = (actor: Actor, p: Whose, state: RectificationState): RectificationAction[] =>
  actions(RECTIFICATION_FLOW, actor, p, state)

function verdict<S extends string, A extends ItemAction | RectificationAction>(
  flow: Record<S, Named<S, A>>,
  actor: Actor,
  p: Whose,
  state: S,
  action: A,
) {
  const seen = mayReadFulfilment(actor, p)
  if (seen !== true || actions(flow, actor, p, state).includes(action)) return seen
  const steps: Named<S, A>[] = Object.values(flow)
  const ever = steps.some(step =>
    (isAuthor(actor, p) ? step.author : reviews(actor, p) ? step.reviewer : []).includes(action),
  )
  return ever
    ? deny('STATE_CONFLICT', {
        state: running(p) ? flow[state].title : { zh: '已办结', en: 'closed' },
        action: ACTION_TITLES[action],
      })
    : refused
}
export const mayDoItem =
  (action: ItemAction): Policy<{ pledge: Whose; item: { state: ItemStateName } }> =>
  (actor, { pledge, item }) =>
    verdict(ITEM_FLOW, actor, pledge, item.state, action)
export const mayDoRectification =
  (action: RectificationAction): Policy<{ pledge: Whose; rectification: { state: RectificationState } }> =>
  (actor, { pledge, rectification }) =>
    verdict(RECTIFICATION_FLOW, actor, pledge, rectification.state, action)

export const mayCheckMidYear: Policy<Whose> = (actor, p) => {
  const seen = mayReadFulfilment(actor, p)
  if (seen !== true) return seen
  if (!isAuthor(actor, p)) return refused
  return running(p) || deny('STATE_CONFLICT', { state: { zh: '已办结', en: 'closed' }, action: '再自查' })
}
