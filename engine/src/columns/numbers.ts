import { compare, fromNumber, parseDecimal, type Rational } from '../rational.ts'
import { type Cells, cellAt, cellsOf } from './cells.ts'
import { isLongDecimal, readDecimal } from './decimal.ts'

/** A fact as numbers, one for each subject; NaN is missing. */
export interface NumberColumn {
  values: Float64Array
  /** Texts, by row, of the decimals that a double cannot tell from their neighbours; null when there is none. */
  long: ReadonlyMap<number, string> | null
  /** Rows whose text is no number. */
  bad: readonly number[]
}

export const numbersFromTexts = (texts: readonly (string | null)[]) =>
  numbersFromCells(cellsOf(texts.map(each => each ?? '')))

export function numbersFromCells(cells: Cells): NumberColumn {
  const { text, starts, ends } = cells
  const values = new Float64Array(starts.length)
  const long = new Map<number, string>()
  const bad: number[] = []
  for (let row = 0; row < values.length; row++) {
    const start = starts[row]!
    const end = ends[row]!
    const value = readDecimal(text, start, end)
    values[row] = value
    if (Number.isNaN(value)) {
      if (end > start) bad.push(row)
    } else if (end - start > 15 && isLongDecimal(cellAt(cells, row))) long.set(row, cellAt(cells, row))
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
