import { describe, expect, test } from 'vitest'
import { InvalidInput } from '../input.ts'
import { oneScore, rows } from '../samples/one-score.ts'
import { score } from '../score.ts'

describe('roll-up', () => {
  const facts: Record<string, string | number | null>[] = [
    { score: 90, unit: 'u', w: 3, own: 70 },
    { score: 80, unit: 'u', w: 1, own: 70 },
    { score: 60, unit: 'v', own: null },
    { score: null, unit: 'x', w: 9 },
  ]
  test.each`
    level                                         | expected            | why
    ${{ by: 'mean' }}                             | ${{ u: 85, v: 60 }} | ${'a unit without scored subjects is left out'}
    ${{ by: 'mean', weight: 'w' }}                | ${{ u: 87.5 }}      | ${'no weight, no unit'}
    ${{ by: 'mean', own: 'own', ownWeight: 0.4 }} | ${{ u: 79, v: 60 }} | ${'a missing own score is left out'}
    ${{ by: 'median' }}                           | ${{ u: 85, v: 60 }} | ${'the middle two of an even number'}
  `('$level: $expected, $why', ({ level, expected }) => {
    const { rollUp } = score(oneScore({ missing: 'block', rollUp: [{ scope: 'unit', ...level }] }), rows(...facts))
    expect(Object.fromEntries((rollUp.unit ?? []).map(({ unit, total }) => [unit, total]))).toEqual(expected)
  })
  test('from an earlier level, weighted by the scored subjects below', () => {
    const level = (weight: object) =>
      oneScore({
        missing: 'block',
        rollUp: [
          { scope: 'unit', by: 'mean' },
          { scope: 'all', by: 'mean', from: 'unit', ...weight },
        ],
      })
    expect(score(level({}), rows(...facts)).rollUp.all).toEqual([{ unit: 'all', total: 72.5 }])
    expect(score(level({ weight: 'count' }), rows(...facts)).rollUp.all).toEqual([{ unit: 'all', total: 76.67 }])
  })
  test('an own score that differs within the unit is an error', () => {
    const scheme = oneScore({ rollUp: [{ scope: 'unit', by: 'mean', own: 'own', ownWeight: 0.4 }] })
    expect(() => score(scheme, rows({ score: 1, own: 1 }, { score: 1, own: 2 }))).toThrow(InvalidInput)
  })
})
