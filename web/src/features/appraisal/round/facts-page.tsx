import { enterFacts, readRoundFacts } from '@jiannuo/contract/appraisal/round.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { percent } from '../../../i18n/format.ts'
import { sentences } from '../../../i18n/punctuation.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { roundWords } from './words.ts'

/** 数据 /appraisal/$id/facts: what the computation sees of everybody, and facts from outside with their document. */
export function FactsPage() {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const roundId = useParam('id')
  const { data } = useSuspenseQuery(query(readRoundFacts, { params: { roundId } }))
  const said = (unit: string, value: string) =>
    unit === 'share' ? percent(Number(value), 2) : unit === 'mark' ? words.marks[Number(value) === 0 ? 0 : 1] : value
  type FactsRow = (typeof data.rows)[number]
  const columns: Column<FactsRow>[] = [
    { key: 'name', head: words.person, phone: 'name', noWrap: true, cell: row => row.name },
    ...data.columns.map(
      (column): Column<FactsRow> => ({
        key: column.id,
        head: both(column.title),
        phone: 'below',
        numeric: true,
        cell: row => {
          const fact = row.facts[column.id]
          if (!fact) return null
          const value = said(column.unit, fact.value)
          if (fact.from) return <Go to={`/facts/${fact.from}/${column.id}?period=${data.year}`}>{value}</Go>
          if (!fact.document) return value
          return (
            <span>
              {value}
              <br />
              <span className="fine">{fact.document}</span>
            </span>
          )
        },
      }),
    ),
  ]
  return (
    <Page
      title={words.factsHeading}
      kicker={<Go to={`/appraisal/${roundId}`}>{common.back}</Go>}
      note={words.factsNote}
    >
      <Stack>
        {data.mayEnter && <EntryForm roundId={roundId} />}
        <Card flush>
          <DataTable caption={words.factsHeading} columns={columns} rows={data.rows} rowKey={row => row.subjectId} />
        </Card>
      </Stack>
    </Page>
  )
}

function EntryForm({ roundId }: { roundId: string }) {
  const words = useWords(roundWords)
  const both = useBoth()
  const { data } = useSuspenseQuery(query(readRoundFacts, { params: { roundId } }))
  const open = data.columns.filter(each => !each.fromSystem)
  const [entry, setEntry] = useState({ subjectId: '', fact: '', value: '', document: '' })
  const save = useCommand(enterFacts, { onDone: () => setEntry({ ...entry, subjectId: '', value: '' }) })
  const unit = open.find(each => each.id === entry.fact)?.unit
  const fieldsOf = (name: string) => save.problem?.fields[`/entries/0/${name}`]
  return (
    <Card title={words.enter}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void save.run({ params: { roundId }, body: { entries: [{ ...entry, value: entry.value.trim() || null }] } })
        }}
      >
        <ProblemAlert problem={save.problem} />
        <FieldRow>
          <SelectField
            label={words.person}
            options={data.rows.map(each => ({ value: each.subjectId, label: each.name }))}
            value={entry.subjectId}
            onChange={subjectId => setEntry({ ...entry, subjectId })}
            error={fieldsOf('subjectId')}
          />
          <SelectField
            label={words.fact}
            options={open.map(each => ({ value: each.id, label: both(each.title) }))}
            value={entry.fact}
            onChange={fact => setEntry({ ...entry, fact })}
            error={fieldsOf('fact')}
          />
          <TextField
            label={words.value}
            inputMode="decimal"
            hint={sentences(words.units[unit as keyof typeof words.units], words.takeBack)}
            value={entry.value}
            onChange={value => setEntry({ ...entry, value })}
            error={fieldsOf('value')}
          />
        </FieldRow>
        <TextField
          label={words.basis}
          value={entry.document}
          onChange={document => setEntry({ ...entry, document })}
          maxLength={120}
          error={fieldsOf('document')}
        />
        <div>
          <Button kind="primary" submit busy={save.busy}>
            {words.enter}
          </Button>
        </div>
      </form>
    </Card>
  )
}
