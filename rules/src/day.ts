import { isDay } from '@jiannuo/engine/dated.ts'

/** Calendar arithmetic on 'YYYY-MM-DD' strings, in the proleptic Gregorian calendar, without any clock or time zone. */
export type Day = string

function parts(day: Day): [number, number, number] {
  if (!isDay(day)) throw new RangeError(`不是有效日期：${day}，应为YYYY-MM-DD / not a day: ${day}, expected YYYY-MM-DD`)
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
}

function daysInMonth(y: number, m: number): number {
  if (m === 2) return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28
  return m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')
const format = (y: number, m: number, d: number): Day => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`

/** Days since 1970-01-01; fails on anything that is not a day of the calendar. */
export function dayNumber(day: Day): number {
  const [y, m, d] = parts(day)
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + d - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

export function dayFromNumber(n: number): Day {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const m = shifted < 10 ? shifted + 3 : shifted - 9
  return format(yearOfEra + era * 400 + (m <= 2 ? 1 : 0), m, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)
}

export const addDays = (day: Day, n: number): Day => dayFromNumber(dayNumber(day) + n)

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** The same day n months on; where that month is shorter, its last day (31 August + 6 months = 28 or 29 February). */
export function addMonths(day: Day, n: number): Day {
  const [y, m, d] = parts(day)
  const months = y * 12 + (m - 1) + n
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return format(year, month, Math.min(d, daysInMonth(year, month)))
}

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7

/** 2026年7月8日 and 8 July 2026, as sentences need them. */
export function sayDay(day: Day): { zh: string; en: string } {
  const [y, m, d] = parts(day)
  return { zh: `${y}年${m}月${d}日`, en: `${d} ${MONTHS[m - 1] ?? ''} ${y}` }
}
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
