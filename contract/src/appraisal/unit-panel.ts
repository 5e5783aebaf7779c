import { z } from 'zod'
import { route } from '../route.ts'
import { Id, Instant, line, PageQuery, page, text } from '../values.ts'
import { AssessmentAction, AssessmentHead } from './assessment.ts'
import { Named, PanelOfScheme, Sitting } from './round.ts'

const Count = z.number().int()
const AssessmentParams = z.strictObject({ assessmentId: Id })
const PanelParams = AssessmentParams.extend({ source: line(60) })

/** One panel of a scheme on units, as far as the caller sees it. */
export const UnitPanel = PanelOfScheme.extend({
  /** What a rating is: one of these labels, else a number from 0 to `outOf`. */
  grades: z.array(Named),
  outOf: z.number().nullable(),
  /** Units with a rating, or places whose slips count, and how many there are. */
  done: Count,
  of: Count,
  /** Something of it is the caller’s to do. */
  mine: z.boolean(),
})
export type UnitPanel = z.output<typeof UnitPanel>
export const readUnitPanels = route({
  method: 'GET',
  path: '/appraisal/assessments/:assessmentId/panels',
  summary: 'The panels of an assessment and how far they have come; also for those who rate in it',
  params: AssessmentParams,
  reply: z.object({ head: AssessmentHead, panels: z.array(UnitPanel), may: z.array(AssessmentAction) }),
})

export const UnitRating = z.object({
  assessedId: Id,
  name: z.string(),
  organ: z.string(),
  rated: z
    .object({ value: z.string(), reason: z.string().nullable(), document: z.string().nullable(), ratedAt: Instant })
    .nullable(),
  /** `document`: the caller enters it for another body, by its document. */
  mayRate: z.enum(['yes', 'document', 'no']),
})
export type UnitRating = z.output<typeof UnitRating>
export const listUnitRatings = route({
  method: 'GET',
  path: '/appraisal/assessments/:assessmentId/panels/:source/ratings',
  summary: 'The ratings of a body, unit by unit, as far as the caller sees the units',
  params: PanelParams,
  query: PageQuery,
  reply: page(UnitRating),
})
export const rateUnit = route({
  method: 'PUT',
  path: '/appraisal/assessed-units/:assessedId/ratings/:source',
  summary: 'Rate a unit in the name of the body the panel asks; for another body the office enters its document',
  params: z.strictObject({ assessedId: Id, source: line(60) }),
  body: z.strictObject({ value: line(40), reason: text(500), document: line(120).nullable().default(null) }),
  reply: z.object({ value: z.string(), ratedAt: Instant }),
  errors: ['STATE_CONFLICT', 'RATING_ONESELF'],
})
export const listUnitSittings = route({
  method: 'GET',
  path: '/appraisal/assessments/:assessmentId/panels/:source/sittings',
  summary: 'Where the slips of a panel are counted and how far that has come; never a grade',
  params: PanelParams,
  query: PageQuery,
  reply: page(Sitting),
})

export const computeAssessment = route({
  method: 'POST',
  path: '/appraisal/assessments/:assessmentId/computation',
  summary:
    'Compute from the ratings given so far. Panels that lack some are named first; with `withoutPanels` they count as missing, as the scheme says',
  params: AssessmentParams,
  body: z.strictObject({ withoutPanels: z.boolean().default(false) }),
  reply: AssessmentHead,
  errors: ['STATE_CONFLICT', 'PANELS_MISSING', 'FACTS_UNFIT'],
})
export const reopenAssessment = route({
  method: 'POST',
  path: '/appraisal/assessments/:assessmentId/rating',
  summary: 'Back from the computation to rating; rulings stay',
  params: AssessmentParams,
  reply: AssessmentHead,
  errors: ['STATE_CONFLICT'],
})
