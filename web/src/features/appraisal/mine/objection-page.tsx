import { type Result, raiseObjection, readResult } from '@jiannuo/contract/appraisal/result.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, deadline } from '../../../i18n/format.ts'
import { sentences } from '../../../i18n/punctuation.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { appraisalWords } from '../words.ts'
import { ObjectForm } from './object-form.tsx'
import { mineWords } from './words.ts'

/** 提异议 /results/$id/objection */
export function ObjectionPage() {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const { data: result } = useSuspenseQuery(query(readResult, { params: { resultId: useParam('id') } }))
  const note = result.objectionUntil
    ? sentences(words.objectNote, words.objectUntil(deadline(addDays(result.objectionUntil, -1))))
    : words.objectNote
  return (
    <Page title={words.objectHeading} note={note} width="form">
      {result.mayObject ? (
        <ObjectionForm result={result} />
      ) : (
        <Card>
          <Empty
            title={!result.own ? words.objectNotYours : result.objection ? words.objectedAlready : words.objectOver}
            actions={<ButtonLink to={`/results/${result.id}`}>{common.back}</ButtonLink>}
          />
        </Card>
      )}
    </Page>
  )
}

function ObjectionForm({ result }: { result: Result }) {
  const go = useGo()
  const raise = useCommand(raiseObjection, { onDone: () => go(`/results/${result.id}`) })
  return (
    <ObjectForm
      nodes={result.nodes}
      back={`/results/${result.id}`}
      problem={raise.problem}
      busy={raise.busy}
      onSend={body => void raise.run({ params: { resultId: result.id }, body })}
    />
  )
}
