import { type Columns, numbersOf, unitsOf } from '../columns/columns.ts'
import { compareBound, compareCells } from '../columns/numbers.ts'
import { EVERYONE, type Gate } from '../format.ts'
import { exactShare, type GatePlan } from '../plan/compile.ts'
import { bestFirst } from './order.ts'
import { placesUp } from './share.ts'

/** What vetoes and gates find; lists run along those of the plan. */
export interface GateColumns {
  /** By gate, by row: 1 where its condition is met, lifted or not. */
  met: Uint8Array[]
  /** By gate: the decision that lifts it, by row. */
  lifted: ReadonlyMap<number, string>[]
  /** Best rung that those which hold leave open. */
  bestGrade: Uint16Array
  bestStars: Uint16Array
}

type FactCondition = Exclude<Gate['when'], { bottom: unknown }>
type BottomCondition = Extract<Gate['when'], { bottom: unknown }>

function metByFact(when: FactCondition, totals: Float64Array, columns: Columns): Uint8Array {
  const met = new Uint8Array(totals.length)
  const column = numbersOf(columns, when.fact)
  if (!column) return met
  for (let row = 0; row < met.length; row++) {
    if (Number.isNaN(totals[row]!) || Number.isNaN(column.values[row]!)) continue
    const isMet =
      'atLeast' in when ? compareBound(column, row, when.atLeast) >= 0 : compareBound(column, row, when.below) < 0
    met[row] = isMet ? 1 : 0
  }
  return met
}

/** Scored subjects that have the value, lowest first, and how to tell equals. */
function lowestFirst({ of }: BottomCondition, totals: Float64Array, columns: Columns) {
  if (of === 'total')
    return {
      rows: bestFirst(totals, [], columns).rows.reverse(),
      compare: (a: number, b: number) => totals[a]! - totals[b]!,
    }
  const column = numbersOf(columns, of)
  if (!column) return { rows: new Int32Array(), compare: () => 0 }
  const compare = (a: number, b: number) => compareCells(column, a, b)
  const valued = Int32Array.from(totals.keys()).filter(
    row => !Number.isNaN(totals[row]!) && !Number.isNaN(column.values[row]!),
  )
  return { rows: valued.sort(compare), compare }
}

/** The ceil(share × n) lowest of each unit, those equal to the last of them included. */
function metByBottom(when: BottomCondition, totals: Float64Array, columns: Columns): Uint8Array {
  const met = new Uint8Array(totals.length)
  const { codes, names } = unitsOf(columns, when.scope ?? EVERYONE)
  const { rows, compare } = lowestFirst(when, totals, columns)
  const sizes = new Int32Array(names.length)
  for (const row of rows) sizes[codes[row]!]!++
  const share = exactShare(when.bottom)
  const places = Int32Array.from(sizes, size => placesUp(share, size))
  const taken = new Int32Array(names.length)
  const edge = new Int32Array(names.length).fill(-1)
  for (const row of rows) {
    const unit = codes[row]!
    if (taken[unit]! >= places[unit]! && (edge[unit]! < 0 || compare(edge[unit]!, row) !== 0)) continue
    met[row] = 1
    taken[unit]!++
    edge[unit] = row
  }
  return met
}

function rulingsOf({ gate }: GatePlan, { rulings, rowOf }: Columns): Map<number, string> {
  const lifted = new Map<number, string>()
  for (const { subject, veto, decision } of rulings)
    if (veto === gate.id && rowOf.has(subject)) lifted.set(rowOf.get(subject)!, decision)
  return lifted
}

/**
 * Tests vetoes and gates, those on facts first, since a total that a veto zeroes counts in `bottom` as 0.
 * Sets zeroed totals in `totals`.
 */
export function applyGates(gates: readonly GatePlan[], totals: Float64Array, columns: Columns): GateColumns {
  const lifted = gates.map(each => rulingsOf(each, columns))
  const met = gates.map(({ gate }) => ('fact' in gate.when ? metByFact(gate.when, totals, columns) : null))
  for (const [i, { gate }] of gates.entries())
    for (let row = 0; gate.zero && row < totals.length; row++)
      if (met[i]?.[row] === 1 && !lifted[i]!.has(row)) totals[row] = 0
  const all = gates.map(({ gate }, i) =>
    'bottom' in gate.when ? metByBottom(gate.when, totals, columns) : (met[i] ?? new Uint8Array(totals.length)),
  )
  const bestGrade = new Uint16Array(totals.length)
  const bestStars = new Uint16Array(totals.length)
  for (const [i, plan] of gates.entries())
    for (let row = 0; row < totals.length; row++)
      if (all[i]![row] === 1 && !lifted[i]!.has(row)) {
        bestGrade[row] = Math.max(bestGrade[row]!, plan.bestGrade)
        bestStars[row] = Math.max(bestStars[row]!, plan.bestStars)
      }
  return { met: all, lifted, bestGrade, bestStars }
}
