import { type Document, isAlias, isCollection, isMap, isNode, isScalar, type LineCounter, type Node } from 'yaml'

/** Keys and list positions from the top of a scheme file; lists count from 0. */
export type SchemePath = (string | number)[]

/** A key as it is written: `1.0` and `yes` are labels, not numbers or truth values. */
export const keyText = (key: unknown): string =>
  isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))) : String(key)

/** Offset of the node's first character. */
export const startOf = (node: unknown): number | null => (isNode(node) && node.range ? node.range[0] : null)

/** Where the key or list item begins that the path leads to; of a missing key, where what should hold it begins. */
export function placeOf(document: Document, lines: LineCounter, path: SchemePath): { line: number; column: number } {
  let node: unknown = document.contents
  let at = startOf(node) ?? 0
  for (const step of path) {
    while (isAlias(node)) node = node.resolve(document)
    const found = stepInto(node, step)
    if (!found) break
    at = found.at
    node = found.node
  }
  const { line, col } = lines.linePos(at)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

function stepInto(node: unknown, step: string | number): { node: unknown; at: number } | null {
  if (!isCollection(node)) return null
  if (isMap(node)) {
    const pair = node.items.findLast(each => keyText(each.key) === String(step))
    const at = pair && (startOf(pair.key) ?? startOf(pair.value))
    return pair && at != null ? { node: pair.value, at } : null
  }
  const item = node.items[Number(step)] as Node | undefined
  const at = startOf(item)
  return at === null ? null : { node: item, at }
}
