import { readMember } from '@jiannuo/contract/membership/member.ts'
import { requestTransfer } from '@jiannuo/contract/membership/transfer.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { DayField, TextArea } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { UnitSelect } from '../unit-select.tsx'
import { transferWords } from './words.ts'

/** Ask for a transfer: /members/:id/transfer */
export function RequestTransferPage() {
  const words = useWords(transferWords)
  const go = useGo()
  const memberId = useParam('id')
  const { data: member } = useSuspenseQuery(query(readMember, { params: { memberId }, query: {} }))
  const [toUnitId, setTo] = useState('')
  const [effectiveOn, setOn] = useState(useToday())
  const [reason, setReason] = useState('')
  const command = useCommand(requestTransfer, { onDone: ({ id }) => go(`/organisation/transfers/${id}`) })
  const fields = command.problem?.fields ?? {}
  return (
    <Page title={words.requestTitle(member.name)} note={words.requestNote} width="form">
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ params: { memberId }, body: { toUnitId, effectiveOn, reason } })
        }}
      >
        <Card>
          <div className="form">
            <UnitSelect
              label={words.target}
              purpose="members"
              value={toUnitId}
              error={fields['/toUnitId']}
              onChange={setTo}
            />
            <DayField label={words.effective} value={effectiveOn} error={fields['/effectiveOn']} onChange={setOn} />
            <TextArea label={words.reason} limit={500} value={reason} error={fields['/reason']} onChange={setReason} />
          </div>
        </Card>
        <ProblemAlert problem={command.problem} />
        <ActionBar>
          <Button kind="primary" submit busy={command.busy}>
            {words.send}
          </Button>
        </ActionBar>
      </form>
    </Page>
  )
}
