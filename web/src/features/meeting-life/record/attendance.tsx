import {
  type Attendee,
  amendAttendance,
  answerLeave,
  type Meeting,
  noteAttendance,
  readMeetingCode,
} from '@jiannuo/contract/meeting-life/meeting.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Light, type LightColour } from '../../../ui/signal/light.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { QrCode } from '../../../ui/text/qr-code.tsx'
import { meetingWords } from '../words.ts'

const COLOURS: Record<Attendee['state'], LightColour> = {
  present: 'green',
  madeUp: 'green',
  leave: 'grey',
  leaveAsked: 'yellow',
  expected: 'grey',
  absent: 'red',
}

/** Who is here: the secretary calls the roll by pressing names, or shows the code; afterwards the record, with corrections. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const [code, setCode] = useState(false)
  const note = useCommand(noteAttendance)
  const calling = meeting.state === 'open' && meeting.mayKeep
  const params = { meetingId: meeting.id }
  const waiting = meeting.attendance.filter(a => a.due && a.state === 'expected')
  const call = (people: { personId: string; state: 'present' | 'expected' }[]) =>
    void note.run({ params, body: { way: 'rollCall', people } })
  return (
    <Card
      title={words.rollCall}
      note={calling ? words.rollNote : undefined}
      extra={
        calling && (
          <span className="meeting-buttons">
            <Button small expanded={code} onClick={() => setCode(!code)}>
              {code ? words.hideCode : words.showCode}
            </Button>
            {waiting.length > 0 && (
              <Button
                small
                busy={note.busy}
                onClick={() => call(waiting.map(a => ({ personId: a.personId, state: 'present' })))}
              >
                {words.allPresent}
              </Button>
            )}
          </span>
        )
      }
      flush
    >
      {code && calling && <Code meetingId={meeting.id} />}
      <ProblemAlert problem={note.problem} />
      {calling ? (
        <ul className="roll">
          {meeting.attendance.map(a => (
            <li key={a.personId}>
              <button
                type="button"
                className="roll-name"
                aria-pressed={a.state === 'present'}
                aria-disabled={note.busy || undefined}
                onClick={() =>
                  note.busy || call([{ personId: a.personId, state: a.state === 'present' ? 'expected' : 'present' }])
                }
              >
                <Light colour={COLOURS[a.state]} bare>
                  {words.attendance[a.state]}
                </Light>
                <span>{a.name}</span>
                <span className="second">{a.leftOut ? words.leftOut[a.leftOut] : words.attendance[a.state]}</span>
              </button>
              {a.state === 'leaveAsked' && <Leave meeting={meeting} person={a} />}
            </li>
          ))}
        </ul>
      ) : (
        <Record meeting={meeting} />
      )}
    </Card>
  )
}

function Code({ meetingId }: { meetingId: string }) {
  const words = useWords(meetingWords)
  const { data } = useQuery({
    ...query(readMeetingCode, { params: { meetingId } }),
    refetchInterval: 5000,
    staleTime: 0,
  })
  if (!data) return null
  return (
    <div className="meeting-code">
      <QrCode value={data.code} />
      <p className="meeting-digits">{data.code}</p>
      <p className="second">{words.codeNote}</p>
    </div>
  )
}

function Leave({ meeting, person }: { meeting: Meeting; person: Attendee }) {
  const words = useWords(meetingWords)
  const command = useCommand(answerLeave)
  const answer = (granted: boolean) =>
    void command.run({ params: { meetingId: meeting.id, personId: person.personId }, body: { granted } })
  return (
    <div className="meeting-buttons">
      <span className="second">{person.leaveReason}</span>
      <Button small busy={command.busy} onClick={() => answer(true)}>
        {words.grant}
      </Button>
      <Button small busy={command.busy} onClick={() => answer(false)}>
        {words.refuse}
      </Button>
    </div>
  )
}

function Record({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Rows>
      {meeting.attendance.map(a => (
        <Row
          key={a.personId}
          lead={
            <Light colour={COLOURS[a.state]} bare>
              {words.attendance[a.state]}
            </Light>
          }
          title={a.name}
          note={[a.leftOut && words.leftOut[a.leftOut], a.leaveReason].filter(Boolean).join(' · ')}
          state={words.attendance[a.state]}
          action={
            meeting.mayKeep &&
            meeting.state === 'closed' && (
              <Button
                small
                expanded={open === a.personId}
                label={`${words.amend} ${a.name}`}
                onClick={() => setOpen(open === a.personId ? null : a.personId)}
              >
                {words.amend}
              </Button>
            )
          }
        >
          {a.state === 'leaveAsked' && meeting.mayKeep && meeting.state === 'planned' && (
            <Leave meeting={meeting} person={a} />
          )}
          {open === a.personId && <Amend meeting={meeting} person={a} onDone={() => setOpen(null)} />}
        </Row>
      ))}
    </Rows>
  )
}

const AMENDABLE = ['present', 'absent', 'leave', 'madeUp'] as const
function Amend({ meeting, person, onDone }: { meeting: Meeting; person: Attendee; onDone: () => void }) {
  const words = useWords(meetingWords)
  const others = AMENDABLE.filter(state => state !== person.state)
  const [state, setState] = useState<(typeof AMENDABLE)[number]>(others[0] ?? 'present')
  const [reason, setReason] = useState('')
  const command = useCommand(amendAttendance, { onDone })
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { meetingId: meeting.id }, body: { personId: person.personId, state, reason } })
      }}
    >
      <SelectField
        label={words.amendTo}
        options={others.map(value => ({ value, label: words.attendance[value] }))}
        value={state}
        onChange={setState}
      />
      <TextArea
        label={words.amendReason}
        limit={300}
        value={reason}
        error={command.problem?.fields['/reason']}
        onChange={setReason}
      />
      <ProblemAlert problem={command.problem} />
      <div className="meeting-buttons">
        <Button onClick={onDone}>{words.cancel}</Button>
        <Button submit busy={command.busy}>
          {words.amendSend}
        </Button>
      </div>
    </form>
  )
}
