import type { Duty } from '@jiannuo/contract/pledge/duty.ts'
import type { FollowableFact, Pledge, Remark } from '@jiannuo/contract/pledge/pledge.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useOnPhone } from '../../../ui/on-phone.ts'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { itemLine } from '../paper/item-line.ts'
import { ItemComments } from '../paper/pledge-items.tsx'
import { paperWords } from '../paper/words.ts'
import { ItemForm } from './item-form.tsx'
import type { TypedItem } from './use-draft.ts'
import { editorWords } from './words.ts'

interface ItemListProps {
  kind: 'party' | 'business'
  all: TypedItem[]
  duties: readonly Duty[]
  facts: readonly FollowableFact[]
  remarks: readonly Remark[]
  comments: Pledge['comments']
  year: number
  openId: string | null
  onOpen: (id: string | null) => void
  onChange: (item: TypedItem) => void
  onAll: (items: TypedItem[]) => void
}

/** Party items stand before business items, so that the numbers on the page follow each other. */
const inOrder = (items: readonly TypedItem[]) =>
  (['party', 'business'] as const).flatMap(kind => items.filter(item => item.kind === kind))

/** The items of one kind: one open, the others one line each with the light of the check. */
export function ItemList({
  kind,
  all,
  duties,
  facts,
  remarks,
  comments,
  year,
  openId,
  onOpen,
  onChange,
  onAll,
}: ItemListProps) {
  const words = useWords(editorWords)
  const paper = useWords(paperWords)
  const onPhone = useOnPhone()
  const sum = all.reduce((total, i) => total + i.weight, 0)
  const own = all.filter(i => i.kind === kind)
  const add = () => {
    const id = crypto.randomUUID()
    const next = {
      id,
      kind,
      title: '',
      target: '',
      unit: '',
      measures: '',
      dueOn: '',
      weight: Math.max(0, 100 - sum),
      dutyId: null,
      fact: null,
    }
    onAll(inOrder([...all, next]))
    onOpen(id)
  }
  const change = (item: TypedItem) => {
    if (item.kind === kind) return onChange(item)
    onAll(inOrder([...all.filter(i => i.id !== item.id), item]))
  }
  return (
    <Card
      title={paper.kindCards[kind]}
      extra={<span className="second">{paper.weight(own.reduce((total, i) => total + i.weight, 0))}</span>}
      flush
    >
      <Rows>
        {own.map(item => {
          const place = all.indexOf(item) + 1
          const about = remarks.filter(r => r.itemId === item.id)
          const colour = about.some(r => r.severity === 'must') ? 'red' : about.length > 0 ? 'yellow' : 'green'
          const isOpen = item.id === openId
          return (
            <Row
              key={item.id}
              current={isOpen}
              lead={<span className="pledge-number">{place}</span>}
              title={
                <button
                  type="button"
                  id={`item-${item.id}`}
                  className="pledge-open"
                  aria-expanded={isOpen}
                  onClick={() => onOpen(isOpen ? null : item.id)}
                >
                  {isOpen ? words.edit(place) : item.title || paper.noTitle}
                </button>
              }
              note={`${itemLine({ target: item.target || null, unit: item.unit, dueOn: item.dueOn || null }, paper)}${onPhone ? paper.sep + paper.weight(item.weight) : ''}`}
              state={
                <span className="pledge-item-state">
                  {!onPhone && paper.weight(item.weight)}
                  <Light colour={colour} bare>
                    {colour === 'red' ? words.must : colour === 'yellow' ? words.advice : words.noRemark}
                  </Light>
                  <Icon name={isOpen ? 'up' : 'down'} />
                </span>
              }
            >
              <ItemComments comments={comments.filter(c => c.itemId === item.id)} />
              {isOpen && (
                <ItemForm
                  item={item}
                  duties={duties}
                  facts={facts}
                  remarks={about}
                  sum={sum}
                  year={year}
                  onChange={change}
                  onRemove={() => {
                    onAll(all.filter(i => i.id !== item.id))
                    onOpen(null)
                  }}
                />
              )}
            </Row>
          )
        })}
      </Rows>
      <div className="pledge-add">
        <Button kind="text" icon="plus" onClick={add}>
          {words.add[kind]}
        </Button>
      </div>
    </Card>
  )
}
