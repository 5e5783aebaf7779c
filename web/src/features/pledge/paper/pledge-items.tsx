import type { Pledge } from '@jiannuo/contract/pledge/pledge.ts'
import type { ReactNode } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, dayOf } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Row, Rows } from '../../../ui/page/card.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { itemLine } from './item-line.ts'
import './pledge.css'
import { paperWords } from './words.ts'

type Shown = Pick<Pledge, 'items' | 'comments'>

/** The items of a pledge to be read, with the comments of its reviewers. */
export function PledgeItems({ pledge }: { pledge: Shown }) {
  const words = useWords(paperWords)
  const language = useLanguage()
  return (
    <Rows>
      {pledge.items.map((item, at) => (
        <Row
          key={item.id}
          lead={<span className="pledge-number">{at + 1}</span>}
          title={item.title || words.noTitle}
          note={
            <>
              <StatusTag tone={item.kind === 'party' ? 'brand' : 'info'}>{words.kinds[item.kind]}</StatusTag>{' '}
              {itemLine(item, words)}
            </>
          }
          state={words.weight(item.weight)}
        >
          {item.follows && <p className="second pledge-indent">{words.follows(item.follows[language])}</p>}
          {item.measures && <p className="second pledge-indent">{words.measures + item.measures}</p>}
          <ItemComments comments={pledge.comments.filter(c => c.itemId === item.id)} />
        </Row>
      ))}
    </Rows>
  )
}

interface ItemCommentsProps {
  comments: Shown['comments']
  /** What can be done with one of them. */
  action?: (comment: Shown['comments'][number]) => ReactNode
}

export function ItemComments({ comments, action }: ItemCommentsProps) {
  const words = useWords(paperWords)
  return comments.map(comment => (
    <div key={comment.id} className="pledge-comment">
      <p className="fine">{words.commentBy(comment.writtenBy, day(dayOf(comment.writtenAt)))}</p>
      <p>{comment.text}</p>
      {comment.settled && <Light colour="green">{words.settled}</Light>}
      {action?.(comment)}
    </div>
  ))
}

/** Why it was returned, round by round, when the reviewer gave a reason beside the comments. */
export function ReturnReasons({ rounds }: Pick<Pledge, 'rounds'>) {
  const words = useWords(paperWords)
  return rounds
    .filter(round => round.decision === 'returned' && round.reason)
    .map(round => (
      <div key={round.round} className="pledge-comment">
        <p className="fine">
          {words.returnReason(round.round)}
          {words.sep}
          {words.commentBy(round.decidedBy, day(dayOf(round.decidedAt)))}
        </p>
        <p>{round.reason}</p>
      </div>
    ))
}
