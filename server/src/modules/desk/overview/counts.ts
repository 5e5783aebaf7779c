import type { PledgeCounts } from '@jiannuo/contract/desk/overview.ts'
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

export type UnitLight = 'red' | 'yellow' | 'green' | 'grey'

/**
 * The light of a branch or an organ from its items' lights: red when a tenth of the items lag, yellow when 8 % lag or a fifth lag or want
 * attention, grey while nothing is due. Source: the product's own default.
 */
export function unitLight({ red, yellow, green }: Pick<PledgeCounts, 'red' | 'yellow' | 'green'>): UnitLight {
  const items = red + yellow + green
  if (items === 0) return 'grey'
  if (red * 10 >= items) return 'red'
  return red * 100 >= items * 8 || (red + yellow) * 5 >= items ? 'yellow' : 'green'
}

export const LIGHT_RULE = {
  zh: '一成以上事项滞后为红；8%以上滞后，或两成以上滞后或提醒为黄。本系统默认标准',
  en: 'Red: a tenth of the items lag. Yellow: 8% lag, or a fifth lag or need attention. Default of this product',
}
