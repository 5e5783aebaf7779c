import type * as api from '@jiannuo/contract/pledge/pledge.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { currentCycle } from '../../cycle/index.ts'
import { unitById } from '../../organization/index.ts'
import * as sql from './sql.ts'

export async function unitInCharge({ tx, actor }: Change, { body: { unitId } }: Input<typeof api.remindUnit>) {
  const unit = await unitById(tx, actor.authorityId, unitId)
  return unit && (await sql.unitInCharge(tx, unitId)) ? { unitId } : null
}

/** Asks those of the unit who have not submitted to do so. A second time on one day fails REMINDED_TODAY; nobody to remind is no reminder. */
export async function remindUnit(change: Change, _input: unknown, { unitId }: { unitId: string }) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const people = cycle ? await sql.notSubmitted(tx, actor.authorityId, cycle.id, unitId, today) : []
  if (!cycle || people.length === 0) return { reminded: 0 }
  const first = await sql.noteReminder(tx, {
    ...{ authority_id: actor.authorityId, cycle_id: cycle.id, unit_id: unitId, on_day: today },
    ...{ reminded_by: actor.personId ?? actor.accountId, people: people.length },
  })
  if (!first) fail('REMINDED_TODAY')
  const dueOn = addDays(cycle.phases.find(p => p.phase === 'pledging')!.until, -1)
  await change.inform(people, {
    kind: 'pledge.remind',
    objectId: `${cycle.id} ${today}`, // a message of its own each day
    title: both(`请提交您的${cycle.year}年承诺`, `Please submit your pledge of ${cycle.year}`),
    link: '/my-pledge',
    unitId,
    ...(dueOn >= today && { dueOn }),
  })
  await change.audit('pledge.remind', unitId, { unitId, values: { people: people.length } })
  return { reminded: people.length }
}
