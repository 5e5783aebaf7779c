import { randomUUID } from 'node:crypto'
import type { MeetingPlan } from '@jiannuo/contract/meeting-life/meeting.ts'
import type * as api from '@jiannuo/contract/meeting-life/year-plan.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { sayPeriod } from '@jiannuo/rules/life/cadence.ts'
import { LIFE_KINDS } from '@jiannuo/rules/life/kinds.ts'
import { proposeYear as propose } from '@jiannuo/rules/life/propose.ts'
import { localDays } from '../../../platform/calendar/local-days.ts'
import { isAssumed, isWorkingDay } from '../../../platform/calendar/working-days.ts'
import { type FieldError, fail, failFields } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { rulesFor } from '../compliance/judge-units.ts'
import { cityRules } from '../compliance/requirements.ts'
import { lifeUnits } from '../compliance/sql.ts'
import * as sql from '../sql.ts'
import { clockOf, FIRST_DAY, fieldsOf, startOf, tooEarly } from './plan-meeting.ts'

/** What the rules still want of the unit in the year; the days are working days of the city, from tomorrow on. */
export async function proposeYear({ tx, actor, today }: Change, { query }: Input<typeof api.proposeYear>) {
  const unitId = actor.capacity.unitId!
  const year = query.year ?? Number(today.slice(0, 4))
  const unit = (await lifeUnits(tx, unitId, today)).find(each => each.unitId === unitId) ?? fail('NOT_FOUND')
  const standing = await sql.standing(tx, actor.authorityId, unitId, `${year}-01-01`, `${year + 1}-01-01`)
  const rules = rulesFor(unit, await cityRules(tx))
  const local = await localDays(tx, actor.authorityId)
  const items = propose({
    ...{ rules, year, earliest: addDays(today, 1), exists: { from: unit.from, until: unit.until } },
    standing: standing.map(each => ({ kind: each.kind, on: each.held_on })),
    isWorkingDay: day => isWorkingDay(day, local),
  })
  return {
    ...{ unitId, unitName: unit.name, year, standing: standing.length },
    assumed: items.some(each => isAssumed(each.day, local)),
    items: items.map(each => ({
      ...each,
      title: titleIn(rules.find(rule => rule.id === each.ruleId)?.title ?? LIFE_KINDS[each.kind], each.period),
    })),
  }
}

/** 2027年1月主题党日. */
function titleIn(kind: Both, id: string): Both {
  const period = periodOf(id)
  const when = period && sayPeriod(period)
  return when ? both(`${when.zh}${kind.zh}`, `${kind.en}, ${when.en}`) : kind
}

/** Plans them all or none. Whatever is wrong with any of them is said at once, each with its place in the list. */
export async function planYear(change: Change, { body }: Input<typeof api.planYear>) {
  const { tx, actor } = change
  const unitId = actor.capacity.unitId!
  const faults = await faultsOf(change, unitId, body.meetings)
  if (faults.length > 0) failFields(faults)
  const told = new Map<string, Promise<sql.DuePerson[]>>()
  for (const plan of body.meetings) {
    await sql.insertMeeting(tx, {
      ...{ authority_id: actor.authorityId, id: randomUUID(), unit_id: unitId },
      ...{ planned_by: actor.personId ?? actor.accountId, ...(await fieldsOf(change, unitId, plan)) },
    })
    const whom = `${plan.kind} ${plan.participants?.join() ?? ''}`
    if (!told.has(whom)) told.set(whom, sql.duePeople(tx, unitId, plan.kind, plan.participants, plan.day))
  }
  const people = new Set((await Promise.all(told.values())).flat().map(each => each.personId))
  people.delete(actor.personId ?? '')
  const days = body.meetings.map(each => each.day).sort()
  await change.inform([...people], {
    ...{ kind: 'meeting.year-planned', objectId: `${unitId}:${randomUUID()}`, unitId, link: '/meetings/calendar' },
    title: both(
      `组织生活安排了${days.length}次，${days[0]}至${days.at(-1)}，请看日历`,
      `${days.length} meetings are planned, ${days[0]} to ${days.at(-1)}: see the calendar`,
    ),
  })
  await change.audit('meeting.plan-year', unitId, { unitId, values: body })
  return { planned: body.meetings.length }
}

async function faultsOf({ tx, actor }: Change, unitId: string, plans: readonly MeetingPlan[]): Promise<FieldError[]> {
  const faults: FieldError[] = []
  const clash = (at: number, title: string, when: string) =>
    faults.push({
      ...{ pointer: `/meetings/${at}/at`, zh: `与“${title}”（${when}）时间重叠` },
      en: `overlaps with “${title}” (${when})`,
    })
  const spans = plans.map(plan => {
    const from = Date.parse(startOf(plan))
    return { plan, from, until: from + plan.minutes * 60_000 }
  })
  for (const [i, { plan, from, until }] of spans.entries()) {
    if (plan.day < FIRST_DAY) faults.push(tooEarly(`/meetings/${i}/day`))
    const stands = await sql.overlapping(tx, actor.authorityId, unitId, startOf(plan), plan.minutes, NO_MEETING)
    if (stands) clash(i, stands.title, clockOf(stands.starts_at))
    const earlier = spans.slice(0, i).find(each => each.from < until && from < each.until)
    if (earlier) clash(i, earlier.plan.title, `${earlier.plan.day} ${earlier.plan.at}`)
  }
  return faults
}
const NO_MEETING = '00000000-0000-0000-0000-000000000000'

export async function listDuePeople({ tx, actor }: Change, { query }: Input<typeof api.listDuePeople>) {
  const due = await sql.duePeople(tx, actor.capacity.unitId!, query.kind, null, query.day)
  return { people: due.map(({ personId, name, post }) => ({ personId, name, post })) }
}
