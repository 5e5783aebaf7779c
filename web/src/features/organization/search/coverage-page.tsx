import { type Gap, GapKind, readCoverage } from '@jiannuo/contract/membership/member.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { AsOf, useAsOf } from '../as-of.tsx'
import { coverageWords } from './words.ts'

/** Where organisation, branch or secretary is missing: /organisation/coverage */
export function CoveragePage() {
  const words = useWords(coverageWords)
  const language = useLanguage()
  const [kind, setKind] = useSearchParam('kind', GapKind.options)
  const day = useAsOf()
  const { data } = useSuspenseQuery(query(readCoverage, { query: { on: day.given } }))
  const total = data.gaps.length
  const rows = kind ? data.gaps.filter(g => g.kind === kind) : data.gaps
  const columns: Column<Gap>[] = [
    {
      key: 'name',
      head: words.where,
      cell: g => <Go to={g.kind === 'memberWithoutBranch' ? `/members/${g.id}` : `/organisation/${g.id}`}>{g.name}</Go>,
      phone: 'name',
    },
    { key: 'upper', head: words.upper, cell: g => g.where, phone: 'note' },
    { key: 'kind', head: words.kind, cell: g => words.kinds[g.kind], phone: 'reason', noWrap: true },
    { key: 'what', head: words.what, cell: g => g[language], phone: 'below' },
  ]
  return (
    <Page title={words.title(total)} actions={<AsOf day={day} />}>
      <Stack>
        <FilterChips
          label={words.kind}
          value={kind ?? 'all'}
          onChange={value => setKind(value === 'all' ? null : value)}
          chips={[
            { value: 'all', label: words.all, count: total },
            ...GapKind.options.map(value => ({ value, label: words.kinds[value], count: data.counts[value] })),
          ]}
        />
        <Card flush>
          <DataTable
            caption={words.title(total)}
            columns={columns}
            rows={rows}
            rowKey={g => `${g.kind}${g.id}`}
            empty={<Empty good title={words.none} />}
          />
        </Card>
      </Stack>
    </Page>
  )
}
