import {
  changeMeeting,
  type Meeting,
  MeetingKind,
  planMeeting,
  readMeeting,
} from '@jiannuo/contract/meeting-life/meeting.ts'
import { listDuePeople } from '@jiannuo/contract/meeting-life/year-plan.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam, useSearchParam, useSearchText } from '../../app/location.ts'
import { query, useCommand } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { time } from '../../i18n/format.ts'
import { Button, ButtonLink } from '../../ui/action/button.tsx'
import { CheckField, SelectField } from '../../ui/form/choice-field.tsx'
import { FieldError, FieldRow } from '../../ui/form/field.tsx'
import { NumberField } from '../../ui/form/number-field.tsx'
import { DayField, TextArea, TextField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { meetingWords } from './words.ts'
import './meeting.css'

/** /meetings/plan?kind=themeDay&day=2026-12-15: what the checklist asks for is chosen already; ?makesUp= a closed meeting: for those who missed it. */
export function PlanPage() {
  const words = useWords(meetingWords)
  const missed = useSearchText('makesUp')
  return (
    <Page title={words.planTitle} kicker={words.kicker} width="form">
      {missed ? <MakeUpForm id={missed} /> : <PlanForm />}
    </Page>
  )
}

function MakeUpForm({ id }: { id: string }) {
  const { data } = useSuspenseQuery(query(readMeeting, { params: { meetingId: id } }))
  return <PlanForm missed={data} />
}

/** /meetings/$id/plan: a planned meeting moved or changed. */
export function ChangePlanPage() {
  const words = useWords(meetingWords)
  const { data } = useSuspenseQuery(query(readMeeting, { params: { meetingId: useParam('id') } }))
  return (
    <Page title={words.changeTitle} kicker={words.kicker} width="form">
      <PlanForm meeting={data} />
    </Page>
  )
}

const agendaText = (agenda: Meeting['agenda']) =>
  agenda.map(point => (point.speaker ? `${point.title}|${point.speaker}` : point.title)).join('\n')
const agendaOf = (typed: string) =>
  typed
    .split('\n')
    .map(line => line.split(/[|｜]/).map(part => part.trim()))
    .filter(([title]) => title)
    .map(([title = '', speaker]) => ({ title, speaker: speaker || null }))

/** Whoever has to make a meeting up: absent or on leave, and not yet made up. */
export const missedBy = (meeting: Meeting) =>
  meeting.attendance.filter(a => a.due && (a.state === 'absent' || a.state === 'leave'))

function PlanForm({ meeting, missed }: { meeting?: Meeting; missed?: Meeting }) {
  const words = useWords(meetingWords)
  const go = useGo()
  const today = useToday()
  const [asked] = useSearchParam('kind', MeetingKind.options)
  const askedDay = useSearchText('day')
  const [kind, setKind] = useState<MeetingKind>(meeting?.kind ?? missed?.kind ?? asked ?? 'branchAssembly')
  const [title, setTitle] = useState(meeting?.title ?? (missed ? words.makeUpOf(missed.title) : ''))
  const [day, setDay] = useState(meeting?.heldOn ?? (askedDay && askedDay > today ? askedDay : today))
  const [at, setAt] = useState(meeting ? time(meeting.startsAt) : '14:30')
  const [minutes, setMinutes] = useState<number | null>(meeting?.minutes ?? missed?.minutes ?? 60)
  const [place, setPlace] = useState(meeting?.place ?? '')
  const [agenda, setAgenda] = useState(agendaText((meeting ?? missed)?.agenda ?? []))
  const [people, setPeople] = useState<readonly string[] | null>(
    meeting?.participants ?? (missed ? missedBy(missed).map(a => a.personId) : null),
  )
  const makesUp = missed?.id ?? meeting?.makesUp?.id ?? null
  const onDone = (done: Meeting) => go(`/meetings/${done.id}`)
  const plan = useCommand(planMeeting, { onDone })
  const change = useCommand(changeMeeting, { onDone })
  const { problem, busy } = meeting ? change : plan
  const fields = problem?.fields ?? {}
  return (
    <Card>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          const body = {
            kind,
            title: title || words.kinds[kind],
            day,
            at,
            minutes: minutes ?? 0,
            place,
            agenda: agendaOf(agenda),
            participants: people === null ? null : [...people],
            makesUp,
          }
          void (meeting ? change.run({ params: { meetingId: meeting.id }, body }) : plan.run({ body }))
        }}
      >
        <SelectField
          label={words.kind}
          options={MeetingKind.options.map(value => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={words.title}
          optional
          value={title}
          placeholder={words.kinds[kind]}
          maxLength={120}
          error={fields['/title']}
          onChange={setTitle}
        />
        <FieldRow>
          <DayField label={words.day} value={day} error={fields['/day']} onChange={setDay} />
          <TextField
            label={words.at}
            hint={words.atHint}
            width="short"
            inputMode="numeric"
            value={at}
            error={fields['/at']}
            onChange={value => setAt(value.normalize('NFKC'))}
            onBlur={() => setAt(at.trim().replace(/^(\d):/, '0$1:'))}
          />
          <NumberField
            label={words.minutes}
            unit={words.minutesUnit}
            width="short"
            value={minutes}
            error={fields['/minutes']}
            onChange={setMinutes}
          />
        </FieldRow>
        <TextField label={words.place} value={place} maxLength={120} error={fields['/place']} onChange={setPlace} />
        <TextArea
          label={words.agenda}
          hint={words.agendaHint}
          optional
          rows={4}
          value={agenda}
          error={Object.entries(fields).find(([at]) => at.startsWith('/agenda'))?.[1]}
          onChange={setAgenda}
        />
        <People
          {...{ kind, day, people, onChange: setPeople, error: fields['/participants'] }}
          only={missed && missedBy(missed).map(a => ({ personId: a.personId, name: a.name, post: null }))}
        />
        <ProblemAlert problem={problem} />
        <div className="meeting-buttons">
          <ButtonLink to={meeting ? `/meetings/${meeting.id}` : '/meetings'}>{words.cancel}</ButtonLink>
          <Button kind="primary" submit busy={busy}>
            {meeting ? words.saveChange : words.invite}
          </Button>
        </div>
      </form>
    </Card>
  )
}

interface PeopleProps {
  kind: MeetingKind
  day: string
  /** Null: everybody. */
  people: readonly string[] | null
  onChange: (people: readonly string[] | null) => void
  error: string | undefined
  only: { personId: string; name: string; post: string | null }[] | undefined
}

/** Everybody of this kind of meeting, or a group or two who talk, picked by name. */
function People({ kind, day, people, onChange, error, only }: PeopleProps) {
  const words = useWords(meetingWords)
  const { data } = useQuery({
    ...query(listDuePeople, { query: { kind, day } }),
    enabled: people !== null && !only && day !== '',
  })
  const names = only ?? data?.people ?? []
  return (
    <fieldset className="field full">
      <legend className="field-label">{words.participants}</legend>
      {!only && (
        <CheckField
          label={words.someOnly}
          hint={words.someOnlyHint}
          checked={people !== null}
          onChange={some => onChange(some ? [] : null)}
        />
      )}
      {people !== null && (
        <div className="people-list">
          {names.map(({ personId, name }) => (
            <CheckField
              key={personId}
              label={name}
              checked={people.includes(personId)}
              onChange={chosen => onChange(chosen ? [...people, personId] : people.filter(other => other !== personId))}
            />
          ))}
        </div>
      )}
      {error && <FieldError id="people-error">{error}</FieldError>}
    </fieldset>
  )
}
