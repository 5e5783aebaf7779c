import { fileRound, previewFiling } from '@jiannuo/contract/appraisal/filing.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { sentences } from '../../../i18n/punctuation.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { Card, Facts } from '../../../ui/page/card.tsx'
import { ConfirmPage } from '../../../ui/page/confirm-page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { filingWords } from './words.ts'

/** 备案 /appraisal/$id/filing: what will be fixed for good, and what still stands against it. */
export function FilePage() {
  const words = useWords(filingWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const go = useGo()
  const roundId = useParam('id')
  const { data } = useSuspenseQuery(query(previewFiling, { params: { roundId } }))
  const file = useCommand(fileRound, { onDone: reply => go(`/appraisal/filings/${reply.filingId}`) })
  const ready = data.mayFile && data.obstacles.length === 0 && data.filingId === null
  return (
    <ConfirmPage
      title={words.fileHeading(common.of(data.unitName, data.year, data.level))}
      what={words.what(data.managingUnitName)}
      whom={words.whom(data.subjects, data.ungraded)}
      from={words.from}
      reversal={words.reversal}
      actions={
        <>
          <ButtonLink to={`/appraisal/${roundId}`}>{common.back}</ButtonLink>
          {data.filingId !== null && <ButtonLink to={`/appraisal/filings/${data.filingId}`}>{words.see}</ButtonLink>}
          {ready && (
            <Button kind="primary" busy={file.busy} onClick={() => void file.run({ params: { roundId } })}>
              {words.file}
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert problem={file.problem} />
      {data.obstacles.length > 0 && (
        <InlineAlert tone="warn" title={words.obstacles}>
          {sentences(...data.obstacles.map(both))}
        </InlineAlert>
      )}
      <Card title={words.grades} note={words.objections(data.objections.upheld, data.objections.corrected)}>
        <Facts items={data.grades.map(each => ({ term: both(each.grade.title), value: common.people(each.count) }))} />
      </Card>
    </ConfirmPage>
  )
}
