import type { Scheme } from '@jiannuo/engine/format.ts'
import type { Trace } from '@jiannuo/engine/trace.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Row, Rows } from '../page/card.tsx'
import { AfterBase } from './after-base.tsx'
import { IndicatorView } from './indicator-view.tsx'
import { LimitsView } from './limits-view.tsx'
import { Step, useTitle } from './parts.tsx'
import { decimal, points } from './reckon.ts'
import { indicatorsOf, type StepOf, stepOf, stepsOf } from './shape.ts'
import { StandingView } from './standing-view.tsx'
import { traceWords } from './words.ts'

/**
 * The whole calculation as numbered steps: groups, mutual coefficient, additions and deductions, vetoes and gates, rank and grade.
 * Every step is a sentence that a reader can recompute; names, clauses and links come from the frame around it.
 */
export function TraceView({ trace, scheme }: { trace: Trace; scheme: Scheme }) {
  const words = useWords(traceWords)
  const groups = stepsOf(trace, 'group')
  const limits = stepsOf(trace, 'veto', 'gate')
  const coupling = stepOf(trace, 'coupling')
  const adjusts = stepsOf(trace, 'adjustment').some(each => Number(each.points.value) !== 0)
  const limited = limits.some(each => each.met)
  const next = [coupling !== undefined, adjusts, limited]
  const numberOf = (at: number) => groups.length + next.slice(0, at + 1).filter(Boolean).length
  const total = stepOf(trace, 'total')
  return (
    <>
      {groups.map((group, at) => (
        <GroupStep key={group.id} at={at + 1} group={group} trace={trace} scheme={scheme} />
      ))}
      <AfterBase trace={trace} scheme={scheme} couplingAt={numberOf(0)} adjustmentsAt={numberOf(1)} />
      {limited && (
        <Step at={numberOf(2)} title={words.conditions} points="">
          <LimitsView limits={limits} />
        </Step>
      )}
      {total && <StandingView trace={trace} at={groups.length + next.filter(Boolean).length + 1} />}
    </>
  )
}

function GroupStep({ at, group, trace, scheme }: { at: number; group: StepOf<'group'>; trace: Trace; scheme: Scheme }) {
  const words = useWords(traceWords)
  const title = useTitle()
  const said = [
    group.scale.value === '1' ? '' : words.groupScaled(points(group.before.value), decimal(group.scale.value)),
    Number(group.after.value) === Number(group.max.value) && Number(group.before.value) > Number(group.max.value)
      ? words.groupCapped(decimal(group.max.value))
      : '',
  ].filter(Boolean)
  return (
    <Step
      at={at}
      title={words.outOf(title(group), decimal(group.max.value))}
      points={group.leftOut ? '–' : points(group.after.value)}
    >
      {group.leftOut && <p className="card-body second">{words.leftOut}</p>}
      <Rows>
        {indicatorsOf(trace, group.id).map(each => (
          <IndicatorView key={each.id} step={each} scheme={scheme} />
        ))}
        {said.length > 0 && <Row title="" note={said.join('；')} state={points(group.after.value)} />}
      </Rows>
    </Step>
  )
}
