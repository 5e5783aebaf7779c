import { z } from 'zod'
import { route } from './route.ts'
import { Both, Day, Id, Instant, line, text, YearQuery } from './values.ts'

/** A day the State Council's arrangement of a year makes a holiday, or a day of work although it is a weekend. */
export const PublishedDay = z.object({ day: Day, working: z.boolean(), name: Both })
export type PublishedDay = z.output<typeof PublishedDay>

/** A day the authority decided itself: `working` false adds a day off, true a day of work. It wins over the published calendar while it is not withdrawn. */
export const LocalDay = z.object({
  id: Id,
  day: Day,
  working: z.boolean(),
  reason: z.string(),
  document: z.string(),
  recordedBy: z.string(),
  recordedAt: Instant,
  withdrawn: z.object({ by: z.string(), at: Instant, reason: z.string(), document: z.string() }).nullable(),
})
export type LocalDay = z.output<typeof LocalDay>

export const readCalendar = route({
  method: 'GET',
  path: '/calendar/:year',
  summary: 'The working days of a year: published arrangement with its source, and the authority’s own days',
  params: z.strictObject({ year: YearQuery }),
  reply: z.object({
    year: z.int(),
    /** Whether the arrangement of the year is known; else Monday to Friday is assumed. */
    published: z.boolean(),
    source: z.object({ package: z.string(), version: z.string(), document: Both, through: Day }),
    workingDays: z.int(),
    days: z.array(PublishedDay),
    local: z.array(LocalDay),
    mayChange: z.boolean(),
  }),
})

const Ground = { reason: text(200), document: line(80) }

export const recordLocalDays = route({
  method: 'POST',
  path: '/calendar/days',
  summary:
    'Make one day or several in a row days off or days of work, with reason and document; days that are so anyway are passed over',
  body: z
    .strictObject({ from: Day, through: Day, working: z.boolean(), ...Ground })
    .refine(b => b.from <= b.through, { path: ['through'], error: '不能早于第一天 / not before the first day' }),
  errors: ['LOCAL_DAY_EXISTS', 'LOCAL_DAY_NEEDLESS'],
})

export const withdrawLocalDay = route({
  method: 'POST',
  path: '/calendar/days/:dayId/withdraw',
  summary: 'Withdraw a day of the authority’s own; it stays on record',
  params: z.strictObject({ dayId: Id }),
  body: z.strictObject(Ground),
  errors: ['LOCAL_DAY_WITHDRAWN'],
})
