import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { PledgeCounts } from '@jiannuo/contract/desk/overview.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { unitLight } from '@jiannuo/rules/pledge/unit-light.ts'
import type { StandCounts } from '../../pledge/index.ts'

export const NO_COUNTS: PledgeCounts = {
  owed: 0,
  none: 0,
  drafted: 0,
  submitted: 0,
  returned: 0,
  approved: 0,
  onNotice: 0,
  inForce: 0,
  red: 0,
  yellow: 0,
  green: 0,
  grey: 0,
  redPeople: 0,
  yellowPeople: 0,
  checked: 0,
  confirmed: 0,
}

export const countsOf = (s: StandCounts): PledgeCounts => ({
  owed: s.owed,
  none: s.unbegun,
  drafted: s.drafted,
  submitted: s.submitted,
  returned: s.returned,
  approved: s.approved,
  onNotice: s.on_notice,
  inForce: s.in_force,
  red: s.red_items,
  yellow: s.yellow_items,
  green: s.green_items,
  grey: s.grey_items,
  redPeople: s.red_people,
  yellowPeople: s.yellow_people,
  checked: s.checked,
  confirmed: s.confirmed,
})

const keys = Object.keys(NO_COUNTS) as (keyof PledgeCounts)[]

export function sumCounts(list: readonly PledgeCounts[]): PledgeCounts {
  const sum = { ...NO_COUNTS }
  for (const counts of list) for (const key of keys) sum[key] += counts[key]
  return sum
}

/** Basis points, rounded down; 0 of nothing is 0. */
export const basisPoints = (part: number, whole: number) =>
  whole === 0 ? 0 : Math.min(10_000, Math.floor((part * 10_000) / whole))

/** The light of a branch or an organ by the bounds of the year; without a year by the default. */
export function lightOf({ red, yellow, green }: Pick<PledgeCounts, 'red' | 'yellow' | 'green'>, year: YearOfLight) {
  const outcome = unitLight.at(year.today).compute({ red, yellow, green, bounds: year.cycle?.bounds ?? null })
  return outcome.kind === 'value' ? outcome.value : 'grey'
}

export interface YearOfLight {
  cycle: Pick<Cycle, 'bounds'> | null
  today: Day
}
