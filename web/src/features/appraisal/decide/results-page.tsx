import { readResults } from '@jiannuo/contract/appraisal/result.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { number } from '../../../i18n/format.ts'
import { labelled } from '../../../i18n/punctuation.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Columns, Page, Stack } from '../../../ui/page/page.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
import type { Choices, Results, ResultsRow } from './choices.ts'
import { DecideForm } from './decide-form.tsx'
import { RulingCard } from './ruling-card.tsx'
import { decideWords } from './words.ts'

const initialOf = (results: Results): Choices =>
  Object.fromEntries(
    results.rows
      .filter(row => !row.ungraded)
      .map(row => [
        row.subjectId,
        { grade: row.grade ?? (row.toBeDecided ? '' : (row.proposed ?? '')), reason: row.reason ?? '' },
      ]),
  )

/** 结果 /appraisal/$id/results: ties first; the grades are set as the meeting decided them. */
export function ResultsPage() {
  const words = useWords(decideWords)
  const common = useWords(appraisalWords)
  const roundId = useParam('id')
  const { data } = useSuspenseQuery(query(readResults, { params: { roundId } }))
  const [choices, setChoices] = useState(() => initialOf(data))
  const decides = data.may.includes('decide')
  const open = data.rows.filter(each => each.toBeDecided && each.grade === null).length
  const rules = data.may.includes('rule')
  return (
    <Page
      title={data.state === 'computed' ? words.heading(open) : words.headingDecided(data.unitName)}
      kicker={<Go to={`/appraisal/${roundId}`}>{words.toRound}</Go>}
      note={`${common.levels[data.level]} · ${words.note}`}
    >
      <Stack>
        {data.stale && (
          <InlineAlert
            tone="warn"
            title={words.stale}
            actions={<ButtonLink to={`/appraisal/${roundId}`}>{words.toRound}</ButtonLink>}
          />
        )}
        <ResultsTable data={data} />
        {decides && (
          <Columns aside={rules && <RulingCard data={data} />}>
            <DecideForm data={data} choices={choices} onChange={setChoices} />
          </Columns>
        )}
      </Stack>
    </Page>
  )
}

function ResultsTable({ data }: { data: Results }) {
  const words = useWords(decideWords)
  const named = useNamed(data.grades)
  const limits = useNamed(data.limits)
  const remark = (row: ResultsRow) =>
    [
      row.ungraded ? words.ungraded : '',
      row.blocked ? labelled(words.blocked, row.blocked) : '',
      ...row.vetoes.map(limits),
      row.reason ?? '',
    ]
      .filter(Boolean)
      .join(' · ')
  const columns: Column<ResultsRow>[] = [
    {
      key: 'name',
      head: words.name,
      phone: 'name',
      noWrap: true,
      cell: row => <Go to={`/results/${row.id}`}>{row.name}</Go>,
    },
    { key: 'home', head: words.home, phone: 'note', cell: row => row.homeUnitName },
    {
      key: 'total',
      head: words.total,
      phone: 'light',
      numeric: true,
      cell: row => row.total !== null && number(Number(row.total), 2),
    },
    {
      key: 'proposed',
      head: words.proposed,
      phone: 'reason',
      noWrap: true,
      cell: row => row.proposed && named(row.proposed),
    },
    ...(data.rows.some(row => row.grade)
      ? [
          {
            key: 'grade',
            head: words.grade,
            phone: 'below' as const,
            noWrap: true,
            cell: (row: ResultsRow) => row.grade && <strong>{named(row.grade)}</strong>,
          },
        ]
      : []),
    ...(data.rows.some(remark) ? [{ key: 'remark', head: words.remark, phone: 'below' as const, cell: remark }] : []),
  ]
  const tied = data.rows.filter(each => each.toBeDecided && each.grade === null)
  const others = data.rows.filter(each => !tied.includes(each))
  return (
    <Card flush>
      <DataTable
        caption={words.heading(tied.length)}
        columns={columns}
        rowKey={row => row.id}
        groups={
          tied.length > 0
            ? [
                { title: words.tie, rows: tied },
                { title: words.others, rows: others },
              ]
            : [{ rows: others }]
        }
        footer={data.places.map(each => words.places(named(each.grade), each.seats, each.of, each.given)).join(' · ')}
      />
    </Card>
  )
}
