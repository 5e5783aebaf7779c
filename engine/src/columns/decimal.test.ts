import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDecimal, toDouble } from '../rational.ts'
import { isLongDecimal, readDecimal } from './decimal.ts'
import { compareBound, compareCells, numbersFromNumbers, numbersFromTexts } from './numbers.ts'

test.each`
  text                        | value
  ${'-12.50'}                 | ${-12.5}
  ${'007'}                    | ${7}
  ${'0.1'}                    | ${0.1}
  ${'-0'}                     | ${0}
  ${'-0.000'}                 | ${0}
  ${'12345678901234560000'}   | ${1234567890123456e4}
  ${'0.30000000000000000000'} | ${0.3}
  ${'1e3'}                    | ${Number.NaN}
  ${'1e309'}                  | ${Number.NaN}
  ${'NaN'}                    | ${Number.NaN}
  ${'Infinity'}               | ${Number.NaN}
  ${'--1'}                    | ${Number.NaN}
  ${'1.2.3'}                  | ${Number.NaN}
  ${'.5'}                     | ${Number.NaN}
  ${'-.5'}                    | ${Number.NaN}
  ${'5.'}                     | ${Number.NaN}
  ${'-'}                      | ${Number.NaN}
  ${'.'}                      | ${Number.NaN}
  ${''}                       | ${Number.NaN}
  ${'１'}                     | ${Number.NaN}
  ${'9'.repeat(41)}           | ${Number.NaN}
`('"$text" is $value', ({ text, value }) => expect(readDecimal(text)).toBe(value))

test('reads what fractions read, to the nearest double', () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }))
    .map(([minus, digits, places]) => {
      const text = String(digits).padStart(places + 1, '0')
      const split = text.length - places
      return `${minus ? '-' : ''}${text.slice(0, split)}${places > 0 ? `.${text.slice(split)}` : ''}`
    })
  fc.assert(
    fc.property(
      fc.oneof(decimal, fc.string({ maxLength: 6, unit: fc.constantFrom('0', '1', '9', '.', '-', 'e', ' ') })),
      text => {
        const exact = parseDecimal(text)
        if (exact === null) expect(readDecimal(text)).toBeNaN()
        else {
          expect(readDecimal(text)).toBe(Number(text) || 0)
          expect(Math.abs(readDecimal(text) - toDouble(exact))).toBeLessThanOrEqual(Math.abs(Number(text)) * 2 ** -50)
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test.each`
  text                      | long
  ${'123456789012345'}      | ${false}
  ${'1234567890123456'}     | ${true}
  ${'0.000000123456789012'} | ${false}
  ${'2.0000000000000001'}   | ${true}
  ${'100000000000000000'}   | ${false}
  ${'0.300000000000000000'} | ${false}
`('$text has more digits than a double keeps: $long', ({ text, long }) => expect(isLongDecimal(text)).toBe(long))

test('decimals that share a double are still told apart', () => {
  const column = numbersFromTexts(['2.0000000000000001', '2', '1.9999999999999999999', null, 'x'])
  expect(column.values[0]).toBe(column.values[1])
  expect(compareCells(column, 0, 1)).toBeGreaterThan(0)
  expect(compareCells(column, 2, 1)).toBeLessThan(0)
  expect(compareBound(column, 2, 2)).toBeLessThan(0)
  expect(compareBound(column, 1, 2)).toBe(0)
  expect(column.bad).toEqual([4])
})

test('numbers that are not finite are bad, null is missing', () => {
  expect(numbersFromNumbers([1, null, Number.NaN, Number.POSITIVE_INFINITY]).bad).toEqual([2, 3])
  expect(numbersFromNumbers(Float64Array.of(1, Number.NaN, Number.NEGATIVE_INFINITY)).bad).toEqual([2])
})
