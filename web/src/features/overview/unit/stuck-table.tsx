import type { StuckReview } from '@jiannuo/contract/desk/overview.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day } from '../../../i18n/format.ts'
import { language } from '../../../i18n/language.ts'
import { Light } from '../../../ui/signal/light.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { overviewWords } from '../words.ts'
import { unitWords } from './words.ts'

/** Reviews that stand still, each with its clock and what happens next. */
export function StuckTable({ rows, left }: { rows: readonly StuckReview[]; left: number }) {
  const common = useWords(overviewWords)
  const words = useWords(unitWords).decide
  return (
    <DataTable
      caption={words.stuck}
      rows={rows}
      rowKey={row => row.pledgeId}
      columns={[
        {
          key: 'who',
          head: words.who,
          cell: row => (
            <>
              {row.personName}
              <span className="overview-under">{`${row.unitName} ${common.levels[row.level]}`}</span>
            </>
          ),
          phone: 'name',
        },
        { key: 'clock', head: words.clock, cell: row => <Clock row={row} />, noWrap: true, phone: 'light' },
        { key: 'at', head: words.at, cell: row => row.reviewerName, phone: 'note' },
        {
          key: 'since',
          head: words.since,
          cell: row => common.days(row.waitingDays),
          numeric: true,
          noWrap: true,
          phone: 'hidden',
        },
        { key: 'next', head: words.next, cell: row => row.next[language()], phone: 'reason' },
      ]}
      footer={left > 0 ? words.more(left) : undefined}
    />
  )
}

function Clock({ row }: { row: StuckReview }) {
  const words = useWords(unitWords).decide
  if (row.overdueDays > 0) return <Light colour="red">{words.overdue(row.overdueDays)}</Light>
  return <Light colour="yellow">{row.dueOn ? words.due(day(row.dueOn)) : words.risen}</Light>
}
