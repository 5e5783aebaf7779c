import { type Day, daysBetween, sayDay } from '../day.ts'
import { type Bilingual, cite, defineRule, missing, type Outcome, value } from '../rule.ts'

export interface PledgeLightInput {
  /** 0..1; more than 1 counts as complete. Null when nothing was ever reported. */
  progress: number | null
  /** Decimal string when progress counts towards it (11 of 24座); null for a bound such as ≤5天, then progress is in percent. */
  target: string | null
  unit: string
  startOn: Day
  /** Last day on which it is still on time. */
  dueOn: Day | null
  today: Day
  done: boolean
  /** underway: a rectification with its own date is running; done: accepted as rectified; excused: 经认定免责. */
  rectification: 'none' | 'underway' | 'done' | 'excused'
}

export interface PledgeLight {
  light: 'green' | 'yellow' | 'red' | 'grey'
  reason: Bilingual
  /** The smallest amount that turns it green today; null when it is green or grey, or no amount would. */
  step: { amount: number; unit: string } | null
}

interface LightParams {
  /** Basis points a percentage may lie behind the time elapsed; things that are counted get the whole unit instead. */
  tolerance: number
  /** Basis points of the target from which lagging is red. */
  redBehind: number
  /** In the last days before the due date anything unfinished is at least yellow. */
  dueSoonDays: number
}

/**
 * The light of one pledge item now: it shows the state of today and recovers when the gap is closed.
 *
 * Due by today is the target times the time elapsed, rounded down to whole units, so that one lecture a year does not
 * lag in June; without a counted target it is the elapsed share in percent less the tolerance.
 * green  done, rectified, or not behind · yellow behind, due soon, or under rectification · red far behind or overdue
 * grey   not begun, or excused
 * missing 'due-on' without a due date; 'progress' when it has begun and nothing was ever reported
 * source  the product's own default, to be replaced by a local rule
 */
export const pledgeLight = defineRule({
  id: 'pledge.light',
  title: { zh: '承诺事项红黄绿', en: 'Light of a pledge item' },
  unit: 'light',
  versions: [
    {
      from: '2020-01-01',
      until: null,
      checkedOn: '2026-09-30',
      cite: cite('践诺系统默认规则（可由本地规定替换）', '承诺事项红黄绿', 'local'),
      params: { tolerance: 500, redBehind: 2500, dueSoonDays: 14 },
    },
  ],
  compute(input: PledgeLightInput, params: LightParams): Outcome<PledgeLight> {
    const settled = settledLight(input)
    if (settled) return value(settled)
    if (input.dueOn === null) return missing('due-on')
    if (input.today < input.startOn) return value(notBegun(input.startOn))
    if (input.progress === null) return missing('progress')
    const lag = lagging(input, input.progress, input.dueOn, params)
    return value(input.rectification === 'underway' && lag.light === 'red' ? rectifying(lag) : lag)
  },
})

const green = (zh: string, en: string): PledgeLight => ({ light: 'green', reason: { zh, en }, step: null })

function settledLight({ done, rectification, progress }: PledgeLightInput): PledgeLight | null {
  if (rectification === 'excused') {
    return { light: 'grey', reason: { zh: '经认定免责，不考', en: 'Excused, not appraised' }, step: null }
  }
  if (done) return green('已完成', 'Done')
  if (rectification === 'done') return green('已整改', 'Rectified')
  if (progress !== null && progress >= 1) return green('进度100%', 'Progress 100%')
  return null
}

function notBegun(startOn: Day): PledgeLight {
  const said = sayDay(startOn)
  return { light: 'grey', reason: { zh: `未到期，${said.zh}开始`, en: `Not begun; starts on ${said.en}` }, step: null }
}

const rectifying = (lag: PledgeLight): PledgeLight => ({
  ...lag,
  light: 'yellow',
  reason: { zh: `正在整改：${lag.reason.zh}`, en: `Being rectified: ${lag.reason.en}` },
})

/** Guards against 11/24×24 coming out a hair below 11. */
const HAIR = 1e-9

function lagging(input: PledgeLightInput, progress: number, dueOn: Day, p: LightParams): PledgeLight {
  const { today, startOn } = input
  const counted = input.target !== null && Number(input.target) > 0
  const goal = counted ? Number(input.target) : 100
  const unit = counted ? input.unit : '%'
  const at = progress * goal
  const left = daysBetween(today, dueOn)
  if (left < 0) return overdue(-left, { amount: amount(goal - at), unit })
  const elapsed = Math.min(1, Math.max(0, daysBetween(startOn, today) / (daysBetween(startOn, dueOn) + 1)))
  const expected = counted ? Math.floor(goal * elapsed + HAIR) : Math.max(0, goal * (elapsed - p.tolerance / 10_000))
  const behind = expected - at
  const soon = left < p.dueSoonDays
  const time = Math.floor(elapsed * 100)
  // 11 of 24 reads 46%, but nothing unfinished reads 100%
  const percent = Math.min(99, Math.round(progress * 100))
  if (behind <= HAIR && !soon) return green(`时间${time}%，进度${percent}%`, `Time ${time}%, progress ${percent}%`)
  if (behind <= HAIR) return dueSoon(left, percent, { amount: amount(goal - at), unit })
  const step = { amount: amount(soon ? goal - at : behind), unit }
  const far = behind > HAIR + (goal * p.redBehind) / 10_000 && (!counted || behind >= 2 - HAIR)
  return {
    light: far ? 'red' : 'yellow',
    reason: {
      zh: `${timeZh(time)}，进度${percent}%，补上${step.amount}${unit}即转绿`,
      en: `${time}% of the time gone, progress ${percent}%; ${step.amount}${enUnit(unit)} more turns it green`,
    },
    step,
  }
}

/** Up to the next whole unit: nobody files half a reservoir, and a step of 0 would be none. */
const amount = (gap: number): number => Math.max(1, Math.ceil(gap - HAIR))

const timeZh = (time: number): string => (time >= 50 && time < 60 ? '时间过半' : `时间已过${time}%`)
const enUnit = (unit: string): string => (unit === '%' ? '%' : ` ${unit}`)

function overdue(days: number, step: { amount: number; unit: string }): PledgeLight {
  return {
    light: 'red',
    reason: {
      zh: `已过期${days}天，还能补办；补上${step.amount}${step.unit}即转绿，迟办记录保留`,
      en: `${days} ${days === 1 ? 'day' : 'days'} overdue, it can still be done; ${step.amount}${enUnit(step.unit)} more turns it green, the delay stays on record`,
    },
    step,
  }
}

function dueSoon(left: number, percent: number, step: { amount: number; unit: string }): PledgeLight {
  return {
    light: 'yellow',
    reason: {
      zh: `${left === 0 ? '今天到期' : `还剩${left}天`}，进度${percent}%，补上${step.amount}${step.unit}即转绿`,
      en: `${left === 0 ? 'Due today' : `${left} ${left === 1 ? 'day' : 'days'} left`}, progress ${percent}%; ${step.amount}${enUnit(step.unit)} more turns it green`,
    },
    step,
  }
}
