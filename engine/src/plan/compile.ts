import { fullPoints } from '../exact/indicator.ts'
import { decimalsOf } from '../exact/working.ts'
import {
  type Cap,
  EVERYONE,
  type Gate,
  type Group,
  type Indicator,
  type MissingPolicy,
  type Scheme,
} from '../format.ts'
import { ceil, fromNumber, multiply, parseShare, type Rational, rational, toDouble } from '../rational.ts'
import { sizeOfMethod } from './margin.ts'

export interface IndicatorPlan {
  indicator: Indicator
  /** What a missing number does; a bonus is zero under every policy. */
  policy: MissingPolicy
  /** For sources of a panel that name none. */
  sourcePolicy: MissingPolicy
  full: number
  isBonus: boolean
  /** Bound on the numbers that enter its points, for the margin of error. */
  size: number
}

export interface GroupPlan {
  group: Group
  indicators: IndicatorPlan[]
  full: number
  /** How many of the indicators are no bonus. */
  measured: number
}

export interface CapPlan {
  share: Rational
  scope: string
  /** Of all rows of the scope, not only of those scored and graded. */
  ofAll: boolean
}

export interface RungPlan {
  name: string
  /** In units of the last decimal. */
  atLeast: number
  cap: CapPlan | null
}

export interface GatePlan {
  kind: 'veto' | 'gate'
  gate: Gate
  /** Best rung of grades and of stars it leaves open. */
  bestGrade: number
  bestStars: number
}

/** A scheme made ready to run on columns. */
export interface Plan {
  scheme: Scheme
  decimals: number
  /** 10 ** decimals: totals are whole numbers of 1/unit points. */
  unit: number
  groups: GroupPlan[]
  /** Vetoes, then gates. */
  gates: GatePlan[]
  grades: RungPlan[]
  stars: RungPlan[]
  lights: { green: number; yellow: number } | null
  /** Best rung that a met gate coupling leaves open. */
  coupledGrade: number
  /** Of the first rank entry that declares any: they split equals at a cap. */
  tieBreakers: readonly string[]
}

function planIndicator(indicator: Indicator, missing: MissingPolicy): IndicatorPlan {
  const { method } = indicator
  const isBonus = method.kind === 'bonus'
  const sourcePolicy = indicator.missing ?? missing
  return {
    indicator,
    policy: isBonus ? 'zero' : sourcePolicy,
    sourcePolicy,
    full: toDouble(fullPoints(method)),
    isBonus,
    size: sizeOfMethod(method),
  }
}

function planGroup(group: Group, missing: MissingPolicy): GroupPlan {
  const indicators = group.indicators.map(each => planIndicator(each, missing))
  return {
    group,
    indicators,
    full: indicators.reduce((sum, each) => sum + each.full, 0),
    measured: indicators.filter(each => !each.isBonus).length,
  }
}

/** Throws RangeError for a share that is none; checked schemes have none. */
export function exactShare(share: number | string): Rational {
  const exact = typeof share === 'number' ? fromNumber(share) : parseShare(share)
  if (!exact) throw new RangeError(`not a share: ${share}`)
  return exact
}

function bestOpen(rungs: readonly { isOpen: boolean }[]) {
  const best = rungs.findIndex(each => each.isOpen)
  return best < 0 ? rungs.length : best
}

/** Compiles a checked scheme; cheap enough to do again after every change of a weight, a bound or a cap. */
export function compile(scheme: Scheme): Plan {
  const decimals = decimalsOf(scheme)
  const unit = 10 ** decimals
  const inUnits = (bound: number) => ceil(multiply(fromNumber(bound), rational(BigInt(unit))))
  const cap = ({ share, scope = EVERYONE, of }: Cap): CapPlan => ({
    share: exactShare(share),
    scope,
    ofAll: of === 'all',
  })
  const { grades = [], stars = [], vetoes = [], gates = [], lights, coupling } = scheme
  const gradeIndex = (name: string | undefined) =>
    name === undefined
      ? 0
      : Math.max(
          0,
          grades.findIndex(each => each.grade === name),
        )
  const planGate =
    (kind: GatePlan['kind']) =>
    (gate: Gate): GatePlan => ({
      kind,
      gate,
      bestGrade: gradeIndex(gate.gradeAtMost),
      bestStars: bestOpen(stars.map(each => ({ isOpen: each.stars <= (gate.starsAtMost ?? each.stars) }))),
    })
  const rung = (name: string, { atLeast, cap: own }: { atLeast: number; cap?: Cap }): RungPlan => ({
    name,
    atLeast: inUnits(atLeast),
    cap: own ? cap(own) : null,
  })
  return {
    scheme,
    decimals,
    unit,
    groups: scheme.groups.map(group => planGroup(group, scheme.missing ?? 'exempt')),
    gates: [...vetoes.map(planGate('veto')), ...gates.map(planGate('gate'))],
    grades: grades.map(each => rung(each.grade, each)),
    stars: stars.map(each => rung(String(each.stars), each)),
    lights: lights ? { green: inUnits(lights.green), yellow: inUnits(lights.yellow) } : null,
    coupledGrade: coupling?.form === 'gate' ? gradeIndex(coupling.gradeAtMost) : 0,
    tieBreakers: scheme.rank?.find(each => each.tieBreakers)?.tieBreakers ?? [],
  }
}
