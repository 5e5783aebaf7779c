import { type Columns, unitsOf } from '../columns/columns.ts'
import type { CapPlan, RungPlan } from '../plan/compile.ts'
import type { Order } from './order.ts'
import { placesDown } from './share.ts'

/** Who climbs: totals in units of the last decimal, the best rung that is open, and who stays off the ladder. */
export interface Climbers {
  totals: Float64Array
  order: Order
  best: Uint16Array
  /** 1: takes part without grade and stars. */
  ungraded: Uint8Array
  columns: Columns
}

export interface RungColumns {
  /** By row: 1 where equals straddle the last place, so that the subject fell for now. */
  tied: Uint8Array | null
  /** By unit of the cap: its places and what they are a share of. */
  cap: { places: Int32Array; sizes: Int32Array; units: Int32Array } | null
}

export interface Ladder {
  /** By row: index of the rung; -1: none. */
  rung: Int16Array
  /** By row: 1 where tied at any cap. */
  tied: Uint8Array
  rungs: RungColumns[]
  /** Caps that admit nobody although somebody is left for them. */
  closed: { rung: number; unit: string }[]
}

function capSizes(cap: CapPlan, { totals, ungraded }: Climbers, codes: Int32Array, units: number): Int32Array {
  const sizes = new Int32Array(units)
  for (let row = 0; row < codes.length; row++)
    if (cap.ofAll || (!Number.isNaN(totals[row]!) && ungraded[row] === 0)) sizes[codes[row]!]!++
  return sizes
}

/** Those who may take the rung, best first. */
function candidatesOf(rung: number, atLeast: number, climbers: Climbers, taken: Int16Array): Int32Array {
  const { totals, order, best, ungraded } = climbers
  const candidates = new Int32Array(order.rows.length)
  let count = 0
  for (const row of order.rows) {
    if (totals[row]! < atLeast) break
    if (taken[row]! < 0 && ungraded[row] === 0 && best[row]! <= rung) candidates[count++] = row
  }
  return candidates.subarray(0, count)
}

/** Places go by order; equals who straddle the last place are all tied, and nobody below them takes what stays free. */
function admit(
  rung: number,
  candidates: Int32Array,
  codes: Int32Array,
  places: Int32Array,
  tiers: Int32Array,
  ladder: Ladder,
) {
  const start = new Int32Array(places.length)
  const end = new Int32Array(places.length)
  const tier = new Int32Array(places.length).fill(-1)
  const starts = new Int32Array(candidates.length)
  for (const [i, row] of candidates.entries()) {
    const unit = codes[row]!
    if (tiers[row] !== tier[unit]) {
      start[unit] = end[unit]!
      tier[unit] = tiers[row]!
    }
    end[unit]!++
    starts[i] = start[unit]!
  }
  // from the last: the first of a tier met here tells where it ends
  tier.fill(-1)
  const next = end
  const stop = new Int32Array(places.length)
  const tied = new Uint8Array(codes.length)
  for (let i = candidates.length - 1; i >= 0; i--) {
    const row = candidates[i]!
    const unit = codes[row]!
    if (tiers[row] !== tier[unit]) {
      stop[unit] = next[unit]!
      tier[unit] = tiers[row]!
      next[unit] = starts[i]!
    }
    if (stop[unit]! <= places[unit]!) ladder.rung[row] = rung
    else if (starts[i]! < places[unit]!) tied[row] = ladder.tied[row] = 1
  }
  return tied
}

function fillCapped(rung: number, plan: RungPlan, cap: CapPlan, climbers: Climbers, ladder: Ladder): RungColumns {
  const { codes, names } = unitsOf(climbers.columns, cap.scope)
  const sizes = capSizes(cap, climbers, codes, names.length)
  const places = Int32Array.from(sizes, size => placesDown(cap.share, size))
  const waiting = new Uint8Array(names.length)
  for (const row of climbers.order.rows)
    if (ladder.rung[row]! < 0 && climbers.ungraded[row] === 0) waiting[codes[row]!] = 1
  for (const [unit, name] of names.entries())
    if (waiting[unit] === 1 && places[unit] === 0) ladder.closed.push({ rung, unit: name })
  const candidates = candidatesOf(rung, plan.atLeast, climbers, ladder.rung)
  const tied = admit(rung, candidates, codes, places, climbers.order.tiers, ladder)
  return { tied, cap: { places, sizes, units: codes } }
}

/** Fills the rungs from the best down; who does not fit on one falls to the next. */
export function fillLadder(rungs: readonly RungPlan[], climbers: Climbers): Ladder {
  const subjects = climbers.totals.length
  const ladder: Ladder = {
    rung: new Int16Array(subjects).fill(-1),
    tied: new Uint8Array(subjects),
    rungs: [],
    closed: [],
  }
  for (const [rung, plan] of rungs.entries()) {
    if (plan.cap) {
      ladder.rungs.push(fillCapped(rung, plan, plan.cap, climbers, ladder))
      continue
    }
    for (const row of candidatesOf(rung, plan.atLeast, climbers, ladder.rung)) ladder.rung[row] = rung
    ladder.rungs.push({ tied: null, cap: null })
  }
  return ladder
}

export type RungResult = 'below' | 'barred' | 'full' | 'tied' | 'reached'

/** Why a climber does or does not stand on a rung. */
export interface RungOutcome {
  rung: number
  result: RungResult
  /** Places and the number they are a share of; null without a cap. */
  cap: { seats: number; of: number } | null
}

/** The rungs that one subject tried, the best first. */
export function rungsTried(
  rungs: readonly RungPlan[],
  ladder: Ladder,
  row: number,
  total: number,
  best: number,
): RungOutcome[] {
  const reached = ladder.rung[row]!
  return rungs.slice(0, reached < 0 ? rungs.length : reached + 1).map((plan, rung): RungOutcome => {
    const { tied, cap } = ladder.rungs[rung]!
    const unit = cap ? cap.units[row]! : 0
    const fell = tied?.[row] === 1 ? 'tied' : 'full'
    const result = rung === reached ? 'reached' : total < plan.atLeast ? 'below' : best > rung ? 'barred' : fell
    return { rung, result, cap: cap && { seats: cap.places[unit]!, of: cap.sizes[unit]! } }
  })
}
