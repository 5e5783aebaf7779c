import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type Json } from './canonical.ts'
import type { ScoreInput } from './input.ts'
import { fromNumber, round, sum, toDecimal } from './rational.ts'
import { oneScore, rows } from './samples/one-score.ts'
import { score } from './score.ts'

const totals = (scheme: Parameters<typeof score>[0], input: ScoreInput) =>
  score(scheme, input).results.map(each => each.total)

describe('properties', () => {
  const subjectFacts = fc.record({
    score: fc.option(fc.integer({ min: 0, max: 10000 }).map(n => n / 100)),
    x: fc.option(fc.integer({ min: 0, max: 3 })),
    unit: fc.constantFrom('u', 'v'),
  })
  const scheme = oneScore({
    groups: [
      {
        id: 'only',
        max: 60,
        indicators: [{ id: 'score', fact: 'score', method: { kind: 'linear', from: 0, to: 100, points: 60 } }],
      },
      {
        id: 'votes',
        max: 40,
        indicators: [
          {
            id: 'panel',
            method: {
              kind: 'panel',
              points: 40,
              outOf: 10,
              sources: [
                { source: 'peer', weight: 1, trim: 1 },
                { source: 'top', weight: 2, missing: 'zero' },
              ],
            },
          },
        ],
      },
    ],
    rank: [{ scope: 'unit', tieBreakers: ['x'] }],
    grades: [
      { grade: 'A', atLeast: 40, cap: { share: '1/3', scope: 'unit' } },
      { grade: 'B', atLeast: 0 },
    ],
  })
  const inputs = fc
    .tuple(
      fc.array(subjectFacts, { minLength: 1, maxLength: 12 }),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.constantFrom('peer', 'top'),
          fc.integer({ min: 0, max: 10 }),
          fc.integer({ min: 0, max: 3 }),
        ),
        { maxLength: 40 },
      ),
    )
    .map(([facts, ratings]): ScoreInput => {
      const input = rows(...facts)
      const subjectOf = (i: number) => input.facts[i % input.facts.length]?.subject ?? 'a'
      return {
        ...input,
        ratings: ratings.map(([i, source, value, count]) => ({
          subject: subjectOf(i),
          source,
          value: String(value),
          count,
        })),
      }
    })
  const bySubject = (input: ScoreInput) =>
    canonical(
      JSON.parse(
        JSON.stringify(score(scheme, input).results.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))),
      ) as Json,
    )

  test('the order of subjects and of ratings never matters', () => {
    fc.assert(
      fc.property(inputs, fc.infiniteStream(fc.nat()), (input, stream) => {
        const shuffle = <T>(all: readonly T[]) =>
          all
            .map(each => ({ each, key: stream.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each)
        expect(bySubject({ ...input, facts: shuffle(input.facts), ratings: shuffle(input.ratings) })).toBe(
          bySubject(input),
        )
      }),
    )
  })
  test('a count is that many ratings', () => {
    fc.assert(
      fc.property(inputs, input => {
        const single = input.ratings.flatMap(row => Array.from({ length: row.count }, () => ({ ...row, count: 1 })))
        expect(bySubject({ ...input, ratings: single })).toBe(bySubject(input))
      }),
    )
  })
  test('a cap never admits more than its share, and the graded without a tie are the best', () => {
    fc.assert(
      fc.property(inputs, input => {
        const { results } = score(scheme, input)
        for (const members of Map.groupBy(input.facts, row => row.scopes.unit).values()) {
          const inUnit = results.filter(each => members.some(row => row.subject === each.subject))
          const scored = inUnit.filter(each => each.blocked === null)
          const best = inUnit.filter(each => each.grade === 'A')
          expect(best.length).toBeLessThanOrEqual(Math.floor(scored.length / 3))
          for (const one of best)
            expect(inUnit.every(each => (each.ranks.unit ?? 99) >= (one.ranks.unit ?? 0) || each.grade === 'A')).toBe(
              true,
            )
        }
      }),
    )
  })
  test('inputs are not changed, and the same inputs give the same bytes', () => {
    fc.assert(
      fc.property(inputs, input => {
        const sealed = JSON.stringify(input)
        const freeze = (value: unknown): unknown =>
          typeof value === 'object' && value !== null ? Object.freeze(Object.values(value).map(freeze) && value) : value
        freeze(input)
        expect(JSON.stringify(score(scheme, input))).toBe(JSON.stringify(score(scheme, input)))
        expect(JSON.stringify(input)).toBe(sealed)
      }),
    )
  })
  test('totals are the exact sum rounded once, also where floating point would stray', () => {
    const cents = fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(cents, parts => {
        const indicators = parts.map((_, i) => ({ id: `i${i}`, fact: `f${i}`, method: { kind: 'given', points: 100 } }))
        const summed = oneScore({ groups: [{ id: 'g', max: 10_000, indicators }] })
        const facts = Object.fromEntries(parts.map((part, i) => [`f${i}`, String(part / 1000)]))
        const exact = round(sum(parts.map(part => fromNumber(part / 1000))), 2)
        expect(totals(summed, rows(facts))).toEqual([Number(toDecimal(exact))])
      }),
    )
  })
})

describe('what mathematics says of a changed scheme', () => {
  const PARTS = [50, 20, 30] as const
  const cents = (most: number) => fc.integer({ min: 0, max: most * 100 }).map(n => n / 100)
  const scores = fc.array(fc.record({ a: fc.option(cents(50)), b: fc.option(cents(20)), c: fc.option(cents(30)) }), {
    minLength: 1,
    maxLength: 8,
  })
  const part = (id: string, points: number) => ({ id, fact: id, method: { kind: 'given', points } })
  const [a, b, c] = [part('a', PARTS[0]), part('b', PARTS[1]), part('c', PARTS[2])]
  const grouped = (groups: readonly (readonly ReturnType<typeof part>[])[], rest: Record<string, unknown> = {}) =>
    oneScore({
      groups: groups.map((indicators, i) => ({
        ...{ id: `g${i}`, indicators },
        max: indicators.reduce((sum, each) => sum + each.method.points, 0),
      })),
      rank: [{ scope: 'all' }],
      ...rest,
    })
  const said = (scheme: ReturnType<typeof grouped>, input: ScoreInput) =>
    score(scheme, input).results.map(({ total, ranks, grade }) => ({ total, ranks, grade }))
  const grades = (shift: number) => ({
    grades: [
      { grade: 'A', atLeast: 60 + shift, cap: { share: '1/2', of: 'all' } },
      { grade: 'B', atLeast: shift },
    ],
  })

  test('a constant for everybody shifts totals and bounds, and nobody’s rank or grade', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 40 }), (all, shift) => {
        const input = rows(...all.map(each => ({ ...each, everybody: 1 })))
        const plain = said(grouped([[a, b], [c]], { missing: 'zero', ...grades(0) }), input)
        const adjustments = [{ id: 'everybody', fact: 'everybody', each: shift }]
        const shifted = said(grouped([[a, b], [c]], { missing: 'zero', adjustments, ...grades(shift) }), input)
        expect(shifted).toEqual(
          plain.map(({ total, ...rest }) => ({ total: Math.round((total! + shift) * 100) / 100, ...rest })),
        )
      }),
    )
  })
  test('points ten times as large give totals ten times as large, whatever is missing', () => {
    fc.assert(
      fc.property(scores, all => {
        const tenfold = [a, b, c].map(each => ({
          ...{ id: each.id, fact: each.id },
          method: { kind: 'linear', from: 0, to: each.method.points, points: each.method.points * 10 },
        }))
        const [ta, tb, tc] = tenfold as [(typeof tenfold)[0], (typeof tenfold)[0], (typeof tenfold)[0]]
        const large = said(grouped([[ta, tb], [tc]], { decimals: 1 }), rows(...all))
        const plain = said(grouped([[a, b], [c]]), rows(...all))
        expect(large).toEqual(
          plain.map(({ total, ...rest }) => ({
            total: total === null ? null : Math.round(total * 1000) / 100,
            ...rest,
          })),
        )
      }),
    )
  })
  test('weights of a panel count by their proportion alone', () => {
    const votes = fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.integer({ min: 0, max: 10 })), { maxLength: 20 })
    const panel = (factor: number) =>
      oneScore({
        groups: [
          {
            ...{ id: 'g', max: 100 },
            indicators: [
              {
                id: 'panel',
                method: {
                  ...{ kind: 'panel', points: 100, outOf: 10 },
                  sources: ['x', 'y', 'z'].map((source, i) => ({ source, weight: (i + 1) * factor })),
                },
              },
            ],
          },
        ],
      })
    fc.assert(
      fc.property(votes, fc.integer({ min: 2, max: 9 }), (given, factor) => {
        const ratings = given.map(([source, value]) => ({ subject: 'a', source, value: String(value), count: 1 }))
        const input = { ...rows({}), ratings }
        expect(totals(panel(factor), input)).toEqual(totals(panel(1), input))
      }),
    )
  })
  test('a group split in two gives the same: where missing is zero, and where nothing else is in the scheme', () => {
    fc.assert(
      fc.property(scores, all => {
        const input = rows(...all)
        const [whole, split] = [
          [[a, b], [c]],
          [[a], [b], [c]],
        ]
        expect(said(grouped(split, { missing: 'zero' }), input)).toEqual(
          said(grouped(whole, { missing: 'zero' }), input),
        )
        expect(said(grouped([[a], [b]]), input)).toEqual(said(grouped([[a, b]]), input))
      }),
    )
  })
})
