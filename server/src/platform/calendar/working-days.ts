import { addDays, type Day, dayNumber, weekday } from '@jiannuo/rules/day.ts'
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/**
 * Working days of the mainland with the holidays and make-up days the State Council publishes for each year, as carried
 * by the chinese-days package, overlaid by what the authority decides itself (a typhoon day, a local make-up day).
 * Outside the years covered nobody has published anything yet: Monday to Friday counts, and the answer says `assumed`.
 */
export interface LocalDays {
  /** Days off beside the published ones; they win over everything else but `workingDays`. */
  holidays: readonly Day[]
  workingDays: readonly Day[]
}

const NONE: LocalDays = { holidays: [], workingDays: [] }
const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(published.holidays))
const MAKE_UP_DAYS: ReadonlySet<string> = new Set(Object.keys(published.workdays))
const YEARS = [...HOLIDAYS].map(day => Number(day.slice(0, 4)))

/** First and last day for which the published arrangement is known; whole calendar years. */
export const COVERED: { from: Day; through: Day } = {
  from: `${Math.min(...YEARS)}-01-01`,
  through: `${Math.max(...YEARS)}-12-31`,
}

/** What the published arrangement says about a year, in order; names as the package carries them. */
export function publishedDays(year: number): { day: Day; working: boolean; name: { zh: string; en: string } }[] {
  const said = (days: Record<string, string>, working: boolean) =>
    Object.entries(days)
      .filter(([day]) => day.startsWith(`${year}-`))
      .map(([day, name]) => {
        const [en = '', zh = ''] = name.split(',')
        return { day, working, name: { zh, en } }
      })
  return [...said(published.holidays, false), ...said(published.workdays, true)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  )
}

/** Farther than this the question is a mistake, and the count must not run away. */
const MOST_WORKING_DAYS = 5000

export function isWorkingDay(day: Day, local: LocalDays = NONE): boolean {
  const onWeekday = weekday(day) >= 1 && weekday(day) <= 5
  if (local.workingDays.includes(day)) return true
  if (local.holidays.includes(day)) return false
  return MAKE_UP_DAYS.has(day) || (onWeekday && !HOLIDAYS.has(day))
}

/** True where no arrangement is published and none of the authority's own days settles it. */
export function isAssumed(day: Day, local: LocalDays = NONE): boolean {
  const outside = day < COVERED.from || day > COVERED.through
  return outside && !local.workingDays.includes(day) && !local.holidays.includes(day)
}

/**
 * The n-th working day after `day`, which itself never counts: a notice opened on Monday for 5 working days closes at
 * the end of the next Monday. Negative n counts back; 0 gives `day` itself if it is a working day, else the next one.
 * `assumed` when any day passed on the way lies outside the published years.
 */
export function addWorkingDays(day: Day, n: number, local: LocalDays = NONE): { day: Day; assumed: boolean } {
  if (!Number.isInteger(n) || Math.abs(n) > MOST_WORKING_DAYS) {
    throw new RangeError(
      `工作日数应为-${MOST_WORKING_DAYS}—${MOST_WORKING_DAYS}的整数，现为${n} / working days must be a whole number from -${MOST_WORKING_DAYS} to ${MOST_WORKING_DAYS}, got ${n}`,
    )
  }
  const step = n < 0 ? -1 : 1
  let left = Math.abs(n)
  let at = day
  let assumed = isAssumed(at, local)
  while (left > 0 || !isWorkingDay(at, local)) {
    at = addDays(at, step)
    assumed = assumed || isAssumed(at, local)
    if (left > 0 && isWorkingDay(at, local)) left--
  }
  return { day: at, assumed }
}

/** Working days from `from` up to but not including `until`; 0 when `until` is not later. */
export function workingDaysBetween(
  from: Day,
  until: Day,
  local: LocalDays = NONE,
): { count: number; assumed: boolean } {
  const [first, end] = [dayNumber(from), dayNumber(until)]
  let count = 0
  let assumed = false
  for (let i = 0, day = from; first + i < end; i++, day = addDays(day, 1)) {
    if (isWorkingDay(day, local)) count++
    assumed = assumed || isAssumed(day, local)
  }
  return { count, assumed }
}
