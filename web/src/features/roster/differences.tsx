import {
  listDifferences,
  ROSTER_CHANGES,
  ROSTER_SHEETS,
  type RosterChange,
  type RosterDifference,
  type RosterPreview,
  type RosterSheet,
} from '@jiannuo/contract/roster.ts'
import { Suspense, useState } from 'react'
import { useList } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { language } from '../../i18n/language.ts'
import { Card } from '../../ui/page/card.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { Loading } from '../../ui/state/loading.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { FilterChips } from '../../ui/table/filter-chips.tsx'
import { rosterWords } from './words.ts'

type Tab = RosterChange | 'unchanged'

/** New, changed, ended and unchanged, one sheet after the other, field by field. */
export function Differences({ preview, title }: { preview: RosterPreview; title: string }) {
  const words = useWords(rosterWords)
  const { counts } = preview
  const first = ROSTER_SHEETS.find(s => counts[s].new + counts[s].changed + counts[s].ended > 0) ?? 'units'
  const [sheet, setSheet] = useState<RosterSheet>(first)
  const [chosen, setTab] = useState<Tab | null>(null)
  const tab: Tab = chosen ?? ROSTER_CHANGES.find(c => counts[sheet][c] > 0) ?? 'unchanged'
  const total = (s: RosterSheet) => counts[s].new + counts[s].changed + counts[s].ended
  const tabs = [
    ...ROSTER_CHANGES.map(value => ({ value: value as Tab, label: words.changes[value], count: counts[sheet][value] })),
    { value: 'unchanged' as Tab, label: words.unchanged, count: counts[sheet].unchanged },
  ]
  const chooseSheet = (value: RosterSheet) => {
    setSheet(value)
    setTab(null)
  }
  return (
    <Card title={title}>
      <div className="stack">
        <FilterChips
          label={words.sheet}
          chips={ROSTER_SHEETS.map(value => ({ value, label: words.sheets[value], count: total(value) }))}
          value={sheet}
          onChange={chooseSheet}
        />
        <FilterChips label={words.change} chips={tabs} value={tab} onChange={setTab} />
        {tab === 'unchanged' ? (
          <Empty title={words.unchangedSaid(counts[sheet].unchanged)} good />
        ) : (
          <Suspense fallback={<Loading shape="table" />}>
            <DifferenceTable key={`${sheet}${tab}${preview.digest}`} id={preview.id} sheet={sheet} change={tab} />
          </Suspense>
        )}
      </div>
    </Card>
  )
}

function DifferenceTable({ id, sheet, change }: { id: string; sheet: RosterSheet; change: RosterChange }) {
  const words = useWords(rosterWords)
  const said = language()
  const { items, more } = useList(listDifferences, { params: { id }, query: { sheet, change } })
  const fields = (d: RosterDifference) =>
    d.fields.map(f => <div key={f.column.zh}>{words.fromTo(f.column[said], f.from[said], f.to[said])}</div>)
  const columns: Column<RosterDifference>[] = [
    { key: 'name', head: words.which, cell: d => d.name, phone: 'name' },
    { key: 'code', head: words.code, cell: d => d.code, noWrap: true, phone: 'note' },
    ...(change === 'changed' ? [{ key: 'fields', head: words.fields, cell: fields, phone: 'below' as const }] : []),
    ...(change === 'ended'
      ? []
      : [
          {
            key: 'row',
            head: words.row,
            cell: (d: RosterDifference) => d.row ?? '',
            numeric: true,
            phone: 'light' as const,
          },
        ]),
  ]
  return (
    <DataTable
      caption={`${words.sheets[sheet]} ${words.changes[change]}`}
      columns={columns}
      rows={items}
      rowKey={d => `${d.code} ${d.row ?? ''} ${d.name}`}
      empty={<Empty title={words.none} good />}
      more={more}
    />
  )
}
