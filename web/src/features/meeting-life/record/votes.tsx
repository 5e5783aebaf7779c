import { addResolution, type Majority, type Meeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { RadioSegments, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { meetingWords } from '../words.ts'

type Kind = z.output<typeof Majority>
/** What a meeting of each kind usually decides by; the first is chosen beforehand. */
const kindsOf = (meeting: Meeting): Kind[] =>
  meeting.kind === 'branchAssembly' ? ['assembly', 'election', 'admission'] : ['committee', 'assembly']

/** Votes as counted; whether each is carried follows from its own majority. */
export function Votes({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  return (
    <Card title={words.votes} flush>
      <Rows>
        {meeting.resolutions.map(r => (
          <Row
            key={r.id}
            lead={`${r.ordinal}.`}
            title={r.text}
            note={`${words.majorities[r.majority]} · ${words.counted(r.inFavour, r.against, r.abstained, r.needed, r.base)}`}
            state={
              <StatusTag tone={r.carried ? 'ok' : 'warn'}>{r.carried ? words.carried : words.notCarried}</StatusTag>
            }
          />
        ))}
      </Rows>
      {meeting.state === 'open' && meeting.mayKeep && <NewVote key={meeting.resolutions.length} meeting={meeting} />}
    </Card>
  )
}

function NewVote({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const kinds = kindsOf(meeting)
  const [text, setText] = useState('')
  const [majority, setMajority] = useState<Kind>(kinds[0] ?? 'committee')
  const [way, setWay] = useState<'hands' | 'slips'>('hands')
  const [inFavour, setInFavour] = useState<number | null>(null)
  const [against, setAgainst] = useState<number | null>(0)
  const [abstained, setAbstained] = useState<number | null>(0)
  const command = useCommand(addResolution)
  const fields = command.problem?.fields ?? {}
  return (
    <form
      className="form meeting-form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({
          params: { meetingId: meeting.id },
          body: { text, majority, way, inFavour: inFavour ?? -1, against: against ?? -1, abstained: abstained ?? -1 },
        })
      }}
    >
      <TextArea label={words.voteText} rows={2} value={text} error={fields['/text']} onChange={setText} />
      <FieldRow>
        <SelectField
          label={words.majority}
          width="medium"
          options={kinds.map(value => ({ value, label: words.majorities[value] }))}
          value={majority}
          onChange={setMajority}
        />
        <RadioSegments
          label={words.way}
          width="medium"
          options={[
            { value: 'hands', label: words.hands },
            { value: 'slips', label: words.slips },
          ]}
          value={way}
          onChange={setWay}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          label={words.inFavour}
          width="short"
          value={inFavour}
          error={fields['/inFavour']}
          onChange={setInFavour}
        />
        <NumberField
          label={words.against}
          width="short"
          value={against}
          error={fields['/against']}
          onChange={setAgainst}
        />
        <NumberField
          label={words.abstained}
          width="short"
          value={abstained}
          error={fields['/abstained']}
          onChange={setAbstained}
        />
      </FieldRow>
      <ProblemAlert problem={command.problem} />
      <div className="meeting-buttons">
        <Button submit busy={command.busy}>
          {words.record}
        </Button>
      </div>
    </form>
  )
}
