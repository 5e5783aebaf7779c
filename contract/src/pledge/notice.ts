import { z } from 'zod'
import { AnswerBody, NamedObjection } from '../disclosure.ts'
import { route } from '../route.ts'
import { Day, Decimal, Id, Level } from '../values.ts'
import { Follows } from './pledge.ts'

const NoticeParams = z.strictObject({ noticeId: Id })

export const listApproved = route({
  method: 'GET',
  path: '/pledge-notices/ready',
  summary:
    'Pledges the caller’s unit approved and has not put on notice yet, by unit; when a notice opened today would end',
  reply: z.object({
    noticeDays: z.number().int(),
    lastDay: Day.nullable(),
    mayOpen: z.boolean(),
    units: z.array(
      z.object({
        unitId: Id,
        unitName: z.string(),
        pledges: z.array(z.object({ id: Id, personName: z.string(), level: Level, amendment: z.boolean() })),
      }),
    ),
  }),
})
export const openPledgeNotices = route({
  method: 'POST',
  path: '/pledge-notices',
  summary: 'Put approved pledges on notice in one step, one notice for each unit',
  body: z.strictObject({ pledgeIds: z.array(Id).min(1).max(500) }),
  reply: z.object({
    notices: z.array(z.object({ noticeId: Id, unitName: z.string(), pledges: z.number().int(), closesOn: Day })),
    left: z.array(Id),
  }),
})

const PublishedItem = z.object({
  id: Id,
  kind: z.enum(['party', 'business']),
  title: z.string(),
  target: Decimal.nullable(),
  unit: z.string(),
  measures: z.string(),
  dueOn: Day.nullable(),
  weight: z.number().int(),
  follows: Follows,
})
export const PublishedPledge = z.object({
  id: Id,
  personName: z.string(),
  /** The caller’s own: nobody objects to himself. */
  mine: z.boolean(),
  level: Level,
  version: z.number().int(),
  amendmentReason: z.string().nullable(),
  items: z.array(PublishedItem),
})
export type PublishedPledge = z.output<typeof PublishedPledge>
export const listPublished = route({
  method: 'GET',
  path: '/pledge-notices/:noticeId/pledges',
  summary: 'The pledges of a notice as published: goals, measures and dates, nothing of how they are fulfilled',
  params: NoticeParams,
  reply: z.object({
    pledges: z.array(PublishedPledge),
    /** Those an objection sent back to their authors, for whoever may still see them. */
    sentBack: z.array(z.object({ id: Id, personName: z.string() })),
  }),
})

export const answerPledgeObjection = route({
  method: 'POST',
  path: '/pledge-notices/:noticeId/objections/:objectionId/answer',
  summary: 'Answer an objection in writing; a corrected pledge goes back to its author',
  params: z.strictObject({ noticeId: Id, objectionId: Id }),
  body: AnswerBody,
  reply: NamedObjection,
  errors: ['STATE_CONFLICT'],
})
