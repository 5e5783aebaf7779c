import { readLevelFour, type SecretaryRow } from '@jiannuo/contract/desk/overview.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, dayWithWeekday, number } from '../../../i18n/format.ts'
import { language } from '../../../i18n/language.ts'
import { PrintButton } from '../../../ui/action/print-button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { KeyFigures } from '../../../ui/page/key-figures.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { overviewWords } from '../words.ts'
import { cityWords } from './words.ts'
import '../overview.css'

const FILTERS = ['all', 'waits', 'author', 'settled'] as const
const settled = (row: SecretaryRow) => row.state === 'inForce' || row.state === 'amending' || row.state === 'closed'
const kept: Record<(typeof FILTERS)[number], (row: SecretaryRow) => boolean> = {
  all: () => true,
  waits: row => row.turn === 'waits',
  author: row => row.turn === 'author',
  settled,
}

/** 党组书记 /level-four: the leading Party group secretaries for the city committee's organisation department. */
export function LevelFourPage() {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).four
  const session = useSession()
  const { data } = useSuspenseQuery(query(readLevelFour))
  const [filter = 'all', setFilter] = useSearchParam('show', FILTERS)
  const columns = useColumns()
  const { secretaries } = data
  const waits = secretaries.filter(kept.waits)
  const late = waits.filter(row => row.overdueDays > 0).length
  const kicker = common.kicker(session.current.unitName, dayWithWeekday(session.today))
  if (secretaries.length === 0) {
    return (
      <Page title={words.none} kicker={kicker}>
        <Card>
          <Empty title={words.none}>{words.noneNote}</Empty>
        </Card>
      </Page>
    )
  }
  const shown = secretaries.filter(kept[filter])
  const [first, others] = [shown.filter(kept.waits), shown.filter(row => !kept.waits(row))]
  const note = data.now ? common.phaseLeft(common.phases[data.now.phase], data.now.daysLeft) : common.noYearNote
  return (
    <Page
      large
      title={data.now ? words.title(secretaries.length, waits.length) : common.noYear}
      kicker={kicker}
      note={note}
      actions={<PrintButton />}
    >
      <KeyFigures
        figures={[
          {
            label: words.waiting,
            value: number(waits.length),
            unit: common.papers,
            meaning: words.overdue(late),
            to: '/review',
          },
          {
            label: words.inForce,
            value: number(secretaries.filter(settled).length),
            unit: common.people,
            meaning: words.inForceNote(secretaries.length),
          },
          {
            label: words.unsubmitted,
            value: number(secretaries.filter(kept.author).length),
            unit: common.people,
            meaning: words.unsubmittedNote,
          },
          {
            label: words.filedCount,
            value: number(secretaries.filter(row => row.filed).length),
            unit: common.people,
            meaning: words.filedNote,
          },
        ]}
      />
      <Card flush>
        <div className="overview-filter">
          <FilterChips
            label={words.filter}
            value={filter}
            onChange={value => setFilter(value === 'all' ? null : value)}
            chips={FILTERS.map(value => ({
              value,
              label: words[value],
              count: secretaries.filter(kept[value]).length,
            }))}
          />
        </div>
        <DataTable
          caption={words.table}
          columns={columns}
          groups={[
            { title: words.groupWaits(first.length), rows: first },
            { title: words.groupOthers(others.length), rows: others },
          ]}
          rowKey={row => row.unitId}
          empty={<Empty title={words.noMatch} />}
          footer={words.below}
        />
      </Card>
    </Page>
  )
}

function useColumns(): Column<SecretaryRow>[] {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).four
  return [
    { key: 'unit', head: words.unit, cell: row => row.unitName, phone: 'name' },
    {
      key: 'person',
      head: words.person,
      cell: row => row.personName ?? <Light colour="yellow">{words.vacant}</Light>,
      noWrap: true,
      phone: 'note',
    },
    {
      key: 'state',
      head: words.state,
      cell: row =>
        row.state ? (
          <StatusTag>{common.states[row.state]}</StatusTag>
        ) : (
          row.personName && <StatusTag tone="warn">{words.none2}</StatusTag>
        ),
      noWrap: true,
      phone: 'light',
    },
    {
      key: 'since',
      head: words.since,
      cell: row => row.submittedOn && day(row.submittedOn),
      noWrap: true,
      phone: 'hidden',
    },
    { key: 'appraisal', head: words.appraisal, cell: row => row.appraisal[language()], phone: 'hidden' },
    {
      key: 'filed',
      head: words.filed,
      cell: row => row.filed && `${row.filed.year} ${row.filed.grade[language()]}`,
      noWrap: true,
      phone: 'hidden',
    },
    {
      key: 'next',
      head: words.next,
      cell: row =>
        row.turn === 'waits' && row.pledgeId ? (
          <Go to={`/review/${row.pledgeId}`}>{row.next[language()]}</Go>
        ) : (
          row.next[language()]
        ),
      phone: 'reason',
    },
  ]
}
