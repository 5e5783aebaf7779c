import { type FactRecord, readFactRecords } from '@jiannuo/contract/facts.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam, useSearchText } from '../../app/location.ts'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime, dayWithYear } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Go } from '../../ui/go.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { decimal, percentage } from '../../ui/trace/reckon.ts'
import { factWords } from './words.ts'

/** A share as people say it; every other number as it was recorded. */
const shown = (value: string, unit: string) => (unit === 'share' ? percentage(value) : decimal(value))

/** 数据来源 /facts/$subject/$fact?period=&cutOff=: one number and the records behind it. */
export function FactRecordsPage() {
  const words = useWords(factWords)
  const said = useLanguage()
  const params = { subjectId: useParam('subject'), factId: useParam('fact') }
  const period = useSearchText('period') ?? ''
  const cutOff = useSearchText('cutOff')
  const { data } = useSuspenseQuery(query(readFactRecords, { params, query: { period, ...(cutOff && { cutOff }) } }))
  const { fact, subject } = data
  const who = subject.name === subject.unitName ? subject.name : `${subject.name} · ${subject.unitName}`
  return (
    <Page
      title={words.heading(fact.title[said], data.value === null ? words.missing : shown(data.value, fact.unit))}
      kicker={words.back}
      note={words.note(who, data.period, dayWithYear(data.cutOff))}
    >
      <Stack>
        <Card flush>
          <Records records={data.records} unit={fact.unit} />
        </Card>
        <Card flush>
          <Rows>
            <Row title={words.how} note={words.readings[data.reading] ?? data.reading} />
            {fact.cite && <Row title={words.defined} note={`${fact.cite.document} ${fact.cite.article}`} />}
          </Rows>
        </Card>
      </Stack>
    </Page>
  )
}

function Records({ records, unit }: { records: readonly FactRecord[]; unit: string }) {
  const words = useWords(factWords)
  const columns: Column<FactRecord>[] = [
    { key: 'on', head: words.on, cell: row => dayWithYear(row.on), noWrap: true, phone: 'name' },
    { key: 'value', head: words.value, cell: row => shown(row.value, unit), numeric: true, phone: 'light' },
    { key: 'period', head: words.period, cell: row => row.period ?? words.event, phone: 'reason' },
    { key: 'from', head: words.from, cell: row => <Origin record={row} />, phone: 'below' },
    { key: 'at', head: words.recordedAt, cell: row => dayAndTime(row.recordedAt), noWrap: true, phone: 'note' },
  ]
  return (
    <DataTable
      caption={words.caption}
      columns={columns}
      rows={records}
      rowKey={row => row.id}
      empty={<Empty title={words.empty}>{words.emptyNote}</Empty>}
    />
  )
}

function Origin({ record: { imported, link, module } }: { record: FactRecord }) {
  const words = useWords(factWords)
  if (imported) return words.imported(imported.office, imported.document, imported.fileName, imported.row, imported.by)
  return (
    <span>
      {words.modules[module] ?? module} {link && <Go to={link}>{words.open}</Go>}
    </span>
  )
}
