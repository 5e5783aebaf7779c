import { describe, expect, test } from 'vitest'
import type { ScoreInput } from '../input.ts'
import { oneScore, rows } from '../samples/one-score.ts'
import { explain, score } from '../score.ts'

describe('vetoes and gates', () => {
  const effects = {
    grades: [
      { grade: 'A', atLeast: 90, cap: { share: 0.5 } },
      { grade: 'B', atLeast: 75 },
      { grade: 'C', atLeast: 0 },
    ],
    stars: [
      { stars: 5, atLeast: 90 },
      { stars: 3, atLeast: 0 },
    ],
    lights: { green: 85, yellow: 70 },
  }
  const scheme = oneScore({
    ...effects,
    vetoes: [
      { id: 'weak', when: { fact: 'weak', atLeast: 1 }, gradeAtMost: 'C', starsAtMost: 4, cite: 'weak-organization' },
      { id: 'grave', when: { fact: 'grave', atLeast: 1 }, zero: true, bars: ['model'] },
    ],
    gates: [{ id: 'low', when: { fact: 'satisfaction', below: 0.9 }, gradeAtMost: 'B', bars: ['model', 'flag'] }],
  })
  const seen = (input: ScoreInput) => {
    const { total, grade, stars, light, vetoes, barred } = score(scheme, input).results[0] ?? {}
    return [total, grade, stars, light, vetoes?.join(), barred?.join()]
  }
  test.each`
    facts                                | expected                                       | why
    ${{}}                                | ${[95, 'A', 5, 'green', '', '']}               | ${'a missing fact meets none'}
    ${{ weak: 0.99, satisfaction: 0.9 }} | ${[95, 'A', 5, 'green', '', '']}               | ${'just not met'}
    ${{ weak: 1 }}                       | ${[95, 'C', 3, 'green', 'weak', '']}           | ${'grade and stars limited'}
    ${{ satisfaction: 0.89 }}            | ${[95, 'B', 5, 'green', '', 'model,flag']}     | ${'a gate is not listed among the vetoes; stars heed no grade limit'}
    ${{ weak: 1, satisfaction: 0.89 }}   | ${[95, 'C', 3, 'green', 'weak', 'model,flag']} | ${'the strictest holds'}
    ${{ grave: 2 }}                      | ${[0, 'C', 3, 'red', 'grave', 'model']}        | ${'grade, light and stars follow from 0'}
  `('$facts: $expected, $why', ({ facts, expected }) => {
    expect(seen(rows({ score: 95, ...facts }, { score: 80 }))).toEqual(expected)
  })
  test('a ruling lifts one of them, for one subject', () => {
    const input = {
      ...rows({ score: 95, weak: 1, grave: 1 }, { score: 80 }),
      rulings: [{ subject: 'a', veto: 'grave', decision: '容错 2026-3 号' }],
    }
    expect(seen(input)).toEqual([95, 'C', 3, 'green', 'weak', ''])
    expect(explain(scheme, input, 'a')?.steps.find(each => each.kind === 'veto' && each.id === 'grave')).toMatchObject({
      met: true,
      liftedBy: '容错 2026-3 号',
    })
  })
  test('a ruling that lifts nothing is remarked', () => {
    const input = { ...rows({ score: 95 }), rulings: [{ subject: 'a', veto: 'weak', decision: 'x' }] }
    expect(score(scheme, input).problems.map(each => each.en)).toContain('the ruling on "weak" for "a" lifts nothing')
  })
  test('a limit works before the cap is filled', () => {
    const both = score(scheme, rows({ score: 95, weak: 1 }, { score: 92 })).results
    expect(both.map(each => each.grade)).toEqual(['C', 'A'])
  })
  test.each`
    share    | of         | barred   | why
    ${0.1}   | ${'total'} | ${'e'}   | ${'ceil(0.5) = 1'}
    ${0.4}   | ${'total'} | ${'cde'} | ${'ties at the edge included'}
    ${'1/3'} | ${'x'}     | ${'ab'}  | ${'ceil(4/3) = 2 of those that have it'}
    ${0}     | ${'total'} | ${''}    | ${'nobody'}
  `('bottom $share of $of bars $barred: $why', ({ share, of, barred }) => {
    const bottom = oneScore({ gates: [{ id: 'low', when: { bottom: share, of, scope: 'unit' }, bars: ['flag'] }] })
    const { results } = score(
      bottom,
      rows({ score: 90, x: 1 }, { score: 85, x: 2 }, { score: 70, x: 3 }, { score: 70, x: 4 }, { score: 60 }),
    )
    expect(
      results
        .filter(each => each.barred.length > 0)
        .map(each => each.subject)
        .join(''),
    ).toBe(barred)
  })
})
