import { type Columns, exemptionsFrom } from '../columns/columns.ts'
import type { GroupPlan, IndicatorPlan, Plan } from './compile.ts'
import { errorOf } from './margin.ts'
import { type AllPlaces, fillPoints, type Scratch, scratchOf } from './points.ts'

/** Steps 1 to 4 of all subjects. */
export interface BaseColumns {
  /** Not rounded; NaN: blocked. */
  base: Float64Array
  blocked: Uint8Array
  /** Bound on the error of `base`. */
  error: Float64Array
}

/** What one group gathers for each subject; all 0 between groups. */
interface Gathered {
  earned: Float64Array
  /** Points of bonuses, which no scale touches. */
  extra: Float64Array
  /** Full points of exempt indicators, and how many they are. */
  exempt: Float64Array
  exemptions: Uint16Array
  /** Points without a bound of their own, for the error. */
  loose: Float64Array
}

function gather(
  plan: IndicatorPlan,
  points: Float64Array,
  exempted: ReadonlyMap<number, string>,
  into: Gathered,
  blocked: Uint8Array,
) {
  const { earned, extra, exempt, exemptions, loose } = into
  const { full, policy, isBonus } = plan
  const target = isBonus ? extra : earned
  if (isBonus || plan.indicator.method.kind === 'deduct')
    for (let row = 0; row < points.length; row++) if (!Number.isNaN(points[row]!)) loose[row]! += Math.abs(points[row]!)
  for (let row = 0; row < points.length; row++) {
    const value = points[row]!
    if (!Number.isNaN(value)) target[row]! += value
    else if (policy === 'exempt' || (!isBonus && exempted.has(row))) {
      exempt[row]! += full
      exemptions[row]!++
    } else if (policy === 'block') blocked[row] = 1
  }
}

/** Adds the group to the base and clears what it gathered. */
function close(group: GroupPlan, size: number, from: Gathered, kept: Float64Array, { base, error }: BaseColumns) {
  const { earned, extra, exempt, exemptions, loose } = from
  const { full, measured } = group
  const { max } = group.group
  for (let row = 0; row < base.length; row++) {
    const missing = exemptions[row]!
    if (missing === 0 || missing < measured) {
      const scale = missing === 0 ? 1 : full / (full - exempt[row]!)
      const sum = earned[row]! * scale + extra[row]!
      base[row]! += Math.min(sum, max)
      kept[row]! += max
      error[row]! += (size + loose[row]!) * scale * scale
    }
    earned[row] = extra[row] = exempt[row] = exemptions[row] = loose[row] = 0
  }
}

/** Makes up for groups left out; blocks who has none left. */
function scaleUp(plan: Plan, kept: Float64Array, { base, blocked, error }: BaseColumns) {
  const maxima = plan.groups.reduce((sum, each) => sum + each.group.max, 0)
  const operations = plan.groups.reduce((sum, each) => sum + each.indicators.length, 0) + 8
  const unit = errorOf(operations, 1)
  for (let row = 0; row < base.length; row++) {
    const left = kept[row]!
    if (left === 0) blocked[row] = 1
    const scale = left === maxima ? 1 : maxima / left
    base[row] = blocked[row] === 1 ? Number.NaN : base[row]! * scale
    error[row] = error[row]! * scale * unit
  }
}

/** Indicators, missing policies and groups, column by column. */
export function baseColumns(plan: Plan, columns: Columns, places: AllPlaces): BaseColumns {
  const subjects = columns.subjects.length
  const column = () => new Float64Array(subjects)
  const result: BaseColumns = { base: column(), blocked: new Uint8Array(subjects), error: column() }
  const gathered: Gathered = {
    earned: column(),
    extra: column(),
    exempt: column(),
    exemptions: new Uint16Array(subjects),
    loose: column(),
  }
  const scratch: Scratch = scratchOf(subjects)
  const kept = column()
  for (const group of plan.groups) {
    let size = 0
    for (const each of group.indicators) {
      const exempted = exemptionsFrom(columns, each.indicator.id)
      const blockedBefore = Array.from(exempted.keys(), row => [row, result.blocked[row]!] as const)
      size += fillPoints(each, columns, places, scratch, result.blocked)
      for (const [row, was] of blockedBefore) {
        scratch.points[row] = Number.NaN
        result.blocked[row] = was
      }
      gather(each, scratch.points, exempted, gathered, result.blocked)
    }
    close(group, size, gathered, kept, result)
  }
  scaleUp(plan, kept, result)
  return result
}
