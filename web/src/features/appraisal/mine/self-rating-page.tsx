import { listOwnAppraisals, type OwnAppraisal, rateSelf } from '@jiannuo/contract/appraisal/rating.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { RadioSegments } from '../../../ui/form/choice-field.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { mineWords } from './words.ts'

/** 自评 /my-results/$id/self */
export function SelfRatingPage() {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const subjectId = useParam('id')
  const own = useSuspenseQuery(query(listOwnAppraisals)).data.items.find(each => each.subjectId === subjectId)
  if (!own?.mayRate)
    return (
      <Page title={words.headingQuiet} width="form">
        <Card>
          <Empty title={words.headingQuiet} actions={<ButtonLink to="/my-results">{common.back}</ButtonLink>} />
        </Card>
      </Page>
    )
  return (
    <Page
      title={words.selfHeading(own.year)}
      kicker={`${own.unitName} · ${common.levels[own.level]}`}
      note={words.selfNote}
      width="form"
    >
      <RatingForm own={own} />
    </Page>
  )
}

function RatingForm({ own }: { own: OwnAppraisal }) {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const go = useGo()
  const [grade, setGrade] = useState(own.self?.grade ?? '')
  const [reason, setReason] = useState(own.self?.reason ?? '')
  const rate = useCommand(rateSelf, { onDone: () => go('/my-results') })
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void rate.run({ params: { subjectId: own.subjectId }, body: { grade, reason } })
      }}
    >
      <Stack>
        <ProblemAlert problem={rate.problem} />
        <Card>
          <div className="form">
            <RadioSegments
              label={words.selfGrade}
              options={own.grades.map(each => ({ value: each.id, label: both(each.title) }))}
              value={grade}
              onChange={setGrade}
              error={rate.problem?.fields['/grade']}
            />
            <TextArea
              label={words.selfReason}
              hint={words.selfReasonHint}
              optional
              limit={500}
              value={reason}
              onChange={setReason}
            />
          </div>
        </Card>
        <ActionBar>
          <ButtonLink to="/my-results">{common.back}</ButtonLink>
          <Button kind="primary" submit busy={rate.busy}>
            {words.selfSubmit}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}
