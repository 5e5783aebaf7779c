import { describe, expect, test } from 'vitest'
import { oneScore, rows } from '../samples/one-score.ts'
import { score } from '../score.ts'

describe('rank', () => {
  test('competition ranks per scope; tie-breakers split, a missing one last, a minus lower first', () => {
    const scheme = oneScore({ missing: 'block', rank: [{ scope: 'unit' }, { scope: 'all', tieBreakers: ['x', '-y'] }] })
    const { results } = score(
      scheme,
      rows(
        { score: 90, x: 1, unit: 'v' },
        { score: 80, x: 2, y: 5 },
        { score: 80, x: 2, y: 4 },
        { score: 80, y: 1 },
        { score: 70 },
        { score: null },
      ),
    )
    expect(results.map(each => each.ranks)).toEqual([
      { unit: 1, all: 1 },
      { unit: 1, all: 3 },
      { unit: 1, all: 2 },
      { unit: 1, all: 4 },
      { unit: 4, all: 5 },
      {},
    ])
  })
  test('equal on paper is equal in rank', () => {
    const scheme = oneScore({ rank: [{ scope: 'all' }] })
    expect(score(scheme, rows({ score: '80.004' }, { score: '79.995' })).results.map(each => each.ranks.all)).toEqual([
      1, 1,
    ])
  })
})
