import { z } from 'zod'
import { route } from '../route.ts'
import { Id, PageQuery, page, text } from '../values.ts'
import { Pledge, PledgeHead } from './pledge.ts'

/** One pledge in the queue. `waitingDays` are calendar days since submission. */
export const QueueItem = PledgeHead.extend({
  waitingDays: z.number().int(),
  round: z.number().int(),
  /** Items changed, added or removed since the last round, of an amendment in its first round since the pledge in force; else null. */
  changed: z.number().int().nullable(),
  must: z.number().int(),
  advice: z.number().int(),
  comments: z.number().int(),
  /** Nothing to remark, no comment of this round and no amendment: may be approved with others. */
  clean: z.boolean(),
})
export type QueueItem = z.output<typeof QueueItem>

export const listReviews = route({
  method: 'GET',
  path: '/reviews',
  summary: 'Pledges waiting for review by the caller’s unit, longest waiting first',
  query: PageQuery,
  reply: page(QueueItem).extend({ waiting: z.number().int(), mayDecide: z.boolean(), risesTo: z.string().nullable() }),
})

const PledgeParams = z.strictObject({ pledgeId: Id })

export const commentItem = route({
  method: 'POST',
  path: '/reviews/:pledgeId/comments',
  summary: 'Comment on one item; the author sees it when the pledge is returned',
  params: PledgeParams,
  body: z.strictObject({ itemId: Id, text: text(500) }),
  reply: Pledge,
  errors: ['STATE_CONFLICT'],
})
export const removeComment = route({
  method: 'DELETE',
  path: '/reviews/:pledgeId/comments/:commentId',
  summary: 'Take back a comment of this round',
  params: z.strictObject({ pledgeId: Id, commentId: Id }),
  reply: Pledge,
  errors: ['STATE_CONFLICT'],
})
export const returnPledge = route({
  method: 'POST',
  path: '/reviews/:pledgeId/return',
  summary: 'Return with reasons: comments on items, a general reason, or both',
  params: PledgeParams,
  body: z.strictObject({ reason: text(500).nullable() }),
  reply: Pledge,
  errors: ['RETURN_WITHOUT_REASON', 'STATE_CONFLICT'],
})
export const approvePledge = route({
  method: 'POST',
  path: '/reviews/:pledgeId/approve',
  summary: 'Approve',
  params: PledgeParams,
  reply: Pledge,
  errors: ['STATE_CONFLICT'],
})
export const approveClean = route({
  method: 'POST',
  path: '/reviews/approve',
  summary: 'Approve several pledges that drew no remark; the others stay in the queue',
  body: z.strictObject({ pledgeIds: z.array(Id).min(1).max(100) }),
  reply: z.object({ approved: z.array(Id), left: z.array(Id) }),
})
