import { z } from 'zod'
import { route } from '../route.ts'
import { Day, Id, line } from '../values.ts'
import { MeetingKind } from './meeting.ts'

/** Whom it is asked of; `committee` and `groups` are branches that have one. */
export const AskedUnit = z.enum([
  'branch',
  'generalBranch',
  'organCommittee',
  'committee',
  'groups',
  'leadingPartyGroup',
])
export type AskedUnit = z.output<typeof AskedUnit>

export const NewRequirement = z.strictObject({
  title: line(60),
  kind: MeetingKind,
  every: z.enum(['month', 'quarter', 'halfYear', 'year']),
  times: z.int().min(1).max(10),
  asks: z.array(AskedUnit).min(1).max(6),
  /** A shipped rule of confidence `local` whose default this replaces from its first day on. */
  replaces: line(60).nullable().default(null),
  from: Day,
  document: line(120),
})
export type NewRequirement = z.output<typeof NewRequirement>

export const Requirement = NewRequirement.extend({ id: Id, until: Day.nullable(), recordedBy: z.string() })
export type Requirement = z.output<typeof Requirement>

export const listRequirements = route({
  method: 'GET',
  path: '/meetings/requirements',
  summary: 'What the city asks beside the regulations, those in force first; and the shipped defaults it may replace',
  reply: z.object({
    items: z.array(Requirement),
    replaceable: z.array(z.object({ ruleId: z.string(), kind: MeetingKind })),
    mayChange: z.boolean(),
  }),
})

export const addRequirement = route({
  method: 'POST',
  path: '/meetings/requirements',
  summary: 'Ask something of the city’s organisations from a day on',
  body: NewRequirement,
  reply: Requirement,
  errors: ['REQUIREMENT_STANDS'],
})

export const endRequirement = route({
  method: 'POST',
  path: '/meetings/requirements/:requirementId/end',
  summary: 'Ask it no more; the day given is the first it is not asked',
  params: z.strictObject({ requirementId: Id }),
  body: z.strictObject({ until: Day }),
  reply: Requirement,
  errors: ['STATE_CONFLICT', 'PERIOD_EMPTY'],
})
