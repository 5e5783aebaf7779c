import type { RollUpLevel } from '../format.ts'
import { type FactRow, type InputError, InvalidInput, type Reading } from '../input.ts'
import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  round,
  subtract,
  sum,
  ZERO,
} from '../rational.ts'
import { exactShare } from './ladder.ts'
import type { Scored } from './standing.ts'

export interface UnitTotal {
  unit: string
  total: Rational
}

/** A number that enters a unit, and the scored subjects it stands for. */
interface Part {
  total: Rational
  below: readonly Scored[]
}

function fail(reading: Reading, row: FactRow, column: string, zh: string, en: string): never {
  const error: InputError = { table: 'facts', row: reading.rows.indexOf(row), column, zh, en }
  throw new InvalidInput([error])
}

function median(totals: readonly Rational[]): Rational | null {
  const ascending = totals.toSorted(compare)
  const low = ascending[Math.ceil(ascending.length / 2) - 1]
  const high = ascending[Math.floor(ascending.length / 2)]
  return low && high ? divide(add(low, high), rational(2n)) : null
}

function weightOf(part: Part, weight: string | undefined, reading: Reading): Rational {
  if (weight === undefined) return ONE
  if (weight === 'count') return rational(BigInt(part.below.length))
  return sum(part.below.map(each => reading.number(each.row, weight) ?? ZERO))
}

function mean(parts: readonly Part[], weight: string | undefined, reading: Reading): Rational | null {
  const weights = parts.map(part => weightOf(part, weight, reading))
  const whole = sum(weights)
  if (whole.n === 0n) return null
  return divide(sum(parts.map((part, i) => multiply(part.total, weights[i] ?? ZERO))), whole)
}

function ownOf(rows: readonly FactRow[], fact: string, reading: Reading): Rational | null {
  const [first, ...others] = rows.map(row => ({ row, value: reading.number(row, fact) }))
  if (!first) return null
  const { value } = first
  const other = others.find(each =>
    each.value === null || value === null ? each.value !== value : compare(each.value, value) !== 0,
  )
  if (other) fail(reading, other.row, fact, '同一单位各行的自身得分必须相同', 'must be equal in all rows of the unit')
  return value
}

/** The parts of a unit: its scored subjects, or the units of an earlier level that lie in it. */
function partsOf(
  rows: readonly FactRow[],
  level: RollUpLevel,
  scored: ReadonlyMap<FactRow, Scored>,
  earlier: readonly UnitTotal[] | undefined,
  reading: Reading,
): Part[] {
  const { from } = level
  if (from === undefined)
    return rows.flatMap(row => scored.get(row) ?? []).map(each => ({ total: each.total, below: [each] }))
  return [...Map.groupBy(rows, row => reading.unit(row, from))].flatMap(([unit, inUnit]) => {
    const whole = reading.units(from).get(unit) ?? []
    const stray = whole.find(row => reading.unit(row, level.scope) !== reading.unit(whole[0] ?? row, level.scope))
    if (stray)
      fail(
        reading,
        stray,
        level.scope,
        `“${unit}”同时属于多个上级单位`,
        `"${unit}" lies in more than one unit of "${level.scope}"`,
      )
    const found = earlier?.find(each => each.unit === unit)
    return found ? [{ total: found.total, below: inUnit.flatMap(row => scored.get(row) ?? []) }] : []
  })
}

/** Totals of units, level by level; a unit without any scored subject or weight is left out. */
export function rollUp(levels: readonly RollUpLevel[], scored: readonly Scored[], decimals: number, reading: Reading) {
  const byRow = new Map(scored.map(each => [each.row, each]))
  const done = new Map<string, UnitTotal[]>()
  for (const level of levels) {
    const units: UnitTotal[] = []
    for (const [unit, rows] of reading.units(level.scope)) {
      const parts = partsOf(rows, level, byRow, level.from === undefined ? undefined : done.get(level.from), reading)
      const centre = level.by === 'median' ? median(parts.map(part => part.total)) : mean(parts, level.weight, reading)
      if (centre === null) continue
      const own = level.own === undefined ? null : ownOf(rows, level.own, reading)
      const share = exactShare(level.ownWeight ?? 0)
      const total = own === null ? centre : add(multiply(subtract(ONE, share), centre), multiply(share, own))
      units.push({ unit, total: round(total, decimals) })
    }
    done.set(level.scope, units)
  }
  return done
}
