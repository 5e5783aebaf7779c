import { addDays, type Day, daysBetween, sayDay } from '../day.ts'
import type { FactPeriod } from '../facts/fact.ts'
import { type Period, periodAt } from '../facts/period.ts'
import { type Bilingual, type Citation, defineRule, type Outcome, type Rule, value } from '../rule.ts'
import type { LifeKind } from './kinds.ts'

export interface CadenceParams {
  every: FactPeriod
  /** How often in each period, at least. */
  times: number
  /** generally: the text says 一般, so a gap asks for a reason; must: it does not. */
  force: 'generally' | 'must'
}

export interface CadenceInput {
  /** The days on which one was held that counts; any order, days outside the period are ignored. */
  held: readonly Day[]
  period: Period
  /** Days on which the unit exists; `until` is the first day it does not. */
  exists: { from: Day; until: Day | null }
  /** The last day that is known: what happens later is not looked at. */
  asOf: Day
}

export interface PeriodVerdict {
  period: Period
  /** running: too few so far, but time is left. notDue: the unit did not exist all the period, so nothing is asked. */
  state: 'kept' | 'running' | 'missed' | 'notDue'
  held: number
  due: number
  /** The latest of those held up to `asOf`, in this period or before; null when there was none. */
  lastOn: Day | null
  /** The last day on which it can still be kept. */
  dueBy: Day
  asOf: Day
  cite: Citation
  force: CadenceParams['force']
}

export interface CadenceRule extends Rule<CadenceInput, CadenceParams, PeriodVerdict> {
  /** What has to be held. */
  kind: LifeKind
}

/** A rule which asks for one kind of organisational life so many times a period. */
export function defineCadence(spec: Pick<CadenceRule, 'id' | 'title' | 'kind' | 'versions'>): CadenceRule {
  const rule = defineRule({
    ...spec,
    unit: 'verdict',
    compute: (input: CadenceInput, params, source): Outcome<PeriodVerdict> => value(judge(input, params, source)),
  })
  return { ...rule, kind: spec.kind }
}

function judge(input: CadenceInput, params: CadenceParams, source: Citation): PeriodVerdict {
  const { period, exists, asOf } = input
  const known = input.held.filter(day => day <= asOf && day < period.until)
  const held = known.filter(day => day >= period.from).length
  const lastOn = known.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null)
  const dueBy = addDays(period.until, -1)
  const wholly = exists.from <= period.from && (exists.until === null || exists.until >= period.until)
  const state = held >= params.times ? 'kept' : !wholly ? 'notDue' : asOf < dueBy ? 'running' : 'missed'
  return { period, state, held, due: params.times, lastOn, dueBy, asOf, cite: source, force: params.force }
}

/** Why a period is judged as it is, with what was held last: 「2026年第二季度没有开展支部党员大会；最近一次2026年3月28日」. */
export function reasonOf(
  title: Bilingual,
  { period, state, held, due, lastOn, dueBy, asOf }: PeriodVerdict,
): Bilingual {
  const when = sayPeriod(period)
  const name = lower(title.en)
  const last: Bilingual = lastOn
    ? { zh: `最近一次${sayDay(lastOn).zh}`, en: `last one on ${sayDay(lastOn).en}` }
    : { zh: '没有记录', en: 'none on record' }
  const say = (zh: string, en: string): Bilingual => ({ zh: `${when.zh}${zh}`, en: `${upper(when.en)}: ${en}` })
  if (state === 'notDue') return say('组织未全程存在，不作要求', 'not asked, the unit did not exist throughout')
  if (state === 'kept') return say(`已开展${held}次；${last.zh}`, `held ${held}; ${last.en}`)
  if (state === 'missed' && held === 0) return say(`没有开展${title.zh}；${last.zh}`, `no ${name}; ${last.en}`)
  const left = state === 'running' ? daysBetween(asOf, dueBy) : null
  const days =
    left === null ? { zh: '', en: '' } : { zh: `，还有${left}天`, en: `, ${left} ${left === 1 ? 'day' : 'days'} left` }
  return say(
    `${title.zh}${held}次，应有${due}次${days.zh}；${last.zh}`,
    `${name} ${held} of ${due}${days.en}; ${last.en}`,
  )
}

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1)
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const QUARTERS = ['一', '二', '三', '四'] as const
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const

/** 2026年第二季度 and second quarter of 2026. */
export function sayPeriod({ id, kind }: Period): Bilingual {
  const year = id.slice(0, 4)
  const no = Number(id.slice(-1)) - 1
  if (kind === 'quarter')
    return { zh: `${year}年第${QUARTERS[no] ?? ''}季度`, en: `${ORDINALS[no] ?? ''} quarter of ${year}` }
  if (kind === 'halfYear')
    return { zh: `${year}年${no === 0 ? '上' : '下'}半年`, en: `${ORDINALS[no] ?? ''} half of ${year}` }
  if (kind === 'month') return { zh: `${year}年${Number(id.slice(5))}月`, en: sayDay(`${id}-01`).en.slice(2) }
  return { zh: `${year}年`, en: year }
}

/** A period of a rule with its version: a period owes what the text said on its first day. */
export interface OwedPeriod {
  period: Period
  inForce: ReturnType<CadenceRule['at']>
}

/** The periods of a year, each by the version in force on its first day; days before the first version, in a gap or after a repeal are left out. */
export function owedPeriods(rule: CadenceRule, year: number): OwedPeriod[] {
  const owed: OwedPeriod[] = []
  let from: Day = `${year}-01-01`
  while (from.startsWith(String(year))) {
    const inForce = rule.versions.some(v => v.from <= from && (v.until === null || from < v.until))
    const period = periodAt(inForce ? rule.at(from).params.every : 'month', from)
    if (inForce) owed.push({ period, inForce: rule.at(from) })
    from = period.until
  }
  return owed
}

/** Each period of a year that has begun by `asOf`. */
export function judgeYear(rule: CadenceRule, year: number, input: Omit<CadenceInput, 'period'>): PeriodVerdict[] {
  return owedPeriods(rule, year)
    .filter(({ period }) => period.from <= input.asOf)
    .flatMap(({ period, inForce }) => {
      const outcome = inForce.compute({ ...input, period })
      return outcome.kind === 'value' ? [outcome.value] : []
    })
}
