import type { Condition, Gate, Indicator, Scheme } from './format.ts'

/** A fact a scheme reads: as a number, or as a label of a `choice`. */
export interface FactUse {
  fact: string
  as: 'number' | 'label'
}

const number = (fact: string): FactUse => ({ fact, as: 'number' })

export function factsOfIndicator(indicator: Indicator): FactUse[] {
  const { method } = indicator
  if (method.kind === 'ratio') return [number(method.of), number(method.per)]
  if (indicator.fact === undefined) return []
  return [{ fact: indicator.fact, as: method.kind === 'choice' ? 'label' : 'number' }]
}

function factOfCondition(when: Condition): FactUse[] {
  if ('fact' in when) return [number(when.fact)]
  return when.of === 'total' ? [] : [number(when.of)]
}

const bare = (tieBreaker: string) => number(tieBreaker.replace(/^-/, ''))

/** Every fact the scheme reads, each use once. */
export function factsOf(scheme: Scheme): FactUse[] {
  const limits: Gate[] = [...(scheme.vetoes ?? []), ...(scheme.gates ?? [])]
  const uses = [
    ...scheme.groups.flatMap(group => group.indicators.flatMap(factsOfIndicator)),
    ...(scheme.coupling ? [number(scheme.coupling.with)] : []),
    ...(scheme.adjustments ?? []).flatMap(each => [each.fact, each.recoverable ?? []].flat().map(number)),
    ...(scheme.rank ?? []).flatMap(each => (each.tieBreakers ?? []).map(bare)),
    ...(scheme.ungraded === undefined ? [] : [number(scheme.ungraded)]),
    ...limits.flatMap(each => factOfCondition(each.when)),
    ...(scheme.rollUp ?? []).flatMap(level =>
      [level.own ?? [], level.weight === 'count' ? [] : (level.weight ?? [])].flat().map(number),
    ),
  ]
  return [...new Map(uses.map(use => [`${use.as} ${use.fact}`, use])).values()]
}
