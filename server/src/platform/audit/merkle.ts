import { createHash } from 'node:crypto'

export type HashName = 'sha256' | 'sm3'

/** The roots of the perfect subtrees that a tree of this size consists of, largest first (RFC 9162, section 2.1). */
export interface Frontier {
  size: number
  roots: string[]
}

export const EMPTY: Frontier = { size: 0, roots: [] }

/** Hash of one leaf: 0x00 before the content. Hex. */
export const leafHash = (name: HashName, content: string) =>
  createHash(name).update(Buffer.of(0)).update(content, 'utf8').digest('hex')

const nodeHash = (name: HashName, left: string, right: string) =>
  createHash(name).update(Buffer.of(1)).update(Buffer.from(left, 'hex')).update(Buffer.from(right, 'hex')).digest('hex')

/** The frontier one leaf later: two perfect subtrees of equal size join into one. */
export function append(name: HashName, frontier: Frontier, leaf: string): Frontier {
  const roots = [...frontier.roots, leaf]
  for (let size = frontier.size; size % 2 === 1; size = (size - 1) / 2) {
    const right = roots.pop()!
    roots.push(nodeHash(name, roots.pop()!, right))
  }
  return { size: frontier.size + 1, roots }
}

/** The tree's root; of an empty tree the hash of nothing. */
export function root(name: HashName, frontier: Frontier): string {
  if (frontier.size === 0) return createHash(name).digest('hex')
  return frontier.roots.reduceRight((right, left) => nodeHash(name, left, right))
}
