import { type Day, daysBetween } from '../day.ts'
import { type Bilingual, cite, defineRule, type Outcome, value } from '../rule.ts'

export interface TaskLightInput {
  state: 'open' | 'answered' | 'settled' | 'withdrawn'
  /** Last day on which it is in time. */
  dueOn: Day
  /** The day of the answer that stands; null while there is none. */
  answeredOn: Day | null
  today: Day
  /** The day `warnWorkingDays` working days from today, today itself not counted: due by then is soon. */
  soonBy: Day
}

export interface TaskLight {
  light: 'green' | 'yellow' | 'red' | 'grey'
  reason: Bilingual
}

/**
 * The light of one task now: it recovers as soon as the answer is there; that it came late stays in the record.
 *
 * green  not due soon, answered, or struck off · yellow due within the warning window · red overdue and unanswered
 * grey   withdrawn; never missing
 * source the product's own default, to be replaced by a local rule; the window is counted in working days
 */
export const taskLight = defineRule({
  id: 'supervision.task-light',
  title: { zh: '任务红黄绿', en: 'Light of a task' },
  unit: 'light',
  versions: [
    {
      from: '2020-01-01',
      until: null,
      checkedOn: '2026-11-28',
      cite: cite('践诺系统默认规则（可由本地规定替换）', '任务红黄绿', 'local'),
      params: { warnWorkingDays: 3 },
    },
  ],
  compute(input: TaskLightInput, _params: { warnWorkingDays: number }): Outcome<TaskLight> {
    return value(lightOf(input))
  },
})

function lightOf({ state, dueOn, answeredOn, today, soonBy }: TaskLightInput): TaskLight {
  const say = (light: TaskLight['light'], zh: string, en: string): TaskLight => ({ light, reason: { zh, en } })
  if (state === 'withdrawn') return say('grey', '已撤回，不再要求', 'Withdrawn, asked no more')
  if (state !== 'open' && answeredOn !== null) {
    const late = daysBetween(dueOn, answeredOn)
    const done =
      state === 'settled' ? ['已销号', 'Struck off'] : ['已答复，等待确认', 'Answered, waits to be confirmed']
    if (late <= 0) return say('green', done[0]!, done[1]!)
    return say('green', `${done[0]}，迟了${late}天`, `${done[1]}, ${late} ${late === 1 ? 'day' : 'days'} late`)
  }
  const left = daysBetween(today, dueOn)
  if (left < 0)
    return say(
      'red',
      `已超期${-left}天，补办后转绿，迟办记录保留`,
      `${-left} ${left === -1 ? 'day' : 'days'} overdue; it turns green when done, that it was late stays`,
    )
  if (left === 0) return say('yellow', '今天到期', 'Due today')
  return say(dueOn > soonBy ? 'green' : 'yellow', `还剩${left}天`, `${left} ${left === 1 ? 'day' : 'days'} left`)
}
