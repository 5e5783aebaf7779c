import { listMembers, type MemberRow } from '@jiannuo/contract/membership/member.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useSearchParam } from '../../../app/location.ts'
import { query, useList } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { RadioSegments } from '../../../ui/form/choice-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { AsOf, useAsOf } from '../as-of.tsx'
import { names } from '../names.ts'
import { useTextParam } from '../use-text-param.ts'
import { organizationWords } from '../words.ts'
import { memberWords } from './words.ts'
import '../organization.css'

const FILTERS = ['regular', 'probationary', 'retired', 'floating', 'leading'] as const
type Filter = (typeof FILTERS)[number]
const QUERIES: Record<Filter, object> = {
  regular: { kind: 'regular' },
  probationary: { kind: 'probationary' },
  retired: { state: 'retired' },
  floating: { state: 'floating' },
  leading: { leadingCadre: 'true' },
}

/** Members of one's scope or of one organisation: /members?unit=…&filter=…&q=… */
export function MembersPage() {
  const words = useWords(memberWords)
  const { post, memberKind, memberState } = useWords(names)
  const { current } = useSession()
  const [unit] = useTextParam('unit')
  const [q, setQ] = useTextParam('q')
  const [filter, setFilter] = useSearchParam('filter', FILTERS)
  const [sort, setSort] = useSearchParam('sort', ['stroke'])
  const day = useAsOf()
  const sent = {
    query: {
      ...(unit ? { unitId: unit } : {}),
      ...(q ? { q } : {}),
      ...(filter ? QUERIES[filter] : {}),
      ...(day.given ? { on: day.given } : {}),
      ...(sort ? { sort } : {}),
    },
  }
  const { items, more } = useList(listMembers, sent)
  const { data: first } = useSuspenseQuery(query(listMembers, { query: { ...sent.query, limit: 1 } }))
  const labels: Record<Filter, string> = {
    regular: memberKind.regular,
    probationary: memberKind.probationary,
    retired: memberState.retired,
    floating: memberState.floating,
    leading: words.leading,
  }
  const onDay = day.given ? `?on=${day.given}` : ''
  const columns: Column<MemberRow>[] = [
    {
      key: 'name',
      head: words.name,
      cell: m => <Go to={`/members/${m.id}${onDay}`}>{m.name}</Go>,
      phone: 'name',
      noWrap: true,
    },
    {
      key: 'unit',
      head: words.unit,
      cell: m => <Go to={`/organisation/${m.unit.id}${onDay}`}>{m.unit.name}</Go>,
      phone: 'note',
    },
    { key: 'post', head: words.post, cell: m => m.post && post[m.post], phone: 'light' },
    { key: 'kind', head: words.kind, cell: m => m.kind && memberKind[m.kind], phone: 'reason', noWrap: true },
    { key: 'state', head: words.state, cell: m => m.state && memberState[m.state], phone: 'hidden', noWrap: true },
    {
      key: 'joined',
      head: words.joined,
      cell: m => m.joinedOn && dayWithYear(m.joinedOn),
      phone: 'hidden',
      noWrap: true,
    },
  ]
  const manages =
    !day.given && ['workCommittee', 'organCommittee', 'districtCommittee'].some(role => role === current.role)
  return (
    <Page
      title={words.title(first.total)}
      {...(day.given ? { note: words.asOf(dayWithYear(day.on)) } : {})}
      actions={
        <>
          <AsOf day={day} />
          {manages && <ButtonLink to={unit ? `/members/new?unit=${unit}` : '/members/new'}>{words.admit}</ButtonLink>}
        </>
      }
    >
      <Stack>
        <FilterChips
          label={words.kind}
          value={filter ?? 'all'}
          onChange={value => setFilter(value === 'all' ? null : value)}
          chips={[{ value: 'all', label: words.all }, ...FILTERS.map(value => ({ value, label: labels[value] }))]}
        />
        <div className="members-find">
          <Find key={q ?? ''} value={q ?? ''} onFind={setQ} />
          <RadioSegments
            label={words.order}
            options={[
              { value: 'pinyin', label: words.byPinyin },
              { value: 'stroke', label: words.byStroke },
            ]}
            value={sort ?? 'pinyin'}
            onChange={value => setSort(value === 'stroke' ? 'stroke' : null)}
          />
        </div>
        <Card flush>
          <DataTable
            caption={words.title(first.total)}
            columns={columns}
            rows={items}
            rowKey={m => m.id}
            more={more && { ...more, left: first.total - items.length }}
            empty={<Empty title={words.none}>{words.noneNote}</Empty>}
          />
        </Card>
      </Stack>
    </Page>
  )
}

function Find({ value, onFind }: { value: string; onFind: (text: string) => void }) {
  const words = useWords(memberWords)
  const search = useWords(organizationWords).search
  const [text, setText] = useState(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFind(text.trim())
  }
  return (
    <form className="organization-as-of" onSubmit={submit}>
      <TextField label={words.find} type="search" width="medium" value={text} onChange={setText} maxLength={40} />
      <Button submit icon="search">
        {search}
      </Button>
    </form>
  )
}
