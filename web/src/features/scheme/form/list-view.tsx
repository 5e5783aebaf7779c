import type { ReactNode } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { WeightBar } from '../../../ui/signal/weight-bar.tsx'
import { type Field, isNode, type Node } from './fields.ts'
import { elementId, type Path, useForm } from './form-context.ts'
import { formWords } from './words.ts'

/** What an item is called in its list: its title, else its id or label. */
function nameOf(item: Node, language: 'zh' | 'en', at: number): string {
  const title = isNode(item.title) ? (item.title[language] ?? item.title.zh) : undefined
  const name = title ?? item.id ?? item.grade ?? item.source ?? item.scope ?? item.fact ?? item.stars ?? item.atLeast
  return name === undefined || name === '' ? `${at + 1}` : String(name)
}
function worthOf(item: Node): string {
  const method = isNode(item.method) ? item.method : item
  const worth = item.max ?? method.points ?? method.base ?? item.atLeast ?? item.weight
  return typeof worth === 'number' ? ` · ${worth}` : ''
}

/** Items that fold away; groups show their points on a bar. */
export function ListView({
  field,
  items,
  path,
  fieldsOf,
}: {
  field: Extract<Field, { kind: 'list' }>
  items: readonly unknown[]
  path: Path
  /** Shows the fields of one item. */
  fieldsOf: (item: Node, path: Path) => ReactNode
}) {
  const words = useWords(formWords)
  const language = useLanguage()
  const { edit } = useForm()
  const nodes = items.map(item => (isNode(item) ? item : {}))
  const name = words.keys[field.key] ?? field.key
  const parts = nodes.map((item, at) => ({
    label: nameOf(item, language, at),
    value: typeof item.max === 'number' ? item.max : 0,
    hue: at % 5,
  }))
  const total = parts.reduce((sum, each) => sum + each.value, 0)
  return (
    <fieldset className="scheme-part">
      <legend>{name}</legend>
      {field.sums && total > 0 && <WeightBar parts={parts} goal={Math.max(100, total)} />}
      {nodes.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the file
        <details key={at} id={elementId([...path, at])} className="scheme-item">
          <summary>{`${nameOf(item, language, at)}${worthOf(item)}`}</summary>
          {fieldsOf(item, [...path, at])}
          <Button small kind="text" onClick={() => edit([...path, at], undefined)}>
            {words.remove(nameOf(item, language, at))}
          </Button>
        </details>
      ))}
      <Button small onClick={() => edit([...path, items.length], field.start)}>
        {words.add(name)}
      </Button>
    </fieldset>
  )
}
