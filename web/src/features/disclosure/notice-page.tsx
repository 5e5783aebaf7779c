import { readNotice } from '@jiannuo/contract/disclosure.ts'
import { listPublished, type PublishedPledge } from '@jiannuo/contract/pledge/notice.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../app/location.ts'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { addDays, day, deadline } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { sentences } from '../../i18n/punctuation.ts'
import { Button } from '../../ui/action/button.tsx'
import { Go } from '../../ui/go.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { InlineAlert } from '../../ui/state/inline-alert.tsx'
import { ObjectForm } from './object-form.tsx'
import { Objections } from './objections.tsx'
import { disclosureWords } from './words.ts'

/** 公示 /notices/$id: the pledges as published, an objection to one of them, the answers. */
export function NoticePage() {
  const words = useWords(disclosureWords)
  const noticeId = useParam('id')
  const { data: notice } = useSuspenseQuery(query(readNotice, { params: { noticeId } }))
  const { data } = useSuspenseQuery(query(listPublished, { params: { noticeId } }))
  const [objecting, setObjecting] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const nameOf = (id: string) => [...data.pledges, ...data.sentBack].find(p => p.id === id)?.personName ?? ''
  const last = addDays(notice.closesOn, -1)
  const open = notice.state === 'open'
  return (
    <Page
      title={open ? words.noticeTitle(data.pledges.length) : words.noticeEnded(data.pledges.length)}
      kicker={<Go to="/notices">{words.back}</Go>}
      note={sentences(
        notice.title,
        open ? words.until(deadline(last)) : words.ended(day(last)),
        notice.mayObject && words.promise(notice.reviewerUnitName),
      )}
    >
      {sent && <InlineAlert tone="ok" title={words.sent} />}
      {notice.objections && notice.objections.length > 0 && (
        <Objections noticeId={noticeId} objections={notice.objections} nameOf={nameOf} />
      )}
      {notice.mine.length > 0 && !notice.objections && (
        <Card title={words.mine} flush>
          <Rows>
            {notice.mine.map(o => (
              <Row
                key={o.id}
                title={o.text}
                note={o.answer ?? undefined}
                state={<StatusTag tone={o.state === 'raised' ? 'neutral' : 'ok'}>{words.state[o.state]}</StatusTag>}
              />
            ))}
          </Rows>
        </Card>
      )}
      {data.pledges.length === 0 && (
        <Card>
          <Empty title={words.gone} />
        </Card>
      )}
      {data.pledges.map(pledge => (
        <Card
          key={pledge.id}
          title={pledge.personName}
          note={pledge.version > 1 ? words.version(pledge.version) : words.items(pledge.items.length)}
          extra={
            notice.mayObject &&
            !pledge.mine &&
            objecting !== pledge.id && (
              <Button small label={words.objectTo(pledge.personName)} onClick={() => setObjecting(pledge.id)}>
                {words.object}
              </Button>
            )
          }
          flush
        >
          <Published pledge={pledge} />
          {objecting === pledge.id && (
            <ObjectForm
              noticeId={noticeId}
              pledge={pledge}
              onClose={done => {
                setObjecting(null)
                setSent(done)
              }}
            />
          )}
        </Card>
      ))}
    </Page>
  )
}

function Published({ pledge }: { pledge: PublishedPledge }) {
  const words = useWords(disclosureWords)
  const language = useLanguage()
  return (
    <Rows>
      {pledge.amendmentReason && <Row title={words.reason(pledge.amendmentReason)} />}
      {pledge.items.map(item => (
        <Row
          key={item.id}
          lead={<StatusTag tone={item.kind === 'party' ? 'brand' : 'info'}>{words.kind[item.kind]}</StatusTag>}
          title={item.title}
          note={
            <>
              {[
                item.target && `${Number(item.target)}${item.unit}`,
                item.dueOn && words.due(day(item.dueOn)),
                words.weight(item.weight),
              ]
                .filter(Boolean)
                .join(' · ')}
              {item.follows && (
                <>
                  <br />
                  {words.follows(item.follows[language])}
                </>
              )}
              {item.measures && (
                <>
                  <br />
                  {item.measures}
                </>
              )}
            </>
          }
        />
      ))}
    </Rows>
  )
}
