import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/pledge/duty.ts'
import type { Duty } from '@jiannuo/contract/pledge/duty.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { SHIPPED_DUTIES } from './catalogue.ts'
import { mayManageDuties } from './policy.ts'
import * as sql from './sql.ts'

/** All duties in force on that day, the city's own after those of every city. */
export const dutyCatalogue = async (tx: Tx, authorityId: string, day: Day): Promise<Duty[]> => [
  ...SHIPPED_DUTIES,
  ...(await sql.ownDuties(tx, authorityId, day)),
]

export async function listDuties({ tx, actor, today }: Change, { query }: Input<typeof api.listDuties>) {
  const duties = await dutyCatalogue(tx, actor.authorityId, today)
  return {
    duties: query.level ? duties.filter(d => d.level === query.level) : duties,
    mayManage: mayManageDuties(actor, undefined) === true,
  }
}

export async function addDuty(change: Change, { body }: Input<typeof api.addDuty>) {
  const { actor } = change
  const id = randomUUID()
  await change.audit('pledge.add-duty', id, { values: body })
  return sql.insertDuty(change.tx, {
    authority_id: actor.authorityId,
    id,
    level: body.level,
    orientation: body.orientation,
    title_zh: body.title,
    title_en: body.titleEn,
    text_zh: body.title,
    source: body.source,
    leading_cadre: body.leadingCadre,
    from_on: body.from ?? change.today,
  })
}

/** Ends a duty of the city's own; those of every city are not rows, so they are not found. */
export async function endDuty(change: Change, { params, body }: Input<typeof api.endDuty>) {
  const duty = await sql.dutyById(change.tx, change.actor.authorityId, params.dutyId)
  if (!duty) fail('NOT_FOUND')
  if (body.until <= duty.from_on)
    failFields([{ pointer: '/until', zh: `请填${duty.from_on}以后的日期`, en: `Choose a day after ${duty.from_on}` }])
  await sql.endDuty(change.tx, change.actor.authorityId, duty.id, body.until)
  await change.audit('pledge.end-duty', duty.id, { values: body })
}
