import {
  BOUNDS,
  CITY,
  COUPLING,
  type Found,
  GROUP_MAX,
  GROUPS,
  groupOf,
  PANEL_POINTS,
  POINTS,
  type Workload,
} from './workload.ts'

/** Means of each member's ratings without the lowest and the highest, as points. */
function panelPoints({ members, ratings }: Workload): Float64Array {
  const points = new Float64Array(members)
  for (let row = 0; row < members; row++) {
    let sum = 0
    let low = 101
    let high = -1
    for (let i = row * CITY.ratings; i < (row + 1) * CITY.ratings; i++) {
      const rating = ratings[i]!
      sum += rating
      if (rating < low) low = rating
      if (rating > high) high = rating
    }
    points[row] = ((sum - low - high) / (CITY.ratings - 2) / 100) * PANEL_POINTS
  }
  return points
}

function bases(work: Workload): Float64Array {
  const { members, facts } = work
  const base = new Float64Array(members)
  for (let g = 0; g < GROUPS; g++) {
    const earned = g === GROUPS - 1 ? panelPoints(work) : new Float64Array(members)
    const lacking = new Float64Array(members)
    let full = g === GROUPS - 1 ? PANEL_POINTS : 0
    for (let i = 0; i < CITY.indicators; i++) {
      if (groupOf(i) !== g) continue
      const points = POINTS[i]!
      const values = facts[i]!
      full += points
      for (let row = 0; row < members; row++) {
        const value = values[row]!
        if (Number.isNaN(value)) lacking[row]! += points
        else earned[row]! += (value / 100) * points
      }
    }
    for (let row = 0; row < members; row++)
      base[row]! += Math.min(GROUP_MAX[g]!, (earned[row]! * full) / (full - lacking[row]!))
  }
  return base
}

function totalsOf(work: Workload): Float64Array {
  const { members, partner, branch, organOfBranch } = work
  const base = bases(work)
  const organs = organOfBranch[organOfBranch.length - 1]! + 1
  const sums = new Float64Array(organs)
  const counts = new Int32Array(organs)
  for (let row = 0; row < members; row++) {
    sums[organOfBranch[branch[row]!]!]! += partner[row]!
    counts[organOfBranch[branch[row]!]!]!++
  }
  const totals = new Float64Array(members)
  for (let row = 0; row < members; row++) {
    const organ = organOfBranch[branch[row]!]!
    const factor = Math.min(COUPLING.ceiling, Math.max(COUPLING.floor, (partner[row]! * counts[organ]!) / sums[organ]!))
    totals[row] = Math.round(base[row]! * factor * 100)
  }
  return totals
}

/** Best first, by counting. */
function sorted(totals: Float64Array): Int32Array {
  const starts = new Int32Array(20_002)
  for (const total of totals) starts[20_000 - total + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const rows = new Int32Array(totals.length)
  for (let row = 0; row < totals.length; row++) rows[starts[20_000 - totals[row]!]!++] = row
  return rows
}

function ranks(totals: Float64Array, order: Int32Array, unit: (row: number) => number, units: number): Int32Array {
  const ranked = new Int32Array(totals.length)
  const seen = new Int32Array(units)
  const last = new Int32Array(units).fill(-1)
  for (const row of order) {
    const at = unit(row)
    seen[at]!++
    const above = last[at]!
    ranked[row] = above >= 0 && totals[above] === totals[row] ? ranked[above]! : seen[at]!
    last[at] = row
  }
  return ranked
}

/** Excellent for the best third of the branch, unless equals straddle its end. */
function grades({ branch, organOfBranch }: Workload, totals: Float64Array, inBranch: Int32Array): Uint8Array {
  const sizes = new Int32Array(organOfBranch.length)
  for (const each of branch) sizes[each]!++
  const byRank = new Map<number, number>()
  const key = (row: number) => branch[row]! * 65_536 + inBranch[row]!
  for (let row = 0; row < totals.length; row++) byRank.set(key(row), (byRank.get(key(row)) ?? 0) + 1)
  return Uint8Array.from(totals, (total, row) => {
    const last = inBranch[row]! + byRank.get(key(row))! - 1
    if (total >= BOUNDS.excellent * 100 && last <= Math.floor(sizes[branch[row]!]! / 3)) return 0
    return total >= BOUNDS.qualified * 100 ? 1 : 2
  })
}

function rollUp({ branch, organOfBranch }: Workload, totals: Float64Array) {
  const sums = new Float64Array(organOfBranch.length)
  const counts = new Int32Array(organOfBranch.length)
  for (let row = 0; row < totals.length; row++) {
    sums[branch[row]!]! += totals[row]!
    counts[branch[row]!]!++
  }
  const branches = sums.map((sum, at) => Math.floor(sum / counts[at]! + 0.5))
  const organSums = new Float64Array(organOfBranch[organOfBranch.length - 1]! + 1)
  const organCounts = new Int32Array(organSums.length)
  for (let at = 0; at < branches.length; at++) {
    organSums[organOfBranch[at]!]! += branches[at]! * counts[at]!
    organCounts[organOfBranch[at]!]! += counts[at]!
  }
  return { branches, organs: organSums.map((sum, at) => Math.floor(sum / organCounts[at]! + 0.5)) }
}

/** The workload written out by hand for this one scheme, without traces, checks or decisions near ties. */
export function scoreByHand(work: Workload): Found {
  const totals = totalsOf(work)
  const order = sorted(totals)
  const inBranch = ranks(totals, order, row => work.branch[row]!, work.organOfBranch.length)
  const overall = ranks(totals, order, () => 0, 1)
  return { totals, inBranch, overall, grade: grades(work, totals, inBranch), ...rollUp(work, totals) }
}
