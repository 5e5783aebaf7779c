import { type MyDesk, readMyDesk } from '@jiannuo/contract/desk/desk.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day, dayWithWeekday } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Go } from '../../ui/go.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useOnPhone } from '../../ui/on-phone.ts'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Columns, Page } from '../../ui/page/page.tsx'
import { Loading } from '../../ui/state/loading.tsx'
import { AskCards } from './ask-cards.tsx'
import { RecentDeeds } from './deeds.tsx'
import './desk.css'
import { MyItems } from './my-items.tsx'
import { NotCounted, NothingAsked } from './quiet.tsx'
import { deskWords } from './words.ts'
import { YearCard } from './year-card.tsx'

/** 今天 /today: what is asked of a person, and how his pledge, his year and his last result stand. */
export function MyDeskPage() {
  const words = useWords(deskWords)
  return (
    <Suspense fallback={<Loading title={words.fetching} />}>
      <Own />
    </Suspense>
  )
}

function Own() {
  const words = useWords(deskWords)
  const onPhone = useOnPhone()
  const { data } = useSuspenseQuery({ ...query(readMyDesk), staleTime: 0 })
  const { asks, today, cycle, items } = data
  const year = <YearCard cycle={cycle} today={today} inForceOn={items.inForceOn} />
  const overdue = asks.filter(ask => ask.urgency === 'overdue').length
  return (
    <Page large title={words.asks(asks.length, overdue)} kicker={words.greeting(data.name, dayWithWeekday(today))}>
      <Columns
        aside={
          <>
            {!onPhone && year}
            <LastResult result={data.result} />
            <Notices notices={data.notices} />
            <NotCounted />
          </>
        }
      >
        <AskCards asks={asks} today={today} />
        {asks.length === 0 && <NothingAsked upcoming={data.upcoming} />}
        {onPhone && year}
        <MyItems items={items.shown} of={items.of} />
        <RecentDeeds deeds={data.deeds} />
      </Columns>
    </Page>
  )
}

function LastResult({ result }: { result: MyDesk['result'] }) {
  const words = useWords(deskWords)
  const language = useLanguage()
  if (!result) return null
  return (
    <Card>
      <div className="desk-result">
        <div>
          <h2 className="second">{words.result(result.year)}</h2>
          <p>
            <strong className="desk-grade">{result.grade[language]}</strong>
            {result.total !== null && <span className="second">{words.total(words.number(result.total))}</span>}
          </p>
        </div>
        <Go to="/my-results" className="desk-more">
          {words.why}
          <Icon name="next" size={14} />
        </Go>
      </div>
    </Card>
  )
}

function Notices({ notices }: { notices: MyDesk['notices'] }) {
  const words = useWords(deskWords)
  if (notices.length === 0) return null
  return (
    <Card title={words.notices} flush>
      <Rows>
        {notices.map(notice => (
          <Row
            key={notice.id}
            title={<Go to={`/notices/${notice.id}`}>{notice.title}</Go>}
            note={words.noticeUntil(notice.unitName, day(notice.lastDay), notice.objects)}
          />
        ))}
      </Rows>
    </Card>
  )
}
