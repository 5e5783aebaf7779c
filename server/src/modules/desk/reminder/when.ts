import type { MailMode } from '@jiannuo/contract/desk/reminder.ts'

export interface Wish {
  mode: MailMode
  /** Minutes of the day; both or neither. */
  quietFrom: number | null
  quietUntil: number | null
}

const MINUTE = 60_000
const DAY = 24 * 60
/** The city's time is eight hours ahead the whole year. */
const AHEAD = 8 * 60
/** When the daily mail goes out, in minutes of the day: half past eight. */
export const DAILY_AT = 8 * 60 + 30

const minuteOf = (moment: Date) => (Math.floor(moment.getTime() / MINUTE) + AHEAD) % DAY
const later = (moment: Date, minutes: number) =>
  new Date(Math.floor(moment.getTime() / MINUTE) * MINUTE + minutes * MINUTE)
/** Minutes from one time of the day to the next such other one: 0 when they are the same. */
const until = (from: number, to: number) => (to - from + DAY) % DAY

/** The moment from which a message that comes now may be mailed: at once, or at the next daily mail; never in the quiet hours. */
export function mailAt(now: Date, { mode, quietFrom, quietUntil }: Wish): Date {
  const at = mode === 'daily' ? later(now, until(minuteOf(now), DAILY_AT)) : now
  if (quietFrom === null || quietUntil === null) return at
  const quiet = until(quietFrom, minuteOf(at)) < until(quietFrom, quietUntil)
  return quiet ? later(at, until(minuteOf(at), quietUntil)) : at
}

const BACKOFF_MINUTES = [1, 5, 30, 120, 720]
/** When to try again after so many attempts have failed; null when it is given up. */
export function againAt(now: Date, attempts: number): Date | null {
  const wait = BACKOFF_MINUTES[attempts - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait * MINUTE)
}

export const clockOf = (minutes: number | null) =>
  minutes === null
    ? null
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
export const minutesOf = (clock: string | null) =>
  clock === null ? null : Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
