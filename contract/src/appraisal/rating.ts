import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, LEVELS, Level, line, text } from '../values.ts'
import { Named, PanelState, RoundState } from './round.ts'

const Count = z.number().int()
const Rated = z.object({
  grade: z.string(),
  reason: z.string().nullable(),
  document: z.string().nullable(),
  ratedAt: Instant,
})

/** One round the caller is appraised in; nothing of the result before its release. */
export const OwnAppraisal = z.object({
  subjectId: Id,
  roundId: Id,
  level: Level,
  year: Count,
  unitName: z.string(),
  state: RoundState,
  grades: z.array(Named),
  self: Rated.nullable(),
  mayRate: z.boolean(),
  result: z
    .object({ id: Id, grade: z.string().nullable(), total: z.string().nullable(), releasedAt: Instant })
    .nullable(),
  objectionUntil: Day.nullable(),
})
export type OwnAppraisal = z.output<typeof OwnAppraisal>
export const listOwnAppraisals = route({
  method: 'GET',
  path: '/appraisal/mine',
  summary: 'My appraisals, newest first',
  reply: z.object({ items: z.array(OwnAppraisal) }),
})

const SubjectParams = z.strictObject({ subjectId: Id })
export const rateSelf = route({
  method: 'PUT',
  path: '/appraisal/subjects/:subjectId/self',
  summary: 'My own rating, to be changed until the computation',
  params: SubjectParams,
  body: z.strictObject({ grade: line(40), reason: text(500, 0) }),
  reply: OwnAppraisal,
  errors: ['STATE_CONFLICT', 'GRADE_UNKNOWN'],
})

export const OrganisationRow = z.object({
  subjectId: Id,
  name: z.string(),
  homeUnitName: z.string(),
  self: z.object({ grade: z.string(), reason: z.string().nullable() }).nullable(),
  rated: Rated.nullable(),
  /** Share of the pledges fulfilled, 0…1 as a decimal; null when nothing is known. */
  fulfilment: z.string().nullable(),
  /** False for the caller himself. */
  mayRate: z.boolean(),
})
export const listOrganisationRatings = route({
  method: 'GET',
  path: '/appraisal/rounds/:roundId/organisation',
  summary: 'The rating by the organisation, person by person',
  params: z.strictObject({ roundId: Id }),
  reply: z.object({
    title: Both,
    grades: z.array(Named),
    takesDocument: z.boolean(),
    state: RoundState,
    mayRate: z.boolean(),
    rows: z.array(OrganisationRow),
  }),
})
export const rateAsOrganisation = route({
  method: 'PUT',
  path: '/appraisal/subjects/:subjectId/organisation',
  summary: 'The organisation’s rating of one person: grade and reason, or a decision with its document',
  params: SubjectParams,
  body: z.strictObject({ grade: line(40), reason: text(500), document: line(120).nullable().default(null) }),
  reply: z.object({ grade: z.string(), ratedAt: Instant }),
  errors: ['STATE_CONFLICT', 'GRADE_UNKNOWN', 'RATING_ONESELF', 'DOCUMENT_NOT_TAKEN'],
})

/** What one of two tellers has before him. Nobody sees the other's figures. */
export const Telling = z.object({
  sittingId: Id,
  title: Both,
  /** Who is on the slips: persons of a level, or units. */
  about: z.enum([...LEVELS, 'branch', 'organ']),
  unitName: z.string(),
  teller: z.enum(['first', 'second']),
  other: z.string(),
  /** waiting: the first teller has not entered yet; mine: it is the caller's turn; theirs: the second teller's turn. */
  turn: z.enum(['mine', 'theirs', 'waiting', 'done', 'closed']),
  state: PanelState,
})
export const listTellings = route({
  method: 'GET',
  path: '/appraisal/tellings',
  summary: 'Panels the caller counts',
  reply: z.object({ items: z.array(Telling) }),
})

export const TellingSheet = Telling.extend({
  entitled: Count.nullable(),
  minimum: Count,
  grades: z.array(Named),
  /** Where a slip gives a number from 0 to this and no grade; the counts then go by number. */
  outOf: z.number().nullable(),
  subjects: z.array(z.object({ id: Id, name: z.string() })),
  /** Most slips one person can have: those entitled, without himself where nobody rates himself. */
  mostPerSubject: Count.nullable(),
  rejected: Count,
})
export type TellingSheet = z.output<typeof TellingSheet>
const SittingParams = z.strictObject({ sittingId: Id })
export const readTelling = route({
  method: 'GET',
  path: '/appraisal/tellings/:sittingId',
  summary: 'The counting sheet of one panel',
  params: SittingParams,
  reply: TellingSheet,
})

const Slips = z.number().int().min(0).max(100_000)
/** A count of slips: those handed out and returned, and per person or unit how many of each grade (or score) and how many invalid. */
export const SlipCount = z.strictObject({
  handedOut: Slips,
  returned: Slips,
  counts: z
    .array(z.strictObject({ subjectId: Id, grades: z.record(z.string(), Slips), invalid: Slips }))
    .min(1)
    .max(500),
})
export type SlipCount = z.output<typeof SlipCount>
export const enterFirstCount = route({
  method: 'PUT',
  path: '/appraisal/tellings/:sittingId/first',
  summary: 'The first teller’s count',
  params: SittingParams,
  body: SlipCount,
  reply: TellingSheet,
  errors: ['STATE_CONFLICT', 'REPRESENTATIVES_MISSING'],
})
export const enterSecondCount = route({
  method: 'POST',
  path: '/appraisal/tellings/:sittingId/second',
  summary:
    'The second teller’s own count; agreement confirms, else the differing cells are named without the other’s figures',
  params: SittingParams,
  body: SlipCount,
  reply: z.object({
    matched: z.boolean(),
    triesLeft: Count,
    differing: z.array(z.object({ subjectId: Id.nullable(), grade: z.string() })),
    sheet: TellingSheet,
  }),
  errors: ['STATE_CONFLICT', 'REPRESENTATIVES_MISSING'],
})
