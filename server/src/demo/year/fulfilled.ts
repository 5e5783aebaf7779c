import type { Pledge } from './pledges.ts'

/** Weighted fulfilment of the items, of one kind or of all, to six decimals. */
export function fulfilled(p: Pledge, kind?: 'party' | 'business'): string {
  const items = p.items.filter(i => !kind || i.kind === kind)
  const weight = items.reduce((sum, i) => sum + i.weight, 0)
  const done = items.reduce((sum, i) => sum + i.weight * (i.state === 'done' ? 1 : i.achieved / (i.target ?? 1)), 0)
  return String(Math.round((done / weight) * 1e6) / 1e6)
}
