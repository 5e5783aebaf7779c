import type { Group, Scheme } from '../format.ts'
import { listOf, numberOf, rawOf, type SchemeError } from './shape.ts'

const open = (value: number | undefined) => value ?? Number.POSITIVE_INFINITY

function groupReach({ max, indicators }: Group): number {
  const points = indicators.map(({ method }): number => {
    if (method.kind === 'bonus') return open(method.cap)
    if (method.kind === 'deduct') return method.each < 0 ? Number.POSITIVE_INFINITY : method.base
    if (method.kind === 'steps') return Math.max(...method.steps.map(each => each.points))
    if (method.kind === 'choice') return Math.max(...Object.values(method.points))
    return method.points
  })
  return Math.min(
    max,
    points.reduce((a, b) => a + b),
  )
}

/** An upper bound of the total: leaving a group out scales the others up, so the best-paying group counts for all. */
export function reachOf(scheme: Scheme): number {
  const maxima = scheme.groups.map(group => group.max).reduce((a, b) => a + b)
  const base = maxima * Math.max(...scheme.groups.map(group => groupReach(group) / group.max))
  const { coupling } = scheme
  const factor = !coupling || coupling.form === 'gate' ? 1 : open(coupling.ceiling)
  const gains = (scheme.adjustments ?? []).filter(each => each.each > 0).map(each => open(each.cap))
  const bonus = Math.min(
    open(scheme.bonusCap),
    gains.reduce((a, b) => a + b, 0),
  )
  const reach = Math.max(base * factor + bonus, scheme.limits?.min ?? Number.NEGATIVE_INFINITY)
  // floating point sums of decimals show digits nobody wrote
  return Math.min(open(scheme.limits?.max), Number(reach.toFixed(9)))
}

const MARGIN = 1e-9

/** Refuses grades, stars and lights above what the scheme can give; what is no bound at all is refused elsewhere. */
export function checkReach(scheme: Scheme): SchemeError[] {
  const reach = reachOf(scheme)
  const rungs = (['grades', 'stars'] as const).flatMap(key =>
    listOf(scheme[key]).map((rung, i) => ({ path: [key, i, 'atLeast'], atLeast: numberOf(rawOf(rung).atLeast) })),
  )
  const green = { path: ['lights', 'green'], atLeast: numberOf(rawOf(scheme.lights).green) }
  return [...rungs, green]
    .filter(({ atLeast }) => atLeast > reach + MARGIN)
    .map(({ path, atLeast }) => ({
      path,
      zh: `${atLeast} 分达不到,本方案最高 ${reach} 分`,
      en: `${atLeast} cannot be reached; the scheme gives at most ${reach}`,
    }))
}
