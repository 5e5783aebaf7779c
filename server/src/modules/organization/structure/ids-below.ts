import type { TreeRow } from './sql.ts'

/** A unit and everything below it by unified leadership or as a part, in a tree of one day. Guided units are not below. */
export function idsBelow(tree: readonly TreeRow[], unitId: string): string[] {
  const lower = new Map<string, string[]>()
  for (const { id, upperId, relation } of tree)
    if (upperId && relation !== 'guides') lower.set(upperId, [...(lower.get(upperId) ?? []), id])
  const found = new Set([unitId])
  for (const id of found) for (const next of lower.get(id) ?? []) found.add(next)
  return [...found]
}
