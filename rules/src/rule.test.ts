import { BadVersions, NotInForce } from '@jiannuo/engine/dated.ts'
import { describe, expect, test } from 'vitest'
import { cite, defineRule, missing, type RuleVersion, staleRules, value } from './rule.ts'

const source = cite('示例办法', '第一条', 'local')
const version = (
  from: string,
  until: string | null,
  params: number,
  checkedOn = '2026-01-01',
): RuleVersion<number> => ({
  from,
  until,
  checkedOn,
  cite: source,
  params,
})
const define = (...versions: RuleVersion<number>[]) =>
  defineRule({
    id: 'sample.double',
    title: { zh: '示例', en: 'Sample' },
    unit: 'none',
    versions,
    compute: (input: { n: number | null }, p) => (input.n === null ? missing('n') : value(input.n * p)),
  })

describe('defineRule', () => {
  const rule = define(
    version('2020-01-01', '2021-01-01', 2),
    version('2021-01-01', '2022-01-01', 3),
    version('2023-01-01', null, 4),
  )
  test.each`
    day             | expected
    ${'2020-01-01'} | ${20}
    ${'2020-12-31'} | ${20}
    ${'2021-01-01'} | ${30}
    ${'2023-01-01'} | ${40}
    ${'2099-01-01'} | ${40}
  `('on $day ten becomes $expected', ({ day, expected }) => {
    expect(rule.at(day).compute({ n: 10 })).toEqual({ kind: 'value', value: expected })
  })
  test.each(['2019-12-31', '2022-01-01', '2022-12-31'])('%s is refused', day => {
    expect(() => rule.at(day)).toThrow(NotInForce)
  })
  test('a day that is none is refused', () => {
    expect(() => rule.at('2021-02-30')).toThrow(BadVersions)
  })
  test('a missing fact is named, never counted as 0', () => {
    expect(rule.at('2020-06-01').compute({ n: null })).toEqual({ kind: 'missing', needs: ['n'] })
  })
  test.each([
    ['overlap by one day', [version('2020-01-01', '2021-01-02', 1), version('2021-01-01', null, 1)]],
    ['a version after an open one', [version('2020-01-01', null, 1), version('2021-01-01', null, 1)]],
    ['overlap out of order', [version('2021-01-01', '2022-01-01', 1), version('2020-01-01', '2021-01-02', 1)]],
    ['a day of checking that does not exist', [version('2020-01-01', null, 1, '2025-02-29')]],
    ['an empty period', [version('2020-01-01', '2020-01-01', 1)]],
    ['no version', []],
    ['a day that does not exist', [version('2020-02-30', null, 1)]],
  ])('%s fails at load', (_, versions) => {
    expect(() => define(...versions)).toThrow(/^rule sample\.double/)
  })
})

describe('staleRules', () => {
  const rule = define(
    version('2020-01-01', '2021-01-01', 2, '2020-02-01'),
    version('2021-01-01', null, 3, '2025-05-10'),
  )
  test('a year to the day is still fresh, a day later it is stale; ended versions are not listed', () => {
    expect(staleRules([rule], '2026-05-10')).toEqual([])
    expect(staleRules([rule], '2026-05-11')).toEqual([
      { id: 'sample.double', from: '2021-01-01', checkedOn: '2025-05-10', cite: source },
    ])
  })
})
