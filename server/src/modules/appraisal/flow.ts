import type { RoundAction, RoundState } from '@jiannuo/contract/appraisal/round.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { fail } from '../../platform/http/fail.ts'

interface Step {
  title: Both
  next: readonly RoundState[]
  /** What those who run the round may do. */
  actions: readonly RoundAction[]
}

/** The life of a round. What the people appraised do (rating themselves, objecting) hangs on the same states. */
export const FLOW: Record<RoundState, Step> = {
  preparing: {
    title: { zh: '筹备', en: 'preparing' },
    next: ['rating'],
    actions: ['start', 'nameTellers', 'enterFacts'],
  },
  rating: {
    title: { zh: '评议', en: 'rating' },
    next: ['computed'],
    actions: ['nameTellers', 'enterFacts', 'rateAsOrganisation', 'rule', 'compute'],
  },
  computed: {
    title: { zh: '拟定', en: 'proposed' },
    next: ['rating', 'decided'],
    actions: ['enterFacts', 'rule', 'compute', 'reopen', 'decide'],
  },
  // Computing again opens the way to another decision: what has changed since would else stand against it.
  decided: {
    title: { zh: '已审定', en: 'decided' },
    next: ['computed', 'objection'],
    actions: ['compute', 'decide', 'release'],
  },
  objection: { title: { zh: '异议期', en: 'open to objection' }, next: ['filed'], actions: ['file'] },
  filed: { title: { zh: '已备案', en: 'filed' }, next: [], actions: [] },
}

const ACTION_TITLES: Record<RoundAction, string> = {
  start: '开始评议',
  nameTellers: '确定计票人',
  enterFacts: '录入数据',
  rateAsOrganisation: '组织评定',
  rule: '作出认定',
  compute: '计算',
  reopen: '退回评议',
  decide: '定等次',
  release: '告知结果',
  file: '备案',
}

/** Fails STATE_CONFLICT when the round's state does not allow the action. */
export function requireAction(round: { state: RoundState }, action: RoundAction): void {
  requireState(round, FLOW[round.state].actions.includes(action), ACTION_TITLES[action])
}

/** The same for what is done by others than those who run the round. */
export function requireState(round: { state: RoundState }, allowed: boolean, action: string): void {
  if (!allowed) fail('STATE_CONFLICT', { state: FLOW[round.state].title, action })
}
