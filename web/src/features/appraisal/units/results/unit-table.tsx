import {
  type AssessedUnit,
  type AssessmentPage,
  LIGHTS,
  listAssessedUnits,
  UNIT_MARKS,
} from '@jiannuo/contract/appraisal/assessment.ts'
import { Suspense, useDeferredValue, useState } from 'react'
import { useSearchParam } from '../../../../app/location.ts'
import { useList } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { number } from '../../../../i18n/format.ts'
import { labelled, listed, sentences } from '../../../../i18n/punctuation.ts'
import { SelectField } from '../../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../../ui/form/field.tsx'
import { SearchSelect } from '../../../../ui/form/search-select.tsx'
import { TextField } from '../../../../ui/form/text-field.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Stack } from '../../../../ui/page/page.tsx'
import { Light } from '../../../../ui/signal/light.tsx'
import { StatusTag } from '../../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { Loading } from '../../../../ui/state/loading.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../../ui/table/filter-chips.tsx'
import { useBoth, useNamed } from '../../both.ts'
import { useLacking, useStanding } from '../standing.ts'
import { unitWords } from '../words.ts'

const ALL = 'all'
interface Filters {
  q: string
  organId: string
  organClass: string
  zone: string
  grade: string
  stars: string
  light: string
}
const EVERYTHING: Filters = { q: '', organId: '', organClass: '', zone: '', grade: '', stars: '', light: '' }

/** Every unit of an assessment: found by name, narrowed by organ, class, grade, stars and light; what needs a look as counted chips. */
export function UnitTable({ data }: { data: AssessmentPage }) {
  const words = useWords(unitWords)
  const [chosen, setMark] = useSearchParam('mark', UNIT_MARKS)
  const [filters, setFilters] = useState(EVERYTHING)
  const asked = useDeferredValue(filters)
  const marks = UNIT_MARKS.filter(each => data.counts[each] > 0 || each === chosen)
  return (
    <Stack>
      <Card>
        <div className="form">
          <FilterFields data={data} filters={filters} onChange={setFilters} />
          {marks.length > 0 && (
            <FilterChips
              label={words.byMark}
              value={chosen ?? ALL}
              onChange={value => setMark(UNIT_MARKS.find(each => each === value) ?? null)}
              chips={[
                { value: ALL, label: words.more, count: data.units },
                ...marks.map(each => ({ value: each, label: words.marks[each], count: data.counts[each] })),
              ]}
            />
          )}
        </div>
      </Card>
      <Card flush>
        <Suspense fallback={<Loading />}>
          <Rows data={data} filters={asked} mark={chosen} />
        </Suspense>
      </Card>
    </Stack>
  )
}

function FilterFields({
  data,
  filters,
  onChange,
}: {
  data: AssessmentPage
  filters: Filters
  onChange: (filters: Filters) => void
}) {
  const words = useWords(unitWords)
  const both = useBoth()
  const any = { value: '', label: words.more }
  const counted = (label: string, count: number | undefined) => `${label} ${count ?? 0}`
  const select = (key: keyof Filters, label: string, options: { value: string; label: string }[]) =>
    options.length > 1 && (
      <SelectField
        key={key}
        label={label}
        width="short"
        options={[{ ...any, value: ALL }, ...options]}
        value={filters[key] || ALL}
        onChange={value => onChange({ ...filters, [key]: value === ALL ? '' : value })}
      />
    )
  const { counts } = data
  return (
    <FieldRow>
      <TextField
        label={words.search}
        hint={words.searchHint}
        type="search"
        width="medium"
        value={filters.q}
        onChange={q => onChange({ ...filters, q })}
      />
      {data.subject === 'branch' && counts.organs.length > 1 && (
        <SearchSelect
          label={words.organ}
          width="medium"
          options={[
            { value: ALL, label: words.more },
            ...counts.organs.map(each => ({ value: each.id, label: counted(each.name, each.count) })),
          ]}
          value={filters.organId || ALL}
          onChange={value => onChange({ ...filters, organId: value === ALL ? '' : value })}
        />
      )}
      {select(
        'organClass',
        words.organClass,
        counts.classes.map(each => ({ value: each.name, label: counted(each.name, each.count) })),
      )}
      {select(
        'zone',
        words.zone,
        counts.zones.map(each => ({ value: each.name, label: counted(each.name, each.count) })),
      )}
      {select(
        'grade',
        words.byGrade,
        data.grades.map(each => ({ value: each.id, label: counted(both(each.title), counts.grades[each.id]) })),
      )}
      {select(
        'stars',
        words.byStars,
        data.starLevels.map(each => ({ value: String(each), label: counted(words.stars(each), counts.stars[each]) })),
      )}
      {select(
        'light',
        words.byLight,
        Object.keys(counts.lights).length === 0
          ? []
          : LIGHTS.map(each => ({ value: each, label: counted(words.lights[each], counts.lights[each]) })),
      )}
    </FieldRow>
  )
}

function Rows({
  data,
  filters,
  mark,
}: {
  data: AssessmentPage
  filters: Filters
  mark: (typeof UNIT_MARKS)[number] | undefined
}) {
  const words = useWords(unitWords)
  const { light, ...rest } = filters
  const only = {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== '')),
    ...(LIGHTS.some(each => each === light) ? { light: LIGHTS.find(each => each === light) } : {}),
    ...(mark ? { mark } : {}),
  }
  const { items, more } = useList(listAssessedUnits, { params: { assessmentId: data.id }, query: only })
  const standing = useStanding(data.grades)
  const remark = useRemark(data)
  const zoned = data.counts.zones.length > 0 ? [words.zone] : []
  const ranked = ([scope, rank]: [string, number], _: number, all: unknown[]) =>
    all.length === 1 ? `${rank}` : `${words.scopes[scope] ?? scope} ${rank}`
  const isOpen = (row: AssessedUnit) => row.toBeDecided && data.state === 'provisional'
  const shown = (row: AssessedUnit) =>
    data.state === 'provisional' ? standing({ grade: row.proposed, stars: row.proposedStars }) : standing(row)
  return (
    <DataTable
      caption={words.result}
      rowKey={row => row.id}
      rows={items}
      more={more}
      empty={<Empty title={words.noMatch}>{words.noMatchNote}</Empty>}
      columns={[
        {
          key: 'name',
          head: words.unit,
          phone: 'name',
          cell: row => <Go to={`/assessed/${row.id}`}>{row.name}</Go>,
        },
        ...(data.subject === 'organ'
          ? [
              {
                key: 'organ',
                head: listed([words.organClass, ...zoned]),
                phone: 'note' as const,
                cell: (row: AssessedUnit) => listed([row.organClass, row.zone].filter(each => each !== null)),
              },
            ]
          : [
              {
                key: 'organ',
                head: listed([words.organ, ...zoned]),
                phone: 'note' as const,
                cell: (row: AssessedUnit) => listed([row.organ, row.zone].filter(each => each !== null)),
              },
            ]),
        {
          key: 'light',
          head: words.light,
          phone: 'hidden',
          noWrap: true,
          cell: row => row.light && <Light colour={row.light}>{words.lights[row.light]}</Light>,
        },
        {
          key: 'total',
          head: words.total,
          phone: 'light',
          numeric: true,
          cell: row => row.total !== null && number(row.total, 2),
        },
        {
          key: 'rank',
          head: words.rank,
          phone: 'hidden',
          numeric: true,
          cell: row => listed(Object.entries(row.ranks).map(ranked)),
        },
        {
          key: 'result',
          head: data.state === 'provisional' ? words.proposed : words.decidedAs,
          phone: 'reason',
          noWrap: true,
          cell: row => (
            <>
              {isOpen(row) && <StatusTag tone="warn">{words.tied}</StatusTag>} {shown(row)}
            </>
          ),
        },
        { key: 'remark', head: words.remark, phone: 'below', cell: remark },
      ]}
    />
  )
}

/** What a reader should know beside the numbers: limits, what is missing, why the meeting decided otherwise, what became of the unit. */
function useRemark(data: AssessmentPage): (row: AssessedUnit) => string {
  const words = useWords(unitWords)
  const both = useBoth()
  const limits = useNamed(data.limits)
  const lacking = useLacking(data.nodes)
  const awards = useNamed(data.awards)
  return row =>
    sentences(
      row.held.length > 0 && labelled(words.limits, listed(row.held.map(limits))),
      row.barred.length > 0 && words.barred(listed(row.barred.map(awards))),
      row.blocked.length > 0 && words.blocked(listed(row.blocked.map(lacking))),
      row.ungraded && words.ungraded,
      row.reason,
      row.since && both(row.since),
    )
}
