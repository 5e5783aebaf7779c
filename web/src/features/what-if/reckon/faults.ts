import type { Title } from '@jiannuo/engine/format.ts'
import type { IndicatorPoints } from './points.ts'
import type { Standings } from './standings.ts'

/** What a scheme does badly on these facts. */
export type Fault =
  /** Nearly everybody gets the same: it measures nothing. */
  | { kind: 'constant'; title: Title; same: number; of: number }
  /** Nobody has the number. */
  | { kind: 'empty'; title: Title }
  /** Indicators of which any two tell nearly the same; `correlation` is the lowest among them, `points` what they give together. */
  | { kind: 'duplicates'; titles: Title[]; correlation: number; points: number }
  /** Many stand within a hair of a bound that decides a grade. */
  | { kind: 'crowded'; grade: string; within: number; count: number }
  | { kind: 'tied'; count: number }

const ALMOST_ALL = 0.97
const NEARLY_SAME = 0.95
const HAIR = 0.1

/** The most frequent value and how often it stands. */
function commonest(points: Float64Array) {
  const counts = new Map<number, number>()
  let present = 0
  for (const value of points) {
    if (Number.isNaN(value)) continue
    present++
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return { present, same: counts.size === 0 ? 0 : Math.max(...counts.values()) }
}

/** Pearson's correlation over rows that have both; null for fewer than 10 of them or a constant one. */
export function correlation(a: Float64Array, b: Float64Array): number | null {
  let [n, sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0, 0]
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [a[row]!, b[row]!]
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    n++
    sa += x
    sb += y
    saa += x * x
    sbb += y * y
    sab += x * y
  }
  const spread = (n * saa - sa * sa) * (n * sbb - sb * sb)
  return n < 10 || spread <= 1e-9 ? null : (n * sab - sa * sb) / Math.sqrt(spread)
}

function single({ title, points }: IndicatorPoints): Fault[] {
  const { present, same } = commonest(points)
  if (present === 0) return [{ kind: 'empty', title }]
  return same / present >= ALMOST_ALL ? [{ kind: 'constant', title, same, of: present }] : []
}

/** Each indicator joins the first bundle with all of which it nearly agrees; a bundle of several is one fault, not one for every pair. */
function duplicates(all: readonly IndicatorPoints[]): Fault[] {
  const bundles: { of: IndicatorPoints[]; correlation: number }[] = []
  for (const each of all) {
    const lowest = ({ of }: (typeof bundles)[number]) =>
      Math.min(...of.map(other => correlation(other.points, each.points) ?? 0))
    const bundle = bundles.find(found => lowest(found) >= NEARLY_SAME)
    if (!bundle) bundles.push({ of: [each], correlation: 1 })
    else {
      bundle.correlation = Math.min(bundle.correlation, lowest(bundle))
      bundle.of.push(each)
    }
  }
  return bundles
    .filter(({ of }) => of.length > 1)
    .map(({ of, correlation: least }) => ({
      kind: 'duplicates',
      titles: of.map(each => each.title),
      correlation: least,
      points: of.reduce((sum, each) => sum + each.full, 0),
    }))
}

/** Faults of the scheme on these facts: constant or empty indicators, near duplicates, crowded bounds, ties at caps. */
export function faultsOf({ outcome, rungs, points: all }: Standings): Fault[] {
  const { plan, units, toBeDecided } = outcome
  const near = rungs.flatMap(({ name: grade, atLeast }): Fault[] => {
    const within = HAIR * plan.unit
    const count = atLeast > 0 ? units.filter(total => Math.abs(total - atLeast) < within).length : 0
    return count >= Math.max(3, units.length * 0.01) ? [{ kind: 'crowded', grade, within: HAIR, count }] : []
  })
  const count = toBeDecided.reduce((sum, each) => sum + each, 0)
  return [...all.flatMap(single), ...duplicates(all), ...near, ...(count > 0 ? [{ kind: 'tied' as const, count }] : [])]
}
