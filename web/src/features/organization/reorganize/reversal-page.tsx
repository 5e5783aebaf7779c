import { previewReversal, reverseChange } from '@jiannuo/contract/organization/change.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { DayField, TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ConfirmPage } from '../../../ui/page/confirm-page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { names } from '../names.ts'
import { Verdicts } from '../verdicts.tsx'
import { reorganizeWords } from './words.ts'

/** Undo one change by a counter-change: /organisation/changes/:id */
export function ReversalPage() {
  const words = useWords(reorganizeWords)
  const kinds = useWords(names).change
  const go = useGo()
  const today = useToday()
  const changeId = useParam('id')
  const { data } = useSuspenseQuery(query(previewReversal, { params: { changeId } }))
  const { change, verdicts } = data
  const ahead = change.effectiveOn > today
  const [effectiveOn, setOn] = useState(ahead ? change.effectiveOn : today)
  const [document, setDocument] = useState('')
  const [reason, setReason] = useState('')
  const reverse = useCommand(reverseChange, { onDone: () => go('/organisation/changes') })
  const fields = reverse.problem?.fields ?? {}
  return (
    <ConfirmPage
      title={words.reverseTitle(kinds[change.kind], change.document)}
      what={words.reverseWhat}
      whom={`${change.units.map(u => u.name).join('、')}，${words.moved(change.membersMoved)}`}
      from={`${words.reverseFrom}（${words.effective}：${dayWithYear(change.effectiveOn)}）`}
      reversal={words.reverseReversal}
      actions={
        <>
          <ButtonLink to="/organisation/changes">{words.back}</ButtonLink>
          {verdicts.length === 0 && (
            <Button
              kind="danger"
              icon="back"
              busy={reverse.busy}
              onClick={() => void reverse.run({ params: { changeId }, body: { effectiveOn, document, reason } })}
            >
              {words.reverse}
            </Button>
          )}
        </>
      }
    >
      {verdicts.length > 0 ? (
        <Card flush>
          <Verdicts verdicts={verdicts} />
        </Card>
      ) : (
        <Card>
          <div className="form">
            <DayField label={words.on} value={effectiveOn} error={fields['/effectiveOn']} onChange={setOn} />
            <TextField
              label={words.document}
              hint={words.documentHint}
              value={document}
              error={fields['/document']}
              onChange={setDocument}
            />
            <TextArea label={words.reason} limit={500} value={reason} error={fields['/reason']} onChange={setReason} />
          </div>
        </Card>
      )}
      <ProblemAlert problem={reverse.problem} />
    </ConfirmPage>
  )
}
