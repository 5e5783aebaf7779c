import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id } from '../values.ts'
import { MeetingKind, MeetingPlan } from './meeting.ts'

const Year = z.coerce.number().int().min(2019).max(2100)

/** One meeting the rules still want of the year, on a working day that is free. */
export const ProposedMeeting = z.object({
  ruleId: z.string(),
  kind: MeetingKind,
  /** Kind and period: 2027年1月主题党日. */
  title: Both,
  period: z.string(),
  day: Day,
  cite: z.object({ document: z.string(), article: z.string(), confidence: z.string() }),
})
export type ProposedMeeting = z.output<typeof ProposedMeeting>

export const proposeYear = route({
  method: 'GET',
  path: '/meetings/year-plan',
  summary:
    'What the rules still want of one’s own unit in a year, with proposed working days; nothing is planned by asking',
  query: z.strictObject({ year: Year.optional() }),
  reply: z.object({
    unitId: Id,
    unitName: z.string(),
    year: z.int(),
    /** How many of the year stand already, held or planned. */
    standing: z.int(),
    /** No arrangement of holidays is published for some of these days: Monday to Friday counted. */
    assumed: z.boolean(),
    items: z.array(ProposedMeeting),
  }),
})

export const planYear = route({
  method: 'POST',
  path: '/meetings/year-plan',
  summary: 'Plan many meetings of one’s own unit in one step, all or none; everybody due is told once',
  body: z.strictObject({ meetings: z.array(MeetingPlan).min(1).max(150) }),
  reply: z.object({ planned: z.int() }),
  errors: ['MEETING_PEOPLE', 'NOT_MADE_UP'],
})

export const listDuePeople = route({
  method: 'GET',
  path: '/meetings/people',
  summary: 'Who would be due at a meeting of one’s own unit on a day, for choosing some of them',
  query: z.strictObject({ kind: MeetingKind, day: Day }),
  reply: z.object({ people: z.array(z.object({ personId: Id, name: z.string(), post: z.string().nullable() })) }),
})
