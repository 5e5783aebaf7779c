import { z } from 'zod'
import { PeriodId } from '../facts.ts'
import { route } from '../route.ts'
import { Day, Id, Instant, PageQuery, page } from '../values.ts'

const Count = z.number().int()

/** Assessment (考核) of branches or organs by one scheme: for a period, from what was known at the end of the cut-off day. */
export const AssessmentHead = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  subject: z.enum(['branch', 'organ']),
  schemeId: Id,
  schemeTitle: z.string(),
  schemeVersion: Count,
  period: PeriodId,
  cutOff: Day,
  units: Count,
  /** Hash of scheme and input: the same hash gives the same outcomes. */
  inputsSha256: z.string(),
  computedAt: Instant,
})
export type AssessmentHead = z.output<typeof AssessmentHead>

export const AssessedUnit = z.object({
  unitId: Id,
  name: z.string(),
  organ: z.string(),
  organClass: z.string().nullable(),
  /** Points; null when the unit could not be scored, `blocked` says why. */
  total: z.number().nullable(),
  ranks: z.record(z.string(), Count),
  grade: z.string().nullable(),
  stars: Count.nullable(),
  light: z.enum(['green', 'yellow', 'red']).nullable(),
  toBeDecided: z.boolean(),
  vetoes: z.array(z.string()),
  barred: z.array(z.string()),
  blocked: z.string().nullable(),
})
export type AssessedUnit = z.output<typeof AssessedUnit>

export const listAssessments = route({
  method: 'GET',
  path: '/appraisal/assessments',
  summary: 'Assessments of units in view, newest first',
  query: PageQuery,
  reply: page(AssessmentHead),
})
export const runAssessment = route({
  method: 'POST',
  path: '/appraisal/assessments',
  summary:
    'Score all branches or organs in charge by a published scheme, for a period and a cut-off day; provisional, it decides nothing',
  body: z.strictObject({ schemeId: Id, period: PeriodId, cutOff: Day }),
  reply: AssessmentHead,
  errors: ['FACTS_UNFIT'],
})
export const readAssessment = route({
  method: 'GET',
  path: '/appraisal/assessments/:assessmentId',
  summary: 'What an assessment gave, units to be decided first, then by total, those not scored last',
  params: z.strictObject({ assessmentId: Id }),
  reply: AssessmentHead.extend({ rows: z.array(AssessedUnit) }),
})
