import { describe, expect, test } from 'vitest'
import { BadVersions, isDay, NotInForce, versionAt, versions } from './dated.ts'

const terms = versions([
  { from: '2024-07-01', until: null, cap: 3 },
  { from: '2023-01-01', until: '2024-07-01', cap: 5 },
])

describe('versionAt', () => {
  test.each`
    day             | cap  | why
    ${'2023-01-01'} | ${5} | ${'first day'}
    ${'2024-06-30'} | ${5} | ${'last day covered'}
    ${'2024-07-01'} | ${3} | ${'until is the first day not covered'}
    ${'2999-12-31'} | ${3} | ${'still in force'}
  `('$day: $cap, $why', ({ day, cap }) => expect(versionAt(terms, day).cap).toBe(cap))

  test('a day before the first is refused', () => expect(() => versionAt(terms, '2022-12-31')).toThrow(NotInForce))
  test('a day in a gap is refused', () => {
    const gap = versions([
      { from: '2023-01-01', until: '2023-02-01' },
      { from: '2023-03-01', until: null },
    ])
    expect(() => versionAt(gap, '2023-02-01')).toThrow(NotInForce)
  })
  test('a day that is none is refused', () => expect(() => versionAt(terms, '2023-02-29')).toThrow(BadVersions))
})

describe('versions', () => {
  test.each([
    [
      'overlap',
      [
        { from: '2023-01-01', until: '2023-06-02' },
        { from: '2023-06-01', until: null },
      ],
    ],
    [
      'two without end',
      [
        { from: '2023-01-01', until: null },
        { from: '2023-06-01', until: null },
      ],
    ],
    [
      'the same day twice',
      [
        { from: '2023-01-01', until: '2024-01-01' },
        { from: '2023-01-01', until: null },
      ],
    ],
    ['empty period', [{ from: '2023-01-01', until: '2023-01-01' }]],
    ['no such day', [{ from: '2023-13-01', until: null }]],
  ])('%s fails at load', (_why, all) => expect(() => versions(all)).toThrow(BadVersions))
})

test.each`
  text            | expected
  ${'2024-02-29'} | ${true}
  ${'2023-02-29'} | ${false}
  ${'1900-02-29'} | ${false}
  ${'2000-02-29'} | ${true}
  ${'2023-04-31'} | ${false}
  ${'2023-4-01'}  | ${false}
  ${'2023-00-10'} | ${false}
  ${'2023-01-00'} | ${false}
`('isDay $text: $expected', ({ text, expected }) => expect(isDay(text)).toBe(expected))
