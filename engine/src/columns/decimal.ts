/** Longest number that is read; far beyond any score, short enough that no text costs much. */
export const LONGEST_DECIMAL = 40

const TENS = Float64Array.from({ length: 16 }, (_, power) => 10 ** power)
const POINT = 46
const MINUS = 45
const NOUGHT = 48

/** Digits that a double surely keeps apart: two decimals of so many digits never share a double. */
const SURE_DIGITS = 15

/**
 * The double nearest to a plain decimal such as `-12.50`; NaN for anything else: exponent, percent, separator, blanks,
 * over 40 characters. Accepts exactly what `parseDecimal` accepts. `start` and `end` bound it within a longer text.
 */
export function readDecimal(text: string, start = 0, end = text.length): number {
  const first = text.charCodeAt(start) === MINUS ? start + 1 : start
  if (end - first > SURE_DIGITS) return readLong(text.slice(start, end))
  let digits = 0
  let point = -1
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === POINT && point < 0 && at > first) point = at
    else if (code >= NOUGHT && code < NOUGHT + 10) digits = digits * 10 + code - NOUGHT
    else return Number.NaN
  }
  if (end <= first || point === end - 1) return Number.NaN
  // both are exact, so the quotient is the nearest double
  const size = point < 0 ? digits : digits / TENS[end - 1 - point]!
  return first > start && size !== 0 ? -size : size
}

const readLong = (text: string) =>
  text.length <= LONGEST_DECIMAL && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) || 0 : Number.NaN

/** Whether a plain decimal has more digits than a double keeps apart, so that its text must be kept. */
export function isLongDecimal(text: string): boolean {
  if (text.length <= SURE_DIGITS) return false
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const digits = (whole + fraction.replace(/0+$/, '')).replace(/^0+/, '')
  return (fraction === '' ? digits.replace(/0+$/, '') : digits).length > SURE_DIGITS
}
