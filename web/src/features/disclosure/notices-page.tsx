import { listNotices } from '@jiannuo/contract/disclosure.ts'
import { useList } from '../../app/server/query.ts'
import { useSession } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { addDays, day } from '../../i18n/format.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { LoadMore } from '../../ui/table/load-more.tsx'
import { ReadyCard } from './ready-card.tsx'
import { disclosureWords } from './words.ts'

const OFFICES = ['branchSecretary', 'organCommittee', 'workCommittee', 'districtCommittee', 'cityCommittee']

/** 公示栏 /notices: what is on notice around me; for a reviewer also what waits to be published and to be answered. */
export function NoticesPage() {
  const words = useWords(disclosureWords)
  const { current } = useSession()
  const { items, more } = useList(listNotices)
  const running = items.filter(n => n.state === 'open')
  const past = items.filter(n => n.state !== 'open')
  const waiting = items.reduce((sum, n) => sum + (n.waiting ?? 0), 0)
  const rows = (list: typeof items) => (
    <Rows>
      {list.map(n => (
        <Row
          key={n.id}
          title={n.title}
          note={`${words.count(n.objects)} · ${n.state === 'open' ? words.until(day(addDays(n.closesOn, -1))) : words.ended(day(addDays(n.closesOn, -1)))}`}
          state={n.waiting ? <StatusTag tone="warn">{words.waits(n.waiting)}</StatusTag> : undefined}
          action={
            <ButtonLink to={`/notices/${n.id}`} small>
              {words.open}
            </ButtonLink>
          }
        />
      ))}
    </Rows>
  )
  return (
    <Page title={waiting > 0 ? words.toAnswer(waiting) : words.running(running.length)} kicker={words.kicker}>
      {OFFICES.includes(current.role) && <ReadyCard />}
      <Card title={words.current} flush>
        {running.length > 0 ? rows(running) : <Empty title={words.none}>{words.noneNote}</Empty>}
      </Card>
      {past.length > 0 && (
        <Card title={words.past} flush>
          {rows(past)}
        </Card>
      )}
      {more && <LoadMore {...more} />}
    </Page>
  )
}
