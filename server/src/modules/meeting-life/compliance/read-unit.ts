import type { Compliance, readCompliance as readApi } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { reasonOf } from '@jiannuo/rules/life/cadence.ts'
import { proposeYear as propose } from '@jiannuo/rules/life/propose.ts'
import { localDays } from '../../../platform/calendar/local-days.ts'
import { isWorkingDay } from '../../../platform/calendar/working-days.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { standing as standingOf } from '../sql.ts'
import { asked, type Judged, judged } from './judge-units.ts'
import * as sql from './sql.ts'

export async function unitFacts({ tx, today }: Change, { params, query }: Input<typeof readApi>) {
  const found = await sql.lifeUnits(tx, params.unitId, query.on ?? today)
  return found.find(each => each.unitId === params.unitId) ?? null
}

/**
 * What the rules ask of one unit in a year, or over one month, and how it stands: gaps first, then what is running, then what was kept.
 * Of a month to come, as it will stand on its first day.
 */
export async function readCompliance(change: Change, { query }: Input<typeof readApi>, unit: sql.LifeUnit) {
  const { tx, actor, today } = change
  const month = query.month ? periodOf(query.month) : null
  const isComing = month !== null && month.from > today
  const { on, year } = month
    ? { on: isComing ? month.from : today, year: Number(month.id.slice(0, 4)) }
    : asked(change, query)
  const [found] = await judged(tx, [unit], year, on)
  const all = (found ?? fail('NOT_FOUND')).judged
  const concerned = all.filter(
    ({ verdict: { period } }) => !month || (period.from < month.until && month.from < period.until),
  )
  const standing = (await standingOf(tx, actor.authorityId, unit.unitId, `${year}-01-01`, `${year + 1}-01-01`)).map(
    each => ({ id: each.id, title: each.title, heldOn: each.held_on, state: each.state, kind: each.kind }),
  )
  const local = await localDays(tx, actor.authorityId)
  const proposals = propose({
    ...{ rules: [...new Set(concerned.map(each => each.rule))], year, earliest: today },
    exists: { from: unit.from, until: unit.until },
    standing: standing.map(each => ({ kind: each.kind, on: each.heldOn })),
    isWorkingDay: day => isWorkingDay(day, local),
  })
  const items = concerned.map((each): Compliance => {
    const { rule, verdict } = each
    const { period } = verdict
    const isPlanned = (other: (typeof standing)[number]) =>
      other.kind === rule.kind && other.state !== 'closed' && period.from <= other.heldOn && other.heldOn < period.until
    const proposed = proposals.find(other => other.ruleId === rule.id && other.period === period.id)
    return {
      ...toCompliance(each),
      planned: (verdict.state === 'running' && standing.find(isPlanned)) || null,
      proposedOn: proposed?.day ?? null,
    }
  })
  items.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.dueBy.localeCompare(a.dueBy))
  const missedEarlier = all.filter(
    ({ verdict }) => month && verdict.state === 'missed' && verdict.period.until <= month.from,
  ).length
  return { unitId: unit.unitId, unitName: unit.name, on, items, missedEarlier }
}
const ORDER = ['missed', 'running', 'kept', 'notDue']

const toCompliance = ({ rule, verdict }: Judged): Omit<Compliance, 'planned' | 'proposedOn'> => ({
  ...{ ruleId: rule.id, title: rule.title, kind: rule.kind, period: verdict.period.id },
  ...{ state: verdict.state, held: verdict.held, due: verdict.due },
  ...{ dueBy: verdict.dueBy, reason: reasonOf(rule.title, verdict), force: verdict.force, cite: verdict.cite },
})
