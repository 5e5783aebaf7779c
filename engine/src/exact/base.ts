import type { Group, Scheme } from '../format.ts'
import type { Message } from '../input.ts'
import {
  add,
  compare,
  divide,
  fromNumber,
  min,
  multiply,
  ONE,
  type Rational,
  subtract,
  sum,
  ZERO,
} from '../rational.ts'
import { type IndicatorOutcome, scoreIndicator } from './indicator.ts'
import type { Reading } from './reading.ts'

export interface GroupOutcome {
  group: Group
  indicators: IndicatorOutcome[]
  /** Factor on the earned points that makes up for exempt indicators; 1 when none is missing. */
  scale: Rational
  /** Earned points scaled, plus bonus points, before the cap. */
  sum: Rational
  /** After the cap. */
  points: Rational
  /** Nothing in it could be measured and all of it is exempt. */
  leftOut: boolean
}

/** Why a subject stays unscored: `code` for files, zh and en for people. */
export interface Blocked extends Message {
  code: string
}

export interface BaseOutcome {
  groups: GroupOutcome[]
  /** Sum of the groups before the scale. */
  sum: Rational
  /** Makes up for groups left out; 1 when none is. */
  scale: Rational
  /** Null when blocked. */
  base: Rational | null
  blocked: Blocked[]
}

function scoreGroup(group: Group, indicators: IndicatorOutcome[]): GroupOutcome {
  const full = sum(indicators.map(each => each.full))
  const exempt = sum(indicators.filter(each => each.missing === 'exempt').map(each => each.full))
  const leftOut = full.n > 0n && compare(full, exempt) === 0
  const scale = leftOut || full.n === 0n ? ONE : divide(full, subtract(full, exempt))
  const isBonus = (each: IndicatorOutcome) => each.indicator.method.kind === 'bonus'
  const earned = sum(indicators.filter(each => !isBonus(each)).map(each => each.points))
  const extra = sum(indicators.filter(isBonus).map(each => each.points))
  const total = leftOut ? ZERO : add(multiply(earned, scale), extra)
  return { group, indicators, scale, sum: total, points: min(total, fromNumber(group.max)), leftOut }
}

function blocks({ indicator, missing, blocking }: IndicatorOutcome): Blocked[] {
  const name = indicator.title?.zh ?? indicator.id
  const nameEn = indicator.title?.en ?? indicator.id
  if (blocking.length > 0)
    return blocking.map(source => ({
      code: `${indicator.id}/${source}`,
      zh: `“${name}”的评议来源“${source}”票数不足`,
      en: `too few ratings from "${source}" for "${nameEn}"`,
    }))
  if (missing !== 'block') return []
  return [{ code: indicator.id, zh: `“${name}”缺少数据`, en: `"${nameEn}" has no data` }]
}

const NOTHING_LEFT: Blocked = { code: 'everything', zh: '所有分组都没有数据', en: 'no group has any data' }

/** Indicators, missing policies and groups of one subject. */
export function scoreBase(scheme: Scheme, row: number, reading: Reading): BaseOutcome {
  const groups = scheme.groups.map(group =>
    scoreGroup(
      group,
      group.indicators.map(each => scoreIndicator(row, each, scheme.missing ?? 'exempt', reading)),
    ),
  )
  const left = groups.filter(each => !each.leftOut)
  const maxima = (of: readonly GroupOutcome[]) => sum(of.map(each => fromNumber(each.group.max)))
  const blocked = groups.flatMap(each => each.indicators.flatMap(blocks))
  if (left.length === 0 && blocked.length === 0) blocked.push(NOTHING_LEFT)
  const scale = left.length === 0 ? ONE : divide(maxima(groups), maxima(left))
  const total = sum(left.map(each => each.points))
  return { groups, sum: total, scale, base: blocked.length > 0 ? null : multiply(total, scale), blocked }
}
