import type { Light } from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import {
  add,
  compare,
  divide,
  min,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  round,
  toDecimal,
  ZERO,
} from '@jiannuo/engine/rational.ts'
import { daysBetween } from '@jiannuo/rules/day.ts'
import { type PledgeLightInput, pledgeLight } from '@jiannuo/rules/pledge/light.ts'

/** What the light and the completion look at. `achieved` is what stands now: 11 of 24, or 5.6 where at most 5 was promised. */
export interface Measured {
  title: string
  target: string | null
  unit: string
  achieved: string | null
  state: string
  due_on: Day | null
}

const AT_MOST =
  '≤|<=|＜|不超过|不高于|不多于|不大于|至多|最多|控制[在到]|[压降缩减][^，。；]{0,6}?[到至为]|(?<!不)(?:少于|低于|小于)'

/**
 * count: towards the target; bound: at most the target, read from the words beside the figure (≤5天, 压到5天, 5天以内) or from a target of 0;
 * percent: no target, so that a percentage is reported.
 */
export function goalOf({
  title,
  target,
  unit,
}: Pick<Measured, 'title' | 'target' | 'unit'>): 'count' | 'bound' | 'percent' {
  if (target === null) return 'percent'
  if (Number(target) === 0) return 'bound'
  const figure = String(Number(target)).replace('.', '\\.')
  const text = title.slice(0, 400).normalize('NFKC')
  const before = new RegExp(`(?:${AT_MOST})[^\\d，。；]{0,4}${figure}(?![\\d.])`)
  const after = new RegExp(`(?<![\\d.])${figure}\\s*${unit.replaceAll(/[^\p{L}]/gu, '')}?(?:以内|以下|之内)`, 'u')
  return before.test(text) || after.test(text) ? 'bound' : 'count'
}

/** Share 0…1 of the way; a bound is measured by how far it is exceeded. Null when nothing was ever reported. */
export function progressOf(item: Measured): number | null {
  if (item.achieved === null) return null
  const achieved = Number(item.achieved)
  const goal = goalOf(item)
  if (goal === 'percent') return Math.min(1, achieved / 100)
  const target = Number(item.target)
  if (goal === 'count') return Math.min(1, achieved / target)
  return achieved <= target ? 1 : target / achieved
}

/** Has what was promised been reached? A bound holds only at the end, so that its owner has to say so. */
export const isComplete = (item: Measured) => goalOf(item) !== 'bound' && (progressOf(item) ?? 0) >= 1

interface Time {
  startOn: Day
  today: Day
  /** The mid-year check has ended: from then on nothing reported counts as nothing done. */
  silenceCounts: boolean
}

const RECTIFICATION: Record<string, PledgeLightInput['rectification']> = {
  rectifying: 'underway',
  rectified: 'done',
  excused: 'excused',
}

/** The light of an item today, with its reason. */
export function lightOf(
  item: Measured,
  { startOn, today, silenceCounts }: Time,
): { light: Light; reason: Both; step: { amount: number; unit: string } | null } {
  const late = item.due_on !== null && item.due_on < today
  const outcome = pledgeLight.at(today).compute({
    progress: progressOf(item) ?? (late || silenceCounts ? 0 : null),
    target: goalOf(item) === 'count' ? item.target : null,
    unit: item.unit,
    startOn,
    dueOn: item.due_on,
    today,
    done: item.state === 'done',
    rectification: RECTIFICATION[item.state] ?? 'none',
  })
  if (outcome.kind === 'value') return outcome.value
  const reason = outcome.needs.includes('due-on')
    ? { zh: '没有写完成时限', en: 'No due date' }
    : { zh: '还没有填过进展', en: 'Nothing reported yet' }
  return { light: 'none', reason, step: null }
}

/** Basis points of the time from the first day to the due date that are gone. */
export function elapsedBp(dueOn: Day | null, { startOn, today }: Time): number {
  if (dueOn === null) return 0
  return Math.round(10_000 * Math.min(1, Math.max(0, daysBetween(startOn, today) / (daysBetween(startOn, dueOn) + 1))))
}

const SEVERITY: readonly Light[] = ['red', 'yellow', 'none', 'green', 'grey']
/** The worst light of several; grey when there are none. */
export const worstOf = (lights: readonly Light[]): Light => SEVERITY.find(light => lights.includes(light)) ?? 'grey'
export const severity = (light: Light) => SEVERITY.indexOf(light)

/**
 * Σ weight × min(1, achieved/target) ÷ Σ weight over items not excused, 6 decimals, half up. A done item counts 1; a bound and an item without
 * target count by done alone; nothing reported counts 0. Null when every item is excused or no weight is left.
 */
export function completionOfItems(items: readonly (Measured & { weight: number })[]): string | null {
  let [reached, all] = [ZERO, ZERO]
  for (const item of items) {
    if (item.state === 'excused') continue
    const weight = rational(BigInt(item.weight))
    all = add(all, weight)
    reached = add(reached, multiply(weight, shareOf(item)))
  }
  return compare(all, ZERO) === 0 ? null : toDecimal(round(divide(reached, all), 6))
}

function shareOf(item: Measured): Rational {
  if (item.state === 'done') return ONE
  if (goalOf(item) !== 'count' || item.achieved === null) return ZERO
  const [achieved, target] = [parseDecimal(item.achieved), parseDecimal(item.target!)]
  return achieved && target ? min(ONE, divide(achieved, target)) : ZERO
}
