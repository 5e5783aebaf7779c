import type { Both } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { ownDeeds } from '../../../platform/audit/own-deeds.ts'
import type { Change } from '../../../platform/http/serve.ts'

const DAYS = 30
/** What was asked and has been done; looking and typing is no deed. */
const DEEDS: Record<string, Both> = {
  'pledge.submit': { zh: '提交承诺', en: 'Pledge submitted' },
  'pledge.approved': { zh: '审定承诺', en: 'Pledge approved' },
  'pledge.returned': { zh: '退回承诺', en: 'Pledge returned' },
  'notice.open': { zh: '开始公示', en: 'Notice opened' },
  'notice.answer': { zh: '答复公示异议', en: 'Objection answered' },
  'pledge.progress': { zh: '填写进展', en: 'Progress reported' },
  'pledge.item-done': { zh: '事项办结', en: 'Item done' },
  'pledge.mid-year': { zh: '年中自查', en: 'Mid-year check made' },
  'pledge.mid-year-confirm': { zh: '确认年中自查', en: 'Mid-year check confirmed' },
  'pledge.answer-sample': { zh: '答复抽查', en: 'Sample answered' },
  'pledge.rectify': { zh: '开始整改', en: 'Rectification begun' },
  'pledge.rectification-done': { zh: '报整改结果', en: 'Rectification reported' },
  'pledge.rectification-accepted': { zh: '认可整改', en: 'Rectification accepted' },
  'report.submit': { zh: '提交述职', en: 'Report submitted' },
  'report.remark': { zh: '点评述职', en: 'Report remarked on' },
  'appraisal.rate-self': { zh: '个人自评', en: 'Self rating made' },
  'appraisal.enter-count': { zh: '录入计票', en: 'Count entered' },
  'appraisal.confirm-count': { zh: '核对计票', en: 'Counts compared' },
}

/** What the caller has done in the last thirty days, newest first. */
export const recentDeeds = async ({ tx, actor, today }: Change) =>
  (await ownDeeds(tx, actor, Object.keys(DEEDS), addDays(today, -DAYS))).map(({ action, on, times }) => ({
    title: DEEDS[action]!,
    on,
    times,
  }))
