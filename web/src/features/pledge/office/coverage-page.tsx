import { type CoverageRow, readCoverage } from '@jiannuo/contract/pledge/pledge.ts'
import { listReviews } from '@jiannuo/contract/pledge/review.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { number, percent } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { KeyFigures } from '../../../ui/page/key-figures.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { Tabs } from './tabs.tsx'
import { officeWords } from './words.ts'

/** 承诺践诺 /pledges: how far pledging has come, by organ or by branch. */
export function CoveragePage() {
  const words = useWords(officeWords)
  const session = useSession()
  const [organId, setOrganId] = useState<string | null>(null)
  const { data } = useSuspenseQuery(query(readCoverage, { query: organId ? { organId } : {} }))
  const reviews = useQuery({
    ...query(listReviews, { query: { limit: 1 } }),
    enabled: session.current.role !== 'partyGroupSecretary',
  })
  const waiting = reviews.data?.waiting ?? 0
  const { total, units, by } = data
  const columns: Column<CoverageRow>[] = [
    {
      key: 'name',
      head: by === 'organ' ? words.organ : words.branch,
      cell: row =>
        by === 'organ' ? (
          <button
            type="button"
            className="pledge-link"
            aria-label={words.open(row.unitName)}
            onClick={() => setOrganId(row.unitId)}
          >
            {row.unitName}
          </button>
        ) : (
          row.unitName
        ),
      phone: 'name',
    },
    { key: 'owed', head: words.owed, cell: row => number(row.owed), numeric: true, phone: 'below' },
    { key: 'writing', head: words.writing, cell: row => some(row.none + row.drafted), numeric: true, phone: 'below' },
    { key: 'submitted', head: words.submitted, cell: row => some(row.submitted), numeric: true, phone: 'below' },
    { key: 'returned', head: words.returned, cell: row => some(row.returned), numeric: true, phone: 'hidden' },
    { key: 'approved', head: words.approved, cell: row => some(row.approved), numeric: true, phone: 'hidden' },
    { key: 'onNotice', head: words.onNotice, cell: row => some(row.onNotice), numeric: true, phone: 'hidden' },
    { key: 'inForce', head: words.inForce, cell: row => some(row.inForce), numeric: true, phone: 'hidden' },
    { key: 'share', head: words.share, cell: row => percent(row.publishedBp / 10_000), numeric: true, phone: 'light' },
    {
      key: 'adopted',
      head: words.adopted,
      cell: row => row.adopted && <StatusTag tone="ok">{words.yes}</StatusTag>,
      phone: 'reason',
    },
  ]
  return (
    <Page
      title={
        data.year === null
          ? words.coverageNone
          : words.coverage(total.onNotice + total.inForce, total.owed, percent(total.publishedBp / 10_000))
      }
      kicker={session.current.unitName}
      note={data.year === null ? undefined : words.coverageNote(data.year)}
      actions={organId && <Button onClick={() => setOrganId(null)}>{words.allOrgans}</Button>}
    >
      <Stack>
        <Tabs at="/pledges" />
        {waiting > 0 && (
          <InlineAlert
            tone="warn"
            title={words.review(waiting)}
            actions={
              <ButtonLink to="/review" kind="primary">
                {words.toReview}
              </ButtonLink>
            }
          />
        )}
        {by === 'organ' && (
          <KeyFigures
            figures={[
              {
                label: words.published.label,
                value: number(units.published),
                beside: words.published.of(units.all),
                meaning: words.published.meaning,
              },
              {
                label: words.adoption.label,
                value: number(units.adopted),
                beside: words.published.of(units.all),
                meaning: words.adoption.meaning,
              },
              { label: words.waiting.label, value: number(total.submitted), meaning: words.waiting.meaning },
            ]}
          />
        )}
        <Card flush>
          <DataTable
            caption={words.tabs['/pledges']}
            columns={columns}
            rows={[...data.rows].sort((a, b) => a.publishedBp - b.publishedBp)}
            rowKey={row => row.unitId}
            totals={{
              name: words.total,
              owed: number(total.owed),
              writing: number(total.none + total.drafted),
              submitted: number(total.submitted),
              returned: number(total.returned),
              approved: number(total.approved),
              onNotice: number(total.onNotice),
              inForce: number(total.inForce),
              share: percent(total.publishedBp / 10_000),
            }}
          />
        </Card>
      </Stack>
    </Page>
  )
}

const some = (n: number) => (n === 0 ? null : number(n))
