import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/pledge/notice.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { answerObjection, type NoticeRow, noticeSeen, type ObjectionRow, objectionOf } from '../../disclosure/index.ts'
import { writtenItem } from '../pledge/paper.ts'
import { itemsOf, type PledgeRow, pledgeById, roundsOf } from '../pledge/sql.ts'
import { returnFromNotice } from '../standing/bring-into-force.ts'
import * as sql from './sql.ts'

export interface ObjectionFacts {
  notice: NoticeRow
  objection: ObjectionRow | null
}
export async function objectionFacts(
  change: Change,
  input: Input<typeof api.answerPledgeObjection>,
): Promise<ObjectionFacts | null> {
  const notice = await noticeSeen(change, input)
  return notice && { notice, objection: await objectionOf(change, notice.id, input.params.objectionId) }
}

/** Answers; where the objection is right, the pledge leaves the notice and goes back to its author with the answer as the reason. */
export async function answerPledgeObjection(
  change: Change,
  { body }: Input<typeof api.answerPledgeObjection>,
  { notice, objection }: ObjectionFacts,
) {
  const { tx, actor, today } = change
  const answered = await answerObjection(change, notice, objection!, body)
  const pledge =
    body.state === 'corrected'
      ? await pledgeById(tx, actor.authorityId, answered.objectId, actor.personId, today, true)
      : null
  if (pledge?.state === 'onNotice' && pledge.notice_id === notice.id) await sendBack(change, pledge, body.answer)
  return answered
}

async function sendBack(change: Change, pledge: PledgeRow, reason: string) {
  const { tx, actor } = change
  const items = (await itemsOf(tx, actor.authorityId, [pledge.id])).map(writtenItem)
  const round = (await roundsOf(tx, actor.authorityId, [pledge.id])).length + 1
  const at = change.now.toISOString()
  await sql.insertReturn(tx, {
    authority_id: actor.authorityId,
    id: randomUUID(),
    pledge_id: pledge.id,
    round,
    reason,
    items_then: JSON.stringify(items),
    decided_by: actor.personId ?? actor.accountId,
    decided_at: at,
  })
  await returnFromNotice(tx, actor.authorityId, [pledge.id])
  await change.inform([pledge.person_id], {
    kind: 'pledge.returned',
    objectId: `${pledge.id}:${at}`,
    title: both(
      `公示中有人提出意见，您的${pledge.year}年承诺请再改一改`,
      `An objection to your ${pledge.year} pledge led to a correction; please mend it`,
    ),
    link: `/my-pledge/${pledge.id}`,
    unitId: pledge.unit_id,
  })
  await change.audit('pledge.return-from-notice', pledge.id, { unitId: pledge.unit_id })
}
