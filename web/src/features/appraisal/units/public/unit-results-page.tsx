import { listPublished, listUnitResults } from '@jiannuo/contract/appraisal/assessed-unit.ts'
import { useList } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { addDays, day, deadline, number } from '../../../../i18n/format.ts'
import { listed } from '../../../../i18n/punctuation.ts'
import { Go } from '../../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../../ui/page/card.tsx'
import { Page, Stack } from '../../../../ui/page/page.tsx'
import { StatusTag } from '../../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { LoadMore } from '../../../../ui/table/load-more.tsx'
import { useStanding } from '../standing.ts'
import { unitResultWords } from '../unit/words.ts'
import { unitWords } from '../words.ts'

/** 单位考核结果 /unit-results: what the own unit and those it leads got, and what is public. */
export function UnitResultsPage() {
  const words = useWords(unitResultWords)
  const { items, more } = useList(listUnitResults, {})
  const open = items.filter(each => each.mayObject).length
  return (
    <Page title={open > 0 ? words.resultsMay(open) : words.resultsHeading(items.length)} note={words.resultsNote}>
      <Stack>
        <Card title={words.results} flush>
          {items.length === 0 ? (
            <Empty title={words.none}>{words.noneNote}</Empty>
          ) : (
            <Rows>
              {items.map(each => (
                <ResultRow key={each.id} row={each} />
              ))}
            </Rows>
          )}
          {more && <LoadMore {...more} />}
        </Card>
        <PublishedCard />
      </Stack>
    </Page>
  )
}

type ResultItem = ReturnType<typeof useList<typeof listUnitResults>>['items'][number]
function ResultRow({ row }: { row: ResultItem }) {
  const words = useWords(unitResultWords)
  const common = useWords(unitWords)
  const standing = useStanding(row.grades)
  return (
    <Row
      title={<Go to={`/assessed/${row.id}`}>{row.name}</Go>}
      note={[
        common.of(row.schemeTitle, row.period),
        row.unitName,
        row.mayObject && row.objectionUntil ? words.until(deadline(addDays(row.objectionUntil, -1))) : '',
        row.objection === null ? '' : words.objectionStates[row.objection],
      ]
        .filter(Boolean)
        .join(' · ')}
      state={
        <>
          {listed([row.total === null ? '–' : number(row.total, 2), standing(row)].filter(Boolean))}{' '}
          <StatusTag>{common.states[row.state]}</StatusTag>
        </>
      }
    />
  )
}

function PublishedCard() {
  const words = useWords(unitResultWords)
  const common = useWords(unitWords)
  const { items, more } = useList(listPublished, {})
  return (
    <Card title={words.published} flush>
      {items.length === 0 ? (
        <Empty title={words.publishedNone}>{words.publishedNoneNote}</Empty>
      ) : (
        <Rows>
          {items.map(each => (
            <Row
              key={each.id}
              title={<Go to={`/unit-results/public/${each.id}`}>{common.of(each.schemeTitle, each.period)}</Go>}
              note={listed([each.unitName, `${common.subjects[each.subject]} ${common.units(each.units)}`])}
              state={day(each.publishedAt.slice(0, 10))}
            />
          ))}
        </Rows>
      )}
      {more && <LoadMore {...more} />}
    </Card>
  )
}
