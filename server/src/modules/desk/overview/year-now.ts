import type { Cycle, PhaseName } from '@jiannuo/contract/cycle.ts'
import type { YearNow } from '@jiannuo/contract/desk/overview.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import { addDays, daysBetween, sayDay } from '@jiannuo/rules/day.ts'

/** Where the year stands; null without a year in hand, and after its last day. */
export function yearNow(cycle: Cycle | null, today: Day): YearNow | null {
  if (!cycle?.now) return null
  const { phase, midYear } = cycle.now
  const endsOn = addDays(phaseOf(cycle, midYear ? 'midYear' : phase).until, -1)
  return { year: cycle.year, phase, midYear, endsOn, daysLeft: daysBetween(today, endsOn) }
}

export const phaseOf = (cycle: Cycle, name: PhaseName) => cycle.phases.find(p => p.phase === name)!

/** 7月15日 and 15 July: inside the year in hand the year is not said. */
export function sayShort(day: Day): Both {
  const { zh, en } = sayDay(day)
  return { zh: zh.replace(/^\d+年/, ''), en: en.replace(/ \d+$/, '') }
}
