import type { Day } from '@jiannuo/contract/values.ts'
import type { Period } from '../records/sql.ts'

/** Lists of rows for `write_roster`, by name. */
export type Rows = Record<string, Record<string, unknown>[]>

/** The lists in which a dated row is closed, corrected in place, or opened. */
export interface Dated {
  closed: string
  changed: string
  opened: string
}

export const orNull = (value: string | undefined) => (value ? value : null)

export const dayAfter = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The day itself, but at the earliest the day after the first: a period is never empty. */
export const afterFirst = (day: Day, first: Day): Day => (day > first ? day : dayAfter(first))

/**
 * New values from a day on: the row in force ends there and another begins, which lasts as long as it would have.
 * A row that begins on that very day, or that is over, is corrected in place. `until` bounds a row where there was none.
 */
export function splitAt(
  period: Period | null,
  on: Day,
  lists: Dated,
  values: Record<string, unknown>,
  owner: Record<string, unknown>,
  add: (list: string, row: Record<string, unknown>) => void,
  until: Day | null = null,
) {
  if (period && (period.from >= on || (period.until !== null && period.until <= on))) {
    add(lists.changed, { id: period.id, ...values })
    return
  }
  if (period) add(lists.closed, { id: period.id, until_on: on })
  add(lists.opened, { ...owner, ...values, from_on: on, until_on: period ? period.until : until })
}
