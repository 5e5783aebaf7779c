import type { PledgeAction, PledgeState } from '@jiannuo/contract/pledge/pledge.ts'
import type { Both } from '@jiannuo/contract/values.ts'

interface Step {
  title: Both
  /** States that may follow, by whatever hand. */
  next: readonly PledgeState[]
  /** What its author may do, and what the reviewing unit may. */
  author: readonly PledgeAction[]
  reviewer: readonly PledgeAction[]
}

/** The life of a pledge. 公示 and 办结 are moved by the notice and by the year, not by a person here. */
export const FLOW: Record<PledgeState, Step> = {
  draft: { title: { zh: '草稿', en: 'draft' }, next: ['submitted'], author: ['edit', 'submit', 'drop'], reviewer: [] },
  submitted: {
    title: { zh: '待审', en: 'submitted' },
    next: ['draft', 'returned', 'approved'],
    author: ['withdraw'],
    reviewer: ['review', 'decide'],
  },
  returned: {
    title: { zh: '退回修改', en: 'returned' },
    next: ['submitted'],
    author: ['edit', 'submit', 'drop'],
    reviewer: [],
  },
  approved: { title: { zh: '已审定', en: 'approved' }, next: ['onNotice', 'inForce'], author: [], reviewer: [] },
  onNotice: { title: { zh: '公示中', en: 'on notice' }, next: ['inForce', 'returned'], author: [], reviewer: [] },
  inForce: { title: { zh: '生效', en: 'in force' }, next: ['amending', 'closed'], author: ['amend'], reviewer: [] },
  amending: { title: { zh: '修改中', en: 'amending' }, next: ['inForce', 'closed'], author: [], reviewer: [] },
  closed: { title: { zh: '已办结', en: 'closed' }, next: [], author: [], reviewer: [] },
}

/** From the notice on, everybody in the unit may read it. */
export const PUBLIC_STATES: readonly PledgeState[] = ['onNotice', 'inForce', 'amending', 'closed']

export const ACTION_TITLES: Record<PledgeAction, string> = {
  edit: '修改',
  submit: '提交审核',
  withdraw: '收回',
  review: '提意见',
  decide: '审定',
  amend: '申请修改',
  drop: '放弃修改',
}
