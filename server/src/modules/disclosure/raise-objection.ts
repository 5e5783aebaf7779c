import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/disclosure.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { fail, failFields } from '../../platform/http/fail.ts'
import { both, type Change } from '../../platform/http/serve.ts'
import * as sql from './sql.ts'

/** Objects to one thing on notice. The message to the reviewers names nobody; one objection waits at a time for each thing and person. */
export async function raiseObjection(
  change: Change,
  { body }: Input<typeof api.raiseObjection>,
  notice: sql.NoticeRow,
) {
  const { tx, actor, today } = change
  if (notice.state !== 'open' || today >= notice.closes_on)
    fail('NOTICE_OVER', { lastDay: addDays(notice.closes_on, -1) })
  if (!notice.object_ids.includes(body.objectId))
    failFields([{ pointer: '/objectId', zh: '这份公示里没有这一份', en: 'This is not part of the notice' }])
  const earlier = await sql.objectionsOf(tx, actor.authorityId, notice.id)
  if (earlier.some(o => o.person_id === actor.personId && o.object_id === body.objectId && o.state === 'raised'))
    fail('OBJECTION_WAITING')
  const id = randomUUID()
  await sql.insertObjection(tx, {
    authority_id: actor.authorityId,
    id,
    notice_id: notice.id,
    object_id: body.objectId,
    unit_id: notice.unit_id,
    reviewer_unit_id: notice.reviewer_unit_id,
    person_id: actor.personId!,
    text: body.text,
    raised_at: change.now.toISOString(),
  })
  await change.inform(await sql.reviewers(tx, actor.authorityId, notice.reviewer_unit_id, today), {
    kind: 'objection.raised',
    objectId: id,
    title: both(
      `“${notice.title}”收到一条意见，请书面答复`,
      `“${notice.title}” drew an objection; please answer in writing`,
    ),
    link: `/notices/${notice.id}`,
    unitId: notice.reviewer_unit_id,
    dueOn: addDays(notice.closes_on, -1),
  })
  await change.audit('notice.object', notice.id, { unitId: notice.unit_id, values: { objection: id } })
  const raised = (await sql.objectionsOf(tx, actor.authorityId, notice.id)).find(o => o.id === id)!
  return sql.toObjection(raised)
}
