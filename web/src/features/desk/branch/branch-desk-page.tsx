import { type Ask, type BranchDesk, readBranchDesk } from '@jiannuo/contract/desk/desk.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithWeekday, deadline } from '../../../i18n/format.ts'
import { sentences } from '../../../i18n/punctuation.ts'
import { Columns, Page } from '../../../ui/page/page.tsx'
import { Loading } from '../../../ui/state/loading.tsx'
import { RecentDeeds, timesOf } from '../deeds.tsx'
import { BranchLights } from './branch-lights.tsx'
import '../desk.css'
import { NotCounted, NothingAsked } from '../quiet.tsx'
import { deskWords } from '../words.ts'
import { YearCard } from '../year-card.tsx'
import { TermCard } from './term-card.tsx'
import { WaitingRows } from './waiting-rows.tsx'

/** 本周 /this-week: who waits for the branch secretary, how long, and where it goes if nothing happens. */
export function BranchDeskPage() {
  const words = useWords(deskWords)
  return (
    <Suspense fallback={<Loading title={words.fetching} />}>
      <Branch />
    </Suspense>
  )
}

function Branch() {
  const words = useWords(deskWords)
  const { data } = useSuspenseQuery({ ...query(readBranchDesk), staleTime: 0 })
  const { asks, own, today } = data
  const all = [...asks, ...own]
  return (
    <Page
      large
      title={words.week(all.length, late(all).length)}
      kicker={words.branchKicker(data.unitName, dayWithWeekday(today))}
      note={noteOf(words, data)}
    >
      <Columns
        aside={
          <>
            <YearCard cycle={data.cycle} today={today} />
            <TermCard term={data.term} unitId={data.unitId} />
            <NotCounted />
          </>
        }
      >
        {all.length === 0 && <NothingAsked upcoming={data.upcoming} />}
        <WaitingRows
          title={words.waiting(asks.length)}
          note={data.rises ? words.rule(data.rises.days, data.rises.to) : undefined}
          asks={asks}
          today={today}
          primary
        />
        <WaitingRows title={words.own(own.length)} asks={own} today={today} primary={asks.length === 0} />
        <BranchLights fulfilment={data.fulfilment} />
        <RecentDeeds deeds={data.deeds} />
      </Columns>
    </Page>
  )
}

const late = (asks: readonly Ask[]) => asks.filter(ask => ask.urgency === 'overdue')

const REVIEWS: readonly Ask['kind'][] = ['reviewPledge', 'reviewAmendment']

/** What is behind, and what happens next if nothing is done. */
const noteOf = (words: (typeof deskWords)['zh'], { asks, rises, deeds }: BranchDesk) => {
  const reviews = asks.filter(ask => REVIEWS.includes(ask.kind))
  const first = reviews.flatMap(ask => ask.dueOn ?? []).sort()[0]
  return sentences(
    deeds.length > 0 && words.deedsNote(timesOf(deeds)),
    rises && late(reviews).length > 0
      ? words.risesNote(rises.to)
      : rises && first && words.firstReview(deadline(first), rises.to),
  )
}
