import type { Coded } from '../columns/coded.ts'
import { type Columns, numbersOf, unitsOf } from '../columns/columns.ts'
import { exactCell } from '../columns/numbers.ts'
import type { RollUpLevel } from '../format.ts'
import { InvalidInput } from '../input.ts'
import { exactShare } from '../plan/compile.ts'
import { add, divide, multiply, ONE, type Rational, rational, round, subtract, ZERO } from '../rational.ts'

/** Totals of the units of one level, in the order of their first row; a unit without any is left out. */
export interface LevelTotals {
  units: string[]
  /** In units of the last decimal. */
  totals: Float64Array
}

/** What one level makes for the next: totals by unit, NaN without. */
interface Level {
  units: Coded
  totals: Float64Array
}

interface Input {
  /** In units of the last decimal; NaN: not scored. */
  totals: Float64Array
  columns: Columns
  decimals: number
}

/** Numbers that enter units, each with the unit it lies in; NaN enters none. */
interface Parts {
  values: Float64Array
  unit: Int32Array
  /** Part that each scored subject belongs to; null: each is a part. */
  partOf: Int32Array | null
}

const WHOLE = Number.MAX_SAFE_INTEGER / 4

function partsOf(level: RollUpLevel, units: Coded, done: ReadonlyMap<string, Level>, { totals }: Input): Parts {
  const from = level.from === undefined ? undefined : done.get(level.from)
  if (!from) return { values: totals, unit: units.codes, partOf: null }
  const unit = new Int32Array(from.totals.length)
  for (let row = 0; row < totals.length; row++) unit[from.units.codes[row]!] = units.codes[row]!
  return { values: from.totals, unit, partOf: from.units.codes }
}

/** Half away from zero; exact for whole doubles whose double is whole too. */
function divideWhole(sum: number, by: number): number {
  const size = Math.abs(sum)
  const rest = size % by
  const whole = (size - rest) / by + (rest * 2 >= by ? 1 : 0)
  return sum < 0 && whole !== 0 ? -whole : whole
}

/** Whole weights of the parts: 1 each, or the scored subjects below. */
function countsOf(level: RollUpLevel, { values, partOf }: Parts, { totals }: Input): Float64Array {
  if (level.weight === undefined) return new Float64Array(values.length).fill(1)
  if (!partOf) return new Float64Array(values.length).fill(1)
  const counts = new Float64Array(values.length)
  for (let row = 0; row < totals.length; row++) if (!Number.isNaN(totals[row]!)) counts[partOf[row]!]!++
  return counts
}

/** A fact summed over the scored subjects below, missing = 0. */
function factWeights(fact: string, { values, partOf }: Parts, { totals, columns }: Input): Rational[] {
  const weights = Array.from({ length: values.length }, () => ZERO)
  const column = numbersOf(columns, fact)
  for (let row = 0; column && row < totals.length; row++) {
    const value = !Number.isNaN(totals[row]!) ? exactCell(column, row) : null
    const part = partOf ? partOf[row]! : row
    if (value) weights[part] = add(weights[part]!, value)
  }
  return weights
}

/** What a unit's centre is as a fraction in units of the last decimal; null: no unit. */
type Centre = (unit: number) => Rational | null

function weightedMeans(weights: readonly Rational[], { values, unit }: Parts, units: number): Centre {
  const sums = Array.from({ length: units }, () => ({ sum: ZERO, weight: ZERO }))
  for (let part = 0; part < values.length; part++) {
    if (Number.isNaN(values[part]!)) continue
    const into = sums[unit[part]!]!
    const weight = weights[part] ?? ZERO
    into.sum = add(into.sum, multiply(rational(BigInt(values[part]!)), weight))
    into.weight = add(into.weight, weight)
  }
  return at => (sums[at]!.weight.n === 0n ? null : divide(sums[at]!.sum, sums[at]!.weight))
}

/** Sum and weight in whole numbers; null where they grow beyond what a double counts. */
function wholeMeans(counts: Float64Array, { values, unit }: Parts, units: number) {
  const sums = new Float64Array(units)
  const weights = new Float64Array(units)
  let size = 0
  for (let part = 0; part < values.length; part++) {
    const value = values[part]!
    if (Number.isNaN(value)) continue
    sums[unit[part]!]! += value * counts[part]!
    weights[unit[part]!]! += counts[part]!
    size += Math.abs(value) * counts[part]!
  }
  return size < WHOLE ? { sums, weights } : null
}

function medians({ values, unit }: Parts, units: number): Centre {
  const sorted = Int32Array.from(values.keys())
    .filter(part => !Number.isNaN(values[part]!))
    .sort((a, b) => values[a]! - values[b]!)
  const members: number[][] = Array.from({ length: units }, () => [])
  for (const part of sorted) members[unit[part]!]!.push(values[part]!)
  return at => {
    const all = members[at]!
    const low = all[Math.ceil(all.length / 2) - 1]
    const high = all[Math.floor(all.length / 2)]
    return low === undefined || high === undefined ? null : rational(BigInt(low) + BigInt(high), 2n)
  }
}

/** The unit's own score, equal in all its rows; checking the input refuses others. */
function ownOf(level: RollUpLevel, units: Coded, columns: Columns): (unit: number) => Rational | null {
  const column = level.own === undefined ? null : numbersOf(columns, level.own)
  if (!column) return () => null
  const first = new Int32Array(units.names.length)
  for (let row = units.codes.length - 1; row >= 0; row--) first[units.codes[row]!] = row
  return unit => exactCell(column, first[unit]!)
}

function levelTotals(level: RollUpLevel, units: Coded, done: ReadonlyMap<string, Level>, input: Input): Float64Array {
  const { columns, decimals } = input
  const parts = partsOf(level, units, done, input)
  const isCounted = level.by === 'mean' && (level.weight === undefined || level.weight === 'count')
  const counts = isCounted ? countsOf(level, parts, input) : null
  const whole = counts && wholeMeans(counts, parts, units.names.length)
  if (whole && level.own === undefined)
    return whole.sums.map((sum, unit) =>
      whole.weights[unit] === 0 ? Number.NaN : divideWhole(sum, whole.weights[unit]!),
    )
  const centre: Centre =
    level.by === 'median'
      ? medians(parts, units.names.length)
      : weightedMeans(
          counts ? Array.from(counts, each => rational(BigInt(each))) : factWeights(level.weight ?? '', parts, input),
          parts,
          units.names.length,
        )
  const own = ownOf(level, units, columns)
  const share = exactShare(level.ownWeight ?? 0)
  const scale = rational(10n ** BigInt(decimals))
  return Float64Array.from(units.names, (_, unit) => {
    const mean = centre(unit)
    if (mean === null) return Number.NaN
    const ownScore = own(unit)
    const total =
      ownScore === null ? mean : add(multiply(subtract(ONE, share), mean), multiply(multiply(share, ownScore), scale))
    return Number(round(total, 0).n)
  })
}

/** Totals that a double cannot count are refused. */
function refuseBeyond(totals: Float64Array, { names, codes }: Coded) {
  const beyond = names.flatMap((name, unit) =>
    Math.abs(totals[unit]!) > Number.MAX_SAFE_INTEGER ? [{ name, unit }] : [],
  )
  if (beyond.length === 0) return
  throw new InvalidInput(
    beyond.map(({ name, unit }) => ({
      table: 'facts',
      row: codes.indexOf(unit),
      column: 'subject',
      zh: `“${name}”的得分超出可精确计算的范围`,
      en: `the total of "${name}" is too large to be exact`,
    })),
  )
}

/** Totals of units, level by level; a unit without any scored subject or weight is left out. */
export function rollUp(levels: readonly RollUpLevel[], input: Input): Map<string, LevelTotals> {
  const done = new Map<string, Level>()
  const result = new Map<string, LevelTotals>()
  for (const level of levels) {
    const units = unitsOf(input.columns, level.scope)
    const totals = levelTotals(level, units, done, input)
    refuseBeyond(totals, units)
    done.set(level.scope, { units, totals })
    const filled = [...totals.keys()].filter(unit => !Number.isNaN(totals[unit]!))
    result.set(level.scope, {
      units: filled.map(unit => units.names[unit]!),
      totals: Float64Array.from(filled, unit => totals[unit]!),
    })
  }
  return result
}
