import type { DeskItem } from '@jiannuo/contract/desk/desk.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Go } from '../../ui/go.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Light } from '../../ui/signal/light.tsx'
import { ProgressBar } from '../../ui/signal/progress-bar.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import './desk.css'
import { deskWords } from './words.ts'

/** My items with light, bar, the tick of the time elapsed, and the reason where one lags. */
export function MyItems({ items, of }: { items: readonly DeskItem[]; of: number }) {
  const words = useWords(deskWords)
  if (of === 0) {
    return (
      <Card title={words.myItems}>
        <Empty title={words.noItems}>{words.noItemsNote}</Empty>
      </Card>
    )
  }
  return (
    <Card
      title={words.myItems}
      note={words.tick}
      extra={
        <Go to="/fulfilment" className="desk-more">
          {words.allItems(of)}
          <Icon name="next" size={14} />
        </Go>
      }
      flush
    >
      <Rows>
        {items.map(item => (
          <ItemRow key={item.id} item={item} />
        ))}
      </Rows>
    </Card>
  )
}

function ItemRow({ item }: { item: DeskItem }) {
  const words = useWords(deskWords)
  const language = useLanguage()
  const behind = item.light === 'yellow' || item.light === 'red'
  const colour = item.light === 'none' ? 'grey' : item.light
  return (
    <Row
      lead={
        <Light colour={colour} bare>
          {words.lights[item.light]}
        </Light>
      }
      title={
        <Go to={`/fulfilment/items/${item.id}`} className="desk-item">
          {item.title}
        </Go>
      }
      state={standing(words, item)}
    >
      <div className="desk-bar">
        <ProgressBar
          label={item.title}
          share={finished(item) ? 1 : (item.progressBp ?? 0) / 10_000}
          time={item.elapsedBp / 10_000}
          behind={behind}
        />
        {behind && (
          <p className={`second desk-reason ${item.light}`}>
            {item.light === 'red' ? words.lagging : words.reminded}
            {item.reason[language]}
          </p>
        )}
      </div>
    </Row>
  )
}

const finished = (item: DeskItem) => item.state === 'done' || item.state === 'rectified'

/** 11 / 24座, 现5.6天, 46%, or how it ended. */
function standing(words: (typeof deskWords)['zh'], item: DeskItem): string {
  if (item.state === 'done') return words.finished
  if (item.state === 'rectified') return words.rectified
  if (item.state === 'excused') return words.excused
  if (item.goal === 'count' && item.target !== null)
    return words.of(words.number(item.achieved ?? '0'), words.number(item.target), item.unit)
  if (item.achieved === null) return words.unwritten
  return item.goal === 'bound' ? words.now(words.number(item.achieved), item.unit) : `${words.number(item.achieved)}%`
}
