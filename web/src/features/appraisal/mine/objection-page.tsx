import { type Result, raiseObjection, readResult } from '@jiannuo/contract/appraisal/result.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam, useSearchParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, deadline } from '../../../i18n/format.ts'
import { sentences } from '../../../i18n/punctuation.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
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
            title={words.headingQuiet}
            actions={<ButtonLink to={`/results/${result.id}`}>{common.back}</ButtonLink>}
          />
        </Card>
      )}
    </Page>
  )
}

function ObjectionForm({ result }: { result: Result }) {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const go = useGo()
  const [asked] = useSearchParam(
    'node',
    result.nodes.map(each => each.id),
  )
  const [node, setNode] = useState(asked ?? '')
  const [text, setText] = useState('')
  const raise = useCommand(raiseObjection, { onDone: () => go(`/results/${result.id}`) })
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void raise.run({ params: { resultId: result.id }, body: { node, text } })
      }}
    >
      <Stack>
        <ProblemAlert problem={raise.problem} />
        <Card>
          <div className="form">
            <SelectField
              label={words.objectNode}
              width="medium"
              options={result.nodes.map(each => ({ value: each.id, label: both(each.title) }))}
              value={node}
              onChange={setNode}
              error={raise.problem?.fields['/node']}
            />
            <TextArea
              label={words.objectText}
              hint={words.objectTextHint}
              rows={5}
              limit={1000}
              value={text}
              onChange={setText}
              error={raise.problem?.fields['/text']}
            />
          </div>
        </Card>
        <ActionBar>
          <ButtonLink to={`/results/${result.id}`}>{common.back}</ButtonLink>
          <Button kind="primary" submit busy={raise.busy}>
            {words.objectSubmit}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}
