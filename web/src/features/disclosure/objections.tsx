import { listNotices, type NamedObjection, readNotice } from '@jiannuo/contract/disclosure.ts'
import { answerPledgeObjection, listPublished } from '@jiannuo/contract/pledge/notice.ts'
import { useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { RadioSegments } from '../../ui/form/choice-field.tsx'
import { TextArea } from '../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { disclosureWords } from './words.ts'

interface ObjectionsProps {
  noticeId: string
  objections: readonly NamedObjection[]
  nameOf: (objectId: string) => string
}

/** Every objection with its name, for the reviewer alone; the first unanswered one is open. */
export function Objections({ noticeId, objections, nameOf }: ObjectionsProps) {
  const words = useWords(disclosureWords)
  const waiting = objections.filter(o => o.state === 'raised')
  return (
    <Card title={words.objections(waiting.length)} flush>
      <Rows>
        {[...waiting, ...objections.filter(o => o.state !== 'raised')].map(o => (
          <Row
            key={o.id}
            title={o.text}
            note={[o.personName, words.about(nameOf(o.objectId)), dayAndTime(o.raisedAt)].join(' · ')}
            state={<StatusTag tone={o.state === 'raised' ? 'warn' : 'ok'}>{words.state[o.state]}</StatusTag>}
          >
            {o.answer ? (
              <p className="second">{o.answer}</p>
            ) : (
              o === waiting[0] && <AnswerForm noticeId={noticeId} objectionId={o.id} />
            )}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

function AnswerForm({ noticeId, objectionId }: { noticeId: string; objectionId: string }) {
  const words = useWords(disclosureWords)
  const [state, setState] = useState<'upheld' | 'corrected' | ''>('')
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const send = useCommand(answerPledgeObjection, { invalidates: [readNotice, listNotices, listPublished] })
  const { problem } = send
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (state !== '') void send.run({ params: { noticeId, objectionId }, body: { state, answer } })
      }}
    >
      <RadioSegments
        label={words.verdict}
        options={[
          { value: 'upheld', label: words.upheld },
          { value: 'corrected', label: words.corrected },
        ]}
        value={state}
        error={tried && state === '' ? words.chooseVerdict : undefined}
        onChange={setState}
      />
      <TextArea
        label={words.answer}
        hint={words.answerHint}
        value={answer}
        onChange={setAnswer}
        limit={1000}
        error={problem?.fields['/answer']}
      />
      <ProblemAlert problem={problem && !problem.fields['/answer'] ? problem : null} />
      <div className="page-actions">
        <Button kind="primary" submit busy={send.busy}>
          {words.sendAnswer}
        </Button>
      </div>
    </form>
  )
}
