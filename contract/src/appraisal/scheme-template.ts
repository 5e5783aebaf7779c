import { z } from 'zod'
import { route } from '../route.ts'
import { Both } from '../values.ts'

/** V1: text read in full; V2: read in public reports; local: numbers completed locally. */
const Confidence = z.string()
export const SchemeTemplateHead = z.object({
  id: z.string(),
  title: Both,
  subject: z.string(),
  family: Both,
  sources: z.array(z.object({ title: z.string(), article: z.string(), confidence: Confidence, readIn: Both })),
  note: Both,
  /** What the source does not print, named one by one. */
  leftOut: z.array(Both),
  indicators: z.number().int(),
  points: z.number(),
})
export type SchemeTemplateHead = z.output<typeof SchemeTemplateHead>

export const listSchemeTemplates = route({
  method: 'GET',
  path: '/appraisal/scheme-templates',
  summary: 'Ready schemes with their sources, their confidence and what they leave out',
  reply: z.object({ year: z.number().int(), mayDraft: z.boolean(), templates: z.array(SchemeTemplateHead) }),
})
export const readSchemeTemplate = route({
  method: 'GET',
  path: '/appraisal/scheme-templates/:templateId',
  summary: 'One ready scheme as its text for this year',
  params: z.strictObject({ templateId: z.string().max(80) }),
  reply: SchemeTemplateHead.extend({
    year: z.number().int(),
    mayDraft: z.boolean(),
    document: z.json(),
    text: z.string(),
  }),
})

export const FactOfScheme = z.object({
  id: z.string(),
  title: Both,
  unit: z.string(),
  direction: z.enum(['up', 'down', 'none']),
  periods: z.array(z.string()),
})
export type FactOfScheme = z.output<typeof FactOfScheme>
export const listSchemeFacts = route({
  method: 'GET',
  path: '/appraisal/scheme-facts',
  summary: 'Facts a scheme may read, with unit and direction',
  reply: z.object({ facts: z.array(FactOfScheme) }),
})
