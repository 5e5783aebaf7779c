import { readCheck, readPledge } from '@jiannuo/contract/pledge/pledge.ts'
import {
  approvePledge,
  commentItem,
  listReviews,
  type QueueItem,
  returnPledge,
} from '@jiannuo/contract/pledge/review.ts'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keyOf, query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, daysUntil } from '../../../i18n/format.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card, Rows } from '../../../ui/page/card.tsx'
import { Stack } from '../../../ui/page/page.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { SideBySide } from '../../../ui/text/side-by-side.tsx'
import { paperWords } from '../paper/words.ts'
import { focusField, ReviewItem } from './review-item.tsx'
import type { TypedComments } from './use-typed-comments.ts'
import { reviewWords } from './words.ts'

interface ReviewPaperProps {
  item: QueueItem
  queue: { mayDecide: boolean; risesTo: string | null }
  /** The C key asked for a comment; `onAsked` takes the wish off the list. */
  asked: boolean
  onAsked: () => void
  typed: TypedComments
  onWrite: (itemId: string, said: string | null) => void
  onDecided: () => void
}

/** The pledge beside the queue: remarks and comments at the items, what changed since last time, the decision at the foot. */
export function ReviewPaper({ item, queue, asked, onAsked, typed, onWrite, onDecided }: ReviewPaperProps) {
  const words = useWords(reviewWords)
  const paper = useWords(paperWords)
  const today = useToday()
  const client = useQueryClient()
  const params = { pledgeId: item.id }
  const { data: pledge } = useSuspenseQuery(query(readPledge, { params }))
  const { data: check } = useSuspenseQuery(query(readCheck, { params }))
  const [compares, setCompares] = useState(true)
  const [reason, setReason] = useState<string | null>(null)
  const approve = useCommand(approvePledge, { invalidates: [listReviews] })
  const back = useCommand(returnPledge, { invalidates: [listReviews] })
  const comment = useCommand(commentItem, { invalidates: [readPledge, listReviews] })
  const busy = approve.busy || back.busy || comment.busy
  const round = pledge.rounds.length + 1
  const unsaved = pledge.items.filter(i => typed[i.id]?.trim())
  const comments = pledge.comments.filter(c => c.round === round).length + unsaved.length
  const earlier = pledge.rounds.at(-1)?.itemsThen ?? pledge.itemsInForce
  const then = pledge.rounds.length > 0 ? words.before : words.inForce
  useEffect(() => {
    if (!asked) return
    const itemId = check.remarks.find(r => r.itemId)?.itemId ?? pledge.items[0]?.id
    if (itemId && typed[itemId] === undefined) onWrite(itemId, '')
    onAsked()
  }, [asked, onAsked, check.remarks, pledge.items, typed, onWrite])
  const decided = () => {
    void client.invalidateQueries({ queryKey: keyOf(readPledge) })
    onDecided()
  }
  /** What is still being written goes with the decision. */
  const saveTyped = async () => {
    for (const { id: itemId } of unsaved) {
      if (!(await comment.run({ params, body: { itemId, text: typed[itemId] ?? '' } }))) return false
      onWrite(itemId, null)
    }
    return true
  }
  const doApprove = async () => (await saveTyped()) && (await approve.run({ params, body: {} })) && decided()
  const doReturn = async () => {
    if (comments === 0 && reason === null) return setReason('')
    if ((await saveTyped()) && (await back.run({ params, body: { reason: reason?.trim() || null } }))) decided()
  }
  const must = check.remarks.filter(r => r.severity === 'must').length
  const quiet = pledge.items.filter(i => !check.remarks.some(r => r.itemId === i.id)).length
  const left = item.reviewDueOn ? daysUntil(today, item.reviewDueOn) : null
  return (
    <Stack>
      <Card
        title={words.pledgeOf(pledge.personName, pledge.year)}
        extra={
          left !== null && <Light colour={left < 0 ? 'red' : left <= 1 ? 'yellow' : 'grey'}>{words.left(left)}</Light>
        }
        flush
      >
        <div className="pledge-remark">
          {pledge.amendmentReason && <p>{words.amends(pledge.amendmentReason)}</p>}
          <p className="second">
            {words.submission(paper.levels[pledge.level], pledge.unitName, item.round, item.changed)}
            {earlier && (
              <Button kind="text" small expanded={compares} onClick={() => setCompares(!compares)}>
                {compares ? words.hideCompare : words.compare}
              </Button>
            )}
          </p>
          {queue.risesTo && item.reviewDueOn && (
            <p className="second">{words.rises(day(item.reviewDueOn), queue.risesTo)}</p>
          )}
          <p className="pledge-checked">
            {words.checked}
            {must > 0 && <Light colour="red">{words.must(must)}</Light>}
            {check.remarks.length > must && <Light colour="yellow">{words.advice(check.remarks.length - must)}</Light>}
            {quiet > 0 && <Light colour="green">{words.passed(quiet, pledge.items.length)}</Light>}
          </p>
          {compares &&
            earlier
              ?.filter(one => !pledge.items.some(i => i.id === one.id))
              .map(one => (
                <SideBySide
                  key={one.id}
                  marks="changed"
                  left={{ label: then, text: one.title }}
                  right={{ label: words.removed, text: '' }}
                />
              ))}
        </div>
        <Rows>
          {pledge.items.map((one, at) => (
            <ReviewItem
              key={one.id}
              pledge={pledge}
              item={one}
              place={at + 1}
              remarks={check.remarks.filter(r => r.itemId === one.id)}
              before={compares && earlier ? { then, item: earlier.find(i => i.id === one.id) ?? null } : undefined}
              typed={typed[one.id]}
              onWrite={said => onWrite(one.id, said)}
            />
          ))}
        </Rows>
      </Card>
      <ProblemAlert problem={comment.problem ?? approve.problem ?? back.problem} />
      {reason === null ? (
        pledge.may.includes('decide') && (
          <div>
            <Button kind="text" small onClick={() => setReason('')}>
              {words.reasonOn}
            </Button>
          </div>
        )
      ) : (
        <div ref={focusField}>
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            rows={2}
            limit={500}
            value={reason}
            error={back.problem?.fields['/reason']}
            onChange={setReason}
          />
        </div>
      )}
      <ActionBar
        summary={
          <span className="second">
            {pledge.may.includes('decide') ? words.summary(comments, pledge.personName) : words.cannotDecide}
          </span>
        }
      >
        {pledge.may.includes('decide') &&
          (comments > 0 || must > 0 || reason !== null ? (
            <>
              <Button busy={busy} onClick={doApprove}>
                {words.approve}
              </Button>
              <Button kind="primary" busy={busy} onClick={doReturn}>
                {comments > 0 ? words.backWith(comments) : words.back}
              </Button>
            </>
          ) : (
            <>
              <Button busy={busy} onClick={doReturn}>
                {words.back}
              </Button>
              <Button kind="primary" busy={busy} onClick={doApprove}>
                {words.approve}
              </Button>
            </>
          ))}
      </ActionBar>
    </Stack>
  )
}
