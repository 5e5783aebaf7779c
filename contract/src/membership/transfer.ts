import { z } from 'zod'
import { UnitRef } from '../organization/unit.ts'
import { route } from '../route.ts'
import { Day, Id, PageQuery, page, text } from '../values.ts'

export const TransferState = z.enum(['requested', 'released', 'received', 'refused', 'withdrawn'])
export type TransferState = z.output<typeof TransferState>

/** 组织关系转接: asked for by the member or the branch, released by the branch left, received by the branch joined. */
export const Transfer = z.object({
  id: Id,
  memberId: Id,
  memberName: z.string(),
  from: UnitRef,
  to: UnitRef,
  state: TransferState,
  reason: z.string(),
  effectiveOn: Day,
  requestedAt: z.string(),
  releasedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
  may: z.object({ release: z.boolean(), receive: z.boolean(), refuse: z.boolean(), withdraw: z.boolean() }),
})
export type Transfer = z.output<typeof Transfer>

const one = z.strictObject({ transferId: Id })

export const requestTransfer = route({
  method: 'POST',
  path: '/members/:memberId/transfers',
  summary: 'Ask for a transfer to another branch; asked by the branch or above, it counts as released',
  params: z.strictObject({ memberId: Id }),
  body: z.strictObject({ toUnitId: Id, effectiveOn: Day, reason: text(500, 2) }),
  reply: Transfer,
  errors: ['TRANSFER_OPEN', 'NOT_A_BRANCH', 'SAME_BRANCH', 'DAY_PAST'],
})

export const listTransfers = route({
  method: 'GET',
  path: '/transfers',
  summary: 'Transfers from or to one’s scope, open ones first',
  query: PageQuery.extend({ open: z.stringbool().optional() }),
  reply: page(Transfer),
})

export const readTransfer = route({
  method: 'GET',
  path: '/transfers/:transferId',
  summary: 'One transfer',
  params: one,
  reply: Transfer,
})

export const releaseTransfer = route({
  method: 'POST',
  path: '/transfers/:transferId/release',
  summary: 'The branch left lets the member go',
  params: one,
  reply: Transfer,
  errors: ['STATE_CONFLICT'],
})

export const receiveTransfer = route({
  method: 'POST',
  path: '/transfers/:transferId/receive',
  summary: 'The branch joined receives the member; he belongs to it from the effective day, today at the earliest',
  params: one,
  reply: Transfer,
  errors: ['STATE_CONFLICT'],
})

export const refuseTransfer = route({
  method: 'POST',
  path: '/transfers/:transferId/refuse',
  summary: 'The side whose turn it is refuses with a reason',
  params: one,
  body: z.strictObject({ reason: text(500, 2) }),
  reply: Transfer,
  errors: ['STATE_CONFLICT'],
})

export const withdrawTransfer = route({
  method: 'POST',
  path: '/transfers/:transferId/withdraw',
  summary: 'Whoever asked takes the request back before it is received',
  params: one,
  reply: Transfer,
  errors: ['STATE_CONFLICT'],
})
