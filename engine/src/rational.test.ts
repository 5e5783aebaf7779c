import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  fromNumber,
  multiply,
  parseDecimal,
  parseShare,
  rational,
  round,
  subtract,
  toDecimal,
} from './rational.ts'

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => rational(n, d))

describe('parseDecimal', () => {
  test.each`
    text              | expected
    ${'-12.50'}       | ${'-12.5'}
    ${'007'}          | ${'7'}
    ${'0.1'}          | ${'0.1'}
    ${'-0'}           | ${'0'}
    ${'1e3'}          | ${null}
    ${'1,000'}        | ${null}
    ${' 1'}           | ${null}
    ${'+1'}           | ${null}
    ${'.5'}           | ${null}
    ${'5.'}           | ${null}
    ${'１'}           | ${null}
    ${''}             | ${null}
    ${'9'.repeat(41)} | ${null}
  `('"$text" is $expected', ({ text, expected }) => {
    const parsed = parseDecimal(text)
    expect(parsed && toDecimal(parsed)).toBe(expected)
  })
})

test.each`
  text         | n     | d
  ${'1/3'}     | ${1n} | ${3n}
  ${' 2 / 6 '} | ${1n} | ${3n}
  ${'0.3'}     | ${3n} | ${10n}
`('parseShare $text', ({ text, n, d }) => expect(parseShare(text)).toEqual({ n, d }))
test.each(['1/0', '1/3/3', 'a', '1/', '/3', '30%'])('parseShare refuses %s', text =>
  expect(parseShare(text)).toBeNull(),
)

test.each`
  value     | decimals | expected
  ${2.345}  | ${2}     | ${'2.35'}
  ${-2.345} | ${2}     | ${'-2.35'}
  ${1.005}  | ${2}     | ${'1.01'}
  ${2.344}  | ${2}     | ${'2.34'}
  ${0.5}    | ${0}     | ${'1'}
  ${-0.5}   | ${0}     | ${'-1'}
  ${-0.49}  | ${0}     | ${'0'}
`('$value to $decimals is $expected', ({ value, decimals, expected }) => {
  expect(toDecimal(round(fromNumber(value), decimals))).toBe(expected)
})

test('rounding is never off by more than half a unit, and a tie goes away from zero', () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const half = rational(1n, 2n * 10n ** BigInt(decimals))
      const off = subtract(round(value, decimals), value)
      const size = rational(off.n < 0n ? -off.n : off.n, off.d)
      expect(compare(size, half)).toBeLessThanOrEqual(0)
      if (compare(size, half) === 0) expect(off.n < 0n).toBe(value.n < 0n)
    }),
  )
})

test('fractions obey the laws that floating point breaks', () => {
  fc.assert(
    fc.property(fraction, fraction, fraction, (a, b, c) => {
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
      if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a)
      expect(floor(a)).toBe(-ceil(rational(-a.n, a.d)))
    }),
  )
})

test('every number is the decimal it prints', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), value => {
      expect(Number(toDecimal(fromNumber(value)))).toBe(value === 0 ? 0 : value)
    }),
  )
  expect(() => fromNumber(Number.NaN)).toThrow(RangeError)
  expect(toDecimal(rational(1n, 3n))).toBeNull()
  expect(() => rational(1n, 0n)).toThrow(RangeError)
})
