import { MeetingKind } from '@jiannuo/contract/meeting-life/meeting.ts'
import {
  AskedUnit,
  addRequirement,
  endRequirement,
  listRequirements,
  type NewRequirement,
  type Requirement,
} from '@jiannuo/contract/meeting-life/requirement.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { CheckField, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldError, FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { meetingWords } from '../words.ts'
import { requirementWords } from './words.ts'
import '../meeting.css'

/** 本市要求 /meetings/requirements: what the city asks of organisational life, and for the work committee the means to change it. */
export function RequirementsPage() {
  const words = useWords(requirementWords)
  const { data } = useSuspenseQuery(query(listRequirements))
  const [adding, setAdding] = useState(false)
  const standing = data.items.filter(item => item.until === null).length
  return (
    <Page
      title={words.title(standing)}
      kicker={words.kicker}
      note={words.note}
      actions={
        data.mayChange &&
        !adding && (
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Stack>
        {adding && <NewForm replaceable={data.replaceable} onDone={() => setAdding(false)} />}
        <Card title={words.list} flush>
          {data.items.length === 0 && <Empty title={words.none}>{words.noneNote}</Empty>}
          <Rows>
            {data.items.map(item => (
              <Line key={item.id} item={item} mayChange={data.mayChange} />
            ))}
          </Rows>
        </Card>
      </Stack>
    </Page>
  )
}

function Line({ item, mayChange }: { item: Requirement; mayChange: boolean }) {
  const words = useWords(requirementWords)
  const today = useToday()
  const [ending, setEnding] = useState(false)
  const [until, setUntil] = useState(today)
  const command = useCommand(endRequirement, { onDone: () => setEnding(false) })
  return (
    <Row
      title={item.title}
      note={`${words.said(words.periods[item.every], item.times)} · ${item.asks.map(who => words.asks[who]).join('、')} · ${item.document}`}
      state={item.until ? words.until(dayWithYear(item.until)) : words.since(dayWithYear(item.from))}
      action={
        mayChange &&
        item.until === null && (
          <Button small expanded={ending} label={`${words.end} ${item.title}`} onClick={() => setEnding(!ending)}>
            {words.end}
          </Button>
        )
      }
    >
      {ending && (
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            void command.run({ params: { requirementId: item.id }, body: { until } })
          }}
        >
          <DayField
            label={words.endOn}
            value={until}
            min={today}
            error={command.problem?.fields['/until']}
            onChange={setUntil}
          />
          <ProblemAlert problem={command.problem} />
          <div className="meeting-buttons">
            <Button submit busy={command.busy}>
              {words.endSend}
            </Button>
          </div>
        </form>
      )}
    </Row>
  )
}

const PERIODS = ['month', 'quarter', 'halfYear', 'year'] as const

function NewForm(props: { replaceable: readonly { ruleId: string; kind: MeetingKind }[]; onDone: () => void }) {
  const { replaceable, onDone } = props
  const words = useWords(requirementWords)
  const kinds = useWords(meetingWords).kinds
  const [draft, setDraft] = useState<NewRequirement>({
    ...{ title: '', kind: 'partyLecture', every: 'quarter', times: 1, asks: ['branch'], replaces: null },
    ...{ from: useToday(), document: '' },
  })
  const command = useCommand(addRequirement, { onDone })
  const fields = command.problem?.fields ?? {}
  const set = (change: Partial<NewRequirement>) => setDraft({ ...draft, ...change })
  const shipped = replaceable.find(each => each.kind === draft.kind)
  return (
    <Card title={words.add}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ body: draft })
        }}
      >
        <FieldRow>
          <TextField
            label={words.name}
            hint={words.nameHint}
            value={draft.title}
            maxLength={60}
            error={fields['/title']}
            onChange={title => set({ title })}
          />
          <SelectField
            label={words.kind}
            width="medium"
            options={MeetingKind.options.map(value => ({ value, label: kinds[value] }))}
            value={draft.kind}
            onChange={kind => set({ kind, replaces: null })}
          />
        </FieldRow>
        <FieldRow>
          <SelectField
            label={words.every}
            width="short"
            options={PERIODS.map(value => ({ value, label: words.periods[value] }))}
            value={draft.every}
            onChange={every => set({ every })}
          />
          <NumberField
            label={words.times}
            unit={words.timesUnit}
            width="short"
            value={draft.times}
            error={fields['/times']}
            onChange={times => set({ times: times ?? 0 })}
          />
          <DayField label={words.from} value={draft.from} error={fields['/from']} onChange={from => set({ from })} />
        </FieldRow>
        <fieldset className="field full">
          <legend className="field-label">{words.asksHead}</legend>
          <div className="people-list">
            {AskedUnit.options.map(who => (
              <CheckField
                key={who}
                label={words.asks[who]}
                checked={draft.asks.includes(who)}
                onChange={on => set({ asks: on ? [...draft.asks, who] : draft.asks.filter(other => other !== who) })}
              />
            ))}
          </div>
          {fields['/asks'] && <FieldError id="asks-error">{words.choose}</FieldError>}
        </fieldset>
        {shipped && (
          <CheckField
            label={words.replaces(kinds[draft.kind])}
            checked={draft.replaces !== null}
            onChange={on => set({ replaces: on ? shipped.ruleId : null })}
          />
        )}
        <TextField
          label={words.document}
          hint={words.documentHint}
          value={draft.document}
          maxLength={120}
          error={fields['/document']}
          onChange={document => set({ document })}
        />
        <ProblemAlert problem={command.problem} />
        <div className="meeting-buttons">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" submit busy={command.busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Card>
  )
}
