/** What holds from one day until another; `until` is the first day NOT covered, null while in force. */
export interface Version {
  from: string
  until: string | null
}

/** The versions overlap, run backwards, or hold a day that is none. */
export class BadVersions extends Error {
  override name = 'BadVersions'
}

/** Asked for a day that no version covers. */
export class NotInForce extends Error {
  override name = 'NotInForce'
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the text is a day of the calendar written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const y = Number(year)
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
  const last = month === '02' && leap ? 29 : (MONTH_DAYS[Number(month) - 1] ?? 0)
  return Number(day) >= 1 && Number(day) <= last
}

/** Returns the versions sorted by day, frozen. Throws BadVersions; gaps are allowed, nothing was in force then. */
export function versions<V extends Version>(all: readonly V[]): readonly V[] {
  const sorted = all.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [i, { from, until }] of sorted.entries()) {
    if (!isDay(from) || (until !== null && !isDay(until))) throw new BadVersions(`not a day: ${from}…${until}`)
    if (until !== null && until <= from) throw new BadVersions(`ends before it begins: ${from}…${until}`)
    const next = sorted[i + 1]
    if (next && (until === null || until > next.from)) throw new BadVersions(`${from}…${until} overlaps ${next.from}…`)
  }
  return Object.freeze(sorted)
}

/** The version in force on the day. Throws NotInForce, also before the first version, and BadVersions on a day that is none. */
export function versionAt<V extends Version>(all: readonly V[], day: string): V {
  if (!isDay(day)) throw new BadVersions(`not a day: ${day}`)
  const found = all.find(({ from, until }) => from <= day && (until === null || day < until))
  if (!found) throw new NotInForce(`nothing in force on ${day}`)
  return found
}
