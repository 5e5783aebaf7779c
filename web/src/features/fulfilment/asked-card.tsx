import type { Asked } from '@jiannuo/contract/pledge/fulfilment.ts'
import { answerSample, readEvidence } from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import { useState } from 'react'
import { address } from '../../app/server/api.ts'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day, dayOf, deadline } from '../../i18n/format.ts'
import { Button, DownloadLink } from '../../ui/action/button.tsx'
import { TextArea } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { EvidenceField } from './evidence-field.tsx'
import { fulfilmentWords } from './words.ts'

/** Evidence asked of a drawn item: a sentence or a file is enough. */
export function AskedCard({ asked, mine }: { asked: Asked; mine: boolean }) {
  const words = useWords(fulfilmentWords)
  const [text, setText] = useState('')
  const [fileSha256, setFile] = useState<string | null>(null)
  const send = useCommand(answerSample)
  if (asked.answeredAt || !mine) {
    return (
      <Card
        title={words.askedOne}
        note={asked.answeredAt ? words.answered(day(dayOf(asked.answeredAt))) : words.askedDue(deadline(asked.dueOn))}
      >
        {asked.answer && <p>{asked.answer}</p>}
        {asked.fileSha256 && (
          <DownloadLink href={address(readEvidence, { params: { itemId: asked.itemId, sha256: asked.fileSha256 } })}>
            {words.seeFile}
          </DownloadLink>
        )}
      </Card>
    )
  }
  return (
    <Card title={words.askedOne} note={words.askedDue(deadline(asked.dueOn))}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void send.run({ params: { sampleId: asked.id }, body: { answer: text.trim() || null, fileSha256 } })
        }}
      >
        <TextArea
          label={words.answer}
          value={text}
          onChange={setText}
          rows={2}
          limit={500}
          error={send.problem?.fields['/answer']}
        />
        <EvidenceField onStored={setFile} />
        <ProblemAlert problem={send.problem} />
        <div className="page-actions">
          <Button submit busy={send.busy}>
            {words.answerSend}
          </Button>
        </div>
      </form>
    </Card>
  )
}
