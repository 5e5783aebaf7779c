import { type Result, readResult } from '@jiannuo/contract/appraisal/result.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, deadline } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { PrintButton } from '../../../ui/action/print-button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts } from '../../../ui/page/card.tsx'
import { Columns, Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import '../appraisal.css'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { Score, WhyNot } from './score-cards.tsx'
import { TraceGroups } from './trace-groups.tsx'
import { mineWords } from './words.ts'

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
