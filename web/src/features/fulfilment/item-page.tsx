import { readItem } from '@jiannuo/contract/pledge/fulfilment.ts'
import { readEvidence } from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../app/location.ts'
import { address } from '../../app/server/api.ts'
import { query } from '../../app/server/query.ts'
import { useSession } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day, deadline } from '../../i18n/format.ts'
import { DownloadLink } from '../../ui/action/button.tsx'
import { Go } from '../../ui/go.tsx'
import { Card, Facts, Row, Rows } from '../../ui/page/card.tsx'
import { Columns, Page } from '../../ui/page/page.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { AskedCard } from './asked-card.tsx'
import { DoneForm, ProgressForm, UndoneForm } from './entry-forms.tsx'
import { ItemBar, plain, useStanding } from './item-bar.tsx'
import { ExcuseForm, OpenRectification, RectificationCard } from './rectification.tsx'
import { fulfilmentWords } from './words.ts'

/** 一项承诺 /fulfilment/items/$id: one line of progress, rectification, evidence asked, everything reported. */
export function ItemPage() {
  const words = useWords(fulfilmentWords)
  const { name } = useSession()
  const itemId = useParam('id')
  const { data: item } = useSuspenseQuery({ ...query(readItem, { params: { itemId } }), staleTime: 0 })
  const standing = useStanding()
  const lags = item.light === 'red' || item.light === 'yellow'
  const mine = item.may.includes('progress') || item.may.includes('undone') || item.personName === name
  return (
    <Page
      title={item.title}
      kicker={
        mine ? (
          <Go to="/fulfilment">{words.back}</Go>
        ) : (
          <Go to={`/fulfilment/pledges/${item.pledgeId}`}>{item.personName}</Go>
        )
      }
    >
      <Columns
        aside={
          <Card title={words.goal}>
            <Facts
              items={[
                { term: words.target, value: item.target === null ? '–' : `${plain(item.target)}${item.unit}` },
                { term: words.dueOn, value: item.dueOn ? deadline(item.dueOn) : '–' },
                { term: words.weight, value: item.weight },
                { term: words.measures, value: item.measures || '–' },
              ]}
            />
          </Card>
        }
      >
        <Card>
          <ItemBar item={item} />
        </Card>
        {item.asked.map(a => (
          <AskedCard key={a.id} asked={a} mine={mine} />
        ))}
        {item.may.includes('progress') && <ProgressForm key={item.achieved} item={item} />}
        {item.may.includes('done') && item.goal !== 'count' && <DoneForm item={item} />}
        {item.may.includes('undone') && <UndoneForm item={item} />}
        {item.rectifications.map(r => (
          <RectificationCard key={r.id} rectification={r} />
        ))}
        {item.may.includes('rectify') && lags && <OpenRectification item={item} />}
        {item.may.includes('excuse') && <ExcuseForm item={item} />}
        <Card title={words.history} flush>
          {item.entries.length === 0 ? (
            <Empty title={words.noHistory} />
          ) : (
            <Rows>
              {item.entries.map(entry => (
                <Row
                  key={entry.id}
                  title={entry.statement}
                  note={`${day(entry.on)} · ${words.source[entry.source]}`}
                  state={standing({ ...item, state: 'underWay', achieved: entry.achieved })}
                  action={
                    entry.fileSha256 && (
                      <DownloadLink href={address(readEvidence, { params: { itemId, sha256: entry.fileSha256 } })}>
                        {words.seeFile}
                      </DownloadLink>
                    )
                  }
                />
              ))}
            </Rows>
          )}
        </Card>
      </Columns>
    </Page>
  )
}
