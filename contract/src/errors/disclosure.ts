import { counted } from '../counted.ts'
import { defineErrors } from './define.ts'

export const DISCLOSURE_ERRORS = defineErrors({
  NOTICE_OVER: {
    status: 409,
    say: (d: { lastDay: string }) => ({
      zh: `公示到${d.lastDay}为止，已经结束`,
      en: `The notice ended on ${d.lastDay}`,
    }),
    next: {
      zh: '有意见可以直接向支部书记或机关党委反映',
      en: 'Speak to the branch secretary or the organ committee instead',
    },
  },
  NOTICE_RUNNING: {
    status: 409,
    say: (d: { lastDay: string }) => ({
      zh: `公示到${d.lastDay}，期满才能结束`,
      en: `The notice runs through ${d.lastDay} and cannot be closed earlier`,
    }),
    next: { zh: '期满当晚自动生效，不用再办', en: 'It takes effect by itself the night after' },
  },
  OBJECTION_WAITING: {
    status: 409,
    say: () => ({
      zh: '您对这一份提过意见，正在等答复',
      en: 'You have already objected to this one; the answer is pending',
    }),
    next: { zh: '收到答复后仍有意见，可以再提', en: 'Once it is answered you may object again' },
  },
  OBJECTION_UNANSWERED: {
    status: 409,
    say: (d: { count: number }) => ({
      zh: `还有${d.count}条意见没有答复`,
      en: `${counted(d.count, 'objection is', 'objections are')} not answered yet`,
    }),
    next: { zh: '请先逐条书面答复', en: 'Answer each of them in writing first' },
  },
})
