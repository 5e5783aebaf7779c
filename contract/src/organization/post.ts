import { z } from 'zod'
import { route } from '../route.ts'
import { Day, Id, PageQuery, page, text } from '../values.ts'
import { AsOf, PostHolding, PostKind, Term, UnitRef, Verdict } from './unit.ts'

export const appoint = route({
  method: 'POST',
  path: '/organization/units/:unitId/posts',
  summary: 'Appoint a member to a post from a day on',
  params: z.strictObject({ unitId: Id }),
  body: z.strictObject({ personId: Id, kind: PostKind, from: Day, until: Day.nullable().default(null) }),
  reply: PostHolding,
  errors: ['POST_TAKEN', 'POST_NOT_HERE', 'PERIOD_EMPTY'],
})

export const closePost = route({
  method: 'POST',
  path: '/organization/posts/:postId/close',
  summary: 'End a post; the day given is the first day not in office',
  params: z.strictObject({ postId: Id }),
  body: z.strictObject({ until: Day, reason: text(500) }),
  reply: PostHolding,
  errors: ['STATE_CONFLICT', 'PERIOD_EMPTY'],
})

export const openTerm = route({
  method: 'POST',
  path: '/organization/units/:unitId/terms',
  summary: 'Begin a term after a renewal; the term before it is closed',
  params: z.strictObject({ unitId: Id }),
  body: z.strictObject({
    from: Day,
    until: Day.optional().describe('first day not covered; left out, the length the rule gives'),
  }),
  reply: Term,
  errors: ['PERIOD_EMPTY', 'TERM_NEEDS_END', 'TERM_OVERLAPS'],
})

export const RenewalRow = z.object({
  unit: UnitRef,
  term: Term,
  /** First day the present body is no longer in office. */
  endsOn: Day,
  secretary: z.string().nullable(),
  may: z.object({ request: z.boolean(), reply: z.boolean() }),
})

export const listRenewals = route({
  method: 'GET',
  path: '/organization/renewals',
  summary: 'Terms that, as of a day, end within some months or have ended, soonest first',
  query: PageQuery.extend({ on: Day.optional(), months: z.coerce.number().int().min(0).max(60).default(6) }),
  reply: page(RenewalRow),
})

export const requestRenewal = route({
  method: 'POST',
  path: '/organization/terms/:termId/request',
  summary: 'Ask the superior organisation for the renewal, or to put it off',
  params: z.strictObject({ termId: Id }),
  body: z.strictObject({ text: text(2000, 5) }),
  reply: Term,
  errors: ['STATE_CONFLICT'],
})

export const replyRenewal = route({
  method: 'POST',
  path: '/organization/terms/:termId/reply',
  summary: 'Answer a request: approve the renewal, extend the term by a year at most, or refuse',
  params: z.strictObject({ termId: Id }),
  body: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('approved'), text: text(2000, 2) }),
    z.strictObject({ outcome: z.literal('refused'), text: text(2000, 2) }),
    z.strictObject({ outcome: z.literal('extended'), text: text(2000, 2), extendedUntil: Day }),
  ]),
  reply: Term,
  errors: ['STATE_CONFLICT', 'EXTENSION_TOO_LONG'],
})

export const StaffingRow = z.object({
  unit: UnitRef,
  /** As recorded last: how many work in an organ is kept without dates. */
  staffCount: z.int().nullable(),
  fullTime: z.int(),
  fullTimeDeputies: z.int(),
  members: z.int(),
  branches: z.int(),
  /** Full-time Party staff in basis points of the organ's staff, rounded down; null when the staff is not recorded. */
  share: z.int().nullable(),
  verdicts: z.array(Verdict),
})

export const listStaffing = route({
  method: 'GET',
  path: '/organization/staffing',
  summary: 'Full-time deputies and Party staff of each organ in one’s scope, as of a day',
  query: AsOf,
  reply: z.object({ rows: z.array(StaffingRow), fullTimeDeputies: z.int() }),
})
