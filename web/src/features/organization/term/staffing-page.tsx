import { listStaffing, type StaffingRow } from '@jiannuo/contract/organization/post.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { percent } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { AsOf, useAsOf } from '../as-of.tsx'
import { termWords } from './words.ts'

type Staffing = z.output<typeof StaffingRow>

/** Full-time Party staff of each organ: /organisation/staffing */
export function StaffingPage() {
  const words = useWords(termWords)
  const language = useLanguage()
  const day = useAsOf()
  const { data } = useSuspenseQuery(query(listStaffing, { query: { on: day.given } }))
  const columns: Column<Staffing>[] = [
    {
      key: 'unit',
      head: words.unit,
      cell: r => <Go to={`/organisation/${r.unit.id}`}>{r.unit.name}</Go>,
      phone: 'name',
    },
    { key: 'staff', head: words.staff, cell: r => r.staffCount, phone: 'hidden', numeric: true },
    { key: 'fullTime', head: words.fullTime, cell: r => r.fullTime, phone: 'below', numeric: true },
    {
      key: 'share',
      head: words.share,
      cell: r => (r.share === null ? '' : percent(r.share / 10_000, 2)),
      phone: 'below',
      numeric: true,
    },
    { key: 'members', head: words.members, cell: r => r.members, phone: 'hidden', numeric: true },
    { key: 'branches', head: words.branches, cell: r => r.branches, phone: 'hidden', numeric: true },
    {
      key: 'remark',
      head: words.remark,
      cell: r => r.verdicts.map(v => v[language]).join('；') || (r.staffCount === null ? words.unknown : words.ok),
      phone: 'note',
    },
  ]
  return (
    <Page title={words.staffingTitle(data.rows.length, data.fullTimeDeputies)} actions={<AsOf day={day} />}>
      <Card flush>
        <DataTable caption={words.fullTime} columns={columns} rows={data.rows} rowKey={r => r.unit.id} />
      </Card>
    </Page>
  )
}
