import { type Columns, exemptionsFrom, numbersOf, slipsOf, textAt, unitsOf } from '../columns/columns.ts'
import { exactCell } from '../columns/numbers.ts'
import type { Indicator } from '../format.ts'
import { parseRating, type Tally } from '../indicators/panel.ts'
import type { Places } from '../indicators/place.ts'
import { divide, type Rational, rational, sum } from '../rational.ts'

/** What the exact reckoning of one subject, by its row, asks of the columns. */
export interface Reading {
  /** As given; null is missing. */
  text(row: number, fact: string): string | null
  number(row: number, fact: string): Rational | null
  /** Ratings of the subject from the source as the panel of that indicator reads them, abstentions left out. */
  tallies(row: number, indicator: Indicator, source: string): readonly Tally[]
  /** Competition rank of the subject for a `place` indicator, and how many were ranked. */
  place(row: number, indicator: Indicator): { rank: number; of: number } | null
  /** The decision that exempts the subject from the indicator; null when none does. */
  exemption(row: number, indicator: Indicator): string | null
  /** Mean of a fact over all rows of the subject's unit that have it; null when none has. */
  mean(row: number, fact: string, scope: string): Rational | null
}

function meanOf(columns: Columns, fact: string, inUnit: (row: number) => boolean): Rational | null {
  const column = numbersOf(columns, fact)
  if (!column) return null
  const values: Rational[] = []
  for (let row = 0; row < column.values.length; row++) {
    const value = inUnit(row) ? exactCell(column, row) : null
    if (value) values.push(value)
  }
  return values.length === 0 ? null : divide(sum(values), rational(BigInt(values.length)))
}

/** `places` are the ranks of the `place` indicators, made once for all subjects. */
export function readingOf(columns: Columns, places: ReadonlyMap<Indicator, Places & { units: Int32Array }>): Reading {
  const means = new Map<string, Rational | null>()
  const exempted = new Map<string, ReadonlyMap<number, string>>()
  return {
    text: (row, fact) => textAt(columns, fact, row),
    number(row, fact) {
      const column = numbersOf(columns, fact)
      return column && exactCell(column, row)
    },
    tallies(row, { method }, source) {
      const slips = slipsOf(columns, source)
      if (!slips || method.kind !== 'panel') return []
      const { offsets, codes, counts } = slips
      return Array.from(codes.subarray(offsets[row], offsets[row + 1]), (code, i) => ({
        value: parseRating(method, columns.ratings.value.names[code]!)!,
        count: counts ? counts[offsets[row]! + i]! : 1,
      }))
    },
    place(row, indicator) {
      const found = places.get(indicator)
      const rank = found?.ranks[row]
      return found && rank ? { rank, of: found.sizes[found.units[row]!]! } : null
    },
    exemption(row, { id }) {
      const found = exempted.get(id) ?? exemptionsFrom(columns, id)
      exempted.set(id, found)
      return found.get(row) ?? null
    },
    mean(row, fact, scope) {
      const { codes } = unitsOf(columns, scope)
      const key = JSON.stringify([fact, scope, codes[row]])
      if (!means.has(key))
        means.set(
          key,
          meanOf(columns, fact, other => codes[other] === codes[row]),
        )
      return means.get(key) ?? null
    },
  }
}
