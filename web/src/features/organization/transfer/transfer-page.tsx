import {
  readTransfer,
  receiveTransfer,
  refuseTransfer,
  releaseTransfer,
  withdrawTransfer,
} from '@jiannuo/contract/membership/transfer.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayAndTime, dayWithYear } from '../../../i18n/format.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card, Facts } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { names } from '../names.ts'
import { transferWords } from './words.ts'

/** One transfer and the step that is the reader's: /organisation/transfers/:id */
export function TransferPage() {
  const words = useWords(transferWords)
  const states = useWords(names).transfer
  const transferId = useParam('id')
  const params = { transferId }
  const { data: t } = useSuspenseQuery(query(readTransfer, { params }))
  const release = useCommand(releaseTransfer)
  const receive = useCommand(receiveTransfer)
  const refuse = useCommand(refuseTransfer)
  const withdraw = useCommand(withdrawTransfer)
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const { may } = t
  const items = [
    { term: words.from, value: t.from.name },
    { term: words.to, value: t.to.name },
    { term: words.effective, value: dayWithYear(t.effectiveOn) },
    { term: words.reason, value: t.reason },
    ...(t.releasedAt ? [{ term: words.release, value: dayAndTime(t.releasedAt) }] : []),
    ...(t.decidedAt ? [{ term: states[t.state], value: dayAndTime(t.decidedAt) }] : []),
    ...(t.decisionReason ? [{ term: words.decision, value: t.decisionReason }] : []),
  ]
  return (
    <Page title={words.one(t.memberName, states[t.state])} note={words.nextStep[t.state]} width="form">
      <Stack>
        <Card>
          <Facts items={items} />
        </Card>
        {refusing && may.refuse && (
          <Card>
            <TextArea
              label={words.refuseReason}
              limit={500}
              value={reason}
              error={refuse.problem?.fields['/reason']}
              onChange={setReason}
            />
          </Card>
        )}
        <ProblemAlert problem={release.problem ?? receive.problem ?? refuse.problem ?? withdraw.problem} />
        {(may.release || may.receive || may.refuse || may.withdraw) && (
          <ActionBar>
            {may.withdraw && (
              <Button busy={withdraw.busy} onClick={() => void withdraw.run({ params })}>
                {words.withdraw}
              </Button>
            )}
            {may.refuse && (
              <Button
                kind="danger"
                icon="back"
                busy={refuse.busy}
                onClick={() => (refusing ? void refuse.run({ params, body: { reason } }) : setRefusing(true))}
              >
                {words.refuse}
              </Button>
            )}
            {may.release && (
              <Button kind="primary" busy={release.busy} onClick={() => void release.run({ params })}>
                {words.release}
              </Button>
            )}
            {may.receive && (
              <Button kind="primary" busy={receive.busy} onClick={() => void receive.run({ params })}>
                {words.receive}
              </Button>
            )}
          </ActionBar>
        )}
      </Stack>
    </Page>
  )
}
