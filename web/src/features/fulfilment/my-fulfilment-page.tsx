import { type FulfilledPledge, readMyFulfilment } from '@jiannuo/contract/pledge/fulfilment.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../app/server/query.ts'
import { useSession } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day, dayOf, daysUntil, dayWithWeekday, deadline } from '../../i18n/format.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { AskCard } from '../../ui/page/ask-card.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { ItemBar } from './item-bar.tsx'
import { fulfilmentWords } from './words.ts'

/** 我的践诺 /fulfilment: what is asked first, then every item with bar, tick and light. */
export function MyFulfilmentPage() {
  const words = useWords(fulfilmentWords)
  const { name, today } = useSession()
  const { data } = useSuspenseQuery({ ...query(readMyFulfilment), staleTime: 0 })
  const items = data.pledges.flatMap(p => p.items)
  const lag = items.filter(i => i.light === 'red' || i.light === 'yellow').length
  const kicker = words.kicker(name, dayWithWeekday(today))
  if (data.pledges.length === 0) {
    return (
      <Page title={words.noneInForce} kicker={kicker}>
        <Card>
          <Empty title={words.noneInForce} actions={<ButtonLink to="/my-pledge">{words.toPledge}</ButtonLink>}>
            {words.noneInForceNote}
          </Empty>
        </Card>
      </Page>
    )
  }
  const asked = data.asked.filter(a => !a.answeredAt)
  const toCheck = data.pledges.filter(p => p.mayCheck && !p.midYear?.checkedAt)
  return (
    <Page title={words.lag(lag, items.filter(i => i.light === 'none').length, items.length)} kicker={kicker}>
      {toCheck.map((pledge, i) => (
        <CheckCard key={pledge.id} pledge={pledge} today={today} first={i === 0} />
      ))}
      {asked.length > 0 && (
        <Card title={words.asked(asked.length)} flush>
          <Rows>
            {asked.map(a => (
              <Row
                key={a.id}
                title={a.itemTitle}
                state={words.askedDue(deadline(a.dueOn))}
                action={
                  <ButtonLink
                    small
                    to={`/fulfilment/items/${a.itemId}`}
                    kind={toCheck.length === 0 && a === asked[0] ? 'primary' : 'plain'}
                  >
                    {words.answer}
                  </ButtonLink>
                }
              />
            ))}
          </Rows>
        </Card>
      )}
      {data.pledges.map(pledge => (
        <PledgeCard key={pledge.id} pledge={pledge} />
      ))}
    </Page>
  )
}

function CheckCard({ pledge, today, first }: { pledge: FulfilledPledge; today: string; first: boolean }) {
  const words = useWords(fulfilmentWords)
  const left = daysUntil(today, pledge.midYear!.lastDay)
  const fed = pledge.items.filter(i => i.fed).length
  const own = pledge.items.filter(i => !i.fed && i.state !== 'done' && i.state !== 'excused').length
  return (
    <AskCard
      title={words.midYearAsk(own)}
      due={left < 0 ? words.midYearLate(-left) : words.midYearDue(deadline(pledge.midYear!.lastDay))}
      urgency={left < 0 ? 'overdue' : left <= 3 ? 'soon' : 'calm'}
      minutes={2}
      next={words.midYearNext}
      actions={
        <ButtonLink to={`/fulfilment/mid-year/${pledge.id}`} kind={first ? 'primary' : 'plain'}>
          {words.midYearGo}
        </ButtonLink>
      }
    >
      {words.midYearWhy(fed)}
    </AskCard>
  )
}

function PledgeCard({ pledge }: { pledge: FulfilledPledge }) {
  const words = useWords(fulfilmentWords)
  const { midYear } = pledge
  const note = midYear?.confirmedAt
    ? words.midYearConfirmed(day(dayOf(midYear.confirmedAt)))
    : midYear?.checkedAt
      ? words.midYearChecked(day(dayOf(midYear.checkedAt)))
      : words.tick
  return (
    <Card
      title={words.levels[pledge.level]}
      note={`${words.inForce(day(pledge.inForceOn))} · ${note}`}
      extra={
        midYear?.checkedAt &&
        pledge.mayCheck && (
          <ButtonLink small kind="text" to={`/fulfilment/mid-year/${pledge.id}`}>
            {words.midYearAgain}
          </ButtonLink>
        )
      }
      flush
    >
      <Rows>
        {pledge.items.map(item => (
          <Row key={item.id} title={<ItemBar item={item} to={`/fulfilment/items/${item.id}`} />} />
        ))}
      </Rows>
    </Card>
  )
}
