import { type Result, readResult } from '@jiannuo/contract/appraisal/result.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, dayWithYear, deadline, number } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { PrintButton } from '../../../ui/action/print-button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts } from '../../../ui/page/card.tsx'
import { Columns, Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { WeightBar } from '../../../ui/signal/weight-bar.tsx'
import { partsOf, readTrace, stepOf } from '../../../ui/trace/shape.ts'
import '../appraisal.css'
import { useBoth, useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { TraceGroups } from './trace-groups.tsx'

import { mineWords } from './words.ts'

/** Two decimals as every point figure on the page; the exact one is in the trace. */
const fixed = (value: string | number) => number(Number(value), 2)

/** 结果和计算过程 /results/$id: one sum, one bar, numbered steps that a lay person can recompute. Prints on paper with signatures. */
export function ResultPage() {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const { data: result } = useSuspenseQuery(query(readResult, { params: { resultId: useParam('id') } }))
  return (
    <Page
      large
      title={result.own ? words.trace : words.traceOf(result.name)}
      kicker={
        result.own ? (
          <Go to="/my-results">{words.myResults}</Go>
        ) : (
          <Go to={`/appraisal/${result.roundId}/results`}>{common.back}</Go>
        )
      }
      note={words.ofYear(result.year, result.name, result.homeUnitName)}
      actions={
        <>
          <PrintButton />
          {result.mayObject && (
            <ButtonLink icon="edit" to={`/results/${result.id}/objection`}>
              {words.object}
            </ButtonLink>
          )}
        </>
      }
    >
      <Stack>
        <Columns aside={<WhyNot result={result} />}>
          <Score result={result} />
        </Columns>
        {result.objection && <ObjectionCard objection={result.objection} />}
        <TraceGroups result={result} />
        <Foot result={result} />
      </Stack>
    </Page>
  )
}

function Score({ result }: { result: Result }) {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const language = useLanguage()
  const named = useNamed(result.grades)
  const trace = readTrace(result.trace)
  const { groups, scale, total, coupled, adjustments } = partsOf(trace)
  const best = stepOf(trace, 'grade')?.rungs[0]
  const parts = groups.map((each, at) => ({
    label: each.title?.[language] ?? each.id,
    value: each.value,
    text: fixed(each.value),
    hue: at,
  }))
  const sum = [
    ...parts.map(each => each.text),
    ...(Math.abs(coupled) > 0.005 ? [`${words.coupled} ${fixed(coupled)}`] : []),
    ...(Math.abs(adjustments) > 0.005 ? [`${words.adjustShort} ${fixed(adjustments)}`] : []),
  ]
  return (
    <Card>
      <p className="appraisal-head">
        <span className="appraisal-grade">
          {result.ungraded ? words.ungraded : named(result.grade ?? result.proposed)}
        </span>
        {result.total !== null && <span className="appraisal-total">{common.points(fixed(result.total))}</span>}
      </p>
      <p className="second">
        {result.grade && result.meeting && result.meetingOn
          ? words.decidedBy(result.meeting, dayWithYear(result.meetingOn))
          : words.notDecided}
      </p>
      {result.total !== null && (
        <>
          <WeightBar
            labelled
            parts={
              adjustments > 0.005
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
function WhyNot({ result }: { result: Result }) {
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

function ObjectionCard({ objection }: { objection: NonNullable<Result['objection']> }) {
  const words = useWords(mineWords)
  const both = useBoth()
  return (
    <Card title={words.objection} extra={<StatusTag>{words.objectionStates[objection.state]}</StatusTag>}>
      <Facts
        items={[
          { term: both(objection.nodeTitle), value: objection.text },
          { term: words.answer, value: objection.answer ?? words.due(deadline(objection.dueOn)) },
        ]}
      />
    </Card>
  )
}

function Foot({ result }: { result: Result }) {
  const words = useWords(mineWords)
  const { title, version } = result.scheme
  return (
    <div>
      <p className="fine">
        {words.basis(title, version)}
        {words.check(result.inputsSha256.slice(0, 12).toUpperCase())}
        {result.mayObject &&
          result.objectionUntil &&
          ` ${words.objectUntil(deadline(addDays(result.objectionUntil, -1)))}`}
      </p>
      <div className="appraisal-sign">
        {words.signs.map(each => (
          <span key={each}>{each}</span>
        ))}
      </div>
    </div>
  )
}
