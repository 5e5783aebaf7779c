import { z } from 'zod'
import { route } from './route.ts'
import { Both, Day, Id, Instant, line } from './values.ts'

/** A year, half-year, quarter or month: 2026, 2026-H1, 2026-Q3, 2026-07. */
export const PeriodId = z.string().regex(/^20\d\d(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)

export const CatalogueFact = z.object({
  id: z.string(),
  title: Both,
  unit: z.string(),
  direction: z.enum(['up', 'down', 'none']),
  periods: z.array(z.string()),
  reading: z.string(),
  about: z.array(z.string()),
  source: z.string(),
  visibility: z.enum(['self', 'unit', 'leadership', 'public']),
  max: z.number().nullable(),
  cite: z.object({ document: z.string(), article: z.string(), confidence: z.string() }).nullable(),
})
export type CatalogueFact = z.output<typeof CatalogueFact>

export const listFacts = route({
  method: 'GET',
  path: '/facts',
  summary: 'The catalogue of facts: what a scheme may read, in which unit, who records it and who may see it',
  reply: z.object({ facts: z.array(CatalogueFact) }),
})

/** One record behind a number. `link` leads to where it was made, where there is such a page. */
export const FactRecord = z.object({
  id: Id,
  on: Day,
  value: z.string(),
  period: z.string().nullable(),
  module: z.string(),
  link: z.string().nullable(),
  recordedAt: Instant,
  imported: z
    .object({
      document: z.string(),
      office: z.string(),
      fileName: z.string(),
      row: z.int(),
      by: z.string(),
      at: Instant,
    })
    .nullable(),
})
export type FactRecord = z.output<typeof FactRecord>

export const readFactRecords = route({
  method: 'GET',
  path: '/facts/:subjectId/:factId',
  summary: 'One number of a person or unit with the records behind it, as they were known at the cut-off',
  params: z.strictObject({ subjectId: Id, factId: line(60) }),
  query: z.strictObject({ period: PeriodId, cutOff: Day.optional() }),
  reply: z.object({
    fact: CatalogueFact,
    subject: z.object({ id: Id, name: z.string(), unitName: z.string() }),
    period: PeriodId,
    cutOff: Day,
    /** Null when nothing was recorded: missing is not zero. */
    value: z.string().nullable(),
    /** How the records became the value. */
    reading: z.string(),
    records: z.array(FactRecord),
  }),
})

export const exportFacts = route({
  method: 'GET',
  path: '/facts/table',
  summary:
    'All facts of a period for everybody and every unit, column by column as compressed JSON, for the what-if page; audited as an export',
  query: z.strictObject({ period: PeriodId, cutOff: Day.optional() }),
  download: 'application/gzip',
})

/** What `exportFacts` unpacks to; every column has one entry a subject, in the order of `subjects`. Scopes are positions in `names`, -1 for none. */
export const FactTable = z.object({
  period: PeriodId,
  cutOff: Day,
  subjects: z.array(z.string()),
  labels: z.array(z.string()),
  about: z.array(z.enum(['member', 'branch', 'organ'])),
  scopes: z.record(z.string(), z.object({ names: z.array(z.string()), at: z.array(z.int()) })),
  facts: z.record(z.string(), z.array(z.string().nullable())),
})
export type FactTable = z.output<typeof FactTable>
