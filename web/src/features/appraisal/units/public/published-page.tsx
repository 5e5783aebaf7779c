import { readPublished } from '@jiannuo/contract/appraisal/assessed-unit.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useState } from 'react'
import { useParam } from '../../../../app/location.ts'
import { query, useList } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { dayWithYear, number } from '../../../../i18n/format.ts'
import { PrintButton } from '../../../../ui/action/print-button.tsx'
import { TextField } from '../../../../ui/form/text-field.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Page, Stack } from '../../../../ui/page/page.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { Loading } from '../../../../ui/state/loading.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { useStanding } from '../standing.ts'
import { unitResultWords } from '../unit/words.ts'
import { unitWords } from '../words.ts'

/** 公开的结果 /unit-results/public/$id: by stars and grade, never in order of points. */
export function PublishedPage() {
  const words = useWords(unitResultWords)
  const common = useWords(unitWords)
  const assessmentId = useParam('id')
  const { assessment } = useSuspenseQuery(query(readPublished, { params: { assessmentId } })).data
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  return (
    <Page
      title={common.of(assessment.schemeTitle, assessment.period)}
      kicker={<Go to="/unit-results">{words.mine}</Go>}
      note={
        assessment.meeting && assessment.meetingOn
          ? words.publishedNote(assessment.meeting, dayWithYear(assessment.meetingOn))
          : undefined
      }
      actions={<PrintButton />}
    >
      <Stack>
        <TextField label={common.search} type="search" width="medium" value={q} onChange={setQ} />
        <Card flush>
          <Suspense fallback={<Loading />}>
            <Units assessmentId={assessmentId} q={asked} />
          </Suspense>
        </Card>
      </Stack>
    </Page>
  )
}

function Units({ assessmentId, q }: { assessmentId: string; q: string }) {
  const words = useWords(unitResultWords)
  const common = useWords(unitWords)
  const sent = { params: { assessmentId }, query: q ? { q } : {} }
  const { grades, totals } = useSuspenseQuery(query(readPublished, sent)).data
  const { items, more } = useList(readPublished, sent)
  const standing = useStanding(grades)
  return (
    <DataTable
      caption={words.published}
      rows={items}
      rowKey={row => row.id}
      more={more}
      empty={<Empty title={common.noMatch}>{common.noMatchNote}</Empty>}
      footer={words.noOrder}
      columns={[
        { key: 'name', head: common.unit, phone: 'name', cell: row => row.name },
        { key: 'organ', head: common.organ, phone: 'note', cell: row => (row.organ === row.name ? '' : row.organ) },
        { key: 'class', head: common.organClass, phone: 'hidden', cell: row => row.organClass },
        { key: 'result', head: common.result, phone: 'reason', noWrap: true, cell: row => standing(row) },
        ...(totals
          ? [
              {
                key: 'total',
                head: common.total,
                phone: 'light' as const,
                numeric: true,
                cell: (row: (typeof items)[number]) => row.total !== null && number(row.total, 2),
              },
            ]
          : []),
      ]}
    />
  )
}
