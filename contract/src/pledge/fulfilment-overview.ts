import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, Level, PageQuery, page, text } from '../values.ts'
import { Asked, Light } from './fulfilment.ts'

const Count = z.number().int()
/** Pledges by the worst light of their items. */
export const LightCounts = z.object({ red: Count, yellow: Count, none: Count, green: Count, grey: Count })
export type LightCounts = z.output<typeof LightCounts>

export const FulfilmentRow = z.object({
  pledgeId: Id,
  personName: z.string(),
  unitName: z.string(),
  level: Level,
  light: Light,
  items: Count,
  done: Count,
  /** The worst item and why; null where nothing lags. */
  worst: z.object({ title: z.string(), reason: Both, others: Count }).nullable(),
  midYear: z.enum(['notChecked', 'checked', 'confirmed']),
  mayConfirm: z.boolean(),
})
export type FulfilmentRow = z.output<typeof FulfilmentRow>

export const readUnitFulfilment = route({
  method: 'GET',
  path: '/fulfilment/overview',
  summary:
    'Fulfilment of a unit and those below it: counts of lights, by branch or by organ, and the pledges, lagging ones first',
  query: PageQuery.extend({ unitId: Id.optional(), light: Light.optional() }),
  reply: page(FulfilmentRow).extend({
    year: Count.nullable(),
    unitId: Id.nullable(),
    unitName: z.string(),
    midYear: z.object({ from: Day, lastDay: Day, open: z.boolean(), notChecked: Count, toConfirm: Count }).nullable(),
    counts: LightCounts,
    units: z.array(LightCounts.extend({ unitId: Id, unitName: z.string() })),
    mayDraw: z.boolean(),
  }),
})

/** A drawn sample. Each item's rank is SHA-256 of `seed:itemId` in hex; the `size` lowest are drawn, so that anyone can repeat it. */
export const Draw = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  seed: z.string(),
  size: Count,
  candidates: Count,
  dueOn: Day,
  drawnAt: Instant,
  answered: Count,
})
export type Draw = z.output<typeof Draw>
export const listDraws = route({
  method: 'GET',
  path: '/fulfilment/draws',
  summary: 'Samples drawn in the year in hand, newest first',
  reply: z.object({ draws: z.array(Draw), mayDraw: z.boolean() }),
})
export const drawSample = route({
  method: 'POST',
  path: '/fulfilment/draws',
  summary: 'Draw items of one’s organ whose evidence is looked at',
  body: z.strictObject({
    size: z.number().int().min(1).max(200),
    dueOn: Day,
    seed: z
      .string()
      .regex(/^[\w-]{4,40}$/)
      .optional(),
  }),
  reply: Draw,
  errors: ['SAMPLE_TOO_LARGE', 'NO_CYCLE'],
})
export const readDraw = route({
  method: 'GET',
  path: '/fulfilment/draws/:drawId',
  summary: 'One draw with all candidates and what drawing again from the same seed gives',
  params: z.strictObject({ drawId: Id }),
  reply: Draw.extend({
    candidateIds: z.array(Id),
    drawnIds: z.array(Id),
    /** Drawing again from seed and candidates gives the same items. */
    repeated: z.boolean(),
    samples: z.array(Asked.extend({ personName: z.string() })),
  }),
})
export const answerSample = route({
  method: 'POST',
  path: '/fulfilment/samples/:sampleId/answer',
  summary: 'Answer with a file or a sentence',
  params: z.strictObject({ sampleId: Id }),
  body: z.strictObject({
    answer: text(500).nullable(),
    fileSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
  reply: Asked,
  errors: ['EVIDENCE_EMPTY'],
})

export const uploadEvidence = route({
  method: 'POST',
  path: '/fulfilment/files',
  summary: 'Store a file to attach: PDF, PNG, JPEG, DOCX, XLSX up to 10 MB',
  upload: { maxBytes: 10 * 1_048_576 },
  reply: z.object({ sha256: z.string(), bytes: z.number().int() }),
  errors: ['FILE_TOO_LARGE', 'FILE_TRUNCATED', 'FILE_TYPE'],
})
export const readEvidence = route({
  method: 'GET',
  path: '/fulfilment/items/:itemId/files/:sha256',
  summary: 'A file attached to an item, for its author and the offices above',
  params: z.strictObject({ itemId: Id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  download: 'application/octet-stream',
})
