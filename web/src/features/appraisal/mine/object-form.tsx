import type { Named } from '@jiannuo/contract/appraisal/round.ts'
import { useState } from 'react'
import { useSearchParam } from '../../../app/location.ts'
import type { ProblemError } from '../../../app/server/problem.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Stack } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { mineWords } from './words.ts'

/** An objection to one part of a result, a person’s or a unit’s; `?node=` chooses the part. */
export function ObjectForm({
  nodes,
  back,
  problem,
  busy,
  onSend,
}: {
  nodes: readonly Named[]
  back: string
  problem: ProblemError | null
  busy: boolean
  onSend: (body: { node: string; text: string }) => void
}) {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const [asked] = useSearchParam(
    'node',
    nodes.map(each => each.id),
  )
  const [node, setNode] = useState(asked ?? '')
  const [text, setText] = useState('')
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        onSend({ node, text })
      }}
    >
      <Stack>
        <ProblemAlert problem={problem} />
        <Card>
          <div className="form">
            <SelectField
              label={words.objectNode}
              width="medium"
              options={nodes.map(each => ({ value: each.id, label: both(each.title) }))}
              value={node}
              onChange={setNode}
              error={problem?.fields['/node']}
            />
            <TextArea
              label={words.objectText}
              hint={words.objectTextHint}
              rows={5}
              limit={1000}
              value={text}
              onChange={setText}
              error={problem?.fields['/text']}
            />
          </div>
        </Card>
        <ActionBar>
          <ButtonLink to={back}>{common.back}</ButtonLink>
          <Button kind="primary" submit busy={busy}>
            {words.objectSubmit}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}
