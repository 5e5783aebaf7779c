import type { Scheme } from '@jiannuo/engine/format.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Row } from '../page/card.tsx'
import { Clause, useTitle, useTraceFrame } from './parts.tsx'
import { decimal, mean as meanOf, percentage, points, reckon } from './reckon.ts'
import { indicatorOf, type StepOf } from './shape.ts'
import { traceWords } from './words.ts'

/** What one indicator measured and what that gave, in a sentence that can be recomputed. */
export function IndicatorView({ step, scheme }: { step: StepOf<'indicator'>; scheme: Scheme }) {
  const words = useWords(traceWords)
  const title = useTitle()
  const { actions, below, isShare } = useTraceFrame()
  const indicator = indicatorOf(scheme, step)
  const facts = step.inputs.map(each => each.fact)
  const isBonus = step.method === 'bonus'
  const got = step.missing === 'exempt' || step.missing === 'block' ? '–' : points(step.points.value)
  return (
    <Row
      title={title(step)}
      note={
        <>
          {indicator && reckon(step, indicator.method, words, facts.some(isShare) ? percentage : decimal)}
          <Clause id={step.cite} />
        </>
      }
      state={isBonus ? words.extra(got) : words.points(got, decimal(step.full.value))}
      action={actions?.(step.id, facts)}
    >
      {below?.(step.id, facts)}
      {step.sources.length > 0 && <Sources step={step} />}
    </Row>
  )
}

/** The sources of a panel side by side: mean, weight, number of ratings as far as it may be told. */
function Sources({ step }: { step: StepOf<'indicator'> }) {
  const words = useWords(traceWords)
  const { nameOf, source: tell } = useTraceFrame()
  return (
    <ul className="trace-sources">
      {step.sources.map(({ source, mean, weight, n, trimmed }) => (
        <li key={source}>
          <span className="second">{nameOf(source)}</span>
          <strong>{mean ? meanOf(mean.value) : words.notRated}</strong>
          <span className="fine">
            {[
              words.weight(decimal(weight.value)),
              mean && n > 1 ? words.ratings(n) : '',
              trimmed > 0 ? words.trimmed(trimmed) : '',
              ...(tell?.(source) ?? []),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
