import type { ITEM_ACTIONS, RECTIFICATION_ACTIONS } from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Both } from '@jiannuo/contract/values.ts'

export type ItemAction = (typeof ITEM_ACTIONS)[number]
export type RectificationAction = (typeof RECTIFICATION_ACTIONS)[number]
export type ItemStateName = 'notStarted' | 'underWay' | 'done' | 'lagging' | 'rectifying' | 'rectified' | 'excused'
export type RectificationState = 'open' | 'done' | 'accepted' | 'reopened'

interface Step<S, A> {
  title: Both
  next: readonly S[]
  author: readonly A[]
  reviewer: readonly A[]
}

/** The life of an item in force. 滞后 is never stored: it is the light of today, which clears when the gap is closed. */
export const ITEM_FLOW: Record<ItemStateName, Step<ItemStateName, ItemAction>> = {
  notStarted: {
    title: { zh: '未开始', en: 'not started' },
    next: ['underWay', 'done', 'rectifying', 'excused'],
    author: ['progress', 'done', 'rectify'],
    reviewer: ['rectify', 'excuse'],
  },
  underWay: {
    title: { zh: '进行中', en: 'under way' },
    next: ['done', 'rectifying', 'excused'],
    author: ['progress', 'done', 'rectify'],
    reviewer: ['rectify', 'excuse'],
  },
  lagging: {
    title: { zh: '滞后', en: 'lagging' },
    next: ['underWay', 'done', 'rectifying', 'excused'],
    author: ['progress', 'done', 'rectify'],
    reviewer: ['rectify', 'excuse'],
  },
  rectifying: {
    title: { zh: '整改中', en: 'rectifying' },
    next: ['rectified', 'done', 'excused'],
    author: ['progress', 'done'],
    reviewer: ['excuse'],
  },
  rectified: {
    title: { zh: '已整改', en: 'rectified' },
    next: ['rectifying', 'done', 'excused'],
    author: ['progress', 'done'],
    reviewer: ['excuse'],
  },
  done: { title: { zh: '已完成', en: 'done' }, next: ['underWay'], author: ['undone'], reviewer: [] },
  excused: { title: { zh: '经认定免责', en: 'excused' }, next: [], author: [], reviewer: [] },
}

export const RECTIFICATION_FLOW: Record<RectificationState, Step<RectificationState, RectificationAction>> = {
  open: { title: { zh: '整改中', en: 'rectifying' }, next: ['done'], author: ['finish'], reviewer: [] },
  done: {
    title: { zh: '待复核', en: 'to verify' },
    next: ['accepted', 'reopened'],
    author: [],
    reviewer: ['accept', 'reopen'],
  },
  accepted: { title: { zh: '已整改', en: 'rectified' }, next: ['reopened'], author: [], reviewer: ['reopen'] },
  reopened: { title: { zh: '退回再改', en: 'reopened' }, next: ['done'], author: ['finish'], reviewer: [] },
}

export const ACTION_TITLES: Record<ItemAction | RectificationAction, string> = {
  progress: '填进展',
  done: '办结',
  undone: '取消办结',
  rectify: '开始整改',
  excuse: '认定免责',
  finish: '报整改结果',
  accept: '认可整改',
  reopen: '退回再改',
}
