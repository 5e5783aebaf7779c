import { type AssessmentHead, listAssessments, runAssessment } from '@jiannuo/contract/appraisal/assessment.ts'
import { listSchemes } from '@jiannuo/contract/appraisal/scheme.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo } from '../../../../app/location.ts'
import { query, useCommand, useList } from '../../../../app/server/query.ts'
import { useToday } from '../../../../app/session.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { Button, ButtonLink } from '../../../../ui/action/button.tsx'
import { SelectField } from '../../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../../ui/form/field.tsx'
import { DayField, TextField } from '../../../../ui/form/text-field.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Page, Stack } from '../../../../ui/page/page.tsx'
import { StatusTag } from '../../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../../ui/state/inline-alert.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { unitWords } from '../words.ts'

/** 单位考核 /assessments: what was computed and how far it has come; below, a new one. */
export function AssessmentsPage() {
  const words = useWords(unitWords)
  const { items, more } = useList(listAssessments, {})
  const open = items.filter(each => each.state !== 'filed').length
  return (
    <Page
      title={items.length === 0 ? words.none : words.heading(open, items.length)}
      note={words.note}
      actions={<ButtonLink to="/assessments/objections">{words.objections}</ButtonLink>}
    >
      <Stack>
        <Card title={words.past} flush>
          <Past rows={items} more={more} />
        </Card>
        <Card title={words.start}>
          <StartForm />
        </Card>
      </Stack>
    </Page>
  )
}

function Past({ rows, more }: { rows: readonly AssessmentHead[]; more: ReturnType<typeof useList>['more'] }) {
  const words = useWords(unitWords)
  return (
    <DataTable
      caption={words.past}
      rows={rows}
      rowKey={row => row.id}
      more={more}
      empty={<Empty title={words.none}>{words.noneNote}</Empty>}
      columns={[
        {
          key: 'scheme',
          head: words.scheme,
          phone: 'name',
          cell: row => <Go to={`/assessments/${row.id}`}>{words.of(row.schemeTitle, row.period)}</Go>,
        },
        { key: 'office', head: words.unit, phone: 'note', cell: row => row.unitName },
        {
          key: 'count',
          head: words.count,
          phone: 'light',
          numeric: true,
          cell: row => `${words.subjects[row.subject]} ${row.units}`,
        },
        { key: 'cutOff', head: words.cutOff, phone: 'hidden', noWrap: true, cell: row => row.cutOff },
        {
          key: 'state',
          head: words.state,
          phone: 'reason',
          noWrap: true,
          cell: row => <StatusTag>{words.states[row.state]}</StatusTag>,
        },
      ]}
    />
  )
}

function StartForm() {
  const words = useWords(unitWords)
  const today = useToday()
  const go = useGo()
  const { schemes } = useSuspenseQuery(query(listSchemes)).data
  const open = schemes.filter(each => each.state === 'published' && ['branch', 'organ'].includes(each.subject))
  const [schemeId, setScheme] = useState(open.length === 1 ? (open[0]?.id ?? '') : '')
  const [period, setPeriod] = useState(today.slice(0, 4))
  const [cutOff, setCutOff] = useState(today)
  const start = useCommand(runAssessment, { onDone: done => go(`/assessments/${done.id}`) })
  const fields = start.problem?.fields ?? {}
  if (open.length === 0)
    return (
      <Empty title={words.noScheme} actions={<ButtonLink to="/scheme/templates">{words.toTemplates}</ButtonLink>} />
    )
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void start.run({ body: { schemeId, period: period.trim(), cutOff } })
      }}
    >
      <ProblemAlert problem={start.problem} />
      <FieldRow>
        <SelectField
          label={words.scheme}
          options={open.map(each => ({ value: each.id, label: `${each.title} · ${each.ownerUnitName}` }))}
          value={schemeId}
          onChange={setScheme}
          error={fields['/schemeId']}
        />
        <TextField
          label={words.period}
          hint={words.periodHint}
          value={period}
          onChange={setPeriod}
          error={fields['/period']}
        />
        <DayField
          label={words.cutOff}
          hint={words.cutOffHint}
          value={cutOff}
          onChange={setCutOff}
          max={today}
          error={fields['/cutOff']}
        />
      </FieldRow>
      <div>
        <Button kind="primary" submit busy={start.busy}>
          {words.compute}
        </Button>
      </div>
    </form>
  )
}
