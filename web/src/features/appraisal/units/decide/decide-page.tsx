import {
  type AssessedUnit,
  type AssessmentPage,
  decideAssessment,
  listAssessedUnits,
  readAssessment,
} from '@jiannuo/contract/appraisal/assessment.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../../app/location.ts'
import { query, useCommand } from '../../../../app/server/query.ts'
import { useToday } from '../../../../app/session.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { ActionBar } from '../../../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../../../ui/action/button.tsx'
import { FieldRow } from '../../../../ui/form/field.tsx'
import { SearchSelect } from '../../../../ui/form/search-select.tsx'
import { DayField, TextField } from '../../../../ui/form/text-field.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Card, Rows } from '../../../../ui/page/card.tsx'
import { Page, Stack } from '../../../../ui/page/page.tsx'
import { InlineAlert, ProblemAlert } from '../../../../ui/state/inline-alert.tsx'
import { useBoth } from '../../both.ts'
import { unitWords } from '../words.ts'
import { type Choice, initialOf, UnitRow } from './unit-row.tsx'
import { courseWords } from './words.ts'

/** As many as the server sends at once; a tie of more than that is settled by another rule, not by hand. */
const MOST = 200

/** 审定 /assessments/$id/decide: ties one by one, departures with a reason, everything else as proposed. */
export function DecidePage() {
  const words = useWords(courseWords)
  const common = useWords(unitWords)
  const params = { assessmentId: useParam('id') }
  const { data } = useSuspenseQuery(query(readAssessment, { params }))
  const listed = (mark: 'toBeDecided' | 'otherwise') =>
    query(listAssessedUnits, { params, query: { mark, limit: MOST } })
  const tied = useSuspenseQuery(listed('toBeDecided')).data.items
  const otherwise = useSuspenseQuery(listed('otherwise')).data.items
  const [done, setDone] = useState<Reply<typeof decideAssessment> | null>(null)
  return (
    <Page
      title={done ? words.decided(done.decided) : words.heading(tied.length)}
      kicker={<Go to={`/assessments/${data.id}`}>{common.of(data.schemeTitle, data.period)}</Go>}
      note={words.note}
      width="form"
    >
      {done ? (
        <Decided done={done} to={`/assessments/${data.id}`} />
      ) : (
        <DecideForm data={data} tied={tied} otherwise={otherwise} onDone={setDone} />
      )}
    </Page>
  )
}

function Decided({ done, to }: { done: Reply<typeof decideAssessment>; to: string }) {
  const words = useWords(courseWords)
  const both = useBoth()
  return (
    <Stack>
      {done.departures.length > 0 && (
        <InlineAlert tone="info" title={words.departures}>
          <ul>
            {done.departures.map(each => (
              <li key={each.say.zh}>{both(each.say)}</li>
            ))}
          </ul>
        </InlineAlert>
      )}
      <ActionBar>
        <ButtonLink kind="primary" to={to}>
          {words.see}
        </ButtonLink>
      </ActionBar>
    </Stack>
  )
}

function DecideForm({
  data,
  tied,
  otherwise,
  onDone,
}: {
  data: AssessmentPage
  tied: readonly AssessedUnit[]
  otherwise: readonly AssessedUnit[]
  onDone: (reply: Reply<typeof decideAssessment>) => void
}) {
  const words = useWords(courseWords)
  const today = useToday()
  const [others, setOthers] = useState(() => otherwise.filter(each => !each.toBeDecided))
  const rows = [...tied, ...others]
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const [basis, setBasis] = useState({
    meeting: data.meeting ?? '',
    meetingOn: data.meetingOn ?? today,
    document: data.document ?? '',
  })
  const decide = useCommand(decideAssessment, { onDone })
  const fields = decide.problem?.fields ?? {}
  const choiceOf = (row: AssessedUnit) => choices[row.id] ?? initialOf(row)
  const send = () => {
    const units = rows.map(row => {
      const { grade, stars, reason } = choiceOf(row)
      return {
        id: row.id,
        grade: grade || null,
        stars: stars === '' ? null : Number(stars),
        reason: reason.trim() || null,
      }
    })
    const document = basis.document.trim() || null
    void decide.run({ params: { assessmentId: data.id }, body: { version: data.version, ...basis, document, units } })
  }
  const shown = (row: AssessedUnit) => (
    <UnitRow
      key={row.id}
      row={row}
      data={data}
      choice={choiceOf(row)}
      error={name => fields[`/units/${rows.indexOf(row)}/${name}`]}
      onChange={choice => setChoices({ ...choices, [row.id]: choice })}
      onRemove={others.includes(row) ? () => setOthers(others.filter(each => each !== row)) : undefined}
    />
  )
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <Stack>
        {tied.length > 0 && (
          <Card title={words.tied} flush>
            <Rows>{tied.map(shown)}</Rows>
          </Card>
        )}
        <Card title={words.others} note={words.othersNote} flush>
          <Rows>{others.map(shown)}</Rows>
          <div className="card-body">
            <AddUnit
              data={data}
              onAdd={row => {
                if (!rows.some(each => each.id === row.id)) setOthers([...others, row])
              }}
            />
          </div>
        </Card>
        <Card>
          <div className="form">
            <TextField
              label={words.meeting}
              hint={words.meetingHint}
              value={basis.meeting}
              onChange={meeting => setBasis({ ...basis, meeting })}
              maxLength={80}
              error={fields['/meeting']}
            />
            <FieldRow>
              <DayField
                label={words.meetingOn}
                value={basis.meetingOn}
                onChange={meetingOn => setBasis({ ...basis, meetingOn })}
                max={today}
                error={fields['/meetingOn']}
              />
              <TextField
                label={words.document}
                optional
                value={basis.document}
                onChange={document => setBasis({ ...basis, document })}
                maxLength={120}
                error={fields['/document']}
              />
            </FieldRow>
          </div>
        </Card>
        <ProblemAlert problem={decide.problem} />
        {fields['/units'] && <InlineAlert tone="danger" title={fields['/units']} />}
        <ActionBar>
          <Button kind="primary" submit busy={decide.busy}>
            {words.decide}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}

/** Finds a unit of the assessment by what is typed. */
function AddUnit({ data, onAdd }: { data: AssessmentPage; onAdd: (row: AssessedUnit) => void }) {
  const words = useWords(courseWords)
  const [q, setQ] = useState('')
  const found = useQuery({
    ...query(listAssessedUnits, { params: { assessmentId: data.id }, query: { q, limit: 20 } }),
    enabled: q.trim() !== '',
  })
  const items = found.data?.items ?? []
  return (
    <SearchSelect
      label={words.add}
      hint={words.addHint}
      optional
      options={items.map(each => ({
        value: each.id,
        label: each.organ === each.name ? each.name : `${each.name} · ${each.organ}`,
      }))}
      value=""
      onSearch={setQ}
      busy={found.isFetching}
      onChange={id => {
        const row = items.find(each => each.id === id)
        if (row) onAdd(row)
      }}
    />
  )
}
