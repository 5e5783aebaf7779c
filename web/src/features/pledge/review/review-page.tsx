import { listReviews } from '@jiannuo/contract/pledge/review.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useCallback, useState } from 'react'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useList } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithWeekday } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { useOnPhone } from '../../../ui/on-phone.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { Loading } from '../../../ui/state/loading.tsx'
import '../paper/pledge.css'
import { Queue } from './queue.tsx'
import { ReviewPaper } from './review-paper.tsx'
import { Shortcuts, useShortcuts } from './shortcuts.tsx'
import { useTypedComments } from './use-typed-comments.ts'
import { reviewWords } from './words.ts'

/** 待审 /review: on a desktop with the first pledge open. */
export function ReviewPage() {
  return <Desk chosen={null} />
}
/** 待审 /review/$id */
export function ReviewOnePage() {
  return <Desk chosen={useParam('id')} />
}

function Desk({ chosen }: { chosen: string | null }) {
  const words = useWords(reviewWords)
  const session = useSession()
  const onPhone = useOnPhone()
  const go = useGo()
  const sent = { query: { limit: 50 } }
  const { data: queue } = useSuspenseQuery(query(listReviews, sent))
  const { items, more } = useList(listReviews, sent)
  const ordered = [...items.filter(i => !i.clean), ...items.filter(i => i.clean)]
  const at = ordered.findIndex(i => i.id === (chosen ?? (onPhone ? '' : ordered[0]?.id)))
  const current = ordered[at]
  const [asked, setAsked] = useState<string | null>(null)
  const notAsked = useCallback(() => setAsked(null), [])
  const [typed, write] = useTypedComments()
  const [done, setDone] = useState<{ approved: number; left: number } | null>(null)
  const step = (by: number) => {
    const next = ordered[at + by]
    if (next) go(`/review/${next.id}`)
  }
  const keys = useShortcuts({ j: () => step(1), k: () => step(-1), c: () => setAsked(current?.id ?? null) })
  const afterDecision = () => {
    const next = ordered[at + 1] ?? ordered[at - 1]
    go(next && !onPhone ? `/review/${next.id}` : '/review')
  }
  const list = (
    <Queue
      items={items}
      waiting={queue.waiting}
      current={current?.id ?? null}
      mayDecide={queue.mayDecide}
      more={more}
      onApproved={(approved, left) => setDone({ approved, left })}
    />
  )
  const paper = current && (
    <Suspense key={current.id} fallback={<Loading shape="cards" />}>
      <ReviewPaper
        item={current}
        queue={queue}
        asked={asked === current.id}
        onAsked={notAsked}
        typed={typed}
        onWrite={write}
        onDecided={afterDecision}
      />
    </Suspense>
  )
  return (
    <Page
      title={words.heading(queue.waiting, Math.max(0, ...items.map(i => i.waitingDays)))}
      kicker={
        onPhone && chosen ? (
          <Go to="/review">{words.toList}</Go>
        ) : (
          [session.current.unitName, dayWithWeekday(session.today)].filter(Boolean).join(' · ')
        )
      }
      actions={
        !onPhone && (
          <span className="pledge-keys second">
            <span>
              <kbd>J</kbd> <kbd>K</kbd> {words.keyNext}
            </span>
            <span>
              <kbd>C</kbd> {words.keyComment}
            </span>
            <Button kind="text" small onClick={keys.open}>
              <kbd>?</kbd> {words.keys}
            </Button>
          </span>
        )
      }
    >
      {done && (
        <InlineAlert tone="ok" title={words.approvedSome(done.approved)}>
          {done.left > 0 && words.leftSome(done.left)}
        </InlineAlert>
      )}
      {chosen && !current && !done && (
        <InlineAlert tone="info" title={words.gone} actions={<Go to="/review">{words.toList}</Go>} />
      )}
      {items.length === 0 ? (
        <Card>
          <Empty title={words.emptyTitle} good>
            {words.emptyNote}
          </Empty>
        </Card>
      ) : onPhone ? (
        (paper ?? list)
      ) : (
        <div className="pledge-desk">
          {list}
          {paper}
        </div>
      )}
      <Shortcuts {...keys} />
    </Page>
  )
}
