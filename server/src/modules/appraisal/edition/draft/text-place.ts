import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

/** Line and column, from 1, of what the path leads to, at its key where it has one; of the nearest thing above where it is missing. */
export function placeOf(text: string, path: readonly (string | number)[]): { line: number; column: number } {
  const lines = new LineCounter()
  let node: unknown = parseDocument(text, { lineCounter: lines, logLevel: 'silent' }).contents
  let at = 0
  for (const part of path) {
    const pair = isMap(node) ? node.items.find(each => isScalar(each.key) && each.key.value === part) : undefined
    const item = isSeq(node) && typeof part === 'number' ? node.items[part] : undefined
    const next = pair ? pair.value : item
    if (next === undefined || next === null) break
    at = startOf(pair?.key ?? next) ?? at
    node = next
  }
  const { line, col } = lines.linePos(at)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range[0] : undefined

/** The same text with another number at a key of the heading; comments stay. */
export function withHeading(text: string, heading: Readonly<Record<string, string | number>>): string {
  const document = parseDocument(text)
  for (const [key, value] of Object.entries(heading)) document.set(key, value)
  return document.toString({ lineWidth: 0 })
}
