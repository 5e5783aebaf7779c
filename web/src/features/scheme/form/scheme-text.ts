import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Node } from './fields.ts'
import type { Path } from './form-context.ts'

/** The text as the form sees it; null while it is no YAML mapping, then the form waits for the text. */
export function readText(text: string): Node | null {
  const document = parseDocument(text, { logLevel: 'silent' })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  try {
    const node = document.toJS({ maxAliasCount: 100 }) as Node
    // What lies within itself cannot be written out and is no scheme.
    JSON.stringify(node)
    return node
  } catch {
    return null
  }
}

/** The text with one thing changed, its comments kept; undefined takes it out, and a list or part that is then empty with it. */
export function editText(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text, { logLevel: 'silent' })
  if (value === undefined) {
    if (!document.hasIn(path)) return text
    document.deleteIn(path)
    const above = path.slice(0, -1)
    const parent = above.length > 0 ? document.getIn(above) : null
    if (above.at(-1) !== 'indicators' && (isSeq(parent) || isMap(parent)) && parent.items.length === 0)
      document.deleteIn(above)
    return document.toString({ lineWidth: 0 })
  }
  const old = document.getIn(path, true)
  // A value changed in place keeps the comment behind it.
  if (isScalar(old) && typeof value !== 'object') old.value = value
  else document.setIn(path, document.createNode(value))
  return document.toString({ lineWidth: 0 })
}

/** The text with an item of a list at another place, its comments with it. */
export function moveText(text: string, list: Path, from: number, to: number): string {
  const document = parseDocument(text, { logLevel: 'silent' })
  const sequence = document.getIn(list)
  if (!isSeq(sequence) || !sequence.items[from] || !sequence.items[to]) return text
  sequence.items.splice(to, 0, ...sequence.items.splice(from, 1))
  return document.toString({ lineWidth: 0 })
}
