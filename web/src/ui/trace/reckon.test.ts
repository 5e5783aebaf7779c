import type { Scheme } from '@jiannuo/engine/format.ts'
import { explain, type FactRow, type RatingRow, type RulingRow } from '@jiannuo/engine/score.ts'
import { describe, expect, it, test } from 'vitest'
import { decimal, mean, percentage, points, reckon } from './reckon.ts'
import { indicatorOf, indicatorsOf, partsOf } from './shape.ts'
import { traceWords } from './words.ts'

type Method = Scheme['groups'][number]['indicators'][number]['method']

/** The sentence of one indicator as the real engine traced it. */
function sentence(
  method: Method,
  facts: Record<string, string | null>,
  more: Partial<Scheme> = {},
  others: FactRow[] = [],
  rulings: RulingRow[] = [],
) {
  const scheme: Scheme = {
    scheme: 's',
    version: 1,
    subject: 'branch',
    year: 2026,
    groups: [
      {
        id: 'g',
        max: 100,
        indicators: [
          (method.kind === 'ratio' || method.kind === 'panel'
            ? { id: 'i', method }
            : { id: 'i', fact: 'a', method }) as Scheme['groups'][number]['indicators'][number],
          { id: 'rest', fact: 'rest', method: { kind: 'given', points: 10 } },
        ],
      },
    ],
    ...more,
  }
  const ratings: RatingRow[] = [{ subject: 'x', source: 'peer', value: '0.9', count: 4 }]
  const trace = explain(
    scheme,
    {
      facts: [{ subject: 'x', scopes: {}, facts: { rest: '8', ...facts } }, ...others],
      ratings: method.kind === 'panel' ? ratings : [],
      rulings,
    },
    'x',
  )!
  const [step] = indicatorsOf(trace, 'g')
  return reckon(step!, indicatorOf(scheme, step!)!.method, traceWords.zh)
}

const other = (a: string): FactRow => ({ subject: a, scopes: {}, facts: { a, rest: '1' } })

describe('R0.8 every mechanism says how it came to its points', () => {
  test.each<[Method, Record<string, string | null>, string]>([
    [{ kind: 'linear', from: 0, to: 12, points: 12 }, { a: '11' }, '11 ÷ 12 × 12 = 11'],
    [{ kind: 'linear', from: 0, to: 1, points: 50 }, { a: '0.9' }, '0.9 × 50 = 45'],
    [{ kind: 'linear', from: 2, to: 6, points: 8 }, { a: '3' }, '（3 − 2）÷（6 − 2）× 8 = 2'],
    [{ kind: 'linear', from: 0, to: 32, points: 8 }, { a: '36' }, '36，达到 32，得满分 8'],
    [{ kind: 'linear', from: 5, to: 0, points: 8 }, { a: '6' }, '6，未超过 5，得 0'],
    [
      {
        kind: 'steps',
        steps: [
          { atLeast: 56, points: 10 },
          { atLeast: 32, points: 6 },
        ],
      },
      { a: '40' },
      '40，满 32，得 6',
    ],
    [
      {
        kind: 'steps',
        steps: [
          { atLeast: 56, points: 10 },
          { atLeast: 32, points: 6 },
        ],
      },
      { a: '31.5' },
      '31.5，不到 32，得 0',
    ],
    [{ kind: 'deduct', base: 10, each: 3, floor: 0 }, { a: '2' }, '10 − 2 × 3 = 4'],
    [{ kind: 'deduct', base: 10, each: 3, floor: 0 }, { a: '4' }, '10 − 4 × 3 = 0，最低 0'],
    [{ kind: 'bonus', each: 1, cap: 5 }, { a: '7' }, '7 × 1 = 5，最高 5'],
    [{ kind: 'bonus', each: 1 }, { a: null }, '没有数据'],
    [{ kind: 'ratio', of: 'done', per: 'due', points: 15 }, { done: '2', due: '3' }, '2 ÷ 3 × 15 = 10'],
    [
      { kind: 'ratio', of: 'done', per: 'due', points: 15 },
      { done: '0', due: '0' },
      '没有数据，不按零算，本组其余部分折算',
    ],
    [{ kind: 'choice', points: { good: 15, poor: 0 } }, { a: 'good' }, '“good”，得 15'],
    [{ kind: 'given', points: 20 }, { a: '12.5' }, '直接给分 12.5，满分 20'],
    [{ kind: 'panel', points: 30, sources: [{ source: 'peer', weight: 1 }] }, {}, '各方按权重平均 0.9 × 30 = 27'],
  ])('%o with %o: %s', (method, facts, said) => {
    expect(sentence(method, facts)).toBe(said)
  })
  it('places by rank among those who have the fact', () => {
    const method: Method = { kind: 'place', points: 10, each: 2 }
    expect(sentence(method, { a: '5' }, {}, [other('9'), other('7'), other('1')])).toBe('4 个中第 3：10 − 2 × 2 = 6')
  })
  it('a missing number says what the policy made of it', () => {
    expect(sentence({ kind: 'given', points: 20 }, { a: null }, { missing: 'zero' })).toBe('没有数据，按零算')
    const rulings = [{ subject: 'x', veto: '', indicator: 'i', decision: '3 号文' }]
    expect(sentence({ kind: 'given', points: 20 }, { a: '7' }, { missing: 'zero' }, [], rulings)).toBe(
      '经认定不考（3 号文），本组其余部分折算',
    )
  })
})

test.each([
  ['12', '12.00'],
  ['-1.5', '−1.50'],
  ['0.333333', '0.33'],
  ['-0.006', '−0.01'],
  ['1.005', '1.01'],
])('%s points are read as %s', (value, said) => {
  expect(points(value)).toBe(said)
})

test.each([
  ['0.925', '92.5%'],
  [1, '100%'],
])('a share of %s is read as %s', (value, said) => expect(percentage(value)).toBe(said))

test.each([
  ['0.872727', '≈ 0.8727'],
  ['0.87275', '≈ 0.8728'],
  ['0.8727', '0.8727'],
  ['1', '1'],
])('a mean of %s is read as %s', (value, said) => expect(mean(value)).toBe(said))

test('a true minus sign', () => expect(decimal(-3)).toBe('−3'))

test('the parts of a score add up to its total', () => {
  const scheme: Scheme = {
    scheme: 's',
    version: 1,
    subject: 'branch',
    year: 2026,
    groups: [{ id: 'g', max: 100, indicators: [{ id: 'i', fact: 'a', method: { kind: 'given', points: 100 } }] }],
    coupling: { with: 'b', form: 'product', full: 100 },
    adjustments: [{ id: 'h', fact: 'h', each: 2 }],
  }
  const facts = [{ subject: 'x', scopes: {}, facts: { a: '80', b: '90', h: '1' } }]
  const parts = partsOf(explain(scheme, { facts, ratings: [], rulings: [] }, 'x')!)
  expect(parts.total).toBe(74) // 80 × 0.9 + 2
  expect(parts.coupled).toBeCloseTo(-8)
  expect(parts.adjustments).toBeCloseTo(2)
})
