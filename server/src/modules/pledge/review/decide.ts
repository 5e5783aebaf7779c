import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/pledge/review.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { paperOf, writtenItem } from '../pledge/paper.ts'
import { actionsOf } from '../pledge/policy.ts'
import { commentsOf, itemsOf, type PledgeRow, pledgeById, roundsOf, setPledge } from '../pledge/sql.ts'
import { withSummaries } from './list-reviews.ts'
import * as sql from './sql.ts'

const roundNow = async ({ tx, actor }: Change, pledge: PledgeRow) =>
  (await roundsOf(tx, actor.authorityId, [pledge.id])).length + 1

/** Comments on one item in this round; several comments on an item stand beside each other. */
export async function commentItem(change: Change, { body }: Input<typeof api.commentItem>, pledge: PledgeRow) {
  const { tx, actor } = change
  const items = await itemsOf(tx, actor.authorityId, [pledge.id])
  if (!items.some(i => i.id === body.itemId)) fail('NOT_FOUND')
  await sql.insertComment(tx, {
    authority_id: actor.authorityId,
    id: randomUUID(),
    pledge_id: pledge.id,
    item_id: body.itemId,
    round: await roundNow(change, pledge),
    text: body.text,
    written_by: actor.personId ?? actor.accountId,
    written_at: change.now.toISOString(),
  })
  await change.audit('pledge.comment', pledge.id, { unitId: pledge.unit_id, values: body })
  return paperOf(change, pledge.id)
}

export async function removeComment(change: Change, { params }: Input<typeof api.removeComment>, pledge: PledgeRow) {
  const gone = await sql.deleteComment(
    change.tx,
    change.actor.authorityId,
    pledge.id,
    params.commentId,
    await roundNow(change, pledge),
  )
  if (!gone) fail('NOT_FOUND')
  await change.audit('pledge.remove-comment', pledge.id, { unitId: pledge.unit_id })
  return paperOf(change, pledge.id)
}

/** Returns the pledge with its comments; the items stay as they are, so that the author mends only what was remarked. Fails RETURN_WITHOUT_REASON. */
export async function returnPledge(change: Change, { body }: Input<typeof api.returnPledge>, pledge: PledgeRow) {
  const round = await roundNow(change, pledge)
  const comments = (await commentsOf(change.tx, change.actor.authorityId, [pledge.id])).filter(c => c.round === round)
  if (!body.reason && comments.length === 0) fail('RETURN_WITHOUT_REASON')
  await decide(change, pledge, round, 'returned', body.reason)
  return paperOf(change, pledge.id)
}

export async function approvePledge(change: Change, _input: unknown, pledge: PledgeRow) {
  await decide(change, pledge, await roundNow(change, pledge), 'approved', null)
  return paperOf(change, pledge.id)
}

/** Approves those of the given pledges that are before the caller and drew no remark; all others are named and stay. */
export async function approveClean(change: Change, { body }: Input<typeof api.approveClean>) {
  const { tx, actor, today } = change
  const approved: string[] = []
  const ids = [...new Set(body.pledgeIds)].sort()
  for (const id of ids) {
    const pledge = await pledgeById(tx, actor.authorityId, id, actor.personId, today, true)
    if (!pledge || !actionsOf(actor, pledge).includes('decide')) continue
    const [summary] = await withSummaries(change, [pledge])
    if (!summary?.clean) continue
    await decide(change, pledge, summary.round, 'approved', null)
    approved.push(id)
  }
  return { approved, left: ids.filter(id => !approved.includes(id)) }
}

const SAID: Record<'approved' | 'returned', (year: number) => Both> = {
  approved: year => both(`您的${year}年承诺已审定，等待公示`, `Your ${year} pledge is approved and awaits its notice`),
  returned: year => both(`您的${year}年承诺退回修改，请看意见`, `Your ${year} pledge was returned with comments`),
}

async function decide(
  change: Change,
  pledge: PledgeRow,
  round: number,
  decision: 'approved' | 'returned',
  reason: string | null,
) {
  const { tx, actor } = change
  const at = change.now.toISOString()
  const by = actor.personId ?? actor.accountId
  const items = (await itemsOf(tx, actor.authorityId, [pledge.id])).map(writtenItem)
  await sql.insertRound(
    tx,
    {
      authority_id: actor.authorityId,
      id: randomUUID(),
      pledge_id: pledge.id,
      round,
      decision,
      reason,
      decided_by: by,
      decided_at: at,
    },
    items,
  )
  await setPledge(
    tx,
    actor.authorityId,
    pledge.id,
    decision === 'approved'
      ? { state: 'approved', approved_at: at, approved_by: by, review_due_on: null }
      : { state: 'returned', review_due_on: null },
  )
  await change.inform([pledge.person_id], {
    kind: `pledge.${decision}`,
    objectId: `${pledge.id}:${round}`,
    title: SAID[decision](pledge.year),
    link: `/my-pledge/${pledge.id}`,
    unitId: pledge.unit_id,
  })
  await change.audit(`pledge.${decision}`, pledge.id, { unitId: pledge.unit_id, values: { round, reason } })
}
