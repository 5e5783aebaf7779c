import { z } from 'zod'
import { route } from './route.ts'
import { Day, Id, Instant, PageQuery, page, text } from './values.ts'

export const NOTICE_STATES = ['open', 'closed', 'withdrawn'] as const
export const OBJECTION_STATES = ['raised', 'upheld', 'corrected'] as const

/** 公示: something of a unit is public inside it until `closesOn`, the first day no longer in the notice. */
export const Notice = z.object({
  id: Id,
  subject: z.enum(['pledge', 'result']),
  unitId: Id,
  unitName: z.string(),
  reviewerUnitName: z.string(),
  title: z.string(),
  objects: z.number().int(),
  opensOn: Day,
  closesOn: Day,
  state: z.enum(NOTICE_STATES),
  /** The caller belongs to the unit and the notice still runs. */
  mayObject: z.boolean(),
  /** The caller acts for the reviewing unit. */
  mayAnswer: z.boolean(),
  /** Objections that wait for an answer; null for everybody but the reviewer. */
  waiting: z.number().int().nullable(),
})
export type Notice = z.output<typeof Notice>

/** upheld 维持: what is on notice stays; corrected 更正: it is put right. Always with a written answer. */
export const Objection = z.object({
  id: Id,
  objectId: Id,
  text: z.string(),
  state: z.enum(OBJECTION_STATES),
  answer: z.string().nullable(),
  raisedAt: Instant,
  answeredAt: Instant.nullable(),
})
export type Objection = z.output<typeof Objection>
export const NamedObjection = Objection.extend({ personName: z.string() })
export type NamedObjection = z.output<typeof NamedObjection>

const NoticeParams = z.strictObject({ noticeId: Id })

export const listNotices = route({
  method: 'GET',
  path: '/notices',
  summary: 'Notices of the units the caller belongs to or looks after, running ones first',
  query: PageQuery.extend({
    state: z.enum(NOTICE_STATES).optional(),
    subject: z.enum(['pledge', 'result']).optional(),
  }),
  reply: page(Notice),
})
export const readNotice = route({
  method: 'GET',
  path: '/notices/:noticeId',
  summary: 'One notice with the objections the caller raised; all objections, with names, for the reviewer alone',
  params: NoticeParams,
  reply: Notice.extend({
    objectIds: z.array(Id),
    mine: z.array(Objection),
    objections: z.array(NamedObjection).nullable(),
  }),
})
export const raiseObjection = route({
  method: 'POST',
  path: '/notices/:noticeId/objections',
  summary: 'Object to one thing on notice; only the reviewer learns who did',
  params: NoticeParams,
  body: z.strictObject({ objectId: Id, text: text(1000, 5) }),
  reply: Objection,
  errors: ['NOTICE_OVER', 'OBJECTION_WAITING'],
})

/** What the reviewer writes back. */
export const AnswerBody = z.strictObject({ state: z.enum(['upheld', 'corrected']), answer: text(1000, 2) })
