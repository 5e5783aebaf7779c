import { describe, expect, test } from 'vitest'
import type { ScoreInput } from '../input.ts'
import { oneScore, rows } from '../samples/one-score.ts'
import { score } from '../score.ts'

const totals = (scheme: Parameters<typeof score>[0], input: ScoreInput) =>
  score(scheme, input).results.map(each => each.total)

describe('coupling', () => {
  const base = { score: 80 }
  test.each`
    coupling                                          | partners      | expected    | why
    ${{ form: 'relative' }}                           | ${[60, 40]}   | ${[96, 64]} | ${'without bounds, gain 1'}
    ${{ form: 'relative', gain: 0.5 }}                | ${[60, 40]}   | ${[88, 72]} | ${'half the gain'}
    ${{ form: 'relative', floor: 0.9, ceiling: 1.1 }} | ${[60, 40]}   | ${[88, 72]} | ${'both clamped'}
    ${{ form: 'relative' }}                           | ${[60, null]} | ${[80, 80]} | ${'a missing partner is factor 1 and leaves the mean'}
    ${{ form: 'relative' }}                           | ${[0, 0]}     | ${[80, 80]} | ${'mean 0 is factor 1'}
    ${{ form: 'product', full: 100 }}                 | ${[90, 0]}    | ${[72, 0]}  | ${'a partner of 0 is a factor of 0'}
    ${{ form: 'product', full: 100, floor: 0.8 }}     | ${[90, 0]}    | ${[72, 64]} | ${'floor'}
  `('$coupling with $partners: $expected, $why', ({ coupling, partners, expected }) => {
    const scheme = oneScore({ coupling: { with: 'business', ...coupling } })
    expect(totals(scheme, rows(...partners.map((business: number | null) => ({ ...base, business }))))).toEqual(
      expected,
    )
  })
  test('blocked subjects count in the mean', () => {
    const scheme = oneScore({ missing: 'block', coupling: { with: 'business', form: 'relative' } })
    expect(totals(scheme, rows({ score: 80, business: 60 }, { business: 40 }))).toEqual([96, null])
  })
  test('a gate caps the grade and leaves the total', () => {
    const grades = [
      { grade: 'good', atLeast: 80 },
      { grade: 'fair', atLeast: 0 },
    ]
    const scheme = oneScore({ grades, coupling: { with: 'business', form: 'gate', below: 60, gradeAtMost: 'fair' } })
    const { results } = score(
      scheme,
      rows({ ...base, business: 59.99 }, { ...base, business: 60 }, { ...base, business: null }),
    )
    expect(results.map(each => [each.total, each.grade, each.factor])).toEqual([
      [80, 'fair', 1],
      [80, 'good', 1],
      [80, 'good', 1],
    ])
  })
})
