import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/assessment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sitsAtUnit } from '@jiannuo/rules/appraisal/unit-panels.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { type FieldError, failFields } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { zonesOn } from '../../../organization/index.ts'
import { type SchemeRow, schemeById, schemesInForce } from '../../scheme/sql.ts'
import { openSittings } from '../../sitting/open-sittings.ts'
import { panelsOf } from '../../sitting/panels.ts'
import { headOf } from '../read/read-assessment.ts'
import * as sql from '../sql.ts'
import { assessableUnits, insertUnits, type Unit } from '../unit/sql.ts'
import { computeAssessment } from './compute.ts'

type Asked = Input<typeof api.runAssessment>['body']

/** The scheme, when it is one for units that holds for the office on the last day of the period. */
async function schemeFor({ tx, actor, today }: Change, asked: Asked): Promise<SchemeRow> {
  const period = periodOf(asked.period)
  const faults: FieldError[] = []
  const fault = (pointer: string, zh: string, en: string) => faults.push({ pointer, zh, en })
  if (!period) fault('/period', '没有这个周期', 'There is no such period')
  if (asked.cutOff > today)
    fault('/cutOff', `截止日不能晚于今天（${today}）`, `The cut-off must not be after today (${today})`)
  if (period && asked.cutOff < period.from)
    fault('/cutOff', `截止日不能早于周期第一天（${period.from}）`, `The cut-off must not be before ${period.from}`)
  const { authorityId } = actor
  const unitId = actor.capacity.unitId ?? ''
  const scheme = await schemeById(tx, authorityId, asked.schemeId)
  const isForUnits = scheme !== null && (scheme.subject === 'branch' || scheme.subject === 'organ')
  const on = period ? addDays(period.until, -1) : today
  const holding = isForUnits ? await schemesInForce(tx, { authorityId, subject: scheme.subject, unitId, on }) : []
  if (!scheme || !holding.some(each => each.id === scheme.id))
    fault(
      '/schemeId',
      '请选择周期内施行的、以支部或机关为对象的方案',
      'Choose a scheme for branches or organs that is in force in the period',
    )
  return faults.length > 0 ? failFields(faults) : scheme!
}

/** Units are placed as on the last day of the period, or on the cut-off when that is earlier. */
function placingDay({ period, cutOff }: Asked): Day {
  const last = addDays(periodOf(period)!.until, -1)
  return cutOff < last ? cutOff : last
}

/** The branches, or the organs, that the caller’s office led on that day; those it only guides and itself are not its to assess. */
async function unitsOn({ tx, actor }: Change, subject: string, on: Day): Promise<Unit[]> {
  const found = await assessableUnits(tx, actor.authorityId, subject, actor.capacity.unitId ?? '', on)
  const zones = await zonesOn(tx, actor.authorityId, on)
  const units = found.map(each => ({ ...each, zone: zones.get(each.organId) ?? null }))
  if (units.length === 0)
    failFields([
      {
        pointer: '/schemeId',
        zh: '这个方案考核的单位中没有您负责的',
        en: 'None of the units this scheme is for is in your charge',
      },
    ])
  return units
}

/** Lists the units in charge. A scheme with panels is rated first; without any it is computed at once. Nothing is decided by it and nobody is told a result. */
export async function runAssessment(change: Change, { body }: Input<typeof api.runAssessment>) {
  const { tx, actor, now, audit } = change
  const { authorityId } = actor
  const scheme = await schemeFor(change, body)
  const placedOn = placingDay(body)
  const units = await unitsOn(change, scheme.subject, placedOn)
  const id = randomUUID()
  const unitId = actor.capacity.unitId!
  const made = { by: actor.personId ?? actor.accountId, at: now.toISOString() }
  await sql.insertAssessment(tx, authorityId, { id, unitId, ...body, placedOn, ...made })
  const rows = units.map(unit => ({ id: randomUUID(), unit }))
  await insertUnits(tx, authorityId, { assessmentId: id, officeId: unitId }, rows)
  await audit('appraisal.assess', id, { unitId, values: body })
  const panels = panelsOf(scheme)
  await openSittings(change, { assessmentId: id }, panels, ({ who }) =>
    sitsAtUnit({ who: who.map(each => each.id) })
      ? units.map(each => ({ homeUnitId: each.id, unitId: each.id }))
      : [{ homeUnitId: unitId, unitId }],
  )
  const opened = (await sql.assessmentById(tx, authorityId, id))!
  return panels.length > 0 ? headOf(opened) : computeAssessment(change, { body: { withoutPanels: false } }, opened)
}
