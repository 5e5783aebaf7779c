import {
  type AssessmentPage,
  fileAssessment,
  publishAssessment,
  readAssessment,
  releaseAssessment,
  TOTAL_FACTS,
} from '@jiannuo/contract/appraisal/assessment.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../../../app/location.ts'
import { query, useCommand } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { sentences } from '../../../../i18n/punctuation.ts'
import { Button, ButtonLink } from '../../../../ui/action/button.tsx'
import { SelectField } from '../../../../ui/form/choice-field.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { ConfirmPage } from '../../../../ui/page/confirm-page.tsx'
import { InlineAlert, ProblemAlert } from '../../../../ui/state/inline-alert.tsx'
import { useBoth } from '../../both.ts'
import { unitWords } from '../words.ts'
import { courseWords } from './words.ts'

function useAssessment() {
  const common = useWords(unitWords)
  const { data } = useSuspenseQuery(query(readAssessment, { params: { assessmentId: useParam('id') } }))
  const go = useGo()
  const back = `/assessments/${data.id}`
  return {
    data,
    name: common.of(data.schemeTitle, data.period),
    sent: { params: { assessmentId: data.id } },
    back: <ButtonLink to={back}>{common.back}</ButtonLink>,
    done: { onDone: () => go(back) },
    may: (action: AssessmentPage['may'][number]) => data.may.includes(action),
  }
}

/** 告知 /assessments/$id/release */
export function ReleasePage() {
  const words = useWords(courseWords)
  const { data, name, sent, back, done, may } = useAssessment()
  const release = useCommand(releaseAssessment, done)
  return (
    <ConfirmPage
      title={words.releaseTitle(name)}
      what={words.releaseWhat}
      whom={words.releaseWhom(data.units)}
      from={words.releaseFrom}
      reversal={words.releaseReversal}
      actions={
        <>
          {back}
          {may('release') && (
            <Button kind="primary" busy={release.busy} onClick={() => void release.run(sent)}>
              {words.release}
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert problem={release.problem} />
    </ConfirmPage>
  )
}

const NOT = 'not'
/** 备案 /assessments/$id/file: what will be fixed for good, and what still stands against it. */
export function FileAssessmentPage() {
  const words = useWords(courseWords)
  const both = useBoth()
  const { data, name, sent, back, done, may } = useAssessment()
  const [totalAs, setTotalAs] = useState<(typeof TOTAL_FACTS)[number] | typeof NOT>(NOT)
  const file = useCommand(fileAssessment, done)
  const body = { totalAs: totalAs === NOT ? null : totalAs }
  const ready = may('file') && data.obstacles.length === 0
  return (
    <ConfirmPage
      title={words.fileTitle(name)}
      what={words.fileWhat}
      whom={words.fileWhom(data.units, data.objections.upheld, data.objections.corrected)}
      from={words.fileFrom}
      reversal={words.fileReversal}
      actions={
        <>
          {back}
          {ready && (
            <Button kind="primary" busy={file.busy} onClick={() => void file.run({ ...sent, body })}>
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
      <Card>
        <SelectField
          label={words.totalAs}
          hint={words.totalAsHint}
          width="medium"
          options={[
            { value: NOT, label: words.noTotal },
            ...TOTAL_FACTS.map(each => ({ value: each, label: words.totals[each] })),
          ]}
          value={totalAs}
          onChange={setTotalAs}
        />
      </Card>
    </ConfirmPage>
  )
}

/** 公开 /assessments/$id/publish */
export function PublishAssessmentPage() {
  const words = useWords(courseWords)
  const { data, name, sent, back, done, may } = useAssessment()
  const publish = useCommand(publishAssessment, done)
  return (
    <ConfirmPage
      title={words.publishTitle(name)}
      what={words.publishWhat[data.publication]}
      whom={words.publishWhom}
      from={words.publishFrom}
      reversal={words.publishReversal}
      actions={
        <>
          {back}
          {may('publish') && (
            <Button kind="primary" busy={publish.busy} onClick={() => void publish.run(sent)}>
              {words.publish}
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert problem={publish.problem} />
    </ConfirmPage>
  )
}
