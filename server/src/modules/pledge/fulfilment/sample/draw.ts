import { createHash } from 'node:crypto'

/** The `size` ids whose SHA-256 of `seed:id`, in hex, are lowest. Anyone with the seed and the candidates gets the same ones. */
export function drawn(seed: string, candidates: readonly string[], size: number): string[] {
  const rank = (id: string) => createHash('sha256').update(`${seed}:${id}`).digest('hex')
  return candidates
    .map(id => ({ id, rank: rank(id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(c => c.id)
}
