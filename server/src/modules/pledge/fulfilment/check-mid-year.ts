import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail, failFields } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { cycleById, PHASE_TITLES } from '../../cycle/index.ts'
import { itemsOf, type PledgeRow, pledgeById } from '../pledge/sql.ts'
import { handOf, settleItem } from './item/settle-item.ts'
import { reviews } from './policy.ts'
import { goalOf } from './progress-of.ts'
import { sheetsOf } from './sheet.ts'
import * as sql from './sql.ts'

/** Items the person confirms himself: not fed by facts, not done, not excused. */
export const toCheck = (items: readonly sql.ItemRow[]) =>
  items.filter(i => i.fact_kind === null && i.state !== 'done' && i.state !== 'excused')

/** The mid-year check of a pledge: every item that does not move by itself, at once. It may be made again until it is confirmed. */
export async function checkMidYear(change: Change, { body }: Input<typeof api.checkMidYear>, pledge: PledgeRow) {
  const { tx, actor, today } = change
  const cycle = (await cycleById(tx, actor.authorityId, pledge.cycle_id, today))!
  const phase = cycle.phases.find(p => p.phase === 'midYear')!
  if (today < phase.from) fail('PHASE_NOT_BEGUN', { phase: PHASE_TITLES.midYear, from: phase.from })
  const [before] = await sql.midYearsOf(tx, actor.authorityId, [pledge.id])
  if (before?.confirmed_at)
    fail('STATE_CONFLICT', { state: { zh: '自查已确认', en: 'the check is confirmed' }, action: '再自查' })
  const items = await itemsOf(tx, actor.authorityId, [pledge.id])
  checkAnswers(toCheck(items), body.items)
  for (const { itemId, achieved, statement } of body.items) {
    await settleItem(handOf(change), pledge, items.find(i => i.id === itemId)!, {
      achieved,
      on: today,
      statement: statement || '年中自查',
      source: 'midYear',
    })
  }
  await sql.saveMidYear(tx, {
    authority_id: actor.authorityId,
    id: randomUUID(),
    pledge_id: pledge.id,
    unit_id: pledge.unit_id,
    note: body.note,
    checked_by: actor.personId!,
    checked_at: change.now.toISOString(),
  })
  await change.audit('pledge.mid-year', pledge.id, { unitId: pledge.unit_id, values: body })
  return (await sheetsOf(change, [pledge]))[0]!
}

function checkAnswers(wanted: readonly sql.ItemRow[], given: readonly { itemId: string; achieved: string }[]) {
  const faults = given.flatMap(({ itemId, achieved }, i) => {
    const item = wanted.find(w => w.id === itemId)
    if (!item || given.findIndex(g => g.itemId === itemId) !== i)
      return [
        {
          pointer: `/items/${i}/itemId`,
          zh: '这一项不在自查之列，或填了两次',
          en: 'This item is not part of the check, or given twice',
        },
      ]
    if (goalOf(item) === 'percent' && Number(achieved) > 100)
      return [{ pointer: `/items/${i}/achieved`, zh: '请填0到100的百分数', en: 'Give a percentage from 0 to 100' }]
    return []
  })
  for (const item of wanted) {
    if (!given.some(g => g.itemId === item.id))
      faults.push({ pointer: '/items', zh: `“${item.title}”还没有确认`, en: `“${item.title}” is not confirmed yet` })
  }
  if (faults.length > 0) failFields(faults)
}

/** Confirms the checks of pledges the caller reviews; those not checked, or not his, are left. */
export async function confirmMidYear(change: Change, { body }: Input<typeof api.confirmMidYear>) {
  const { tx, actor, today } = change
  const confirmed: string[] = []
  const ids = [...new Set(body.pledgeIds)].sort()
  for (const id of ids) {
    const pledge = await pledgeById(tx, actor.authorityId, id, actor.personId, today)
    if (
      !pledge ||
      !reviews(actor, pledge) ||
      !(await sql.confirmMidYear(
        tx,
        actor.authorityId,
        id,
        actor.personId ?? actor.accountId,
        change.now.toISOString(),
      ))
    )
      continue
    confirmed.push(id)
    await change.inform([pledge.person_id], {
      kind: 'midYear.confirmed',
      objectId: id,
      title: both('您的年中自查已确认', 'Your mid-year check is confirmed'),
      link: '/fulfilment',
      unitId: pledge.unit_id,
    })
    await change.audit('pledge.mid-year-confirm', id, { unitId: pledge.unit_id })
  }
  return { confirmed, left: ids.filter(id => !confirmed.includes(id)) }
}
