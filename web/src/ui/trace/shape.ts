import type { Indicator, Scheme } from '@jiannuo/engine/format.ts'
import type { Trace, TraceStep } from '@jiannuo/engine/trace.ts'

/** The trace arrives as JSON that the engine wrote; its shape is the engine's own. */
export const readTrace = (json: unknown) => json as Trace

export type StepOf<K extends TraceStep['kind']> = TraceStep & { kind: K }
const isKind =
  <K extends TraceStep['kind']>(...kinds: K[]) =>
  (step: TraceStep): step is StepOf<K> =>
    kinds.some(kind => kind === step.kind)

/** Steps of the kinds, in the order of computation. */
export const stepsOf = <K extends TraceStep['kind']>(trace: Trace, ...kinds: K[]): StepOf<K>[] =>
  trace.steps.filter(isKind(...kinds))
/** The only step of a kind; undefined where the scheme has none. */
export const stepOf = <K extends TraceStep['kind']>(trace: Trace, kind: K): StepOf<K> | undefined =>
  stepsOf(trace, kind)[0]

export const indicatorsOf = (trace: Trace, group: string) =>
  stepsOf(trace, 'indicator').filter(each => each.group === group)

/** The indicator as the scheme words it: what a sentence about a step needs besides the step itself. */
export const indicatorOf = (scheme: Scheme, { group, id }: StepOf<'indicator'>): Indicator | undefined =>
  scheme.groups.find(each => each.id === group)?.indicators.find(each => each.id === id)

/** Parts of the total: every group as it entered the base, and what coupling and adjustments add or take. */
export function partsOf(trace: Trace) {
  const scale = Number(stepOf(trace, 'base')?.scale.value ?? 1)
  const groups = stepsOf(trace, 'group')
    .filter(each => !each.leftOut)
    .map(each => ({ id: each.id, title: each.title, value: Number(each.after.value) * scale }))
  const coupling = stepOf(trace, 'coupling')
  const coupled = coupling ? Number(coupling.after.value) - Number(coupling.before.value) : 0
  const total = Number(stepOf(trace, 'total')?.after.value ?? 0)
  const rest = total - coupled - groups.reduce((sum, each) => sum + each.value, 0)
  return { groups, scale, coupled, adjustments: rest, total }
}
