import { describe, expect, test } from 'vitest'
import { oneScore, rows } from '../samples/one-score.ts'
import { score } from '../score.ts'

describe('grades', () => {
  const graded = (cap: object, rest: object = {}) =>
    oneScore({
      missing: 'block',
      grades: [
        { grade: 'A', atLeast: 90, cap },
        { grade: 'B', atLeast: 60 },
      ],
      ...rest,
    })
  const third = { share: '1/3', scope: 'unit' }
  test.each`
    scores                      | grades      | undecided   | why
    ${[95, 94, 93]}             | ${'ABB'}    | ${'---'}    | ${'floor(3/3) = 1'}
    ${[95, 94]}                 | ${'BB'}     | ${'--'}     | ${'floor(2/3) = 0 admits nobody'}
    ${[95, 94, 93, 92, 91]}     | ${'ABBBB'}  | ${'-----'}  | ${'floor(5/3) = 1'}
    ${[95, 94, 93, 92, 91, 90]} | ${'AABBBB'} | ${'------'} | ${'floor(6/3) = 2, 1/3 is exact'}
    ${[95, 94, 94, 92, 91, 90]} | ${'ABBBBB'} | ${'-??---'} | ${'equals straddle the cap; nobody below takes the place'}
    ${[95, 95, 94, 92, 91, 90]} | ${'AABBBB'} | ${'------'} | ${'equals fit'}
    ${[95, 95, 95, 92, 91, 90]} | ${'BBBBBB'} | ${'???---'} | ${'all of them fall, all free places stay free'}
    ${[89.99, 90, 59.99]}       | ${'BA-'}    | ${'---'}    | ${'bounds; none reached is null'}
    ${[95, 94, null]}           | ${'BB-'}    | ${'---'}    | ${'a blocked one counts in no cap'}
  `('$scores: $grades $undecided, $why', ({ scores, grades, undecided }) => {
    const { results } = score(graded(third), rows(...scores.map((each: number | null) => ({ score: each }))))
    expect(results.map(each => each.grade ?? '-').join('')).toBe(grades)
    expect(results.map(each => (each.toBeDecided ? '?' : '-')).join('')).toBe(undecided)
  })

  const grade = (scheme: Parameters<typeof score>[0], ...facts: Record<string, string | number | null>[]) =>
    score(scheme, rows(...facts))
      .results.map(each => each.grade ?? '-')
      .join('')
  test('of: all takes the share of all rows', () => {
    expect(grade(graded({ ...third, of: 'all' }), { score: 95 }, { score: 94 }, { score: null })).toBe('AB-')
  })
  test('who is ungraded takes no part in the cap', () => {
    const scheme = graded(third, { ungraded: 'new', rank: [{ scope: 'all' }] })
    expect(grade(scheme, { score: 99, new: 1 }, { score: 95, new: 0 }, { score: 94 })).toBe('-BB')
    expect(grade(scheme, { score: 99, new: 1 }, { score: 95 }, { score: 94 }, { score: 93 })).toBe('-ABB')
  })
  test('the tie-breakers of the first rank that has any split equals', () => {
    const scheme = graded(third, { rank: [{ scope: 'unit' }, { scope: 'all', tieBreakers: ['x'] }] })
    expect(grade(scheme, { score: 95, x: 1 }, { score: 95, x: 2 }, { score: 95 })).toBe('BAB')
  })
  test('each unit has its own cap', () => {
    const unit = (name: string) => [95, 94, 93].map(each => ({ score: each, unit: name }))
    expect(grade(graded(third), ...unit('u'), ...unit('v'))).toBe('ABBABB')
  })
  test('a cap that admits nobody is remarked', () => {
    expect(score(graded(third), rows({ score: 50 })).problems.map(each => each.en)).toEqual([
      'the cap of "A" admits nobody in "u"',
    ])
  })
})
