import { adoptTemplate, type Template } from '@jiannuo/contract/pledge/duty.ts'
import { useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { paperWords } from '../paper/words.ts'
import { officeWords } from './words.ts'

/** An organ replaces figures and wording of a model before it adopts it. */
export function AdaptTemplate({ template, onDone }: { template: Template; onDone: (saved: boolean) => void }) {
  const words = useWords(officeWords)
  const paper = useWords(paperWords)
  const language = useLanguage()
  const [levels, setLevels] = useState(template.levels)
  const adopt = useCommand(adoptTemplate, { onDone: () => onDone(true) })
  type Item = Template['levels'][number]['items'][number]
  const setItems = (at: number, change: (items: Item[]) => Item[]) =>
    setLevels(levels.map((l, i) => (i === at ? { ...l, items: change(l.items) } : l)))
  return (
    <>
      <h2>{words.adapt(template.title[language])}</h2>
      <ProblemAlert problem={adopt.problem} />
      {levels.map(({ level, items }, at) => (
        <Card key={level} title={paper.levels[level]} note={words.sum(items.reduce((sum, i) => sum + i.weight, 0))}>
          <div className="form">
            {items.map((item, place) => {
              const set = (part: Partial<Item>) =>
                setItems(at, all => all.map((i, n) => (n === place ? { ...i, ...part } : i)))
              const error = (name: string) => adopt.problem?.fields[`/levels/${at}/items/${place}/${name}`]
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: items of a model are places, two may read alike while being typed
                <div key={place} className="form">
                  <TextField
                    label={`${place + 1} ${paper.kinds[item.kind]}`}
                    maxLength={200}
                    value={item.title}
                    error={error('title')}
                    onChange={title => set({ title })}
                  />
                  <FieldRow>
                    <TextField
                      label={words.item.target}
                      inputMode="decimal"
                      value={item.target ?? ''}
                      error={error('target')}
                      onChange={target => set({ target: target.trim() || null })}
                    />
                    <TextField
                      label={words.item.unit}
                      maxLength={20}
                      value={item.unit}
                      error={error('unit')}
                      onChange={unit => set({ unit })}
                    />
                    <DayField
                      label={words.item.due}
                      value={item.dueOn ?? ''}
                      error={error('dueOn')}
                      onChange={dueOn => set({ dueOn: dueOn || null })}
                    />
                    <NumberField
                      label={words.item.weight}
                      value={item.weight}
                      error={error('weight')}
                      onChange={weight => set({ weight: weight ?? 0 })}
                    />
                    <Button
                      kind="text"
                      small
                      icon="close"
                      onClick={() => setItems(at, all => all.filter((_, n) => n !== place))}
                    >
                      {words.removeItem}
                    </Button>
                  </FieldRow>
                </div>
              )
            })}
          </div>
        </Card>
      ))}
      <ActionBar>
        <Button onClick={() => onDone(false)}>{words.cancel}</Button>
        <Button
          kind="primary"
          busy={adopt.busy}
          onClick={() => adopt.run({ body: { templateId: template.id, levels } })}
        >
          {words.save}
        </Button>
      </ActionBar>
    </>
  )
}
