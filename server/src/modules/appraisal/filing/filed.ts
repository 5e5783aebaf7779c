import { Level } from '@jiannuo/contract/values.ts'
import { z } from 'zod'

const Row = z.record(z.string(), z.string().nullable())
/** What every filed document holds, whatever it is about: with this it is computed again. */
export const FiledCore = {
  authority: z.string(),
  year: z.number().int(),
  unit: z.strictObject({ id: z.string(), name: z.string() }),
  managingUnit: z.strictObject({ id: z.string(), name: z.string() }),
  scheme: z.json(),
  panels: z.json(),
  schemeSha256: z.string(),
  input: z.strictObject({
    facts: z.array(z.strictObject({ subject: z.string(), scopes: z.record(z.string(), z.string()), facts: Row })),
    ratings: z.array(z.strictObject({ subject: z.string(), source: z.string(), value: z.string(), count: z.number() })),
    rulings: z.array(
      z.strictObject({ subject: z.string(), veto: z.string(), decision: z.string(), indicator: z.string().optional() }),
    ),
  }),
  inputSha256: z.string(),
  /** Results of the engine, in the order of the facts. */
  results: z.json(),
  tracesSha256: z.string(),
}

/** A filed round: everything needed to compute it again, and what was decided. The keys are fixed: add, never rename. */
export const Filed = z.strictObject({
  format: z.literal('jiannuo-filing-1'),
  ...FiledCore,
  level: Level,
  subjects: z.array(
    z.strictObject({ id: z.string(), person: z.string(), name: z.string(), unit: z.string(), unitName: z.string() }),
  ),
  meeting: z.strictObject({ name: z.string(), on: z.string() }),
  decisions: z.array(
    z.strictObject({
      subject: z.string(),
      grade: z.string().nullable(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: z.string().nullable(),
    }),
  ),
  objections: z.array(
    z.strictObject({ subject: z.string(), node: z.string(), outcome: z.string(), answer: z.string().nullable() }),
  ),
})
export type Filed = z.output<typeof Filed>
