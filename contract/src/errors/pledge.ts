import { counted } from '../counted.ts'
import { defineErrors } from './define.ts'

export const PLEDGE_ERRORS = defineErrors({
  PLEDGE_NOT_READY: {
    status: 422,
    say: (d: { count: number; first: { zh: string; en: string } }) => ({
      zh: `还有${d.count}处须修改，第1处：${d.first.zh}`,
      en: `${counted(d.count, 'point')} must be mended; the first: ${d.first.en}`,
    }),
    next: { zh: '请按承诺检查逐处改好再提交', en: 'Mend each point of the pledge check, then submit' },
  },
  PLEDGE_BEING_READ: {
    status: 409,
    say: () => ({
      zh: '审核人已经打开这份承诺，不能收回',
      en: 'The reviewer has opened this pledge; it cannot be taken back',
    }),
    next: { zh: '请审核人退回后再改', en: 'Ask the reviewer to return it' },
  },
  RETURN_WITHOUT_REASON: {
    status: 422,
    say: () => ({ zh: '退回要写明原因或在事项上提意见', en: 'A return needs a reason or a comment on an item' }),
    next: { zh: '请在要改的事项上提意见，或填写退回原因', en: 'Comment on the items to be mended, or give a reason' },
  },
  REMINDED_TODAY: {
    status: 409,
    say: () => ({ zh: '今天已经提醒过这个单位', en: 'This unit has been reminded today' }),
    next: { zh: '明天可以再提醒；着急的请直接联系', en: 'It can be reminded again tomorrow; call if it cannot wait' },
  },
  NO_REVIEWER: {
    status: 409,
    say: () => ({ zh: '上级组织还没有可以审定的人', en: 'The superior organisation has nobody who may review' }),
    next: { zh: '请上级组织先补齐书记的任职', en: 'The superior organisation fills its secretary’s post first' },
  },
})
