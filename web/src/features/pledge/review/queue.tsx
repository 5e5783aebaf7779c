import { approveClean, type QueueItem } from '@jiannuo/contract/pledge/review.ts'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { LightSign } from '../../../ui/signal/light.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { LoadMore } from '../../../ui/table/load-more.tsx'
import { paperWords } from '../paper/words.ts'
import { reviewWords } from './words.ts'

interface QueueProps {
  items: readonly QueueItem[]
  waiting: number
  current: string | null
  mayDecide: boolean
  more: { load: () => void; busy: boolean } | undefined
  onApproved: (approved: number, left: number) => void
}

/** Longest waiting first; those that drew no remark stand apart, for one approval. */
export function Queue({ items, waiting, current, mayDecide, more, onApproved }: QueueProps) {
  const words = useWords(reviewWords)
  const approve = useCommand(approveClean, {
    onDone: reply => onApproved(reply.approved.length, reply.left.length),
  })
  const clean = items.filter(i => i.clean)
  return (
    <Card title={words.queue(waiting)} extra={<span className="second">{words.waitingTime}</span>} flush>
      <ProblemAlert problem={approve.problem} />
      {items
        .filter(i => !i.clean)
        .map(item => (
          <QueueRow key={item.id} item={item} current={item.id === current} />
        ))}
      {clean.length > 0 && (
        <div className="pledge-queue-clean">
          <span className="second">{words.cleanOnes(clean.length)}</span>
          {mayDecide && (
            <Button
              small
              busy={approve.busy}
              onClick={() => approve.run({ body: { pledgeIds: clean.slice(0, 100).map(i => i.id) } })}
            >
              {words.approveAll}
            </Button>
          )}
        </div>
      )}
      {clean.map(item => (
        <QueueRow key={item.id} item={item} current={item.id === current} />
      ))}
      {more && <LoadMore {...more} />}
    </Card>
  )
}

function QueueRow({ item, current }: { item: QueueItem; current: boolean }) {
  const words = useWords(reviewWords)
  const paper = useWords(paperWords)
  const colour = item.must > 0 ? 'red' : item.clean ? 'green' : 'yellow'
  return (
    <Go to={`/review/${item.id}`} className="pledge-queue-row" aria-current={current ? 'page' : undefined}>
      <LightSign colour={colour} />
      <span>
        <strong>{item.personName}</strong>
        <span className="hidden">
          {item.must > 0 ? words.must(item.must) : item.advice > 0 ? words.advice(item.advice) : ''}
        </span>
        <br />
        <span className="second">
          {item.unitName}
          {paper.sep}
          {paper.levels[item.level]}
        </span>
      </span>
      <span className="second">{words.days(item.waitingDays)}</span>
    </Go>
  )
}
