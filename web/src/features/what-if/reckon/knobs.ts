import type { Group, Indicator, Method, Scheme, Title } from '@jiannuo/engine/format.ts'
import { parseShare, toDouble } from '@jiannuo/engine/rational.ts'

/** One number of a scheme that may be turned on the page. */
export interface Knob {
  id: string
  kind: 'points' | 'bound' | 'cap' | 'coefficient' | 'limit'
  title: Title
  /** In points, for a cap in percent, for a coefficient as it stands. */
  value: number
  min: number
  max: number
  step: number
}

type Pointed = Extract<Method, { points: number }>
const isPointed = (method: Method): method is Pointed => typeof (method as { points?: unknown }).points === 'number'

/** What a method gives at most and can be turned as one number; null where it has no such number. */
function fullOf(method: Method): number | null {
  if (isPointed(method)) return method.points
  if (method.kind === 'deduct') return method.base
  if (method.kind === 'steps') return Math.max(...method.steps.map(each => each.points))
  if (method.kind === 'choice') return Math.max(...Object.values(method.points))
  return null
}

const round = (value: number) => Math.round(value * 1e6) / 1e6

/** The same method giving `full` at most; bounds and each step keep their proportion. */
function withFull(method: Method, full: number): Method {
  if (isPointed(method)) return { ...method, points: full }
  const factor = full / (fullOf(method) || 1)
  if (method.kind === 'deduct') return { ...method, base: full, each: round(method.each * factor) }
  if (method.kind === 'steps')
    return { ...method, steps: method.steps.map(each => ({ ...each, points: round(each.points * factor) })) }
  if (method.kind === 'choice')
    return {
      ...method,
      points: Object.fromEntries(
        Object.entries(method.points).map(([label, points]) => [label, round(points * factor)]),
      ),
    }
  return method
}

const titled = (of: { id: string; title?: Title }): Title => of.title ?? { zh: of.id, en: of.id }

function indicatorKnobs(scheme: Scheme): Knob[] {
  return scheme.groups.flatMap(group =>
    group.indicators.flatMap((indicator): Knob[] => {
      const value = fullOf(indicator.method)
      return value === null
        ? []
        : [
            {
              id: `points ${indicator.id}`,
              kind: 'points',
              title: titled(indicator),
              value,
              min: 1,
              max: Math.max(60, Math.ceil(value * 2)),
              step: 1,
            },
          ]
    }),
  )
}

const percentOf = (share: number | string) => {
  const exact = typeof share === 'number' ? null : parseShare(share)
  return round((exact ? toDouble(exact) : Number(share)) * 100)
}

function gradeKnobs(scheme: Scheme): Knob[] {
  return (scheme.grades ?? []).flatMap((grade): Knob[] => {
    const title = grade.title ?? { zh: grade.grade, en: grade.grade }
    const bound: Knob[] =
      grade.atLeast > 0
        ? [{ id: `bound ${grade.grade}`, kind: 'bound', title, value: grade.atLeast, min: 1, max: 120, step: 1 }]
        : []
    return grade.cap
      ? [
          ...bound,
          {
            id: `cap ${grade.grade}`,
            kind: 'cap',
            title,
            value: percentOf(grade.cap.share),
            min: 1,
            max: 100,
            step: 1,
          },
        ]
      : bound
  })
}

const starTitle = (stars: number): Title => ({ zh: `${stars}星`, en: `${stars} stars` })

function starKnobs({ stars = [] }: Scheme): Knob[] {
  return stars.flatMap(({ stars: n, atLeast, cap }): Knob[] => [
    ...(atLeast > 0
      ? [
          {
            id: `starBound ${n}`,
            kind: 'bound' as const,
            title: starTitle(n),
            value: atLeast,
            min: 1,
            max: 120,
            step: 1,
          },
        ]
      : []),
    ...(cap
      ? [
          {
            ...{ id: `starCap ${n}`, kind: 'cap' as const, title: starTitle(n), value: percentOf(cap.share) },
            ...{ min: 1, max: 100, step: 1 },
          },
        ]
      : []),
  ])
}

function couplingKnobs({ coupling }: Scheme): Knob[] {
  if (!coupling || coupling.form === 'gate') return []
  const knob = (key: 'gain' | 'floor' | 'ceiling', value: number | undefined, max: number): Knob[] =>
    value === undefined
      ? []
      : [{ id: `coupling ${key}`, kind: 'coefficient', title: { zh: key, en: key }, value, min: 0, max, step: 0.01 }]
  return [
    ...(coupling.form === 'relative' ? knob('gain', coupling.gain ?? 1, 3) : []),
    ...knob('floor', coupling.floor, 1),
    ...knob('ceiling', coupling.ceiling, 2),
  ]
}

function limitKnobs({ bonusCap, deductionCap }: Scheme): Knob[] {
  const knob = (id: 'bonusCap' | 'deductionCap', value: number | undefined): Knob[] =>
    value === undefined
      ? []
      : [{ id: `limit ${id}`, kind: 'limit', title: { zh: id, en: id }, value, min: 0, max: 50, step: 1 }]
  return [...knob('bonusCap', bonusCap), ...knob('deductionCap', deductionCap)]
}

/** Every number the page lets one turn: points of indicators, bounds and caps of grades and stars, the coefficient, caps of additions and deductions. */
export const knobsOf = (scheme: Scheme): Knob[] => [
  ...indicatorKnobs(scheme),
  ...gradeKnobs(scheme),
  ...starKnobs(scheme),
  ...couplingKnobs(scheme),
  ...limitKnobs(scheme),
]

const retune = (group: Group, id: string, full: number): Group => {
  const found = group.indicators.find(each => each.id === id)
  if (!found) return group
  const isBonus = found.method.kind === 'bonus'
  return {
    ...group,
    // A group's maximum follows its indicators, else more points would change nothing.
    max: isBonus ? group.max : round(group.max + full - (fullOf(found.method) ?? full)),
    indicators: group.indicators.map(each =>
      each === found ? ({ ...each, method: withFull(each.method, full) } as Indicator) : each,
    ),
  }
}

const sumOfMaxima = (groups: readonly Group[]) => groups.reduce((sum, group) => sum + group.max, 0)

/** A limit that stood at the full points of all groups follows them: else every gain would end at the old limit. */
function withGroups(scheme: Scheme, groups: Group[]): Scheme {
  const { limits } = scheme
  if (limits?.max !== sumOfMaxima(scheme.groups)) return { ...scheme, groups }
  return { ...scheme, groups, limits: { ...limits, max: round(sumOfMaxima(groups)) } }
}

const withStar = (
  scheme: Scheme,
  n: number,
  { atLeast, cap }: { atLeast?: number; cap?: { share: number } },
): Scheme => ({
  ...scheme,
  stars: (scheme.stars ?? []).map(each =>
    each.stars === n
      ? { ...each, ...(atLeast !== undefined && { atLeast }), ...(cap && each.cap && { cap: { ...each.cap, ...cap } }) }
      : each,
  ),
})

/** The scheme with one knob turned; everything else stays. An unknown knob changes nothing. */
export function withKnob(scheme: Scheme, id: string, value: number): Scheme {
  const [kind, name = ''] = id.split(' ')
  switch (kind) {
    case 'points':
      return withGroups(
        scheme,
        scheme.groups.map(group => retune(group, name, value)),
      )
    case 'bound':
      return {
        ...scheme,
        grades: scheme.grades?.map(each => (each.grade === name ? { ...each, atLeast: value } : each)) ?? [],
      }
    case 'cap':
      return {
        ...scheme,
        grades:
          scheme.grades?.map(each =>
            each.grade === name && each.cap ? { ...each, cap: { ...each.cap, share: round(value / 100) } } : each,
          ) ?? [],
      }
    case 'starBound':
      return withStar(scheme, Number(name), { atLeast: value })
    case 'starCap':
      return withStar(scheme, Number(name), { cap: { share: round(value / 100) } })
    case 'coupling':
      return scheme.coupling ? { ...scheme, coupling: { ...scheme.coupling, [name]: value } } : scheme
    case 'limit':
      return { ...scheme, [name]: value }
    default:
      return scheme
  }
}
