import {
  cancelMeeting,
  closeMeeting,
  type Meeting,
  openMeeting,
  readMeeting,
} from '@jiannuo/contract/meeting-life/meeting.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../app/location.ts'
import { query, useCommand } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day, dayAndTime } from '../../i18n/format.ts'
import { ActionBar } from '../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../ui/action/button.tsx'
import { TextArea } from '../../ui/form/text-field.tsx'
import { Go } from '../../ui/go.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { KeyFigures } from '../../ui/page/key-figures.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { ElectionCard } from './election/election-card.tsx'
import { OwnPart } from './own-part.tsx'
import { missedBy } from './plan-page.tsx'
import { Attendance } from './record/attendance.tsx'
import { DecidedTasks } from './record/decided-tasks.tsx'
import { MinutesCard } from './record/minutes-card.tsx'
import { Votes } from './record/votes.tsx'
import { meetingWords } from './words.ts'
import './meeting.css'

/** One meeting from invitation to closed record; the secretary's page in the room and the member's page on the phone: /meetings/$id */
export function MeetingPage() {
  const words = useWords(meetingWords)
  const { data: meeting } = useSuspenseQuery({
    ...query(readMeeting, { params: { meetingId: useParam('id') } }),
    refetchInterval: running => (running.state.data?.state === 'open' ? 5000 : false),
  })
  return (
    <Page
      title={meeting.title}
      kicker={`${words.kinds[meeting.kind]} · ${meeting.unitName}`}
      note={`${dayAndTime(meeting.startsAt)} · ${meeting.place}`}
      actions={<StatusTag tone={meeting.state === 'open' ? 'ok' : 'neutral'}>{words.states[meeting.state]}</StatusTag>}
    >
      <Stack>
        {meeting.cancelReason && (
          <InlineAlert tone="warn" title={`${words.states.cancelled}：${meeting.cancelReason}`} />
        )}
        {meeting.makesUp && (
          <InlineAlert tone="info" title={words.makesUp(meeting.makesUp.title, day(meeting.makesUp.heldOn))} />
        )}
        <OwnPart meeting={meeting} />
        {meeting.quorum && <QuorumFigures meeting={meeting} />}
        {meeting.agenda.length > 0 && (
          <Card title={words.agenda} flush>
            <Rows>
              {meeting.agenda.map((point, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the order is what tells two points of one name apart
                <Row key={at} lead={`${at + 1}.`} title={point.title} state={point.speaker ?? undefined} />
              ))}
            </Rows>
          </Card>
        )}
        {meeting.state !== 'planned' && meeting.state !== 'cancelled' && <Attendance meeting={meeting} />}
        {meeting.state === 'planned' && meeting.mayKeep && meeting.attendance.length > 0 && (
          <Attendance meeting={meeting} />
        )}
        {meeting.kind === 'branchAssembly' && <ElectionCard meeting={meeting} />}
        {(meeting.resolutions.length > 0 || (meeting.state === 'open' && meeting.mayKeep)) && (
          <Votes meeting={meeting} />
        )}
        {meeting.state !== 'cancelled' && <MinutesCard key={meeting.state} meeting={meeting} />}
        {(meeting.state === 'open' || meeting.state === 'closed') && <DecidedTasks meeting={meeting} />}
        <MakeUps meeting={meeting} />
        {meeting.amendments.length > 0 && (
          <Card title={words.amendments} flush>
            <Rows>
              {meeting.amendments.map(a => (
                <Row
                  key={`${a.personName} ${a.madeAt}`}
                  title={words.amended(a.personName, words.attendance[a.before], words.attendance[a.after])}
                  note={`${a.reason} · ${a.madeBy} · ${dayAndTime(a.madeAt)}`}
                />
              ))}
            </Rows>
          </Card>
        )}
        {meeting.mayKeep && <Keeping meeting={meeting} />}
      </Stack>
    </Page>
  )
}

/** Sessions for those who missed it, and the way to plan one. */
function MakeUps({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const missed = missedBy(meeting).length
  const may = meeting.mayKeep && meeting.state === 'closed' && meeting.makesUp === null && missed > 0
  if (!may && meeting.madeUpBy.length === 0) return null
  return (
    <Card
      title={words.madeUpBy}
      extra={may && <ButtonLink to={`/meetings/plan?makesUp=${meeting.id}`}>{words.makeUp(missed)}</ButtonLink>}
      flush
    >
      <Rows>
        {meeting.madeUpBy.map(session => (
          <Row
            key={session.id}
            title={<Go to={`/meetings/${session.id}`}>{session.title}</Go>}
            note={day(session.heldOn)}
            state={words.states[session.state]}
          />
        ))}
      </Rows>
    </Card>
  )
}

function QuorumFigures({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const { quorum } = meeting
  if (!quorum) return null
  const leave = meeting.attendance.filter(a => a.state === 'leave').length
  const ruled = quorum.cite !== null
  return (
    <Stack>
      <KeyFigures
        figures={[
          { label: words.figures.due, value: String(quorum.due), unit: words.persons, meaning: words.dueMeaning },
          {
            label: words.figures.voting,
            value: String(quorum.voting),
            unit: words.persons,
            meaning: words.votingMeaning,
          },
          {
            label: words.figures.present,
            value: String(quorum.present),
            unit: words.persons,
            meaning: words.presentMeaning(leave),
          },
          {
            label: words.figures.needed,
            value: ruled ? String(quorum.needed) : '–',
            unit: ruled ? words.persons : '',
            meaning: ruled && quorum.cite ? `《${quorum.cite.document}》${quorum.cite.article}` : words.neededNone,
          },
        ]}
      />
      {meeting.state === 'open' && ruled && (
        <InlineAlert
          tone={quorum.kept ? 'ok' : 'warn'}
          title={(quorum.kept ? words.quorumYes : words.quorumNo)(quorum.votingPresent, quorum.needed)}
        />
      )}
    </Stack>
  )
}

/** What the unit's recorder does next: begin, close, move, call off. */
function Keeping({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const today = useToday()
  const [closing, setClosing] = useState(false)
  const [callingOff, setCallingOff] = useState(false)
  const [reason, setReason] = useState('')
  const params = { meetingId: meeting.id }
  const open = useCommand(openMeeting)
  const close = useCommand(closeMeeting)
  const cancel = useCommand(cancelMeeting)
  if (meeting.state === 'open') {
    const waiting = meeting.attendance.filter(a => a.due && (a.state === 'expected' || a.state === 'leaveAsked')).length
    return (
      <>
        <ProblemAlert problem={close.problem} />
        <ActionBar summary={words.closeNote(waiting)}>
          {closing && <Button onClick={() => setClosing(false)}>{words.cancel}</Button>}
          <Button
            kind="primary"
            busy={close.busy}
            onClick={() => (closing ? void close.run({ params }) : setClosing(true))}
          >
            {closing ? words.confirmClose : words.close}
          </Button>
        </ActionBar>
      </>
    )
  }
  if (meeting.state !== 'planned') return null
  if (callingOff)
    return (
      <Card title={words.callOff}>
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            void cancel.run({ params, body: { reason } })
          }}
        >
          <TextArea
            label={words.callOffReason}
            hint={words.callOffHint}
            limit={300}
            value={reason}
            error={cancel.problem?.fields['/reason']}
            onChange={setReason}
          />
          <ProblemAlert problem={cancel.problem} />
          <div className="meeting-buttons">
            <Button onClick={() => setCallingOff(false)}>{words.cancel}</Button>
            <Button kind="danger" icon="close" submit busy={cancel.busy}>
              {words.confirmCallOff}
            </Button>
          </div>
        </form>
      </Card>
    )
  return (
    <>
      <ProblemAlert problem={open.problem} />
      <ActionBar summary={words.beginNote}>
        <Button onClick={() => setCallingOff(true)}>{words.callOff}</Button>
        <ButtonLink to={`/meetings/${meeting.id}/plan`}>{words.changeTitle}</ButtonLink>
        {today >= meeting.heldOn && (
          <Button kind="primary" busy={open.busy} onClick={() => void open.run({ params })}>
            {words.begin}
          </Button>
        )}
      </ActionBar>
    </>
  )
}
