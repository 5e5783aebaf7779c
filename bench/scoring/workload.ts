import type { ColumnInput, FactValues } from '@jiannuo/engine/columns/columns.ts'
import { chanceOf } from '@jiannuo/engine/samples/near-ties.ts'
import { checkScheme, type Scheme } from '@jiannuo/engine/scheme.ts'

/** Members, branches, organs, indicators and ratings a member of the city the design measures with. */
export const CITY = { members: 21_365, branches: 1_627, organs: 99, indicators: 40, ratings: 12, missing: 0.05 }
export const GROUPS = 4
export const PANEL_POINTS = 20
export const GROUP_MAX = [13.5, 14, 14, 33]
export const BOUNDS = { excellent: 50, qualified: 40 }
export const COUPLING = { floor: 0.9, ceiling: 1.1 }

/** Full points of the fact indicators: 1, 1.5 and 2 in turn. */
export const POINTS = Array.from({ length: CITY.indicators }, (_, i) => 1 + (i % 3) / 2)
export const groupOf = (indicator: number) => Math.floor((indicator * GROUPS) / CITY.indicators)

/** The same numbers for every way of scoring them. */
export interface Workload {
  members: number
  /** 0…100 with two decimals, NaN missing, by indicator. */
  facts: Float64Array[]
  /** 60…100, `CITY.ratings` of them for each member in turn. */
  ratings: Uint8Array
  partner: Float64Array
  branch: Int32Array
  organOfBranch: Int32Array
}

/** So many times the members, branches and organs of the city. */
export function workloadOf(times: number): Workload {
  const chance = chanceOf(20_261_128)
  const [members, branches, organs] = [CITY.members, CITY.branches, CITY.organs].map(each =>
    Math.round(each * times),
  ) as [number, number, number]
  const hundredths = (from: number, span: number) => (from * 100 + chance.below(span * 100 + 1)) / 100
  const fact = () =>
    Float64Array.from({ length: members }, () =>
      chance.below(1000) < CITY.missing * 1000 ? Number.NaN : hundredths(0, 100),
    )
  return {
    members,
    facts: Array.from({ length: CITY.indicators }, fact),
    ratings: Uint8Array.from({ length: members * CITY.ratings }, () => 60 + chance.below(41)),
    partner: Float64Array.from({ length: members }, () => hundredths(60, 40)),
    branch: Int32Array.from({ length: members }, (_, i) => Math.floor((i * branches) / members)),
    organOfBranch: Int32Array.from({ length: branches }, (_, i) => Math.floor((i * organs) / branches)),
  }
}

/** The workload as a scheme. */
export function workloadScheme(): Scheme {
  const indicators = POINTS.map((points, i) => ({
    id: `i${i}`,
    fact: `f${i}`,
    method: { kind: 'linear', from: 0, to: 100, points },
  }))
  const sources = [{ source: 'peer', weight: 1, minimum: 5, trim: 1 }]
  const rated = { id: 'rated', method: { kind: 'panel', points: PANEL_POINTS, outOf: 100, sources } }
  const found = checkScheme({
    scheme: 'whole-city',
    version: 1,
    subject: 'member',
    year: 2026,
    scopes: ['branch', 'organ'],
    groups: GROUP_MAX.map((max, g) => ({
      id: `g${g}`,
      max,
      indicators: [...indicators.filter((_, i) => groupOf(i) === g), ...(g === GROUPS - 1 ? [rated] : [])],
    })),
    coupling: { with: 'partner', form: 'relative', scope: 'organ', ...COUPLING },
    rank: [{ scope: 'branch' }, { scope: 'all' }],
    grades: [
      { grade: 'excellent', atLeast: BOUNDS.excellent, cap: { share: '1/3', scope: 'branch' } },
      { grade: 'qualified', atLeast: BOUNDS.qualified },
      { grade: 'basic', atLeast: 0 },
    ],
    rollUp: [
      { scope: 'branch', by: 'mean' },
      { scope: 'organ', by: 'mean', from: 'branch', weight: 'count' },
    ],
  })
  if ('errors' in found) throw new Error(JSON.stringify(found.errors))
  return found.scheme
}

export function workloadColumns(work: Workload): ColumnInput {
  const { members, facts, ratings, partner, branch, organOfBranch } = work
  const subjects = Array.from({ length: members }, (_, i) => `m${i}`)
  return {
    subjects,
    scopes: {
      branch: Array.from(branch, each => `b${each}`),
      organ: Array.from(branch, each => `o${organOfBranch[each]}`),
    },
    facts: { ...Object.fromEntries(facts.map((each, i): [string, FactValues] => [`f${i}`, each])), partner },
    ratings: {
      subject: Array.from(ratings, (_, i) => subjects[Math.floor(i / CITY.ratings)]!),
      source: Array.from(ratings, () => 'peer'),
      value: Array.from(ratings, String),
    },
  }
}

/** What every way must find: totals in hundredths, ranks, grades (0 best) and the units' totals. */
export interface Found {
  totals: Float64Array
  inBranch: Int32Array
  overall: Int32Array
  grade: ArrayLike<number>
  branches: Float64Array
  organs: Float64Array
}

/** How many members, branches and organs differ in anything. */
export function differences(a: Found, b: Found): number {
  const differing = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x).filter((each, i) => each !== y[i]).length + Math.abs(x.length - y.length)
  const keys = ['totals', 'inBranch', 'overall', 'grade', 'branches', 'organs'] as const
  return keys.reduce((sum, key) => sum + differing(a[key], b[key]), 0)
}
