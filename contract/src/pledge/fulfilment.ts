import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, Level, text } from '../values.ts'
import { ITEM_STATES } from './pledge.ts'

/** none: nothing has been reported, which is no verdict before the mid-year check has ended. */
export const LIGHTS = ['red', 'yellow', 'none', 'green', 'grey'] as const
export const Light = z.enum(LIGHTS)
export type Light = z.output<typeof Light>
/** What stands now, not what was added: 11 of 24, or 5.6 where the pledge says at most 5. Percent where the item counts nothing. */
export const Achieved = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,4})?$/, '请填写不小于0的数字，最多4位小数 / a number from 0 with at most 4 decimals')

export const ITEM_ACTIONS = ['progress', 'done', 'undone', 'rectify', 'excuse'] as const
export const RECTIFICATION_ACTIONS = ['finish', 'accept', 'reopen'] as const

export const Rectification = z.object({
  id: Id,
  cause: z.string(),
  measure: z.string(),
  dueOn: Day,
  state: z.enum(['open', 'done', 'accepted', 'reopened']),
  result: z.string().nullable(),
  reopenReason: z.string().nullable(),
  openedAt: Instant,
  doneAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  may: z.array(z.enum(RECTIFICATION_ACTIONS)),
})
export type Rectification = z.output<typeof Rectification>

export const FulfilmentItem = z.object({
  id: Id,
  pledgeId: Id,
  kind: z.enum(['party', 'business']),
  title: z.string(),
  target: z.string().nullable(),
  unit: z.string(),
  measures: z.string(),
  dueOn: Day.nullable(),
  weight: z.number().int(),
  state: z.enum(ITEM_STATES),
  achieved: z.string().nullable(),
  /** count: towards the target; bound: at most the target (≤5天); percent: nothing is counted. */
  goal: z.enum(['count', 'bound', 'percent']),
  /** Basis points, at most 10,000; null when nothing was ever reported. */
  progressBp: z.number().int().nullable(),
  elapsedBp: z.number().int(),
  light: Light,
  reason: Both,
  /** Moves by itself with the recorded facts: which, and whose, so that the records can be looked at. */
  fed: z.object({ title: Both, subjectId: Id, factId: z.string(), period: z.string() }).nullable(),
  doneOn: Day.nullable(),
  excuseReason: z.string().nullable(),
  rectification: Rectification.nullable(),
  may: z.array(z.enum(ITEM_ACTIONS)),
})
export type FulfilmentItem = z.output<typeof FulfilmentItem>

/** A check is to be made from the first day of the mid-year phase on; later it is late, and still possible. */
export const MidYear = z.object({
  from: Day,
  lastDay: Day,
  open: z.boolean(),
  checkedAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
  note: z.string(),
})
export const FulfilledPledge = z.object({
  id: Id,
  year: z.number().int(),
  level: Level,
  personId: Id,
  personName: z.string(),
  unitId: Id,
  unitName: z.string(),
  inForceOn: Day,
  light: Light,
  midYear: MidYear.nullable(),
  mayCheck: z.boolean(),
  mayConfirm: z.boolean(),
  items: z.array(FulfilmentItem),
})
export type FulfilledPledge = z.output<typeof FulfilledPledge>

export const Asked = z.object({
  id: Id,
  itemId: Id,
  itemTitle: z.string(),
  dueOn: Day,
  answer: z.string().nullable(),
  fileSha256: z.string().nullable(),
  answeredAt: Instant.nullable(),
})
export type Asked = z.output<typeof Asked>

export const readMyFulfilment = route({
  method: 'GET',
  path: '/fulfilment/mine',
  summary: 'My pledges in force with the light of every item, and the evidence asked of me',
  reply: z.object({ year: z.number().int().nullable(), pledges: z.array(FulfilledPledge), asked: z.array(Asked) }),
})

const PledgeParams = z.strictObject({ pledgeId: Id })
export const readFulfilment = route({
  method: 'GET',
  path: '/fulfilment/pledges/:pledgeId',
  summary: 'How one pledge is fulfilled: for its author and the offices above',
  params: PledgeParams,
  reply: FulfilledPledge,
})

const ItemParams = z.strictObject({ itemId: Id })
export const Entry = z.object({
  id: Id,
  on: Day,
  achieved: z.string(),
  statement: z.string(),
  fileSha256: z.string().nullable(),
  source: z.enum(['person', 'fact', 'midYear']),
  writtenAt: Instant,
})
export const readItem = route({
  method: 'GET',
  path: '/fulfilment/items/:itemId',
  summary: 'One item with everything reported, newest first, and every rectification',
  params: ItemParams,
  reply: FulfilmentItem.extend({
    personName: z.string(),
    entries: z.array(Entry),
    rectifications: z.array(Rectification),
    asked: z.array(Asked),
  }),
})

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const statement = text(200, 2)
export const enterProgress = route({
  method: 'POST',
  path: '/fulfilment/items/:itemId/progress',
  summary: 'Say in one line where an item stands; a file may be attached, none is ever asked for here',
  params: ItemParams,
  body: z.strictObject({
    achieved: Achieved,
    on: Day.optional(),
    statement,
    fileSha256: Sha256.nullable().default(null),
  }),
  reply: FulfilmentItem,
  errors: ['ITEM_FED', 'STATE_CONFLICT'],
})
export const finishItem = route({
  method: 'POST',
  path: '/fulfilment/items/:itemId/done',
  summary: 'Mark an item done whose goal is a bound or a result, not a count',
  params: ItemParams,
  body: z.strictObject({ achieved: Achieved.nullable().default(null), on: Day.optional(), statement }),
  reply: FulfilmentItem,
  errors: ['ITEM_FED', 'ITEM_NOT_COMPLETE', 'STATE_CONFLICT'],
})
export const unfinishItem = route({
  method: 'POST',
  path: '/fulfilment/items/:itemId/undone',
  summary: 'Take back a done item reported too early, with the figure that is right',
  params: ItemParams,
  body: z.strictObject({ achieved: Achieved, statement }),
  reply: FulfilmentItem,
  errors: ['ITEM_FED', 'STATE_CONFLICT'],
})
export const excuseItem = route({
  method: 'POST',
  path: '/fulfilment/items/:itemId/excuse',
  summary: 'Excuse an item (经认定免责) with the reason; it is not appraised then',
  params: ItemParams,
  body: z.strictObject({ reason: text(300, 5) }),
  reply: FulfilmentItem,
  errors: ['STATE_CONFLICT'],
})

export const openRectification = route({
  method: 'POST',
  path: '/fulfilment/items/:itemId/rectifications',
  summary: 'Put a lagging item right: cause, measure, date',
  params: ItemParams,
  body: z.strictObject({ cause: text(300, 2), measure: text(300, 2), dueOn: Day }),
  reply: FulfilmentItem,
  errors: ['STATE_CONFLICT'],
})
const RectificationParams = z.strictObject({ rectificationId: Id })
export const finishRectification = route({
  method: 'POST',
  path: '/fulfilment/rectifications/:rectificationId/done',
  summary: 'Report what came of it',
  params: RectificationParams,
  body: z.strictObject({ result: text(300, 2) }),
  reply: FulfilmentItem,
  errors: ['STATE_CONFLICT'],
})
export const acceptRectification = route({
  method: 'POST',
  path: '/fulfilment/rectifications/:rectificationId/accept',
  summary: 'Accept it; the light clears, the history stays',
  params: RectificationParams,
  reply: FulfilmentItem,
  errors: ['STATE_CONFLICT'],
})
export const reopenRectification = route({
  method: 'POST',
  path: '/fulfilment/rectifications/:rectificationId/reopen',
  summary: 'Open it again, with the reason',
  params: RectificationParams,
  body: z.strictObject({ reason: text(300, 2) }),
  reply: FulfilmentItem,
  errors: ['STATE_CONFLICT'],
})

export const checkMidYear = route({
  method: 'POST',
  path: '/fulfilment/pledges/:pledgeId/mid-year',
  summary: 'The mid-year check: every item that does not move by itself, in one step',
  params: PledgeParams,
  body: z.strictObject({
    items: z.array(z.strictObject({ itemId: Id, achieved: Achieved, statement: text(200, 0).default('') })).max(20),
    note: text(500, 0).default(''),
  }),
  reply: FulfilledPledge,
  errors: ['PHASE_NOT_BEGUN', 'STATE_CONFLICT'],
})
export const confirmMidYear = route({
  method: 'POST',
  path: '/fulfilment/mid-year/confirm',
  summary: 'Confirm mid-year checks of the pledges one reviews; those not checked yet are left',
  body: z.strictObject({ pledgeIds: z.array(Id).min(1).max(200) }),
  reply: z.object({ confirmed: z.array(Id), left: z.array(Id) }),
})
