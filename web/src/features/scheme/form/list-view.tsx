import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
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
  const { edit, move } = useForm()
  const [said, setSaid] = useState('')
  const nodes = items.map(item => (isNode(item) ? item : {}))
  const name = words.keys[field.key] ?? field.key
  const parts = nodes.map((item, at) => ({
    label: nameOf(item, language, at),
    value: typeof item.max === 'number' ? item.max : 0,
    hue: at % 5,
  }))
  const total = parts.reduce((sum, each) => sum + each.value, 0)
  /** An item takes its place, whether it is unfolded and the focus along; readers are told where it is now. */
  function put(from: number, to: number) {
    const item = nodes[from]
    if (!item || !nodes[to]) return
    const [here, there] = [from, to].map(at => document.getElementById(elementId([...path, at])) as HTMLDetailsElement)
    flushSync(() => {
      move(path, from, to)
      setSaid(words.moved(nameOf(item, language, from), to + 1, nodes.length))
    })
    if (!here || !there) return
    ;[here.open, there.open] = [there.open, here.open]
    there.querySelector('summary')?.focus()
  }
  function onKey(event: KeyboardEvent, at: number) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || by === undefined) return
    event.preventDefault()
    put(at, at + by)
  }
  return (
    <fieldset className="scheme-part">
      <legend>{name}</legend>
      {field.sums && total > 0 && <WeightBar parts={parts} goal={Math.max(100, total)} />}
      {nodes.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the file
        <details key={at} id={elementId([...path, at])} className="scheme-item">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary takes the focus and keys by itself */}
          <summary aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" onKeyDown={event => onKey(event, at)}>
            {`${nameOf(item, language, at)}${worthOf(item)}`}
          </summary>
          {fieldsOf(item, [...path, at])}
          <div className="scheme-moves">
            {at > 0 && (
              <Button small kind="text" onClick={() => put(at, at - 1)}>
                {words.up}
              </Button>
            )}
            {at < nodes.length - 1 && (
              <Button small kind="text" onClick={() => put(at, at + 1)}>
                {words.down}
              </Button>
            )}
            <Button small kind="text" onClick={() => edit([...path, at], undefined)}>
              {words.remove(nameOf(item, language, at))}
            </Button>
          </div>
        </details>
      ))}
      <Button small onClick={() => edit([...path, items.length], field.start)}>
        {words.add(name)}
      </Button>
      <p className="hidden" role="status">
        {said}
      </p>
    </fieldset>
  )
}
