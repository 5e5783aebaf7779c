import type { Trace, TraceRung } from '@jiannuo/engine/trace.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Row, Rows } from '../page/card.tsx'
import { Light } from '../signal/light.tsx'
import { Step, useTraceFrame } from './parts.tsx'
import { decimal, points } from './reckon.ts'
import { stepOf, stepsOf } from './shape.ts'
import { traceWords } from './words.ts'

/** Where the total stands: ranks by scope, the grades and stars tried from the best down, the light. */
export function StandingView({ trace, at }: { trace: Trace; at: number }) {
  const words = useWords(traceWords)
  const { nameOf } = useTraceFrame()
  const total = stepOf(trace, 'total')
  const base = stepOf(trace, 'base')
  const said = [
    base && base.scale.value !== '1'
      ? words.based(decimal(base.before.value), decimal(base.scale.value), decimal(base.after.value))
      : '',
    total && total.before.value !== total.after.value
      ? words.rounded(decimal(total.before.value), decimal(total.after.value))
      : '',
  ].filter(Boolean)
  const light = stepOf(trace, 'light')
  const [grade, stars] = [stepOf(trace, 'grade'), stepOf(trace, 'stars')]
  const rung = (each: TraceRung) =>
    [
      words.from(decimal(each.atLeast.value)),
      each.cap ? words.seats(each.cap.seats, each.cap.of) : '',
      words.rung[each.result],
      each.short ? words.shortBy(points(each.short.value)) : '',
    ]
      .filter(Boolean)
      .join('，')
  return (
    <Step
      at={at}
      title={words.standing}
      points={points(trace.result.total === null ? '–' : String(trace.result.total))}
    >
      {said.length > 0 && <p className="card-body second">{said.join('；')}</p>}
      <Rows>
        {stepsOf(trace, 'rank').map(each => (
          <Row
            key={each.scope}
            title={each.scope === 'all' ? words.all : nameOf(trace.scopes[each.scope] ?? each.scope)}
            state={words.rank(each.rank, each.of)}
          />
        ))}
        {[...(grade?.rungs ?? [])].map(each => (
          <Row key={each.name} title={nameOf(each.name)} note={rung(each)} />
        ))}
        {(stars?.rungs ?? []).map(each => (
          <Row key={each.name} title={words.stars(each.name)} note={rung(each)} />
        ))}
        {light && <Row title={<Light colour={light.light}>{words.light[light.light]}</Light>} />}
      </Rows>
    </Step>
  )
}
