import { type ListedItem, TaskPost } from '@jiannuo/contract/supervision/task-list.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { DayField, TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { postName } from '../post.ts'
import { supervisionWords } from '../words.ts'

export interface ItemDraft extends Omit<ListedItem, 'minutes'> {
  key: string
  minutes: number | null
}
const USUAL_MINUTES = 30
const HEAD = 'head' as const
export const newItem = (): ItemDraft => ({
  ...{ key: crypto.randomUUID(), title: '', demand: '', post: null, dueOn: '', minutes: USUAL_MINUTES },
})
export const toItem = ({ key: _, minutes, ...item }: ItemDraft): ListedItem => ({ ...item, minutes: minutes ?? 0 })

interface ItemFieldsProps {
  items: readonly ItemDraft[]
  /** Sentences by JSON pointer. */
  fields: Readonly<Record<string, string>>
  onChange: (items: ItemDraft[]) => void
}

/** The items of a list, each with result, post, day and what it takes. */
export function ItemFields({ items, fields, onChange }: ItemFieldsProps) {
  const words = useWords(supervisionWords)
  const today = useToday()
  const posts: ListedItem['post'][] = [null, ...TaskPost.unwrap().options]
  const change = (key: string, to: Partial<ItemDraft>) =>
    onChange(items.map(item => (item.key === key ? { ...item, ...to } : item)))
  return (
    <Card
      title={words.itemsHead}
      extra={
        <Button
          small
          icon="plus"
          onClick={() => onChange([...items, { ...newItem(), dueOn: items.at(-1)?.dueOn ?? '' }])}
        >
          {words.addItem}
        </Button>
      }
    >
      {items.map((item, at) => {
        const fault = (field: string) => fields[`/items/${at}/${field}`]
        return (
          <fieldset key={item.key} className={at > 0 ? 'form task-item' : 'form task-item-first'}>
            <legend className="hidden">{words.itemNo(at + 1)}</legend>
            <TextField
              label={words.itemTitle}
              value={item.title}
              maxLength={120}
              error={fault('title')}
              onChange={title => change(item.key, { title })}
            />
            <TextArea
              label={words.demand}
              hint={words.demandHint}
              limit={1000}
              rows={2}
              value={item.demand}
              error={fault('demand')}
              onChange={demand => change(item.key, { demand })}
            />
            <FieldRow>
              <SelectField
                label={words.post}
                width="medium"
                options={posts.map(post => ({ value: post ?? HEAD, label: postName(words, post) }))}
                value={item.post ?? HEAD}
                onChange={post => change(item.key, { post: post === HEAD ? null : post })}
              />
              <DayField
                label={words.dueOn}
                min={today}
                value={item.dueOn}
                error={fault('dueOn')}
                onChange={dueOn => change(item.key, { dueOn })}
              />
              <NumberField
                label={words.takes}
                unit={words.takesUnit}
                width="short"
                value={item.minutes}
                error={fault('minutes')}
                onChange={minutes => change(item.key, { minutes })}
              />
            </FieldRow>
            {items.length > 1 && (
              <div>
                <Button
                  small
                  kind="text"
                  icon="close"
                  onClick={() => onChange(items.filter(other => other.key !== item.key))}
                >
                  {words.removeItem(at + 1)}
                </Button>
              </div>
            )}
          </fieldset>
        )
      })}
    </Card>
  )
}
