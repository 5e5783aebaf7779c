import { defineErrors } from '../define.ts'

export const SUPERVISION_ERRORS = defineErrors({
  TASK_RECIPIENTS: {
    status: 422,
    say: (d: { names: string }) => ({
      zh: d.names ? `不能向${d.names}派任务：不在您单位的领导范围内` : '没有符合条件的单位',
      en: d.names ? `Tasks cannot be given to ${d.names}: your unit does not lead them` : 'No unit fits what you chose',
    }),
    next: {
      zh: '请改选本单位或下属单位；对只有指导关系的单位，请提意见建议',
      en: 'Choose your own unit or those below it; to a unit you only guide, make a suggestion',
    },
  },
  TASK_SOURCE: {
    status: 422,
    say: () => ({
      zh: '注明的会议或上级任务不是本单位的',
      en: 'The meeting or the task named is not your unit’s',
    }),
    next: { zh: '请从会议页面或任务页面进入', en: 'Come from the page of the meeting or of the task' },
  },
  TASK_REASON: {
    status: 422,
    say: () => ({ zh: '退回时要写明还差什么', en: 'To send it back say what is still wanting' }),
    next: { zh: '请补充说明', en: 'Add what is wanting' },
  },
})
