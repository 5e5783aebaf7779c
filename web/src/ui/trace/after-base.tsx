import type { Scheme } from '@jiannuo/engine/format.ts'
import type { Trace } from '@jiannuo/engine/trace.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Row, Rows } from '../page/card.tsx'
import { Clause, Step, useTitle, useTraceFrame } from './parts.tsx'
import { decimal, points } from './reckon.ts'
import { type StepOf, stepOf, stepsOf } from './shape.ts'
import { traceWords } from './words.ts'

const signed = (value: string) => (Number(value) > 0 ? `+${points(value)}` : points(value))

/** What happens to the sum of the groups: the mutual coefficient, additions and deductions with their limits, rounding. */
export function AfterBase({
  trace,
  scheme,
  couplingAt,
  adjustmentsAt,
}: {
  trace: Trace
  scheme: Scheme
  couplingAt: number
  adjustmentsAt: number
}) {
  const coupling = stepOf(trace, 'coupling')
  // Where nothing was added or taken there is nothing to read.
  const adjusts = stepsOf(trace, 'adjustment').some(each => Number(each.points.value) !== 0)
  return (
    <>
      {coupling && <CouplingStep at={couplingAt} step={coupling} />}
      {adjusts && <AdjustmentsStep at={adjustmentsAt} trace={trace} scheme={scheme} />}
    </>
  )
}

function CouplingStep({ at, step }: { at: number; step: StepOf<'coupling'> }) {
  const words = useWords(traceWords)
  const { nameOf, actions } = useTraceFrame()
  const [input] = step.inputs
  const partner = decimal(input?.value ?? '–')
  const said =
    step.without === 'partner'
      ? words.withoutPartner
      : step.without === 'mean'
        ? words.withoutMean
        : step.form === 'gate'
          ? step.gradeAtMost === null
            ? words.product(partner)
            : words.couplingGate(partner, nameOf(step.gradeAtMost))
          : step.form === 'relative'
            ? words.relative(partner, points(step.mean?.value ?? ''))
            : words.product(partner)
  return (
    <Step at={at} title={words.coupling} points={`× ${decimal(step.factor.value)}`}>
      <Rows>
        <Row
          title={nameOf(input?.fact ?? '')}
          note={
            <>
              {said}
              <Clause id={step.cite} />
            </>
          }
          state={words.factor(points(step.before.value), decimal(step.factor.value), points(step.after.value))}
          action={input && actions?.('coupling', [input.fact])}
        />
      </Rows>
    </Step>
  )
}

function AdjustmentsStep({ at, trace, scheme }: { at: number; trace: Trace; scheme: Scheme }) {
  const words = useWords(traceWords)
  const adjustments = stepsOf(trace, 'adjustment')
  const [caps, limits, total] = [stepOf(trace, 'adjustmentCaps'), stepOf(trace, 'limits'), stepOf(trace, 'total')]
  const moved = (step: { before: { value: string }; after: { value: string } } | undefined) =>
    step && step.before.value !== step.after.value ? ([step.before.value, step.after.value] as const) : null
  const [capped, limited] = [moved(caps), moved(limits)]
  const counted = adjustments.filter(each => Number(each.points.value) !== 0)
  const sum = adjustments.reduce((all, each) => all + Number(each.points.value), 0)
  const said = [
    capped && words.sums(points(capped[0]), points(capped[1])),
    limited && words.limits(points(limited[0]), points(limited[1])),
  ].filter(Boolean)
  return (
    <Step at={at} title={words.adjustments} points={signed(String(sum))}>
      <Rows>
        {counted.map(each => (
          <AdjustmentRow key={each.id} step={each} scheme={scheme} />
        ))}
        {said.length > 0 && <Row title="" note={said.join('；')} state={points(total?.after.value ?? '')} />}
      </Rows>
      {counted.length < adjustments.length && (
        <p className="card-body fine">{words.noAdjustment(adjustments.length - counted.length)}</p>
      )}
    </Step>
  )
}

function AdjustmentRow({ step, scheme }: { step: StepOf<'adjustment'>; scheme: Scheme }) {
  const words = useWords(traceWords)
  const title = useTitle()
  const { actions } = useTraceFrame()
  const [counted, rectified] = step.inputs.map(each => each.value)
  const recovers = scheme.adjustments?.some(each => each.id === step.id && each.recoverable !== undefined)
  const said =
    counted === null
      ? words.none
      : words.adjust(decimal(counted ?? ''), decimal(step.each.value), signed(step.points.value)) +
        (recovers && rectified && Number(rectified) > 0 ? words.recovered(decimal(rectified)) : '') +
        (step.capped ? words.adjustCapped : '')
  return (
    <Row
      title={title(step)}
      note={
        <>
          {said}
          <Clause id={step.cite} />
        </>
      }
      state={signed(step.points.value)}
      action={actions?.(
        step.id,
        step.inputs.map(each => each.fact),
      )}
    />
  )
}
