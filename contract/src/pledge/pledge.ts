import { z } from 'zod'
import { PeriodId } from '../facts.ts'
import { route } from '../route.ts'
import { Both, Day, Decimal, Id, Instant, Level, line, text } from '../values.ts'

export const PLEDGE_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'onNotice',
  'inForce',
  'amending',
  'closed',
] as const
export const PledgeState = z.enum(PLEDGE_STATES)
export type PledgeState = z.output<typeof PledgeState>
export const ITEM_STATES = ['notStarted', 'underWay', 'done', 'lagging', 'rectifying', 'rectified', 'excused'] as const
export const ItemState = z.enum(ITEM_STATES)

const typed = (max: number) => text(max, 0)
/** One line of a pledge as it is being typed; every field may still be empty. */
export const DraftItem = z.strictObject({
  kind: z.enum(['party', 'business']),
  title: typed(200),
  target: Decimal.nullable(),
  unit: typed(20),
  measures: typed(600),
  dueOn: Day.nullable(),
  /** Whole percent; the items of a pledge add up to 100. */
  weight: z.number().int().min(0).max(100),
  dutyId: Id.nullable(),
})
/** A recorded fact of the author, or of the unit he answers for, over the year of the pledge or a part of it. */
export const FollowedFact = z.strictObject({ id: line(60), of: z.enum(['person', 'unit']), period: PeriodId })
/** The client gives a new item its id, so that saving twice does not double it. An item with a fact moves by itself; null: its author reports. */
export const WrittenItem = DraftItem.extend({ id: Id, fact: FollowedFact.nullable().default(null) })
export type WrittenItem = z.output<typeof WrittenItem>
/** What the item moves with, in words. */
export const Follows = Both.nullable()
const ReadItem = WrittenItem.extend({ follows: Follows })
export const PledgeItem = z.object({
  ...ReadItem.shape,
  position: z.number().int(),
  state: ItemState,
  achieved: z.string().nullable(),
  /** How far the appraisal takes it to be fulfilled, 0…1; null where it is excused. */
  share: z.string().nullable(),
})
export type PledgeItem = z.output<typeof PledgeItem>

/** must: the pledge cannot be submitted; advice: the author decides. */
export const Remark = z.object({
  code: z.string(),
  severity: z.enum(['must', 'advice']),
  itemId: z.string().nullable(),
  quote: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  detail: Both,
  example: Both.nullable(),
  similar: z.object({ label: z.string(), percent: z.number().int(), text: z.string() }).optional(),
  fix: z.object({ itemId: z.string(), weight: z.object({ from: z.number(), to: z.number() }) }).optional(),
})
export type Remark = z.output<typeof Remark>

export const PledgeHead = z.object({
  id: Id,
  cycleId: Id,
  year: z.number().int(),
  level: Level,
  personId: Id,
  personName: z.string(),
  unitId: Id,
  unitName: z.string(),
  reviewerUnitId: Id,
  reviewerUnitName: z.string(),
  state: PledgeState,
  version: z.number().int(),
  /** The pledge in force this one is an amendment of. */
  amends: Id.nullable(),
  amendmentReason: z.string().nullable(),
  savedAt: Instant,
  submittedAt: Instant.nullable(),
  reviewDueOn: Day.nullable(),
  approvedAt: Instant.nullable(),
  inForceOn: Day.nullable(),
  noticeId: Id.nullable(),
})
export type PledgeHead = z.output<typeof PledgeHead>

export const Comment = z.object({
  id: Id,
  itemId: Id,
  round: z.number().int(),
  text: z.string(),
  settled: z.boolean(),
  writtenBy: z.string(),
  writtenAt: Instant,
})
export const Round = z.object({
  round: z.number().int(),
  decision: z.enum(['approved', 'returned']),
  reason: z.string().nullable(),
  decidedBy: z.string(),
  decidedAt: Instant,
  itemsThen: z.array(ReadItem),
})
export const PLEDGE_ACTIONS = ['edit', 'submit', 'withdraw', 'review', 'decide', 'amend', 'drop'] as const
export const PledgeAction = z.enum(PLEDGE_ACTIONS)
export type PledgeAction = z.output<typeof PledgeAction>

export const Pledge = PledgeHead.extend({
  items: z.array(PledgeItem),
  /** Share of the whole by weight, as the appraisal reads it; null where nothing counts. */
  completion: z.string().nullable(),
  comments: z.array(Comment),
  rounds: z.array(Round),
  /** Of an amendment: the items of the pledge in force under the ids of those that continue them. */
  itemsInForce: z.array(ReadItem).nullable(),
  /** What the caller may do with it now. */
  may: z.array(PledgeAction),
})
export type Pledge = z.output<typeof Pledge>
const PledgeParams = z.strictObject({ pledgeId: Id })

export const listMyPledges = route({
  method: 'GET',
  path: '/pledges/mine',
  summary: 'My pledges of the year in hand, one for each level I owe; a missing one is begun as a draft',
  reply: z.object({
    year: z.number().int().nullable(),
    submitBy: Day.nullable(),
    noticeDays: z.number().int(),
    pledges: z.array(PledgeHead),
  }),
})

export const readPledge = route({
  method: 'GET',
  path: '/pledges/:pledgeId',
  summary: 'One pledge with items, comments and rounds of review',
  params: PledgeParams,
  reply: Pledge,
})

/** `savedAt` is the moment of the version the caller typed on; another one since then is CHANGED_MEANWHILE. */
export const saveItems = route({
  method: 'PUT',
  path: '/pledges/:pledgeId/items',
  summary: 'Save the whole list of items as one types',
  once: false,
  params: PledgeParams,
  body: z.strictObject({ savedAt: Instant, items: z.array(WrittenItem).max(20) }),
  reply: z.object({ savedAt: Instant, remarks: z.array(Remark) }),
  errors: ['CHANGED_MEANWHILE', 'STATE_CONFLICT'],
})

export const FollowableFact = z.object({
  id: z.string(),
  of: FollowedFact.shape.of,
  title: Both,
  /** Beside the target; null where the author names what is counted. */
  unit: z.string().nullable(),
  periods: z.array(PeriodId),
  says: Both,
})
export type FollowableFact = z.output<typeof FollowableFact>
export const listFollowable = route({
  method: 'GET',
  path: '/pledges/:pledgeId/facts',
  summary:
    'The recorded facts items of this pledge may move with, what each measures and over which periods of its year',
  params: PledgeParams,
  reply: z.object({ facts: z.array(FollowableFact) }),
})

const Checked = z.object({
  remarks: z.array(Remark),
  compared: z.object({ superior: z.number().int(), colleagues: z.number().int(), lastYear: z.number().int() }),
})
export const readCheck = route({
  method: 'GET',
  path: '/pledges/:pledgeId/check',
  summary: 'The pledge check of what is saved',
  params: PledgeParams,
  reply: Checked,
})
export const checkItems = route({
  method: 'POST',
  path: '/pledges/:pledgeId/check',
  summary: 'The pledge check of items not saved yet',
  once: false,
  params: PledgeParams,
  body: z.strictObject({ items: z.array(WrittenItem).max(20) }),
  reply: Checked,
})

export const submitPledge = route({
  method: 'POST',
  path: '/pledges/:pledgeId/submit',
  summary: 'Submit for review by the level above',
  params: PledgeParams,
  reply: Pledge,
  errors: ['PLEDGE_NOT_READY', 'PHASE_NOT_BEGUN', 'NO_REVIEWER', 'STATE_CONFLICT'],
})
export const withdrawPledge = route({
  method: 'POST',
  path: '/pledges/:pledgeId/withdraw',
  summary: 'Take a submitted pledge back while the reviewer has not opened it',
  params: PledgeParams,
  reply: Pledge,
  errors: ['PLEDGE_BEING_READ', 'STATE_CONFLICT'],
})
export const amendPledge = route({
  method: 'POST',
  path: '/pledges/:pledgeId/amendments',
  summary: 'Begin an amendment of a pledge in force; the old wording stays in force until the new one is',
  params: PledgeParams,
  body: z.strictObject({ reason: text(300) }),
  reply: Pledge,
  errors: ['STATE_CONFLICT'],
})
export const dropAmendment = route({
  method: 'POST',
  path: '/pledges/:pledgeId/drop',
  summary: 'Give an amendment up; the pledge in force stays as it is',
  params: PledgeParams,
  errors: ['STATE_CONFLICT'],
})

const Count = z.number().int()
export const CoverageRow = z.object({
  unitId: Id,
  unitName: z.string(),
  owed: Count,
  none: Count,
  drafted: Count,
  submitted: Count,
  returned: Count,
  approved: Count,
  onNotice: Count,
  inForce: Count,
  /** On notice or in force, of those owed; basis points, rounded down. */
  publishedBp: Count,
  adopted: z.boolean(),
})
export type CoverageRow = z.output<typeof CoverageRow>
export const readCoverage = route({
  method: 'GET',
  path: '/pledges/coverage',
  summary: 'How far pledging has come: by organ for the work committee, by branch within an organ',
  query: z.strictObject({ organId: Id.optional() }),
  reply: z.object({
    year: z.number().int().nullable(),
    by: z.enum(['organ', 'branch']),
    rows: z.array(CoverageRow),
    total: CoverageRow.omit({ unitId: true, unitName: true, adopted: true }),
    /** Units of the rows in which at least one pledge is published, and units that adopted a model. */
    units: z.object({ all: Count, published: Count, adopted: Count }),
  }),
})

export const remindUnit = route({
  method: 'POST',
  path: '/pledges/reminders',
  summary: 'Remind those of a unit who have not submitted their pledges, once a day at most',
  body: z.strictObject({ unitId: Id }),
  reply: z.object({ reminded: Count }),
  errors: ['REMINDED_TODAY'],
})
