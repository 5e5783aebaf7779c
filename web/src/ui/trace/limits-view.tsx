import type { Condition } from '@jiannuo/engine/format.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Row, Rows } from '../page/card.tsx'
import { Clause, type TraceFrame, useTitle, useTraceFrame } from './parts.tsx'
import { decimal, percentage } from './reckon.ts'
import type { StepOf } from './shape.ts'
import { type TraceWords, traceWords } from './words.ts'

type Limit = StepOf<'veto' | 'gate'>

function why(when: Condition, value: string, { nameOf, isShare }: TraceFrame, words: TraceWords): string {
  if ('bottom' in when)
    return words.bottom(when.of === 'total' ? words.total : nameOf(when.of), percentage(when.bottom))
  const fact = nameOf(when.fact)
  const say = isShare(when.fact) ? percentage : decimal
  return 'atLeast' in when
    ? words.atLeast(fact, say(value), say(when.atLeast))
    : words.below(fact, say(value), say(when.below))
}

/** Vetoes and gates that were met, each with what it follows from, its clause and, if lifted, the ruling; the rest as a number. */
export function LimitsView({ limits }: { limits: readonly Limit[] }) {
  const words = useWords(traceWords)
  const title = useTitle()
  const frame = useTraceFrame()
  const { nameOf, actions } = frame
  const met = limits.filter(each => each.met)
  const effects = (limit: Limit) =>
    [
      limit.before.value !== limit.after.value ? words.zeroed : '',
      limit.gradeAtMost === null ? '' : words.gradeAtMost(nameOf(limit.gradeAtMost)),
      limit.starsAtMost === null ? '' : words.starsAtMost(limit.starsAtMost),
      limit.bars.length > 0 ? words.bars(limit.bars.map(nameOf).join('、')) : '',
    ].filter(Boolean)
  return (
    <>
      <Rows>
        {met.map(each => (
          <Row
            key={each.id}
            title={title(each)}
            note={
              <>
                {[why(each.when, each.value?.value ?? '', frame, words), ...effects(each)].join('；')}
                <Clause id={each.cite} />
              </>
            }
            state={each.liftedBy === null ? words.applies : words.lifted(each.liftedBy)}
            action={actions?.(each.id, 'fact' in each.when ? [each.when.fact] : [])}
          />
        ))}
      </Rows>
      {met.length < limits.length && <p className="card-body fine">{words.notMet(limits.length - met.length)}</p>}
    </>
  )
}
