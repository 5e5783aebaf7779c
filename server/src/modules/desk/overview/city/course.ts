import type { Day } from '@jiannuo/contract/values.ts'
import { addDays, daysBetween } from '@jiannuo/rules/day.ts'
import { basisPoints } from '../counts.ts'

/** Share of people with a pledge in force that the work committee aims at; the source reached 70 % of organs (R0.10). */
export const GOAL_BP = 7000

export interface YearCourse {
  /** First day of pledging. */
  from: Day
  owed: number
  days: readonly { on: Day; pledges: number }[]
}

const inForceBy = (year: YearCourse, day: Day) =>
  year.days.filter(d => d.on <= day).reduce((sum, d) => sum + d.pledges, 0)

/** Share in force week by week since pledging began, this year and the year before on the same day of its course. */
export function courseOf(now: YearCourse, before: YearCourse | null, today: Day) {
  const length = Math.max(8, Math.ceil((daysBetween(now.from, today) + 1) / 7))
  const weeks = Array.from({ length }, (_, i) => {
    const end = addDays(now.from, 7 * i + 6)
    const begun = addDays(now.from, 7 * i) <= today
    const on = begun && end > today ? today : end
    return {
      on,
      bp: begun ? basisPoints(inForceBy(now, on), now.owed) : null,
      lastBp: before && basisPoints(inForceBy(before, addDays(before.from, daysBetween(now.from, on))), before.owed),
    }
  })
  return { goalBp: GOAL_BP, weeks, reachedGoalOn: reached(now) }
}

function reached(year: YearCourse): Day | null {
  let sum = 0
  for (const { on, pledges } of year.days) {
    sum += pledges
    if (basisPoints(sum, year.owed) >= GOAL_BP) return on
  }
  return null
}
