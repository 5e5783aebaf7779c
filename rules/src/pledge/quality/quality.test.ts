import { describe, expect, test } from 'vitest'
import { ALIKE } from '../remarks/copy-remarks.ts'
import { readGoal } from '../remarks/measurable.ts'
import { fingerprint, similarity } from '../remarks/similarity.ts'
import challenge from './challenge.json' with { type: 'json' }
import fresh from './fresh.json' with { type: 'json' }
import items from './items.json' with { type: 'json' }
import pairs from './pairs.json' with { type: 'json' }

/**
 * The labels were written before the code. `held` rows were not looked at while tuning; `challenge` was then written to
 * break the first version (12 of 24 items and 3 of 16 pairs wrong) and tuned on; `fresh` was written after that and
 * first measured at precision 0.63 and recall 0.83 for vague items, 0.89 and 1.00 for copied pairs, then tuned on too.
 * New text will do about as well as `fresh` did at first, which is why a title without vague words only draws advice.
 */
function figures(rows: readonly { truth: boolean; found: boolean }[]) {
  const hits = rows.filter(r => r.truth && r.found).length
  return {
    precision: hits / rows.filter(r => r.found).length,
    recall: hits / rows.filter(r => r.truth).length,
  }
}

const copies = (rows: readonly { a: string; b: string; copied: boolean }[]) =>
  figures(
    rows.map(({ a, b, copied }) => {
      const [left, right] = [fingerprint(a), fingerprint(b)]
      return { truth: copied, found: !left.common && !right.common && similarity(left, right) >= ALIKE }
    }),
  )

interface LabelledItem {
  title: string
  target: string | null
  unit: string
  measurable: boolean
}
const vague = (rows: readonly LabelledItem[]) =>
  figures(rows.map(row => ({ truth: !row.measurable, found: !readGoal(row).measurable })))
/** Those that may not be submitted, which is stricter than drawing a remark. */
const blocked = (rows: readonly LabelledItem[]) =>
  figures(
    rows.map(row => {
      const { measurable, vague: words } = readGoal(row)
      return { truth: !row.measurable, found: !measurable && words !== null }
    }),
  )

describe('quality of the pledge check on labelled data', () => {
  test('sixty and sixty, half of them true and half held out', () => {
    expect([pairs.length, pairs.filter(p => p.copied).length, pairs.filter(p => p.held).length]).toEqual([60, 30, 30])
    expect([items.length, items.filter(i => i.measurable).length, items.filter(i => i.held).length]).toEqual([
      60, 30, 30,
    ])
  })

  // A wrong "copied" or "vague" blocks an honest pledge, a missed one only leaves the matter to the reviewer: so the
  // bound on precision is the higher one. Both leave room for two wrong rows in thirty, no more.
  test.each([
    ['copied pairs', copies(pairs), 0.95, 0.9],
    ['copied pairs, held out', copies(pairs.filter(p => p.held)), 0.93, 0.85],
    ['vague items', vague(items), 0.95, 0.93],
    ['vague items, held out', vague(items.filter(i => i.held)), 0.93, 0.93],
    ['copied pairs, challenge', copies(challenge.pairs), 0.9, 0.8],
    ['vague items, challenge', vague(challenge.items), 0.9, 0.9],
    ['copied pairs, fresh', copies(fresh.pairs), 0.9, 0.9],
    ['vague items, fresh', vague(fresh.items), 0.9, 0.9],
    ['items blocked', blocked([...items, ...challenge.items, ...fresh.items]), 0.98, 0.8],
  ])('%s: precision and recall', (_, { precision, recall }, leastPrecision, leastRecall) => {
    expect(precision).toBeGreaterThanOrEqual(leastPrecision)
    expect(recall).toBeGreaterThanOrEqual(leastRecall)
  })
})
