import { type LocalDay, recordLocalDays, withdrawLocalDay } from '@jiannuo/contract/calendar.ts'
import { useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithWeekday } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { RadioSegments } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { calendarWords } from './words.ts'

/** A day, or several in a row, off or at work against the national arrangement. */
export function RecordDays() {
  const words = useWords(calendarWords)
  const [typed, setTyped] = useState({ from: '', through: '', reason: '', document: '' })
  const [working, setWorking] = useState<'off' | 'working'>('off')
  const command = useCommand(recordLocalDays, {
    onDone: () => setTyped({ from: '', through: '', reason: '', document: '' }),
  })
  return (
    <Card title={words.record} note={words.recordNote}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ body: { ...typed, through: typed.through || typed.from, working: working === 'working' } })
        }}
      >
        <ProblemAlert problem={command.problem} />
        <RadioSegments
          label={words.kind}
          options={[
            { value: 'off', label: words.isOff },
            { value: 'working', label: words.isWorking },
          ]}
          value={working}
          onChange={setWorking}
        />
        <FieldRow>
          <DayField
            label={words.from}
            value={typed.from}
            error={command.problem?.fields['/from']}
            onChange={from => setTyped({ ...typed, from })}
          />
          <DayField
            label={words.through}
            hint={words.throughHint}
            min={typed.from || undefined}
            value={typed.through}
            error={command.problem?.fields['/through']}
            onChange={through => setTyped({ ...typed, through })}
          />
        </FieldRow>
        <Ground value={typed} fields={command.problem?.fields} onChange={ground => setTyped({ ...typed, ...ground })} />
        <div className="field-row">
          <Button kind="primary" submit busy={command.busy}>
            {words.doRecord}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** The way back, with reason and document of its own. */
export function WithdrawDay({ day, onDone }: { day: LocalDay; onDone: () => void }) {
  const words = useWords(calendarWords)
  const [typed, setTyped] = useState({ reason: '', document: '' })
  const command = useCommand(withdrawLocalDay, { onDone })
  return (
    <form
      className="form card-body"
      aria-label={words.withdrawTitle(dayWithWeekday(day.day))}
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { dayId: day.id }, body: typed })
      }}
    >
      <p>
        <strong>{words.withdrawTitle(dayWithWeekday(day.day))}</strong>
        <br />
        <span className="second">{words.withdrawNote}</span>
      </p>
      <ProblemAlert problem={command.problem} />
      <Ground value={typed} fields={command.problem?.fields} onChange={setTyped} />
      <div className="field-row">
        <Button onClick={onDone}>{words.keep}</Button>
        <Button kind="danger" icon="close" submit busy={command.busy}>
          {words.withdraw}
        </Button>
      </div>
    </form>
  )
}

interface Grounds {
  reason: string
  document: string
}

function Ground({
  value,
  fields,
  onChange,
}: {
  value: Grounds
  fields: Readonly<Record<string, string>> | undefined
  onChange: (ground: Grounds) => void
}) {
  const words = useWords(calendarWords)
  return (
    <FieldRow>
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        maxLength={200}
        value={value.reason}
        error={fields?.['/reason']}
        onChange={reason => onChange({ reason, document: value.document })}
      />
      <TextField
        label={words.document}
        hint={words.documentHint}
        maxLength={80}
        value={value.document}
        error={fields?.['/document']}
        onChange={document => onChange({ reason: value.reason, document })}
      />
    </FieldRow>
  )
}
