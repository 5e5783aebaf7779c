import type { Trace, TraceStep } from '@jiannuo/engine/trace.ts'
import { number } from '../../../i18n/format.ts'

/** The trace arrives as JSON that the engine wrote; its shape is the engine's own. */
export const readTrace = (json: unknown) => json as Trace

type StepOf<K extends TraceStep['kind']> = Extract<TraceStep, { kind: K }>
const isKind =
  <K extends TraceStep['kind']>(...kinds: K[]) =>
  (step: TraceStep): step is StepOf<K> =>
    kinds.some(kind => kind === step.kind)

export const groupsOf = (trace: Trace) => trace.steps.filter(isKind('group'))
export const indicatorsOf = (trace: Trace, group: string) =>
  trace.steps.filter(isKind('indicator')).filter(each => each.group === group)
export const adjustmentsOf = (trace: Trace) =>
  trace.steps.filter(isKind('adjustment')).filter(each => Number(each.points.value) !== 0)
export const limitsOf = (trace: Trace) => trace.steps.filter(isKind('veto', 'gate')).filter(each => each.met)
export const gradeStepOf = (trace: Trace) =>
  trace.steps.filter(isKind('grade', 'stars')).find(each => each.kind === 'grade')
export const baseOf = (trace: Trace) => trace.steps.find(isKind('base'))
export const totalOf = (trace: Trace) => trace.steps.find(isKind('total'))

/** Two decimals as every point figure on the page; the exact one is in the trace. */
export const fixed = (value: string | number) => number(Number(value), 2)

/** A mean of ratings to three decimals, as the page shows all of them; the exact one is in the trace. Empty where none was counted. */
export const shortMean = (value: string | undefined) => (value === undefined ? '' : number(Number(value), 3))

/** Parts of the total: every group after scaling, and what the adjustments add or take. */
export function partsOf(trace: Trace) {
  const scale = Number(baseOf(trace)?.scale.value ?? 1)
  const groups = groupsOf(trace)
    .filter(each => !each.leftOut)
    .map(each => ({ id: each.id, title: each.title, value: Number(each.after.value) * scale }))
  const total = Number(totalOf(trace)?.after.value ?? 0)
  return { groups, scale, total, adjustments: total - groups.reduce((sum, each) => sum + each.value, 0) }
}
