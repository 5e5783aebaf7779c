import { PeriodId } from '@jiannuo/contract/facts.ts'
import { z } from 'zod'
import { FiledCore } from './filed.ts'

/** A filed assessment of units: everything needed to compute it again, what was ruled, decided and answered. The keys are fixed: add, never rename. */
export const FiledAssessment = z.strictObject({
  format: z.literal('jiannuo-assessment-1'),
  ...FiledCore,
  subject: z.enum(['branch', 'organ']),
  period: PeriodId,
  cutOff: z.string(),
  placedOn: z.string(),
  units: z.array(
    z.strictObject({ id: z.string(), name: z.string(), organ: z.string(), organClass: z.string().nullable() }),
  ),
  meeting: z.strictObject({ name: z.string(), on: z.string(), document: z.string().nullable() }),
  rulings: z.array(
    z.strictObject({
      unit: z.string(),
      kind: z.enum(['limit', 'fact', 'indicator']),
      target: z.string(),
      value: z.string().nullable(),
      meeting: z.string(),
      on: z.string(),
      document: z.string(),
      clause: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      unit: z.string(),
      grade: z.string().nullable(),
      stars: z.number().nullable(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: z.string().nullable(),
    }),
  ),
  objections: z.array(
    z.strictObject({ unit: z.string(), node: z.string(), outcome: z.string(), answer: z.string().nullable() }),
  ),
})
export type FiledAssessment = z.output<typeof FiledAssessment>
