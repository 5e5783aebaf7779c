import { useWords } from '../../../i18n/dictionary.ts'
import { language } from '../../../i18n/language.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { overviewWords } from '../words.ts'
import type { CityData } from './city-data.ts'
import { cityWords } from './words.ts'

/** What stands still: whose it is, for how many days, and the remedy now. */
export function StuckCard({ data }: { data: CityData }) {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).city
  return (
    <Card title={words.stuck} note={words.stuckFinding(data.stuckAll)} flush>
      <DataTable
        caption={words.stuck}
        rows={data.stuck}
        rowKey={row => `${row.kind} ${row.unitId}`}
        empty={
          <Empty good title={words.stuckNone}>
            {words.stuckNoneNote}
          </Empty>
        }
        columns={[
          {
            key: 'what',
            head: words.what,
            cell: row => (
              <>
                <Light colour={row.severe ? 'red' : 'yellow'} bare>
                  {row.severe ? words.severe : words.slow}
                </Light>{' '}
                {row.what[language()]}
                <span className="overview-under">{row.where}</span>
              </>
            ),
            phone: 'name',
          },
          {
            key: 'days',
            head: words.stopped,
            cell: row => <span className={row.severe ? 'overview-late' : undefined}>{common.days(row.days)}</span>,
            numeric: true,
            noWrap: true,
            phone: 'light',
          },
          { key: 'remedy', head: words.remedy, cell: row => row.remedy[language()], phone: 'reason' },
        ]}
      />
    </Card>
  )
}
