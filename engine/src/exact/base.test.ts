import { describe, expect, test } from 'vitest'
import type { ScoreInput } from '../input.ts'
import { oneScore, rows } from '../samples/one-score.ts'
import { score } from '../score.ts'

const totals = (scheme: Parameters<typeof score>[0], input: ScoreInput) =>
  score(scheme, input).results.map(each => each.total)

describe('missing', () => {
  const two = (missing: string, override?: string) =>
    oneScore({
      missing,
      groups: [
        {
          id: 'g',
          max: 60,
          indicators: [
            { id: 'a', fact: 'a', missing: override, method: { kind: 'given', points: 40 } },
            { id: 'b', fact: 'b', method: { kind: 'given', points: 20 } },
            { id: 'x', fact: 'x', missing: 'block', method: { kind: 'bonus', each: 1, cap: 5 } },
          ].map(({ missing: own, ...rest }) => (own ? { ...rest, missing: own } : rest)),
        },
        { id: 'h', max: 40, indicators: [{ id: 'c', fact: 'c', method: { kind: 'given', points: 40 } }] },
      ],
    })
  test.each`
    missing     | override     | a       | b       | c       | x       | total   | why
    ${'exempt'} | ${undefined} | ${30}   | ${15}   | ${20}   | ${null} | ${65}   | ${'nothing missing; a missing bonus is 0'}
    ${'exempt'} | ${undefined} | ${30}   | ${null} | ${20}   | ${2}    | ${67}   | ${'30 × 60/40 + 2 + 20: the bonus is unscaled'}
    ${'exempt'} | ${undefined} | ${40}   | ${null} | ${20}   | ${5}    | ${80}   | ${'capped at the maximum after scaling'}
    ${'exempt'} | ${undefined} | ${null} | ${null} | ${20}   | ${5}    | ${50}   | ${'the group is left out with its bonus: 20 × 100/40'}
    ${'exempt'} | ${undefined} | ${null} | ${null} | ${null} | ${5}    | ${null} | ${'no group left'}
    ${'zero'}   | ${undefined} | ${30}   | ${null} | ${20}   | ${null} | ${50}   | ${'counts as nothing'}
    ${'block'}  | ${undefined} | ${30}   | ${null} | ${20}   | ${null} | ${null} | ${'unscored'}
    ${'exempt'} | ${'zero'}    | ${null} | ${15}   | ${20}   | ${null} | ${35}   | ${'the indicator overrides'}
    ${'zero'}   | ${'exempt'}  | ${null} | ${15}   | ${20}   | ${null} | ${65}   | ${'15 × 60/20 + 20'}
    ${'exempt'} | ${'zero'}    | ${null} | ${null} | ${20}   | ${null} | ${20}   | ${'a zero indicator keeps the group in'}
  `('$missing, $override: $a $b $c $x gives $total: $why', ({ missing, override, a, b, c, x, total }) => {
    expect(totals(two(missing, override), rows({ a, b, c, x }))).toEqual([total])
  })

  test.each`
    missing     | exempted | total    | why
    ${'zero'}   | ${'b'}   | ${70}    | ${'missing, and no zero: 30 × 60/40 + 5 + 20'}
    ${'block'}  | ${'b'}   | ${70}    | ${'what blocks is lifted'}
    ${'exempt'} | ${'a'}   | ${70}    | ${'a number that is there does not count: 15 × 60/20 + 20 + 5'}
    ${'exempt'} | ${'x'}   | ${65}    | ${'a bonus is not counted, and nothing is scaled'}
    ${'zero'}   | ${'c'}   | ${83.33} | ${'its group is left out: (30 + 15 + 5) × 100/60'}
  `('a ruling exempts from $exempted under $missing: $why', ({ missing, exempted, total }) => {
    const input = rows({ a: 30, b: exempted === 'b' ? null : 15, c: 20, x: 5 }, { a: 1, b: 2, c: 3, x: 0 })
    const rulings = [{ subject: input.facts[0]!.subject, veto: '', indicator: exempted, decision: '市委会议纪要 3 号' }]
    expect(totals(two(missing), { ...input, rulings })).toEqual([total, 6])
  })

  test('a group of bonuses alone has no full points and is never left out', () => {
    const scheme = oneScore({
      groups: [
        { id: 'g', max: 60, indicators: [{ id: 'a', fact: 'a', method: { kind: 'given', points: 60 } }] },
        { id: 'h', max: 40, indicators: [{ id: 'x', fact: 'x', method: { kind: 'bonus', each: 1 } }] },
      ],
    })
    expect(totals(scheme, rows({ a: 30, x: null }, { a: null, x: 4 }))).toEqual([30, 10])
  })
})
