import { type LocalDay, readCalendar } from '@jiannuo/contract/calendar.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayAndTime, dayWithWeekday, dayWithYear } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Columns, Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { RecordDays, WithdrawDay } from './change-days.tsx'
import { National } from './national.tsx'
import { calendarWords } from './words.ts'

/** 工作日历 /calendar: the working days every period is counted in, and for the work committee the means to change them. */
export function CalendarPage() {
  const words = useWords(calendarWords)
  const language = useLanguage()
  const thisYear = Number(useToday().slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { data } = useSuspenseQuery(query(readCalendar, { params: { year } }))
  const standing = data.local.filter(d => !d.withdrawn)
  return (
    <Page title={words.heading(year, data.workingDays, standing.length)} kicker={words.kicker} note={words.note}>
      <Stack>
        <FilterChips
          label={words.year}
          value={String(year)}
          onChange={value => setYear(Number(value))}
          chips={[thisYear - 1, thisYear, thisYear + 1].map(y => ({ value: String(y), label: words.yearOf(y) }))}
        />
        {!data.published && (
          <InlineAlert tone="warn" title={words.unpublished(year)}>
            {words.unpublishedNote(dayWithYear(data.source.through))}
          </InlineAlert>
        )}
        <Columns
          aside={
            <Card title={words.national} flush>
              <National days={data.days} />
              <p className="second card-body">
                {words.source(data.source.document[language], data.source.package, data.source.version)}
              </p>
            </Card>
          }
        >
          <Card title={words.local} flush>
            <LocalDays days={data.local} mayChange={data.mayChange} />
          </Card>
          {data.mayChange && <RecordDays />}
        </Columns>
      </Stack>
    </Page>
  )
}

function LocalDays({ days, mayChange }: { days: readonly LocalDay[]; mayChange: boolean }) {
  const words = useWords(calendarWords)
  const [leaving, setLeaving] = useState<string | null>(null)
  const columns: Column<LocalDay>[] = [
    { key: 'day', head: words.day, cell: d => dayWithWeekday(d.day), phone: 'name', noWrap: true },
    {
      key: 'kind',
      head: words.kind,
      cell: d => (d.working ? words.isWorking : words.isOff),
      phone: 'light',
      noWrap: true,
    },
    { key: 'reason', head: words.reason, cell: d => d.reason, phone: 'note' },
    { key: 'document', head: words.document, cell: d => d.document, phone: 'below' },
    {
      key: 'recorded',
      head: words.recorded,
      cell: d => `${d.recordedBy} ${dayAndTime(d.recordedAt)}`,
      phone: 'hidden',
    },
    {
      key: 'next',
      head: words.next,
      cell: d =>
        d.withdrawn ? (
          <>
            {words.withdrawn(d.withdrawn.by, dayAndTime(d.withdrawn.at))}
            <br />
            <span className="second">
              {d.withdrawn.reason}，{d.withdrawn.document}
            </span>
          </>
        ) : (
          mayChange && (
            <Button small onClick={() => setLeaving(d.id)}>
              {words.withdraw}
            </Button>
          )
        ),
      phone: 'reason',
    },
  ]
  const chosen = days.find(d => d.id === leaving && !d.withdrawn)
  return (
    <>
      <DataTable
        caption={words.local}
        columns={columns}
        rows={days}
        rowKey={d => d.id}
        empty={<Empty title={words.localNone}>{words.localNoneHint}</Empty>}
      />
      {chosen && <WithdrawDay key={chosen.id} day={chosen} onDone={() => setLeaving(null)} />}
    </>
  )
}
