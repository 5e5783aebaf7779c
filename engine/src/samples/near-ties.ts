import { columnsOf } from '../columns/from-rows.ts'
import { InvalidInput, type ScoreInput } from '../input.ts'
import { compile } from '../plan/compile.ts'
import { type Arithmetic, run } from '../plan/run.ts'
import { resultOf } from '../result.ts'
import type { Scheme } from '../scheme.ts'
import { checked } from './one-score.ts'

/** A seeded source of chance: the same seed draws the same case on every machine. */
export interface Chance {
  /** A whole number below `n`. */
  below(n: number): number
  one<T>(of: readonly T[]): T
  maybe<T>(value: T): T | undefined
}

/** Mulberry32: 32 bits of state, good enough to spread cases. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, one: of => of[below(of.length)]!, maybe: value => (below(2) === 0 ? value : undefined) }
}

const MISSING = ['exempt', 'zero', 'block'] as const
const SCOPES = ['unit', 'zone', 'all']

function method(chance: Chance, i: number) {
  const points = chance.one([1, 3, 10, 12.5, 20])
  const { one, maybe } = chance
  switch (one(['linear', 'steps', 'deduct', 'bonus', 'ratio', 'place', 'choice', 'given', 'panel'])) {
    case 'linear':
      return { kind: 'linear', from: one([0, 0.6, 30]), to: one([1, 3, 7, 0.1]), points }
    case 'steps':
      return {
        kind: 'steps',
        steps: [
          { atLeast: 2, points },
          { atLeast: 0.1, points: 0.333 },
        ],
      }
    case 'deduct':
      return { kind: 'deduct', base: points, each: one([1, 0.3, 1.005]), floor: maybe(one([-5, 0.5])) }
    case 'bonus':
      return { kind: 'bonus', each: one([0.1, 1, -0.7]), cap: maybe(0.35) }
    case 'ratio':
      return { kind: 'ratio', of: `f${i}`, per: `g${i}`, points }
    case 'place':
      return { kind: 'place', points, each: one([0.5, 1 / 8]), scope: one(SCOPES), order: one(['high', 'low']) }
    case 'choice':
      return { kind: 'choice', points: { good: points, fair: 0.005, poor: 0 } }
    case 'given':
      return { kind: 'given', points }
    default:
      return panel(chance, points)
  }
}

function panel({ one, maybe, below }: Chance, points: number) {
  const source = (name: string) => ({
    source: name,
    weight: one([1, 2, 0.3]),
    minimum: maybe(2),
    trim: maybe(below(3)),
    missing: maybe(one(MISSING)),
  })
  return {
    kind: 'panel',
    points,
    outOf: 10,
    scale: { yes: 1, so: 0.85, no: 0 },
    sources: [source('peer'), source('top')],
  }
}

function indicator(chance: Chance, i: number) {
  const of = method(chance, i)
  const fact = of.kind === 'choice' ? `label${chance.below(2)}` : `f${i % 4}`
  const named = { id: `i${i}`, missing: chance.maybe(chance.one(MISSING)), method: of }
  return of.kind === 'ratio' || of.kind === 'panel' ? named : { ...named, fact }
}

function coupling({ one, maybe }: Chance) {
  const bounds = { floor: maybe(0.9), ceiling: maybe(1.1) }
  const shape = one([
    { form: 'relative', gain: one([1, 0.5]), scope: one(SCOPES), ...bounds },
    { form: 'product', full: one([3, 7]), ...bounds },
    { form: 'gate', below: 2, gradeAtMost: 'B' },
  ])
  return { with: 'partner', ...shape }
}

const cap = ({ one, maybe }: Chance) => ({ share: one(['1/3', 0.3, '1/2']), scope: one(SCOPES), of: maybe('all') })

function standing(chance: Chance) {
  const { one, maybe } = chance
  const when = () =>
    one<object>([
      { fact: 'f0', atLeast: 2 },
      { fact: 'f1', below: 0.1 },
      { bottom: '1/4', of: one(['total', 'partner']), scope: one(SCOPES) },
    ])
  return {
    rank: [{ scope: 'unit' }, { scope: 'all', tieBreakers: ['f2', '-f3'] }],
    ungraded: maybe('f3'),
    grades: [
      { grade: 'A', atLeast: one([10, 12.345]), cap: maybe(cap(chance)) },
      { grade: 'B', atLeast: one([3, 4.5]), cap: maybe(cap(chance)) },
      { grade: 'C', atLeast: -100 },
    ],
    stars: [
      { stars: 5, atLeast: 9.005, cap: maybe(cap(chance)) },
      { stars: 3, atLeast: 2, cap: maybe(cap(chance)) },
    ],
    lights: { green: 10, yellow: 4 },
    vetoes: [
      { id: 'v', when: when(), gradeAtMost: 'B', starsAtMost: 4 },
      { id: 'z', when: { fact: 'f2', atLeast: 3 }, zero: true, bars: ['flag'] },
    ],
    gates: [{ id: 'g', when: when(), bars: ['model', 'flag'], starsAtMost: 3 }],
    rollUp: [
      { scope: 'unit', by: one(['mean', 'median']) },
      { scope: 'zone', by: 'mean', from: 'unit', weight: one(['count', 'f0', undefined]) },
      { scope: 'all', by: 'mean', from: 'zone', own: 'own', ownWeight: one(['1/3', 0.4]) },
    ],
  }
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

/** A scheme that draws from every mechanism, with bounds and points chosen so that totals fall on and beside ties. */
export function anyScheme(chance: Chance): Scheme {
  let indicators = 0
  const group = (id: string) => ({
    id,
    max: chance.one([20, 33.3, 100]),
    indicators: [
      { id: `sure-${id}`, fact: `f${indicators % 4}`, missing: 'exempt', method: { kind: 'given', points: 20 } },
      ...Array.from({ length: chance.below(5) }, () => indicator(chance, indicators++)),
    ],
  })
  const adjustment = (id: string, each: number) => ({
    id,
    fact: `f${chance.below(4)}`,
    each,
    cap: chance.maybe(1.5),
    recoverable: chance.maybe('f1'),
  })
  return checked(
    plain({
      scheme: 'any',
      version: 1,
      subject: 'branch',
      year: 2026,
      decimals: chance.below(4),
      missing: chance.one(MISSING),
      scopes: ['unit', 'zone'],
      groups: Array.from({ length: 1 + chance.below(3) }, (_, i) => group(`group${i}`)),
      coupling: chance.maybe(coupling(chance)),
      adjustments: chance.maybe([adjustment('up', 0.35), adjustment('down', -0.115)]),
      bonusCap: chance.maybe(1.005),
      deductionCap: chance.maybe(0.7),
      limits: chance.maybe({ min: 0.005 }),
      ...standing(chance),
    }),
  )
}

/** Bounds of the schemes, ties of their rounding, their neighbours, and decimals that a double cannot tell apart. */
const VALUES = [
  '0', '1', '2', '3', '4', '0.1', '0.3', '0.5', '0.6', '0.05', '0.005', '1.005', '2.675', '1.115', '0.35', '-1', '-0.005',
  '7', '2.0000000000000001', '1.9999999999999999', '0.10000000000000000001', '0.0049999999', '0.00500000001', '1000000.005',
] // biome-ignore format: a table

/** Facts, ratings and rulings for such a scheme. */
export function anyInput(chance: Chance, scheme: Scheme): ScoreInput {
  const { below, one } = chance
  const subjects = Array.from({ length: 2 + below(9) }, (_, i) => `s${i}`)
  const value = () => (below(6) === 0 ? null : one(VALUES))
  const facts = subjects.map(subject => {
    const unit = below(4)
    const names = [
      'f0',
      'f1',
      'f2',
      'f3',
      'partner',
      ...Array.from({ length: 12 }, (_, i) => [`f${i}`, `g${i}`]).flat(),
    ]
    return {
      subject,
      scopes: { unit: `u${unit}`, zone: `z${unit % 2}` },
      facts: {
        ...Object.fromEntries(names.map(name => [name, value()])),
        label0: one(['good', 'fair', 'poor', null]),
        label1: one(['good', 'poor', null]),
        own: '3.335',
      },
    }
  })
  const rating = () => one(['yes', 'so', 'no', '', '7', '3.3', '10', '0.05'])
  const isRated = scheme.groups.some(group => group.indicators.some(each => each.method.kind === 'panel'))
  const ratings = Array.from({ length: isRated ? below(50) : 0 }, () => ({
    subject: one(subjects),
    source: one(['peer', 'top']),
    value: rating(),
    count: below(4),
  }))
  const ids = scheme.groups.flatMap(group => group.indicators.map(each => each.id))
  const ruling = (what: { veto: string; indicator?: string }) => ({
    subject: one(subjects),
    decision: '第 3 号',
    ...what,
  })
  const rulings = [
    ...(below(3) === 0 ? [ruling({ veto: one(['v', 'z', 'g']) })] : []),
    ...(below(3) === 0 ? [ruling({ veto: '', indicator: one(ids) })] : []),
  ]
  return { facts, ratings, rulings }
}

/** A random case reckoned on columns and in fractions alone: the whole result as text, or why both refuse it. */
export function bothWays(seed: number) {
  const chance = chanceOf(seed)
  const scheme = anyScheme(chance)
  const columns = columnsOf(scheme, anyInput(chance, scheme))
  const plan = compile(scheme)
  let decidedExactly = 0
  const found = (arithmetic: Arithmetic) => {
    try {
      const outcome = run(plan, columns, arithmetic)
      if (arithmetic === 'columns') decidedExactly = outcome.decidedExactly
      return JSON.stringify(resultOf(outcome))
    } catch (error) {
      // partners or weights that cancel make totals beyond what is exact
      if (error instanceof InvalidInput) return error.message
      throw error
    }
  }
  const [byColumns, inFractions] = [found('columns'), found('exact')]
  return { byColumns, inFractions, cases: columns.subjects.length, decidedExactly }
}
