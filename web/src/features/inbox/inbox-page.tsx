import { type InboxMessage, listInbox, markAllRead, markRead } from '@jiannuo/contract/desk/inbox.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParam } from '../../app/location.ts'
import { query, useCommand, useList } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day, dayAndTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Button } from '../../ui/action/button.tsx'
import { Go } from '../../ui/go.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Columns, Page } from '../../ui/page/page.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { FilterChips } from '../../ui/table/filter-chips.tsx'
import { LoadMore } from '../../ui/table/load-more.tsx'
import { FeedCard } from './feed-card.tsx'
import './inbox.css'
import { RemindersCard } from './reminders-card.tsx'
import { inboxWords } from './words.ts'

/** 消息 /inbox: every message leads to the page that answers it; the calendar feed beside. */
export function InboxPage() {
  const words = useWords(inboxWords)
  const [only, setOnly] = useSearchParam('only', ['unread'])
  const { data: counts } = useSuspenseQuery({ ...query(listInbox, { query: { limit: 1 } }), staleTime: 0 })
  const { items, more } = useList(listInbox, { query: only ? { only } : {} })
  const all = useCommand(markAllRead)
  const newest = items[0]
  return (
    <Page
      title={words.title(counts.unread)}
      kicker={words.kicker}
      actions={
        counts.unread > 0 && newest ? (
          <Button busy={all.busy} onClick={() => all.run({ body: { upTo: newest.sentAt } })}>
            {words.markAll}
          </Button>
        ) : undefined
      }
    >
      <ProblemAlert problem={all.problem} />
      <Columns
        aside={
          <>
            <RemindersCard />
            <FeedCard />
          </>
        }
      >
        <FilterChips
          label={words.shown}
          chips={[
            { value: 'all', label: words.everything, count: counts.all },
            { value: 'unread', label: words.unread, count: counts.unread },
          ]}
          value={only ?? 'all'}
          onChange={value => setOnly(value === 'unread' ? 'unread' : null)}
        />
        <Card flush={items.length > 0}>
          {items.length === 0 ? (
            <Empty
              title={only && counts.all > 0 ? words.noneUnread : words.none}
              good={Boolean(only && counts.all > 0)}
            >
              {only && counts.all > 0 ? undefined : words.noneNote}
            </Empty>
          ) : (
            <Rows>
              {items.map(message => (
                <Message key={message.id} message={message} />
              ))}
            </Rows>
          )}
        </Card>
        {more && <LoadMore {...more} />}
      </Columns>
    </Page>
  )
}

function Message({ message }: { message: InboxMessage }) {
  const words = useWords(inboxWords)
  const language = useLanguage()
  const today = useToday()
  const read = useCommand(markRead)
  const { dueOn } = message
  return (
    <Row
      lead={<span className="inbox-mark">{!message.read && <StatusTag tone="info">{words.isNew}</StatusTag>}</span>}
      title={
        // Following the link marks it; the page it leads to does not wait for that.
        // biome-ignore lint/a11y/noStaticElementInteractions: a link followed by key sends a click as well
        // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside is the control
        <span
          className={message.read ? 'inbox-read' : undefined}
          onClick={() => !message.read && void read.run({ params: { messageId: message.id } })}
        >
          <Go to={message.link}>{message.title[language]}</Go>
        </span>
      }
      note={dayAndTime(message.sentAt)}
      state={dueOn && <span className="second">{dueOn < today ? words.late(day(dueOn)) : words.due(day(dueOn))}</span>}
    />
  )
}
