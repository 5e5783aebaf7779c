import { language, languageTag } from './language.ts'

/** 'YYYY-MM-DD'. Shown as the calendar day it names, whatever the zone of the browser. */
type Day = string

const DAY_MS = 86_400_000
const asUtc = (day: Day) => new Date(`${day}T00:00:00Z`)
const intl = (value: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(languageTag(), { timeZone: 'UTC', ...options }).format(value)

/** 7月8日 · 8 Jul */
export function day(value: Day) {
  const date = asUtc(value)
  if (language() === 'zh') return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
  return `${date.getUTCDate()} ${intl(date, { month: 'short' })}`
}

/** 2026年7月8日 · 8 Jul 2026 */
export const dayWithYear = (value: Day) =>
  language() === 'zh' ? `${asUtc(value).getUTCFullYear()}年${day(value)}` : `${day(value)} ${value.slice(0, 4)}`

/** 周三 · Wed */
export const weekday = (value: Day) => intl(asUtc(value), { weekday: 'short' })

/** 7月8日 周三 · Wed 8 Jul */
export const dayWithWeekday = (value: Day) =>
  language() === 'zh' ? `${day(value)} ${weekday(value)}` : `${weekday(value)} ${day(value)}`

/** 7月10日（周五）, the form a deadline takes inside a sentence. */
export const deadline = (value: Day) =>
  language() === 'zh' ? `${day(value)}（${weekday(value)}）` : dayWithWeekday(value)

/** 7月1日—10日, 7月30日—8月2日. `until` is the first day NOT covered, as everywhere; the text names the last day. */
export function dayRange(from: Day, until: Day) {
  const last = addDays(until, -1)
  if (last <= from) return day(from)
  const sameMonth = from.slice(0, 7) === last.slice(0, 7)
  if (language() === 'zh') return `${day(from)}—${sameMonth ? `${asUtc(last).getUTCDate()}日` : day(last)}`
  return sameMonth ? `${asUtc(from).getUTCDate()}–${day(last)}` : `${day(from)} – ${day(last)}`
}

export const addDays = (value: Day, days: number) =>
  new Date(asUtc(value).getTime() + days * DAY_MS).toISOString().slice(0, 10)

/** Calendar days from `today` to `value`; negative when past. */
export const daysUntil = (today: Day, value: Day) => (asUtc(value).getTime() - asUtc(today).getTime()) / DAY_MS

/** `2026-07` some months on or back. */
export const monthOn = (month: string, step: number) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + step, 1)).toISOString().slice(0, 7)

/** 2026年7月 · July 2026 */
export const monthName = (month: string) =>
  language() === 'zh'
    ? `${month.slice(0, 4)}年${Number(month.slice(5))}月`
    : intl(asUtc(`${month}-01`), { month: 'long', year: 'numeric' })

/** An instant (ISO 8601) on the clock of the city: 14:30. */
export const time = (instant: string) =>
  intl(new Date(instant), { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** An instant (ISO 8601) as the calendar day it falls on in the city. */
export const dayOf = (instant: string): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant))

/** 7月8日 14:30 · 8 Jul 14:30 */
export const dayAndTime = (instant: string) => `${day(dayOf(instant))} ${time(instant)}`

/** 21,365, with a true minus sign. */
export const number = (value: number, decimals = 0) => {
  const text = new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return text.format(value).replace('-', '−')
}

/** 0.926 as 92.6%. */
export const percent = (share: number, decimals = 1) => `${number(share * 100, decimals)}%`
