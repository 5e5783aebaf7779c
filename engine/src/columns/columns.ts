import type { RulingRow } from '../input.ts'
import { type Cells, cellAt, isCells, textsOf } from './cells.ts'
import { type Coded, encode } from './coded.ts'
import { type NumberColumn, numbersFromCells, numbersFromNumbers, numbersFromTexts } from './numbers.ts'
import { type Ratings, type Slips, sortSlips } from './slips.ts'

/** One value for each subject: plain decimals or labels as text, or numbers; null (in a Float64Array NaN) is missing. */
export type FactValues = Cells | readonly (string | null)[] | readonly (number | null)[] | Float64Array

/** Columns of equal length; `subject` as in the facts, an empty value is an abstention, `count` is 1 when left out. */
export interface RatingValues {
  subject: readonly string[]
  source: readonly string[]
  value: readonly string[]
  count?: readonly number[]
}

/** Facts, ratings and rulings as columns, in the order of the subjects. */
export interface ColumnInput {
  subjects: readonly string[]
  scopes?: Readonly<Record<string, readonly string[]>>
  facts: Readonly<Record<string, FactValues>>
  ratings?: RatingValues
  rulings?: readonly RulingRow[]
}

/** A fact as it came in, with what has been made of it so far. */
interface FactColumn {
  source: FactValues
  numbers: NumberColumn | null
  labels: Coded | null
}

/**
 * The input of any scheme, encoded once: numbers in typed arrays, labels and scopes by dictionary, ratings by source and
 * subject. Plain data, so a worker can be sent it. Make it with `buildColumns` or `columnsOf`.
 */
export interface Columns {
  subjects: readonly string[]
  rowOf: ReadonlyMap<string, number>
  /** Rows whose subject is empty or stands in an earlier row. */
  unnamed: readonly number[]
  scopes: ReadonlyMap<string, Coded>
  facts: ReadonlyMap<string, FactColumn>
  ratings: Ratings
  /** By source; filled at first use. */
  slips: Map<string, Slips> | null
  rulings: readonly RulingRow[]
}

function wanted(length: number, subjects: number, name: string) {
  if (length !== subjects) throw new RangeError(`column "${name}" has ${length} values for ${subjects} subjects`)
}

function encodeRatings(ratings: RatingValues | undefined, rowOf: ReadonlyMap<string, number>): Ratings {
  const { subject = [], source = [], value = [], count } = ratings ?? {}
  for (const column of [source, value, count ?? subject]) wanted(column.length, subject.length, 'ratings')
  return {
    subject: Int32Array.from(subject, each => rowOf.get(each) ?? -1),
    names: subject,
    source: encode(source),
    value: encode(value),
    count: count?.some(each => each !== 1) ? Float64Array.from(count) : null,
  }
}

/**
 * Encodes columns; no scheme is needed yet, `run` checks what its scheme reads.
 * Throws RangeError when a column is not as long as the subjects.
 */
export function buildColumns({ subjects, scopes = {}, facts, ratings, rulings = [] }: ColumnInput): Columns {
  const rowOf = new Map<string, number>()
  const unnamed: number[] = []
  for (const [row, subject] of subjects.entries()) {
    if (subject === '' || rowOf.has(subject)) unnamed.push(row)
    else rowOf.set(subject, row)
  }
  for (const [name, values] of [...Object.entries(scopes), ...Object.entries(facts)])
    wanted(isCells(values) ? values.starts.length : values.length, subjects.length, name)
  return {
    subjects,
    rowOf,
    unnamed,
    scopes: new Map(Object.entries(scopes).map(([name, units]) => [name, encode(units)])),
    facts: new Map(Object.entries(facts).map(([name, source]) => [name, { source, numbers: null, labels: null }])),
    ratings: encodeRatings(ratings, rowOf),
    slips: null,
    rulings,
  }
}

type Numbers = readonly (number | null)[] | Float64Array

const isNumbers = (values: Exclude<FactValues, Cells>): values is Numbers =>
  values instanceof Float64Array || values.some(each => typeof each === 'number')

function readNumbers(source: FactValues): NumberColumn {
  if (isCells(source)) return numbersFromCells(source)
  return isNumbers(source) ? numbersFromNumbers(source) : numbersFromTexts(source as readonly (string | null)[])
}

function readLabels(source: FactValues): Coded {
  if (isCells(source)) return encode(textsOf(source))
  if (!isNumbers(source)) return encode(source as readonly (string | null)[])
  return encode(Array.from(source, each => (each === null || Number.isNaN(each) ? null : String(each))))
}

/** The fact as numbers; null when the input has no such column, so that it is missing everywhere. */
export function numbersOf({ facts }: Columns, fact: string): NumberColumn | null {
  const column = facts.get(fact)
  if (!column) return null
  column.numbers ??= readNumbers(column.source)
  return column.numbers
}

/** The fact as labels; null when the input has no such column. */
export function labelsOf({ facts }: Columns, fact: string): Coded | null {
  const column = facts.get(fact)
  if (!column) return null
  column.labels ??= readLabels(column.source)
  return column.labels
}

/** The value as it was given; null is missing. */
export function textAt({ facts }: Columns, fact: string, row: number): string | null {
  const source = facts.get(fact)?.source
  const value = source && isCells(source) ? cellAt(source, row) : source?.[row]
  return value === null || value === undefined || value === '' || Number.isNaN(value) ? null : String(value)
}

/** Ratings from the source by subject; null when there is none. */
export function slipsOf(columns: Columns, source: string): Slips | null {
  columns.slips ??= sortSlips(columns.ratings, columns.subjects.length)
  return columns.slips.get(source) ?? null
}

/** The decisions that exempt from the indicator, by row. */
export const exemptionsFrom = ({ rulings, rowOf }: Columns, indicator: string): ReadonlyMap<number, string> =>
  new Map(
    rulings.flatMap(each => {
      const row = each.indicator === indicator ? rowOf.get(each.subject) : undefined
      return row === undefined ? [] : [[row, each.decision] as const]
    }),
  )

const EVERYONE_CODED = new WeakMap<Columns, Coded>()

/** Unit of each subject in the scope; all of them in the one unit `all` for the scope of that name. */
export function unitsOf(columns: Columns, scope: string): Coded {
  const found = scope === 'all' ? EVERYONE_CODED.get(columns) : columns.scopes.get(scope)
  if (found) return found
  const coded = { codes: new Int32Array(columns.subjects.length), names: ['all'] }
  if (scope === 'all') EVERYONE_CODED.set(columns, coded)
  return coded
}
