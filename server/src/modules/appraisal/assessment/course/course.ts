import type { AssessmentAction, AssessmentState } from '@jiannuo/contract/appraisal/assessment.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { fail } from '../../../../platform/http/fail.ts'

/** The course of an assessment: what the office may do in each state. A ruling on a decided one makes it provisional again. */
export const COURSE: Record<AssessmentState, { title: Both; actions: readonly AssessmentAction[] }> = {
  rating: { title: { zh: '评议中', en: 'rating' }, actions: ['rate', 'compute'] },
  provisional: { title: { zh: '试算', en: 'provisional' }, actions: ['reopen', 'rule', 'decide'] },
  decided: { title: { zh: '已审定', en: 'decided' }, actions: ['rule', 'decide', 'release'] },
  objection: { title: { zh: '异议期', en: 'open to objection' }, actions: ['answer', 'file'] },
  filed: { title: { zh: '已备案', en: 'filed' }, actions: ['publish'] },
}

const TITLES: Record<AssessmentAction, string> = {
  rate: '评议',
  compute: '计算',
  reopen: '退回评议',
  rule: '作出认定',
  decide: '审定',
  release: '告知结果',
  answer: '答复异议',
  file: '备案',
  publish: '公开',
}

/** Fails STATE_CONFLICT when the state does not allow the action. */
export function requireAction({ state }: { state: AssessmentState }, action: AssessmentAction): void {
  if (!COURSE[state].actions.includes(action))
    fail('STATE_CONFLICT', { state: COURSE[state].title, action: TITLES[action] })
}
