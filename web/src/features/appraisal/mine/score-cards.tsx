import type { Result } from '@jiannuo/contract/appraisal/result.ts'
import type { ReactNode } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear, number } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Card } from '../../../ui/page/card.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { WeightBar } from '../../../ui/signal/weight-bar.tsx'
import { partsOf, readTrace, stepOf, stepsOf } from '../../../ui/trace/shape.ts'
import '../appraisal.css'
import { useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { mineWords } from './words.ts'

/** What a person or a unit got, as far as its cards tell it. */
type Scored = Pick<
  Result,
  'trace' | 'grades' | 'grade' | 'proposed' | 'total' | 'reason' | 'meeting' | 'meetingOn' | 'ungraded'
>

/** Two decimals as every point figure on the page; the exact one is in the trace. */
const fixed = (value: string | number) => number(Number(value), 2)

/** Grade and points, and the sum they come from as one bar. `headline` instead of the grade, for what has stars too. */
export function Score({ result, headline, children }: { result: Scored; headline?: string; children?: ReactNode }) {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const language = useLanguage()
  const named = useNamed(result.grades)
  const trace = readTrace(result.trace)
  const { groups, scale, total, coupled, adjustments } = partsOf(trace)
  const best = stepOf(trace, 'grade')?.rungs[0]
  // What is left beside groups and coupling: additions and deductions, or where there are none the rounding of the total.
  const isAdjusted = stepsOf(trace, 'adjustment').some(each => Number(each.points.value) !== 0)
  const rest = isAdjusted ? words.adjustShort : words.rounding
  const parts = groups.map((each, at) => ({
    label: each.title?.[language] ?? each.id,
    value: each.value,
    text: fixed(each.value),
    hue: at,
  }))
  const sum = [
    ...parts.map(each => each.text),
    ...(Math.abs(coupled) > 0.005 ? [`${words.coupled} ${fixed(coupled)}`] : []),
    ...(Math.abs(adjustments) > 0.005 ? [`${rest} ${fixed(adjustments)}`] : []),
  ]
  return (
    <Card>
      <p className="appraisal-head">
        <span className="appraisal-grade">
          {result.ungraded ? words.ungraded : (headline ?? named(result.grade ?? result.proposed))}
        </span>
        {result.total !== null && <span className="appraisal-total">{common.points(fixed(result.total))}</span>}
        {children}
      </p>
      <p className="second">
        {(result.grade || headline) && result.meeting && result.meetingOn
          ? words.decidedBy(result.meeting, dayWithYear(result.meetingOn))
          : words.notDecided}
      </p>
      {result.total !== null && (
        <>
          <WeightBar
            labelled
            parts={
              isAdjusted && adjustments > 0.005
                ? [...parts, { label: words.adjustShort, value: adjustments, text: fixed(adjustments), hue: 4 }]
                : parts
            }
            threshold={
              best
                ? { at: Number(best.atLeast.value), label: words.line(named(best.name), best.atLeast.value) }
                : undefined
            }
          />
          <p className="second">{words.sum(sum, fixed(total))}</p>
          {scale !== 1 && <p className="fine">{words.scaled(fixed(scale))}</p>}
        </>
      )}
    </Card>
  )
}

/** The question people really ask: what the next better grade needed, condition by condition. */
export function WhyNot({ result }: { result: Scored }) {
  const words = useWords(mineWords)
  const named = useNamed(result.grades)
  const step = stepOf(readTrace(result.trace), 'grade')
  const reached = result.grade ?? result.proposed
  const at = result.grades.findIndex(each => each.id === reached)
  const rung = at > 0 ? step?.rungs.find(each => each.name === result.grades[at - 1]?.id) : undefined
  if (!rung || result.ungraded) return null
  const departed = result.grade !== null && result.grade !== result.proposed && result.reason
  const seatsMet = rung.result === 'reached'
  return (
    <Card title={words.why(named(rung.name))}>
      <p>{words.whyNeeds(named(rung.name))}</p>
      <p>
        <StatusTag tone={rung.short ? 'warn' : 'ok'}>{rung.short ? words.unmet : words.met}</StatusTag>{' '}
        {words.needPoints(rung.atLeast.value, rung.short?.value ?? null)}
      </p>
      {rung.cap && (
        <p>
          <StatusTag tone={seatsMet || rung.short ? 'ok' : 'warn'}>
            {seatsMet || rung.short ? words.met : rung.result === 'tied' ? words.tied : words.full}
          </StatusTag>{' '}
          {words.needSeats(rung.cap.seats, rung.cap.of)}
        </p>
      )}
      {rung.result === 'barred' && <p>{words.barred}</p>}
      {departed && <p>{words.departed(departed)}</p>}
    </Card>
  )
}
