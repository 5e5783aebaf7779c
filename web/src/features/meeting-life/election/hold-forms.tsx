import { countSlips, type Election, nameCandidates, nameTellers } from '@jiannuo/contract/meeting-life/election.ts'
import type { Meeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import { listDuePeople } from '@jiannuo/contract/meeting-life/year-plan.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { CheckField, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldError, FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { electionWords } from './words.ts'

interface FormProps {
  meeting: Meeting
  election: Election
}

/** Seats and candidates; in the order in which they are ticked they stand on the slip. */
export function CandidatesForm({
  meeting,
  election,
  onDone,
}: {
  meeting: Meeting
  election: Election | null
  onDone: () => void
}) {
  const words = useWords(electionWords)
  const [seats, setSeats] = useState<number | null>(election?.seats ?? 3)
  const [chosen, setChosen] = useState<readonly string[]>(election?.candidates.map(each => each.personId) ?? [])
  const { data } = useQuery(query(listDuePeople, { query: { kind: meeting.kind, day: meeting.heldOn } }))
  const command = useCommand(nameCandidates, { onDone })
  return (
    <form
      className="form meeting-form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({
          params: { meetingId: meeting.id },
          body: { seats: seats ?? 0, candidates: [...chosen] },
        })
      }}
    >
      <NumberField
        label={words.seats}
        unit={words.persons}
        width="short"
        value={seats}
        hint={election ? words.wanted(election.wanted) : undefined}
        error={command.problem?.fields['/seats']}
        onChange={setSeats}
      />
      <fieldset className="field full">
        <legend className="field-label">{words.candidates}</legend>
        <div className="people-list">
          {data?.people.map(({ personId, name }) => (
            <CheckField
              key={personId}
              label={name}
              checked={chosen.includes(personId)}
              onChange={on => setChosen(on ? [...chosen, personId] : chosen.filter(other => other !== personId))}
            />
          ))}
        </div>
      </fieldset>
      <ProblemAlert problem={command.problem} />
      <div className="meeting-buttons">
        <Button onClick={onDone}>{words.cancel}</Button>
        <Button submit busy={command.busy}>
          {words.saveCandidates}
        </Button>
      </div>
    </form>
  )
}

/** Two of those present who stand for nothing. */
export function TellersForm({ meeting, election }: FormProps) {
  const words = useWords(electionWords)
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const command = useCommand(nameTellers)
  const running = new Set(election.candidates.map(each => each.personId))
  const options = meeting.attendance
    .filter(a => a.voting && a.state === 'present' && !running.has(a.personId))
    .map(a => ({ value: a.personId, label: a.name }))
  const fields = command.problem?.fields ?? {}
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { meetingId: meeting.id }, body: { first, second } })
      }}
    >
      <p className="field-label">{words.tellersHead}</p>
      <FieldRow>
        <SelectField
          label={words.first}
          width="medium"
          options={options}
          value={first}
          error={fields['/first']}
          onChange={setFirst}
        />
        <SelectField
          label={words.second}
          width="medium"
          options={options}
          value={second}
          error={fields['/second']}
          onChange={setSecond}
        />
      </FieldRow>
      <ProblemAlert problem={command.problem} />
      <div className="meeting-buttons">
        <Button submit busy={command.busy}>
          {words.startVote}
        </Button>
      </div>
    </form>
  )
}

/** One teller's count on his own phone. */
export function CountForm({ meeting, election }: FormProps) {
  const words = useWords(electionWords)
  const [handedOut, setHandedOut] = useState<number | null>(null)
  const [returned, setReturned] = useState<number | null>(null)
  const [invalid, setInvalid] = useState<number | null>(0)
  const [votes, setVotes] = useState<Record<string, number | null>>({})
  const command = useCommand(countSlips)
  const fields = command.problem?.fields ?? {}
  return (
    <form
      className="form"
      aria-label={words.yourTurn}
      onSubmit={event => {
        event.preventDefault()
        void command.run({
          params: { meetingId: meeting.id },
          body: {
            ...{ handedOut: handedOut ?? -1, returned: returned ?? -1, invalid: invalid ?? -1 },
            votes: election.candidates.map(each => ({
              ...{ personId: each.personId, inFavour: votes[each.personId] ?? -1 },
            })),
          },
        })
      }}
    >
      <p className="field-label">{words.yourTurn}</p>
      <p className="second">{words.countNote}</p>
      <FieldRow>
        <NumberField
          label={words.handedOut}
          unit={words.slips}
          width="short"
          value={handedOut}
          error={fields['/handedOut']}
          onChange={setHandedOut}
        />
        <NumberField
          label={words.returned}
          unit={words.slips}
          width="short"
          value={returned}
          error={fields['/returned']}
          onChange={setReturned}
        />
        <NumberField
          label={words.invalid}
          unit={words.slips}
          width="short"
          value={invalid}
          error={fields['/invalid']}
          onChange={setInvalid}
        />
      </FieldRow>
      {election.candidates.map((each, at) => (
        <NumberField
          key={each.personId}
          label={words.votesOf(each.name)}
          unit={words.votes}
          width="short"
          value={votes[each.personId] ?? null}
          error={fields[`/votes/${at}/inFavour`]}
          onChange={value => setVotes({ ...votes, [each.personId]: value })}
        />
      ))}
      {fields['/votes'] && <FieldError id="votes-error">{fields['/votes']}</FieldError>}
      <ProblemAlert problem={command.problem} />
      <div className="meeting-buttons">
        <Button kind="primary" submit busy={command.busy}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
