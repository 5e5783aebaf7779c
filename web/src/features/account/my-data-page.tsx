import { listOwnAppraisals } from '@jiannuo/contract/appraisal/rating.ts'
import { exportMyData, type MyData, readMyData } from '@jiannuo/contract/identity/my-data.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { address } from '../../app/server/api.ts'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { addDays, dayAndTime, dayWithYear } from '../../i18n/format.ts'
import { language } from '../../i18n/language.ts'
import { ButtonLink, DownloadLink } from '../../ui/action/button.tsx'
import { Card, Facts, Row, Rows } from '../../ui/page/card.tsx'
import { Columns, Page } from '../../ui/page/page.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { actionWord, roleWord } from './event-words.ts'
import { myDataWords } from './my-data-words.ts'

type Data = z.output<typeof MyData>

const DAY = /^\d{4}-\d\d-\d\d$/

/** 我的数据: everything held, why, and who looked at it. */
export function MyDataPage() {
  const words = useWords(myDataWords)
  const data = useSuspenseQuery(query(readMyData)).data
  const shown = ({ key, value }: Data['fields'][number]) =>
    value !== null && key === 'gender'
      ? words.genders[value]
      : value !== null && DAY.test(value)
        ? dayWithYear(value)
        : value
  return (
    <Page
      title={words.seenBy(data.views.length)}
      kicker={words.kicker}
      note={words.note}
      actions={
        <>
          <ButtonLink to="/my-account">{words.account}</ButtonLink>
          <DownloadLink href={address(exportMyData)}>{words.export}</DownloadLink>
        </>
      }
    >
      <Columns aside={<Views views={data.views} />}>
        <Card title={words.held} flush>
          <DataTable
            caption={words.held}
            rowKey={field => field.key}
            rows={data.fields}
            columns={[
              { key: 'field', head: words.field, cell: f => f.label[language()], phone: 'name', noWrap: true },
              { key: 'value', head: words.value, cell: f => shown(f) ?? words.nothing, phone: 'light' },
              { key: 'purpose', head: words.purpose, cell: f => f.purpose[language()], phone: 'below' },
            ]}
          />
        </Card>
        <Career data={data} />
      </Columns>
    </Page>
  )
}

function Career({ data }: { data: Data }) {
  const words = useWords(myDataWords)
  const appraisals = useSuspenseQuery(query(listOwnAppraisals)).data.items
  const gradeOf = ({ year, level, grade }: Data['results'][number]) =>
    appraisals.find(a => a.year === year && a.level === level)?.grades.find(g => g.id === grade)?.title[language()] ??
    grade
  const span = ({ from, until }: { from: string; until: string | null }) =>
    until ? words.span(dayWithYear(from), dayWithYear(addDays(until, -1))) : words.since(dayWithYear(from))
  const standing = (s: Data['standings'][number]) =>
    [s.kind === 'regular' ? words.regular : words.probationary, s.leadingCadre ? words.leadingCadre : '']
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <Card title={words.belongings} flush>
        <Rows>
          {data.belongings.map(b => (
            <Row key={b.from + b.unit} title={b.unit} state={span(b)} />
          ))}
          {data.posts.map(p => (
            <Row key={p.from + p.unit + p.kind} title={`${p.unit} ${p.title[language()]}`} state={span(p)} />
          ))}
          {data.standings.map(s => (
            <Row key={s.from} title={standing(s)} state={span(s)} />
          ))}
        </Rows>
      </Card>
      <Card title={words.results}>
        {data.results.length === 0 && <p className="second">{words.noResults}</p>}
        <Facts items={data.results.map(r => ({ term: words.year(r.year), value: gradeOf(r) ?? words.undecided }))} />
      </Card>
      <Card title={words.counts}>
        <Facts
          items={(['pledges', 'reports', 'facts', 'transfers', 'messages'] as const).map(key => ({
            term: words[key],
            value: words.rows(data.counts[key]),
          }))}
        />
      </Card>
    </>
  )
}

function Views({ views }: Pick<Data, 'views'>) {
  const words = useWords(myDataWords)
  return (
    <Card title={words.views} note={words.viewsNote} flush>
      <Rows>
        {views.length === 0 && <Row title={<span className="second">{words.noViews}</span>} />}
        {views.map(view => (
          <Row
            key={view.at + view.action}
            title={`${view.unit} ${view.name} ${actionWord(view.action)}`}
            note={`${roleWord(view.role)} · ${dayAndTime(view.at)}`}
          />
        ))}
      </Rows>
    </Card>
  )
}
