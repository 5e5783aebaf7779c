import { LONGEST_DECIMAL } from './columns/decimal.ts'

/** Exact fraction; `d` is positive and shares no factor with `n`. */
export type Rational = Readonly<{ n: bigint; d: bigint }>

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }

const abs = (a: bigint) => (a < 0n ? -a : a)

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** n / d in lowest terms. Throws RangeError when d is 0. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('division by zero')
  if (d === 1n) return { n, d }
  const shared = gcd(abs(n), abs(d)) * (d < 0n ? -1n : 1n)
  return { n: n / shared, d: d / shared }
}

export const add = (a: Rational, b: Rational) => rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Rational, b: Rational) => rational(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Rational, b: Rational) => rational(a.n * b.n, a.d * b.d)
export const divide = (a: Rational, b: Rational) => rational(a.n * b.d, a.d * b.n)
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d })
export const sum = (all: Iterable<Rational>) => [...all].reduce(add, ZERO)

/** Negative, zero or positive, as a sort function wants it. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

export const min = (a: Rational, b: Rational) => (compare(a, b) <= 0 ? a : b)
export const max = (a: Rational, b: Rational) => (compare(a, b) >= 0 ? a : b)

/** An end that is null does not bind. */
export function clamp(a: Rational, low: Rational | null, high: Rational | null): Rational {
  const raised = low === null ? a : max(a, low)
  return high === null ? raised : min(raised, high)
}

export function floor(a: Rational): number {
  const cut = a.n / a.d
  return Number(a.n < 0n && cut * a.d !== a.n ? cut - 1n : cut)
}

export const ceil = (a: Rational) => -floor(negate(a))

/** Rounded half away from zero to so many decimals. */
export function round(a: Rational, decimals: number): Rational {
  const unit = 10n ** BigInt(decimals)
  const scaled = (2n * abs(a.n) * unit + a.d) / (2n * a.d)
  return rational(a.n < 0n ? -scaled : scaled, unit)
}

/** A plain decimal such as `-12.50`; null for anything else: exponent, percent, separator, blanks, over 40 characters. */
export function parseDecimal(text: string): Rational | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts || text.length > LONGEST_DECIMAL) return null
  const [, sign = '', whole = '', fraction = ''] = parts
  return rational(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length))
}

/** A plain decimal or a fraction such as `1/3`; null for anything else. */
export function parseShare(text: string): Rational | null {
  const [over = '', under, ...more] = text.split('/')
  const n = parseDecimal(over.trim())
  if (under === undefined || !n) return n
  const d = parseDecimal(under.trim())
  return !d || d.n === 0n || more.length > 0 ? null : divide(n, d)
}

function readNumber(value: number): Rational {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const parsed = parseDecimal(mantissa)
  if (!parsed) throw new RangeError(`not a finite number: ${value}`)
  const power = 10n ** BigInt(Math.abs(Number(exponent)))
  return Number(exponent) < 0 ? divide(parsed, rational(power)) : multiply(parsed, rational(power))
}

/** A scheme names the same few numbers for every subject. */
const REMEMBERED = 4096
const known = new Map<number, Rational>()

/** The decimal a reader sees when the number is printed: 0.1 is one tenth. Throws RangeError when not finite. */
export function fromNumber(value: number): Rational {
  const found = known.get(value)
  if (found) return found
  const read = readNumber(value)
  if (known.size >= REMEMBERED) known.clear()
  known.set(value, read)
  return read
}

/** A double within a few units in the last place. */
export function toDouble({ n, d }: Rational): number {
  const digits = Math.max(String(n).length, String(d).length)
  if (digits < 300) return Number(n) / Number(d)
  const cut = 10n ** BigInt(digits - 300)
  return Number(n / cut) / Number(d / cut)
}

/** All digits, without trailing zeros; null when the decimal expansion does not end. */
export function toDecimal(a: Rational): string | null {
  let rest = a.d
  let places = 0
  for (const prime of [2n, 5n]) {
    let power = 0
    for (; rest % prime === 0n; power++) rest /= prime
    places = Math.max(places, power)
  }
  if (rest !== 1n) return null
  const digits = String((abs(a.n) * 10n ** BigInt(places)) / a.d).padStart(places + 1, '0')
  const split = digits.length - places
  return `${a.n < 0n ? '-' : ''}${digits.slice(0, split)}${places > 0 ? `.${digits.slice(split)}` : ''}`
}

/** The JSON number of the value rounded to so many decimals. */
export const toNumber = (a: Rational, decimals: number) => Number(toDecimal(round(a, decimals)))
