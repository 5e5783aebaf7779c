import { arrive, askLeave, type Meeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../../ui/action/button.tsx'
import { TextArea, TextField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { meetingWords } from './words.ts'

/** What a person does about his own attendance: sign in with the code in the room, or ask leave. Nothing for whoever keeps the record. */
export function OwnPart({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const [asking, setAsking] = useState(false)
  if (meeting.mayKeep || meeting.state === 'closed' || meeting.state === 'cancelled') return null
  if (meeting.mine === 'present' || meeting.mine === 'leave' || meeting.mine === 'leaveAsked')
    return <InlineAlert tone={meeting.mine === 'present' ? 'ok' : 'info'} title={words.attendance[meeting.mine]} />
  if (asking) return <AskLeave meeting={meeting} onDone={() => setAsking(false)} />
  return (
    <Card>
      {meeting.state === 'open' && <Arrive meeting={meeting} />}
      <Button onClick={() => setAsking(true)}>{words.leave}</Button>
    </Card>
  )
}

function Arrive({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const [code, setCode] = useState('')
  const command = useCommand(arrive)
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { meetingId: meeting.id }, body: { code } })
      }}
    >
      <TextField
        label={words.arriveCode}
        inputMode="numeric"
        width="medium"
        maxLength={6}
        value={code}
        error={command.problem?.fields['/code']}
        onChange={value => setCode(value.normalize('NFKC').trim())}
      />
      <ProblemAlert problem={command.problem} />
      <Button kind="primary" submit busy={command.busy}>
        {words.arrive}
      </Button>
    </form>
  )
}

function AskLeave({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const words = useWords(meetingWords)
  const [reason, setReason] = useState('')
  const command = useCommand(askLeave, { onDone })
  return (
    <Card title={words.leave}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ params: { meetingId: meeting.id }, body: { reason } })
        }}
      >
        <TextArea
          label={words.leaveReason}
          limit={300}
          value={reason}
          error={command.problem?.fields['/reason']}
          onChange={setReason}
        />
        <ProblemAlert problem={command.problem} />
        <div className="meeting-buttons">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" submit busy={command.busy}>
            {words.sendLeave}
          </Button>
        </div>
      </form>
    </Card>
  )
}
