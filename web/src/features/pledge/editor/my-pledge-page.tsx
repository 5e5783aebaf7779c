import { listMyPledges } from '@jiannuo/contract/pledge/pledge.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { deadline } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { paperWords } from '../paper/words.ts'
import { editorWords } from './words.ts'

/** 我的承诺 /my-pledge: one row for each level I owe, with what comes next. */
export function MyPledgePage() {
  const words = useWords(editorWords)
  const paper = useWords(paperWords)
  const { name, today } = useSession()
  const { data } = useSuspenseQuery({ ...query(listMyPledges), staleTime: 0 })
  const { year, submitBy, pledges } = data
  if (year === null || submitBy === null || pledges.length === 0) {
    return (
      <Page title={year === null ? words.mineNoYear : words.mineNone} kicker={name}>
        <Card>
          <Empty title={year === null ? words.mineNoYear : words.mineNone}>
            {year === null ? words.mineNoYearNote : words.mineNoneNote}
          </Empty>
        </Card>
      </Page>
    )
  }
  const toWrite = pledges.filter(p => p.state === 'draft' || p.state === 'returned')
  const first = toWrite.filter(p => p.amends === null).length
  const title =
    toWrite.length === 0
      ? words.allIn
      : first === 0
        ? words.toAmend(toWrite.length)
        : today > submitBy
          ? words.toWriteLate(first, deadline(submitBy))
          : words.toWrite(first, deadline(submitBy))
  return (
    <Page title={title} kicker={name}>
      <Card title={words.mine(year)} flush>
        <Rows>
          {pledges.map(pledge => (
            <Row
              key={pledge.id}
              title={`${paper.levels[pledge.level]}${pledge.amends ? ` · ${words.amendment(pledge.version)}` : ''}`}
              note={words.next[pledge.state](pledge.reviewerUnitName)}
              state={
                <StatusTag tone={pledge.state === 'returned' ? 'warn' : 'neutral'}>
                  {paper.states[pledge.state]}
                </StatusTag>
              }
              action={
                <ButtonLink to={`/my-pledge/${pledge.id}`} kind={pledge === toWrite[0] ? 'primary' : 'plain'} small>
                  {words.open[pledge.state]}
                </ButtonLink>
              }
            />
          ))}
        </Rows>
      </Card>
    </Page>
  )
}
