import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratingsForEngine, releaseOf } from './small-pool.ts'

const GRADES = [
  ['excellent', 1],
  ['qualified', 0.85],
  ['basic', 0.6],
  ['unqualified', 0],
] as const
const pool = (counts: readonly number[]) => GRADES.map(([grade, value], i) => ({ grade, value, count: counts[i] ?? 0 }))

function shownOf(counts: readonly number[], smallest?: number) {
  const release = releaseOf(pool(counts), smallest)
  if (release.kind === 'nothing') return 'nothing'
  if (release.kind === 'bands') return `${release.approval} ${release.worstOverThird}`
  return release.cells.map(({ grades, count }) => `${grades.map(each => each[0]).join('+')}:${count}`).join(' ')
}

describe('releaseOf', () => {
  test.each`
    counts           | shown                 | why
    ${[0, 0, 0, 0]}  | ${'nothing'}          | ${'no slips'}
    ${[4, 0, 0, 0]}  | ${'nothing'}          | ${'4 slips'}
    ${[5, 0, 0, 0]}  | ${'from90 false'}     | ${'5 slips'}
    ${[4, 5, 0, 0]}  | ${'from90 false'}     | ${'9 slips'}
    ${[3, 5, 1, 0]}  | ${'from70 false'}     | ${'8 of 9 is below 90 %'}
    ${[0, 7, 2, 1]}  | ${'e:0 q:7 b+u:3'}    | ${'10 slips: counts'}
    ${[3, 2, 2, 0]}  | ${'from70 false'}     | ${'5 of 7 is above 70 %'}
    ${[3, 1, 2, 0]}  | ${'below70 false'}    | ${'4 of 6 is below 70 %'}
    ${[4, 0, 0, 2]}  | ${'below70 false'}    | ${'exactly a third is not over a third'}
    ${[3, 0, 0, 2]}  | ${'below70 true'}     | ${'2 of 5 is over a third'}
    ${[10, 0, 0, 0]} | ${'e:10 q:0 b:0 u:0'} | ${'nobody to protect'}
    ${[10, 5, 3, 3]} | ${'e:10 q:5 b:3 u:3'} | ${'3 may stand alone'}
    ${[10, 5, 3, 2]} | ${'e:10 q:5 b+u:5'}   | ${'2 may not'}
    ${[10, 5, 2, 3]} | ${'e:10 q:5 b+u:5'}   | ${'joined with the lower one'}
    ${[10, 5, 1, 0]} | ${'e:10 q+b:6 u:0'}   | ${'none lower: joined with the better one'}
    ${[10, 1, 5, 0]} | ${'e:10 q+b:6 u:0'}   | ${'middle one of 1'}
    ${[10, 5, 1, 1]} | ${'e:10 q+b+u:7'}     | ${'two together are still 2'}
    ${[20, 0, 0, 1]} | ${'e+q+b+u:21'}       | ${'a lone dissent is not shown at all'}
    ${[2, 10, 0, 0]} | ${'e:2 q:10 b:0 u:0'} | ${'the best grade is not a low one'}
  `('$counts shows $shown: $why', ({ counts, shown }) => expect(shownOf(counts)).toBe(shown))

  test('the smallest pool may be raised, never lowered', () => {
    expect(shownOf([7, 0, 0, 0], 8)).toBe('nothing')
    expect(shownOf([8, 0, 0, 0], 8)).toBe('from90 false')
    expect(shownOf([11, 0, 0, 0], 12)).toBe('nothing')
    expect(() => shownOf([4, 0, 0, 0], 4)).toThrow(RangeError)
    expect(() => ratingsForEngine('a', 'peer', pool([4]), 1)).toThrow(RangeError)
  })
  test.each([[-1], [1.5], [Number.NaN]])('%d slips are refused', count => {
    expect(() => releaseOf(pool([count, 9, 9, 9]))).toThrow(RangeError)
  })
  test('counts keep every slip, in order, and no low cell is 1 or 2', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 }), counts => {
        const release = releaseOf(pool(counts))
        if (release.kind !== 'counts') return
        expect(release.cells.reduce((n, each) => n + each.count, 0)).toBe(counts.reduce((a, b) => a + b))
        expect(release.cells.flatMap(each => each.grades)).toEqual(GRADES.map(([grade]) => grade))
        expect(release.cells.slice(1).every(each => each.count === 0 || each.count > 2)).toBe(true)
      }),
    )
  })
})

describe('ratingsForEngine', () => {
  test.each`
    counts          | rows                                                                      | why
    ${[4, 0, 0, 0]} | ${[]}                                                                     | ${'4 slips'}
    ${[4, 1, 0, 0]} | ${[['1', 5]]}                                                             | ${'0.97 rounds to 1'}
    ${[0, 5, 0, 0]} | ${[['0.9', 5]]}                                                           | ${'0.85 rounds away from zero'}
    ${[3, 3, 2, 1]} | ${[['0.8', 9]]}                                                           | ${'0.75 rounds up'}
    ${[0, 0, 0, 9]} | ${[['0', 9]]}                                                             | ${'all the worst'}
    ${[6, 4, 0, 0]} | ${[['excellent', 6], ['qualified', 4], ['basic', 0], ['unqualified', 0]]} | ${'10 slips: as counted'}
  `('$counts gives $rows: $why', ({ counts, rows }) => {
    expect(ratingsForEngine('a', 'peer', pool(counts)).map(({ value, count }) => [value, count])).toEqual(rows)
  })
  test('names subject and source, never a rater', () => {
    expect(ratingsForEngine('a', 'peer', pool([5]))).toEqual([{ subject: 'a', source: 'peer', value: '1', count: 5 }])
  })
})
