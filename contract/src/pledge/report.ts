import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, Level, PageQuery, page, text } from '../values.ts'
import { Light } from './fulfilment.ts'

/** The part the system fills: how each item stands, and the facts of the year. Kept as handed in once submitted. */
export const Composed = z.object({
  asOf: Day,
  items: z.array(
    z.object({
      title: z.string(),
      kind: z.enum(['party', 'business']),
      weight: z.number().int(),
      target: z.string().nullable(),
      unit: z.string(),
      achieved: z.string().nullable(),
      done: z.boolean(),
      light: Light,
      reason: Both,
    }),
  ),
  /** Exact share 0…1 to 6 decimals, by weight; null when every item is excused. */
  completion: z.string().nullable(),
  facts: z.array(z.object({ kind: z.string(), title: Both, sum: z.string(), entries: z.number().int() })),
})
export type Composed = z.output<typeof Composed>

export const ReportHead = z.object({
  pledgeId: Id,
  year: z.number().int(),
  level: Level,
  personName: z.string(),
  unitName: z.string(),
  state: z.enum(['draft', 'submitted']),
  submittedAt: Instant.nullable(),
  remarked: z.boolean(),
})
export type ReportHead = z.output<typeof ReportHead>
export const Report = ReportHead.extend({
  composed: Composed,
  text: z.string(),
  maxCharacters: z.number().int(),
  savedAt: Instant.nullable(),
  /** First day reports are handed in, and the last on time. */
  from: Day,
  lastDay: Day,
  remark: z.object({ text: z.string(), by: z.string(), at: Instant }).nullable(),
  mayWrite: z.boolean(),
  mayRemark: z.boolean(),
})
export type Report = z.output<typeof Report>

export const listMyReports = route({
  method: 'GET',
  path: '/reports/mine',
  summary: 'My reports of the year in hand, one for each pledge in force',
  reply: z.object({ reports: z.array(Report) }),
})
const PledgeParams = z.strictObject({ pledgeId: Id })
export const readReport = route({
  method: 'GET',
  path: '/reports/:pledgeId',
  summary: 'One report: its author’s always, others’ once handed in',
  params: PledgeParams,
  reply: Report,
})
/** `savedAt` is the moment of the version typed on, null for a first one; another since then is CHANGED_MEANWHILE. */
export const saveReport = route({
  method: 'PUT',
  path: '/reports/:pledgeId',
  summary: 'Save the own words as one types; longer than allowed is saved and said',
  once: false,
  params: PledgeParams,
  body: z.strictObject({ text: text(20_000, 0), savedAt: Instant.nullable() }),
  reply: z.object({ savedAt: Instant, characters: z.number().int() }),
  errors: ['CHANGED_MEANWHILE', 'STATE_CONFLICT'],
})
export const submitReport = route({
  method: 'POST',
  path: '/reports/:pledgeId/submit',
  summary: 'Hand the report in: to the level above and to the members of the unit',
  params: PledgeParams,
  reply: Report,
  errors: ['REPORT_TOO_LONG', 'REPORT_EMPTY', 'PHASE_NOT_BEGUN', 'STATE_CONFLICT'],
})
export const remarkReport = route({
  method: 'PUT',
  path: '/reports/:pledgeId/remark',
  summary: 'The superior’s remark on a report handed in',
  params: PledgeParams,
  body: z.strictObject({ text: text(500, 2) }),
  reply: Report,
  errors: ['STATE_CONFLICT'],
})
export const listReports = route({
  method: 'GET',
  path: '/reports',
  summary: 'Reports handed in: those of the caller’s unit, or those waiting for the caller’s remark first',
  query: PageQuery.extend({ scope: z.enum(['unit', 'review']).default('unit') }),
  reply: page(ReportHead).extend({ owed: z.number().int(), submitted: z.number().int(), toRemark: z.number().int() }),
})
