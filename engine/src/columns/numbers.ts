import { compare, fromNumber, parseDecimal, type Rational } from '../rational.ts'
import { isLongDecimal, readDecimal } from './decimal.ts'

/** A fact as numbers, one for each subject; NaN is missing. */
export interface NumberColumn {
  values: Float64Array
  /** Texts, by row, of the decimals that a double cannot tell from their neighbours; null when there is none. */
  long: ReadonlyMap<number, string> | null
  /** Rows whose text is no number. */
  bad: readonly number[]
}

export function numbersFromTexts(texts: readonly (string | null)[]): NumberColumn {
  const values = new Float64Array(texts.length)
  const long = new Map<number, string>()
  const bad: number[] = []
  for (let row = 0; row < values.length; row++) {
    const text = texts[row]
    if (text === null || text === undefined || text === '') {
      values[row] = Number.NaN
      continue
    }
    const value = readDecimal(text)
    values[row] = value
    if (Number.isNaN(value)) bad.push(row)
    else if (text.length > 15 && isLongDecimal(text)) long.set(row, text)
  }
  return { values, long: long.size > 0 ? long : null, bad }
}

/** Null is missing; a number that is not finite is bad. */
export function numbersFromNumbers(numbers: readonly (number | null)[] | Float64Array): NumberColumn {
  const isTyped = numbers instanceof Float64Array
  const values = isTyped ? numbers : Float64Array.from(numbers, each => each ?? Number.NaN)
  const bad: number[] = []
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    const isMissing = isTyped ? Number.isNaN(value) : numbers[row] === null
    if (!isMissing && !Number.isFinite(value)) bad.push(row)
  }
  return { values, long: null, bad }
}

/** The decimal in a cell; null when missing. */
export function exactCell({ values, long }: NumberColumn, row: number): Rational | null {
  const value = values[row]!
  if (Number.isNaN(value)) return null
  const text = long?.get(row)
  return text === undefined ? fromNumber(value) : parseDecimal(text)
}

/** Orders two cells that are not missing. Reading keeps order, so only equal doubles can hide a difference. */
export function compareCells(column: NumberColumn, a: number, b: number): number {
  const difference = column.values[a]! - column.values[b]!
  if (difference !== 0 || column.long === null || !(column.long.has(a) || column.long.has(b))) return difference
  return compare(exactCell(column, a)!, exactCell(column, b)!)
}

/** Orders a cell that is not missing against a number of the scheme. */
export function compareBound(column: NumberColumn, row: number, bound: number): number {
  const difference = column.values[row]! - bound
  if (difference !== 0 || !column.long?.has(row)) return difference
  return compare(exactCell(column, row)!, fromNumber(bound))
}
