import { type ProposedMeeting, planYear, proposeYear } from '@jiannuo/contract/meeting-life/year-plan.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useSearchParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { CheckField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { yearWords } from './words.ts'
import '../meeting.css'

/** 安排全年 /meetings/year?year=2027: what the rules still want, each with a proposed day, changed here and planned in one step. */
export function YearPlanPage() {
  const words = useWords(yearWords)
  const thisYear = Number(useToday().slice(0, 4))
  const years = [thisYear, thisYear + 1].map(String)
  const [asked, setAsked] = useSearchParam('year', years)
  const year = Number(asked ?? thisYear)
  const { data } = useSuspenseQuery(query(proposeYear, { query: { year } }))
  return (
    <Page
      title={words.yearTitle(data.items.length)}
      kicker={`${words.kicker} · ${data.unitName} · ${words.yearOf(year)}`}
      note={words.yearNote(data.standing)}
    >
      <Stack>
        <FilterChips
          label={words.year}
          value={String(year)}
          onChange={setAsked}
          chips={years.map(value => ({ value, label: words.yearOf(Number(value)) }))}
        />
        {data.assumed && <InlineAlert tone="info" title={words.assumed} />}
        {data.items.length === 0 ? (
          <Card flush>
            <Empty good title={words.nothing} actions={<ButtonLink to="/meetings/plan">{words.one}</ButtonLink>}>
              {words.nothingNote}
            </Empty>
          </Card>
        ) : (
          <YearForm key={`${year} ${data.items.length}`} items={data.items} />
        )}
      </Stack>
    </Page>
  )
}

interface Draft extends ProposedMeeting {
  id: string
  taken: boolean
  /** Null: the time of all. */
  ownAt: string | null
}
const later = (at: string, minutes: number) => {
  const [hours = 0, rest = 0] = at.split(':').map(Number)
  const sum = Math.min(hours * 60 + rest + minutes, 23 * 60)
  return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`
}
const APART = 90

function YearForm({ items }: { items: readonly ProposedMeeting[] }) {
  const words = useWords(yearWords)
  const language = useLanguage()
  const go = useGo()
  const [at, setAt] = useState('14:30')
  const [place, setPlace] = useState('')
  const [minutes, setMinutes] = useState<number | null>(60)
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    items.map(item => ({ ...item, id: `${item.ruleId} ${item.day}`, taken: true, ownAt: null })),
  )
  const plan = useCommand(planYear, { onDone: () => go(`/meetings/calendar?month=${taken[0]?.day.slice(0, 7) ?? ''}`) })
  const fields = plan.problem?.fields ?? {}
  const faults = Object.keys(fields).length
  const change = (id: string, to: Partial<Draft>) =>
    setDrafts(drafts.map(draft => (draft.id === id ? { ...draft, ...to } : draft)))
  const taken = drafts.filter(draft => draft.taken)
  /** The second of a day follows the first. */
  const timeOf = (draft: Draft) =>
    draft.ownAt ?? later(at, APART * taken.filter(o => o.day === draft.day).findIndex(o => o.id === draft.id))
  const faultOf = (draft: Draft, field: 'day' | 'at') => {
    const index = taken.indexOf(draft)
    return index < 0 ? undefined : fields[`/meetings/${index}/${field}`]
  }
  const shared = (field: string) => Object.entries(fields).find(([pointer]) => pointer.endsWith(`/${field}`))?.[1]
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void plan.run({
          body: {
            meetings: taken.map(draft => ({
              ...{ kind: draft.kind, title: draft.title[language], day: draft.day, at: timeOf(draft) },
              ...{ minutes: minutes ?? 0, place },
            })),
          },
        })
      }}
    >
      <Card>
        <FieldRow>
          <TextField
            label={words.time}
            hint={words.timeHint}
            width="short"
            inputMode="numeric"
            value={at}
            onChange={value => setAt(value.normalize('NFKC'))}
          />
          <NumberField
            label={words.length}
            unit={words.minutes}
            width="short"
            value={minutes}
            error={shared('minutes')}
            onChange={setMinutes}
          />
          <TextField label={words.place} value={place} maxLength={120} error={shared('place')} onChange={setPlace} />
        </FieldRow>
      </Card>
      <Card title={words.list} flush>
        <Rows>
          {drafts.map(draft => (
            <Row
              key={draft.id}
              title={
                <CheckField
                  label={draft.title[language]}
                  checked={draft.taken}
                  onChange={value => change(draft.id, { taken: value })}
                />
              }
              note={
                <>
                  {words.by(draft.cite.document, draft.cite.article)}{' '}
                  {draft.cite.confidence === 'local' && <StatusTag>{words.local}</StatusTag>}
                </>
              }
            >
              {draft.taken && (
                <FieldRow>
                  <DayField
                    label={words.dayOf(draft.title[language])}
                    value={draft.day}
                    error={faultOf(draft, 'day')}
                    onChange={day => change(draft.id, { day })}
                  />
                  <TextField
                    label={words.atOf(draft.title[language])}
                    width="short"
                    inputMode="numeric"
                    value={timeOf(draft)}
                    error={faultOf(draft, 'at')}
                    onChange={value => change(draft.id, { ownAt: value.normalize('NFKC') })}
                  />
                </FieldRow>
              )}
            </Row>
          ))}
        </Rows>
      </Card>
      <ProblemAlert problem={plan.problem} />
      <ActionBar summary={faults > 0 ? words.faults(faults) : undefined}>
        <ButtonLink to="/meetings">{words.back}</ButtonLink>
        <Button kind="primary" submit busy={plan.busy}>
          {words.save(taken.length)}
        </Button>
      </ActionBar>
    </form>
  )
}
