import type { BranchRow } from '@jiannuo/contract/desk/overview.ts'
import { language } from '../../../i18n/language.ts'
import { Go } from '../../../ui/go.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { ProgressBar } from '../../../ui/signal/progress-bar.tsx'
import type { Column } from '../../../ui/table/data-table.tsx'
import { Remind } from './remind.tsx'
import type { unitWords } from './words.ts'

type Words = (typeof unitWords)['zh']['organ']

/** `unit` is the organ whose branches are listed: its name need not stand before each of them. */
export const branchColumns = (words: Words, unit: string): Column<BranchRow>[] => [
  {
    key: 'name',
    head: words.branch,
    cell: row => <Go to={`/organisation/${row.unitId}`}>{withoutUnit(row.name, unit)}</Go>,
    phone: 'name',
  },
  {
    key: 'secretary',
    head: words.secretary,
    cell: row => row.secretary ?? <Light colour="yellow">{words.vacant}</Light>,
    noWrap: true,
    phone: 'note',
  },
  { key: 'members', head: words.size, cell: row => row.members, numeric: true, phone: 'hidden' },
  {
    key: 'pledges',
    head: words.pledges,
    cell: row => <Filled label={`${row.name} ${words.pledges}`} part={row.inForce} whole={row.owed} />,
    numeric: true,
    noWrap: true,
    phone: 'hidden',
  },
  {
    key: 'lights',
    head: words.fulfilment,
    cell: row => <Lights row={row} words={words} />,
    noWrap: true,
    phone: 'light',
  },
  {
    key: 'midYear',
    head: words.midYear,
    cell: row =>
      row.inForce > 0 ? (
        <Filled label={`${row.name} ${words.midYear}`} part={row.confirmed} whole={row.inForce} />
      ) : null,
    numeric: true,
    noWrap: true,
    phone: 'hidden',
  },
  {
    key: 'term',
    head: words.term,
    cell: row => row.term && <TermEnd term={row.term} />,
    noWrap: true,
    phone: 'hidden',
  },
  {
    key: 'toReview',
    head: words.toReview,
    cell: row =>
      row.toReview > 0 ? (
        <span className={row.late > 0 ? 'overview-late' : undefined}>{words.wait(row.toReview, row.waitingDays)}</span>
      ) : null,
    noWrap: true,
    phone: 'hidden',
  },
  {
    key: 'reason',
    head: words.reason,
    cell: row => <span className={row.attention ? undefined : 'second'}>{row.reason[language()]}</span>,
    phone: 'reason',
  },
  {
    key: 'remind',
    head: words.remindHead,
    cell: row => row.none + row.drafted + row.returned > 0 && <Remind row={row} />,
    noWrap: true,
    phone: 'below',
  },
]

/** 市水利局规划处党支部 in the table of 市水利局机关党委 as 规划处党支部. */
function withoutUnit(name: string, unit: string): string {
  let same = 0
  while (same < name.length && name[same] === unit[same]) same++
  return same >= 3 && name.length - same >= 3 ? name.slice(same) : name
}

/** Full is grey and quiet; only the incomplete gets a bar. */
function Filled({ label, part, whole }: { label: string; part: number; whole: number }) {
  if (whole === 0) return null
  if (part === whole) return <span className="second">{`${part} / ${whole}`}</span>
  return (
    <span className="overview-filled">
      <ProgressBar label={label} share={part / whole} />
      <strong>{`${part} / ${whole}`}</strong>
    </span>
  )
}

function Lights({ row, words }: { row: BranchRow; words: Words }) {
  if (row.red + row.yellow + row.green === 0) return <Light colour="grey">{words.notDue}</Light>
  if (row.redPeople + row.yellowPeople === 0) return <Light colour="green" />
  return (
    <span className="overview-lights">
      {row.redPeople > 0 && <Light colour="red">{words.redPeople(row.redPeople)}</Light>}
      {row.yellowPeople > 0 && <Light colour="yellow">{words.yellowPeople(row.yellowPeople)}</Light>}
    </span>
  )
}

function TermEnd({ term }: { term: NonNullable<BranchRow['term']> }) {
  const month = term.endsOn.slice(0, 7)
  if (term.clock === 'overdue') return <Light colour="red">{month}</Light>
  return term.clock === 'due' || term.clock === 'extended' ? <Light colour="yellow">{month}</Light> : month
}
