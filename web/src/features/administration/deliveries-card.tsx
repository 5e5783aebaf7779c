import { readDeliveries, retryDeliveries } from '@jiannuo/contract/desk/reminder.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { administrationWords } from './words.ts'

/** Reminders that did not reach their readers: by channel and reason, never for whom. */
export function DeliveriesCard() {
  const words = useWords(administrationWords)
  const { data } = useSuspenseQuery(query(readDeliveries))
  const retry = useCommand(retryDeliveries, { invalidates: [readDeliveries] })
  return (
    <Card
      title={words.deliveries}
      note={data.waiting > 0 && words.deliveriesWaiting(data.waiting)}
      extra={
        data.failed.length > 0 && (
          <Button small busy={retry.busy} onClick={() => void retry.run()}>
            {words.retryDeliveries}
          </Button>
        )
      }
      flush
    >
      <ProblemAlert problem={retry.problem} />
      {data.failed.length === 0 && <Empty good title={words.deliveriesGood} />}
      <Rows>
        {data.failed.map(each => (
          <Row
            key={`${each.channel} ${each.error}`}
            title={`${words.channels[each.channel]} · ${each.error}`}
            note={dayAndTime(each.at)}
            state={words.deliveriesFailed(each.count)}
          />
        ))}
      </Rows>
    </Card>
  )
}
