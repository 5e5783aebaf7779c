import {
  type Pledge,
  type PledgeItem,
  type Remark,
  readPledge,
  type WrittenItem,
} from '@jiannuo/contract/pledge/pledge.ts'
import { commentItem, listReviews, removeComment } from '@jiannuo/contract/pledge/review.ts'
import { useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { type Language, useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { useOnPhone } from '../../../ui/on-phone.ts'
import { Row } from '../../../ui/page/card.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { SideBySide } from '../../../ui/text/side-by-side.tsx'
import { itemLine } from '../paper/item-line.ts'
import { ItemComments } from '../paper/pledge-items.tsx'
import { type PaperWords, paperWords } from '../paper/words.ts'
import { reviewWords } from './words.ts'

interface ReviewItemProps {
  pledge: Pledge
  item: PledgeItem
  place: number
  remarks: readonly Remark[]
  /** How the item read then, while the two are compared; null when it is new. */
  before: { then: string; item: ReadItem | null } | undefined
  /** The comment being written; undefined when there is none. */
  typed: string | undefined
  onWrite: (said: string | null) => void
}

/** The cursor goes where one was asked to write. */
export const focusField = (box: HTMLElement | null) => box?.querySelector('textarea')?.focus()

/** One item with what the check says of it, the comments so far, and the one being written. */
export function ReviewItem({ pledge, item, place, remarks, before, typed, onWrite }: ReviewItemProps) {
  const words = useWords(reviewWords)
  const paper = useWords(paperWords)
  const language = useLanguage()
  const onPhone = useOnPhone()
  const [similar, setSimilar] = useState<string | null>(null)
  const round = pledge.rounds.length + 1
  const remove = useCommand(removeComment, { invalidates: [readPledge, listReviews] })
  const [then, now] = [before?.item ?? item, item].map(one => linesOf(one, paper, language)) as [string[], string[]]
  const changed = then.flatMap((line, at) => (line === now[at] ? [] : [[line, now[at] ?? '']]))
  const own = pledge.comments.filter(c => c.itemId === item.id)
  const writing = typed !== undefined
  const comment = !writing && pledge.may.includes('review') && (
    <Button kind="text" small icon="comment" onClick={() => onWrite('')}>
      {words.comment}
    </Button>
  )
  return (
    <Row
      current={writing}
      lead={<span className="pledge-number">{place}</span>}
      title={item.title || paper.noTitle}
      note={
        <>
          <StatusTag tone={item.kind === 'party' ? 'brand' : 'info'}>{paper.kinds[item.kind]}</StatusTag>{' '}
          {itemLine(item, paper)}
          {paper.sep}
          {paper.weight(item.weight)}
        </>
      }
      action={!onPhone && comment}
    >
      {item.follows && <p className="second pledge-indent">{paper.follows(item.follows[language])}</p>}
      {item.measures && <p className="second pledge-indent">{paper.measures + item.measures}</p>}
      {remarks.map(remark => (
        <div key={remark.code} className="pledge-indent">
          <Light colour={remark.severity === 'must' ? 'red' : 'yellow'}>{remark[language]}</Light>
          {remark.similar && (
            <>
              <Button
                kind="text"
                small
                expanded={similar === remark.code}
                onClick={() => setSimilar(similar === remark.code ? null : remark.code)}
              >
                {words.beside(remark.similar.label)}
              </Button>
              {similar === remark.code && (
                <SideBySide
                  left={{ label: remark.similar.label, text: remark.similar.text }}
                  right={{ label: words.now, text: item.title }}
                />
              )}
            </>
          )}
        </div>
      ))}
      {before?.item === null && (
        <p className="pledge-indent">
          <StatusTag tone="info">{words.added}</StatusTag>
        </p>
      )}
      {changed.length > 0 && (
        <div className="pledge-indent">
          <SideBySide
            marks="changed"
            left={{ label: before?.then ?? '', text: changed.map(([then]) => then).join('\n') }}
            right={{ label: words.now, text: changed.map(([, now]) => now).join('\n') }}
          />
        </div>
      )}
      <ItemComments
        comments={own}
        action={c =>
          c.round === round && (
            <Button
              kind="text"
              small
              busy={remove.busy}
              onClick={() => remove.run({ params: { pledgeId: pledge.id, commentId: c.id }, body: {} })}
            >
              {words.remove}
            </Button>
          )
        }
      />
      <ProblemAlert problem={remove.problem} />
      {onPhone && comment}
      {writing && <WriteComment pledge={pledge} itemId={item.id} said={typed} onWrite={onWrite} />}
    </Row>
  )
}

type ReadItem = WrittenItem & Pick<PledgeItem, 'follows'>
const linesOf = (i: ReadItem, paper: PaperWords, language: Language) => [
  i.title,
  itemLine(i, paper) + paper.sep + paper.weight(i.weight),
  i.measures && paper.measures + i.measures,
  i.follows ? paper.follows(i.follows[language]) : '',
]

interface WriteCommentProps {
  pledge: Pledge
  itemId: string
  said: string
  onWrite: (said: string | null) => void
}

function WriteComment({ pledge, itemId, said, onWrite }: WriteCommentProps) {
  const words = useWords(reviewWords)
  const comment = useCommand(commentItem, { invalidates: [readPledge, listReviews], onDone: () => onWrite(null) })
  return (
    <div ref={focusField} className="pledge-item-form">
      <ProblemAlert problem={comment.problem} />
      <TextArea
        label={words.yourComment(pledge.personName)}
        rows={2}
        limit={500}
        value={said}
        error={comment.problem?.fields['/text']}
        onChange={onWrite}
      />
      <div className="pledge-usual">
        <Button
          small
          busy={comment.busy}
          onClick={() => comment.run({ params: { pledgeId: pledge.id }, body: { itemId, text: said } })}
        >
          {words.save}
        </Button>
        <Button small kind="text" onClick={() => onWrite(null)}>
          {words.cancel}
        </Button>
        <span className="fine">{words.usual}</span>
        {words.phrases.map(phrase => (
          <Button key={phrase} small kind="text" onClick={() => onWrite(said === '' ? phrase : `${said}；${phrase}`)}>
            {phrase}
          </Button>
        ))}
      </div>
    </div>
  )
}
