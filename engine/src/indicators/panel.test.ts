import { describe, expect, test } from 'vitest'
import { fromNumber, toDecimal } from '../rational.ts'
import { type Panel, panel, parseRating } from './panel.ts'

const method: Panel = {
  kind: 'panel',
  points: 30,
  scale: { excellent: 1, qualified: 0.85, basic: 0.6, unqualified: 0 },
  sources: [
    { source: 'self', weight: 1 },
    { source: 'peer', weight: 2, minimum: 5, trim: 1 },
  ],
}

describe('parseRating', () => {
  test.each`
    text           | outOf        | expected
    ${'qualified'} | ${undefined} | ${'0.85'}
    ${'0.9'}       | ${undefined} | ${'0.9'}
    ${'1'}         | ${undefined} | ${'1'}
    ${'1.01'}      | ${undefined} | ${null}
    ${'-0.1'}      | ${undefined} | ${null}
    ${'90'}        | ${100}       | ${'0.9'}
    ${'101'}       | ${100}       | ${null}
    ${'qualified'} | ${100}       | ${'0.85'}
    ${''}          | ${undefined} | ${null}
    ${'Qualified'} | ${undefined} | ${null}
    ${'9e-1'}      | ${undefined} | ${null}
    ${'90%'}       | ${100}       | ${null}
  `('"$text" out of $outOf is $expected', ({ text, outOf, expected }) => {
    const rating = parseRating({ ...method, outOf }, text)
    expect(rating && toDecimal(rating)).toBe(expected)
  })
})

describe('panel', () => {
  const tallies = (values: readonly number[]) => values.map(value => ({ value: fromNumber(value), count: 1 }))
  test.each`
    self     | peer                          | policy      | mean       | n    | trimmed | why
    ${[0.8]} | ${[1, 1, 1, 1, 0]}            | ${'exempt'} | ${null}    | ${5} | ${1}    | ${'mean (0.8 + 2 × 1) / 3 has no end'}
    ${[0.7]} | ${[1, 1, 1, 1, 0]}            | ${'exempt'} | ${'0.9'}   | ${5} | ${1}    | ${'2k + 3 ratings: highest and lowest dropped'}
    ${[0.7]} | ${[1, 1, 1, 0]}               | ${'exempt'} | ${'0.7'}   | ${4} | ${0}    | ${'below the minimum: weights renormalised'}
    ${[0.6]} | ${[]}                         | ${'zero'}   | ${'0.2'}   | ${0} | ${0}    | ${'zero keeps its weight'}
    ${[]}    | ${[]}                         | ${'exempt'} | ${null}    | ${0} | ${0}    | ${'none rated: the panel is missing'}
    ${[]}    | ${[0.85, 1, 1, 1, 0.6, 0.85]} | ${'exempt'} | ${'0.925'} | ${6} | ${1}    | ${'peers alone'}
  `('$self and $peer under $policy: $mean, $why', ({ self, peer, policy, mean, n, trimmed }) => {
    const outcome = panel(method, source => tallies(source === 'self' ? self : peer), policy)
    expect(outcome.mean && toDecimal(outcome.mean)).toBe(mean)
    expect(outcome.sources[1]).toMatchObject({ n, trimmed })
  })

  test('a count stands for that many ratings, also under trim', () => {
    const counted = [
      { value: fromNumber(1), count: 4 },
      { value: fromNumber(0), count: 2 },
    ]
    const single = tallies([1, 0, 1, 1, 0, 1])
    expect(panel(method, () => counted, 'exempt').mean).toEqual(panel(method, () => single, 'exempt').mean)
  })

  test('a source that blocks says so, whatever the indicator would do', () => {
    const strict: Panel = {
      ...method,
      sources: [
        { source: 'self', weight: 1 },
        { source: 'peer', weight: 2, missing: 'block' },
      ],
    }
    expect(panel(strict, source => tallies(source === 'self' ? [1] : []), 'exempt').blocking).toEqual(['peer'])
  })

  test('no trim when n = 2k + 2', () => {
    const two: Panel = { ...method, sources: [{ source: 'peer', weight: 1, trim: 2 }] }
    expect(panel(two, () => tallies([0, 0, 1, 1, 1, 1]), 'exempt').sources[0]?.trimmed).toBe(0)
    expect(panel(two, () => tallies([0, 0, 1, 1, 1, 1, 1]), 'exempt').sources[0]).toMatchObject({
      trimmed: 2,
      mean: fromNumber(1),
    })
  })
})
