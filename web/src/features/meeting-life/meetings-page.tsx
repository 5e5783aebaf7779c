import { listMeetings, type MeetingLine, readCompliance } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useSearchText } from '../../app/location.ts'
import { query, useList } from '../../app/server/query.ts'
import { useSession, useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime, monthName, monthOn } from '../../i18n/format.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { Go } from '../../ui/go.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { InlineAlert } from '../../ui/state/inline-alert.tsx'
import { FilterChips } from '../../ui/table/filter-chips.tsx'
import { LoadMore } from '../../ui/table/load-more.tsx'
import { isKeeper } from './keepers.ts'
import { RuleRow } from './rule-row.tsx'
import { meetingWords } from './words.ts'

/** 组织生活 /meetings: for whoever keeps the record what is due, one tap to plan each; for members what they are invited to. */
export function MeetingsPage() {
  const { current } = useSession()
  return isKeeper(current.role) && current.unitId ? <KeeperPage unitId={current.unitId} /> : <MemberPage />
}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

/** 工作清单 by month: what has to be held in it, what may wait, what is done; one tap plans each. */
function KeeperPage({ unitId }: { unitId: string }) {
  const words = useWords(meetingWords)
  const go = useGo()
  const thisMonth = useToday().slice(0, 7)
  const asked = useSearchText('month')
  const month = asked && MONTH.test(asked) ? asked : thisMonth
  const { data } = useSuspenseQuery(query(readCompliance, { params: { unitId }, query: { month } }))
  const open = data.items.filter(item => item.state === 'missed' || item.state === 'running')
  const due = open.filter(item => item.dueBy.startsWith(month))
  const groups = [
    { title: words.dueNow, items: due },
    { title: words.dueLater, items: open.filter(item => !due.includes(item)) },
    { title: words.done, items: data.items.filter(item => item.state === 'kept') },
  ]
  const unplanned = due.filter(item => !item.planned).length
  return (
    <Page
      title={words.monthTitle(due.length, unplanned)}
      kicker={`${words.kicker} · ${data.unitName} · ${monthName(month)}`}
      actions={
        <>
          <ButtonLink to="/meetings/calendar" icon="calendar">
            {words.calendar}
          </ButtonLink>
          <ButtonLink to="/meetings/year">{words.yearPlan}</ButtonLink>
          <ButtonLink to="/meetings/plan" kind="primary" icon="plus">
            {words.plan}
          </ButtonLink>
        </>
      }
    >
      <Stack>
        <FilterChips
          label={words.month}
          value={month}
          onChange={to => go(`/meetings?month=${to}`)}
          chips={[monthOn(month, -1), month, monthOn(month, 1)].map(value => ({ value, label: monthName(value) }))}
        />
        {data.missedEarlier > 0 && (
          <InlineAlert tone="warn" title={words.missedEarlier(data.missedEarlier)}>
            <Go to={`/meetings/rules/${unitId}`}>{words.allRules}</Go>
          </InlineAlert>
        )}
        <Card
          title={words.checklist}
          note={words.checklistNote}
          extra={
            <ButtonLink to={`/meetings/rules/${unitId}`} kind="text" small>
              {words.allRules}
            </ButtonLink>
          }
          flush
        >
          {data.items.length === 0 && <Empty good title={words.checklistEmpty} />}
          {groups
            .filter(group => group.items.length > 0)
            .map(group => (
              <section key={group.title} aria-label={group.title}>
                <h3 className="checklist-head">{group.title}</h3>
                <Rows>
                  {group.items.map(item => (
                    <RuleRow key={`${item.ruleId} ${item.period}`} item={item} plannable={item.state !== 'kept'} />
                  ))}
                </Rows>
              </section>
            ))}
        </Card>
        <MeetingCards unitId={unitId} />
      </Stack>
    </Page>
  )
}

function MemberPage() {
  const words = useWords(meetingWords)
  const { items } = useList(listMeetings, { query: {} })
  const waiting = items.filter(m => m.state === 'planned' || m.state === 'open').length
  return (
    <Page
      title={words.memberTitle(waiting)}
      kicker={words.kicker}
      actions={
        <ButtonLink to="/meetings/calendar" icon="calendar">
          {words.calendar}
        </ButtonLink>
      }
    >
      <Stack>
        <MeetingCards />
      </Stack>
    </Page>
  )
}

function MeetingCards({ unitId }: { unitId?: string }) {
  const words = useWords(meetingWords)
  const { items, more } = useList(listMeetings, { query: unitId ? { unitId } : {} })
  const coming = items.filter(m => m.state === 'planned' || m.state === 'open').reverse()
  const past = items.filter(m => m.state === 'closed' || m.state === 'cancelled')
  return (
    <>
      <Card title={words.coming} flush>
        {coming.length === 0 ? <Empty title={words.none}>{words.noneNote}</Empty> : <Lines items={coming} />}
      </Card>
      <Card title={words.past} flush>
        {past.length === 0 ? <Empty title={words.nonePast} /> : <Lines items={past} />}
        {more && <LoadMore {...more} />}
      </Card>
    </>
  )
}

function Lines({ items }: { items: readonly MeetingLine[] }) {
  const words = useWords(meetingWords)
  return (
    <Rows>
      {items.map(m => (
        <Row
          key={m.id}
          title={m.title}
          note={`${words.kinds[m.kind]} · ${dayAndTime(m.startsAt)} · ${m.place} · ${m.unitName}`}
          state={<MeetingState meeting={m} />}
          action={
            <ButtonLink to={`/meetings/${m.id}`} small kind={m.state === 'open' ? 'primary' : 'plain'}>
              {m.state === 'open' ? words.go : words.open}
            </ButtonLink>
          }
        />
      ))}
    </Rows>
  )
}

function MeetingState({ meeting }: { meeting: MeetingLine }) {
  const words = useWords(meetingWords)
  if (meeting.state === 'closed' && meeting.quorum)
    return <span>{words.due(meeting.quorum.present, meeting.quorum.due)}</span>
  return <StatusTag tone={meeting.state === 'open' ? 'ok' : 'neutral'}>{words.states[meeting.state]}</StatusTag>
}
