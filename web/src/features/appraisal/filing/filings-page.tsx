import { type FilingLevel, listFilings, readFiling } from '@jiannuo/contract/appraisal/filing.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { LEVELS, type Level } from '@jiannuo/contract/values.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../app/location.ts'
import { query, useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, dayAndTime, number } from '../../../i18n/format.ts'
import { labelled, listed } from '../../../i18n/punctuation.ts'
import { PrintButton } from '../../../ui/action/print-button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useBoth } from '../both.ts'
import { unitWords } from '../units/words.ts'
import { appraisalWords } from '../words.ts'
import { filingWords } from './words.ts'

const isOfPersons = (level: FilingLevel): level is Level => LEVELS.some(each => each === level)
/** What a filing is of: a level of persons in a year, or a scheme for units in a period. */
function useAbout(): (row: Pick<Reply<typeof readFiling>, 'level' | 'year' | 'period' | 'schemeTitle'>) => string {
  const common = useWords(appraisalWords)
  const units = useWords(unitWords)
  return ({ level, year, period, schemeTitle }) =>
    isOfPersons(level)
      ? `${year} · ${common.levels[level]}`
      : `${units.of(schemeTitle ?? '', period ?? String(year))} · ${units.subjects[level]}`
}

/** 备案 /appraisal/filings */
export function FilingsPage() {
  const words = useWords(filingWords)
  const common = useWords(appraisalWords)
  const about = useAbout()
  const { items, more } = useList(listFilings, {})
  return (
    <Page
      title={words.headingFilings(items.length)}
      kicker={<Go to="/appraisal">{common.all}</Go>}
      note={words.filingsNote}
    >
      <Card flush>
        <DataTable
          caption={words.headingFilings(items.length)}
          rows={items}
          rowKey={row => row.id}
          more={more}
          empty={<Empty title={words.none}>{words.noneNote}</Empty>}
          columns={[
            {
              key: 'unit',
              head: words.unit,
              phone: 'name',
              cell: row => <Go to={`/appraisal/filings/${row.id}`}>{row.unitName}</Go>,
            },
            {
              key: 'level',
              head: words.level,
              phone: 'note',
              cell: about,
            },
            { key: 'subjects', head: words.subjects, phone: 'below', numeric: true, cell: row => row.subjects },
            { key: 'managing', head: words.managing, phone: 'hidden', cell: row => row.managingUnitName },
            {
              key: 'filedAt',
              head: words.filedAt,
              phone: 'reason',
              noWrap: true,
              cell: row => dayAndTime(row.filedAt),
            },
          ]}
        />
      </Card>
    </Page>
  )
}

/** 备案材料 /appraisal/filings/$id: replayed each time it is opened. */
export function FilingPage() {
  const words = useWords(filingWords)
  const common = useWords(appraisalWords)
  const about = useAbout()
  const { data } = useSuspenseQuery(query(readFiling, { params: { filingId: useParam('id') } }))
  return (
    <Page
      title={labelled(
        isOfPersons(data.level) ? common.of(data.unitName, data.year, data.level) : about(data),
        words.filed,
      )}
      kicker={<Go to="/appraisal/filings">{words.headingFilings(1)}</Go>}
      actions={<PrintButton />}
    >
      <Stack>
        {data.replay.intact ? (
          <InlineAlert tone="ok" title={words.intact} />
        ) : (
          <InlineAlert tone="danger" title={words.broken}>
            {words.brokenNote}
            {listed(data.replay.differences)}
          </InlineAlert>
        )}
        <Card>
          <Facts
            items={[
              { term: words.meeting, value: `${data.meeting} · ${day(data.meetingOn)}` },
              { term: words.managing, value: data.managingUnitName },
              { term: words.filedAt, value: dayAndTime(data.filedAt) },
              { term: words.fingerprint, value: <code>{data.sha256}</code> },
              {
                term: words.document,
                value:
                  data.document === null ? (
                    words.documentKept
                  ) : (
                    <a
                      className="no-print"
                      download={`${data.sha256.slice(0, 12)}.json`}
                      href={`data:application/json;charset=utf-8,${encodeURIComponent(data.document)}`}
                    >
                      {words.save}
                    </a>
                  ),
              },
            ]}
          />
        </Card>
        <FiledRows filing={data} />
      </Stack>
    </Page>
  )
}

function FiledRows({ filing }: { filing: Reply<typeof readFiling> }) {
  const words = useWords(filingWords)
  const units = useWords(unitWords)
  const both = useBoth()
  return (
    <Card flush>
      <DataTable
        caption={words.grades}
        rows={filing.rows}
        rowKey={row => `${row.name} ${row.homeUnitName} ${row.total ?? ''}`}
        columns={[
          {
            key: 'name',
            head: isOfPersons(filing.level) ? words.name : units.unit,
            phone: 'name',
            noWrap: true,
            cell: row => row.name,
          },
          {
            key: 'home',
            head: isOfPersons(filing.level) ? words.home : units.organ,
            phone: 'note',
            cell: row => row.homeUnitName,
          },
          {
            key: 'total',
            head: words.total,
            phone: 'light',
            numeric: true,
            cell: row => row.total !== null && number(Number(row.total), 2),
          },
          {
            key: 'grade',
            head: words.grade,
            phone: 'reason',
            noWrap: true,
            cell: row =>
              listed([
                ...(row.grade ? [both(row.grade.title)] : []),
                ...(row.stars === null ? [] : [units.stars(row.stars)]),
              ]) || words.ungraded,
          },
          { key: 'reason', head: words.reason, phone: 'hidden', cell: row => row.reason },
        ]}
      />
    </Card>
  )
}
