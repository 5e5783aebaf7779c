import { z } from 'zod'
import { PeriodId } from '../facts.ts'
import { route } from '../route.ts'
import { Day, Decimal, Id, Instant, line, PageQuery, page, text } from '../values.ts'
import { AssessedUnit, AssessmentHead, Moved, NodeMove, Standing } from './assessment.ts'
import { Objection, ObjectionState, TraceLegend } from './result.ts'
import { Named } from './round.ts'

const Count = z.number().int()
const AssessedParams = z.strictObject({ assessedId: Id })

/** A recorded decision for one unit: lifts a veto or gate (容错), says what counts for a fact that is missing or wrong, or exempts from an indicator. */
export const Ruling = z.object({
  kind: z.enum(['limit', 'fact', 'indicator']),
  target: z.string(),
  value: z.string().nullable(),
  meeting: z.string(),
  meetingOn: Day,
  document: z.string(),
  clause: z.string().nullable(),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: Instant,
})
export type Ruling = z.output<typeof Ruling>

/** Another assessment of the same unit by the same line of schemes. */
const Earlier = Standing.extend({ id: Id, period: PeriodId, schemeTitle: z.string() })

export const UnitResult = AssessedUnit.extend({
  assessment: AssessmentHead,
  grades: z.array(Named),
  starLevels: z.array(Count),
  meeting: z.string().nullable(),
  meetingOn: Day.nullable(),
  document: z.string().nullable(),
  schemeSha256: z.string(),
  /** The engine's trace: every step with its numbers before and after. */
  trace: z.json(),
  legend: TraceLegend,
  rulings: z.array(Ruling),
  limits: z.array(Named),
  /** Facts the scheme reads, for a ruling on one of them. */
  facts: z.array(Named),
  /** Indicators of the scheme, for a ruling that exempts from one. */
  indicators: z.array(Named),
  nodes: z.array(Named),
  earlier: z.array(Earlier),
  /** What moved since the last of `earlier`, largest first. */
  moves: z.array(NodeMove),
  objection: Objection.nullable(),
  objectionUntil: Day.nullable(),
  releasedAt: Instant.nullable(),
  mayObject: z.boolean(),
  mayRule: z.boolean(),
  /** The reader belongs to the office that assesses, or looks on from above. */
  office: z.boolean(),
})
export type UnitResult = z.output<typeof UnitResult>

export const readAssessedUnit = route({
  method: 'GET',
  path: '/appraisal/assessed-units/:assessedId',
  summary:
    'What one unit got, with its trace: for the office that assesses, and once released for the unit and those who lead it',
  params: AssessedParams,
  reply: UnitResult,
})
export const ruleOnUnit = route({
  method: 'POST',
  path: '/appraisal/assessed-units/:assessedId/rulings',
  summary: 'Record a ruling for one unit and compute again; says who moved by it',
  params: AssessedParams,
  body: z.strictObject({
    what: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('limit'), target: line(60) }),
      z.strictObject({ kind: z.literal('fact'), target: line(60), value: Decimal }),
      z.strictObject({ kind: z.literal('indicator'), target: line(60) }),
    ]),
    meeting: line(80),
    meetingOn: Day,
    document: line(120),
    clause: line(120).nullable().default(null),
    reason: text(500),
  }),
  reply: z.object({ run: Count, moved: z.array(Moved) }),
  errors: ['STATE_CONFLICT', 'LIMIT_UNKNOWN', 'FACTS_UNFIT'],
})
export const objectForUnit = route({
  method: 'POST',
  path: '/appraisal/assessed-units/:assessedId/objections',
  summary: 'Object to one part of the own unit’s result within the set days',
  params: AssessedParams,
  body: z.strictObject({ node: line(80), text: text(1000) }),
  reply: UnitResult,
  errors: ['STATE_CONFLICT', 'OBJECTION_OVER', 'OBJECTION_EXISTS', 'NODE_UNKNOWN'],
})

/** The results of the own unit and of those it leads, once they are told. */
export const listUnitResults = route({
  method: 'GET',
  path: '/appraisal/unit-results',
  summary: 'Released results of the own unit and of the units it leads, newest first',
  query: PageQuery,
  reply: page(
    Standing.extend({
      id: Id,
      name: z.string(),
      schemeTitle: z.string(),
      period: PeriodId,
      unitName: z.string(),
      grades: z.array(Named),
      light: AssessedUnit.shape.light,
      state: AssessmentHead.shape.state,
      objectionUntil: Day.nullable(),
      objection: ObjectionState.nullable(),
      mayObject: z.boolean(),
    }),
  ),
})

export const UnitObjection = Objection.extend({
  assessedId: Id,
  assessmentId: Id,
  name: z.string(),
  unitName: z.string(),
  schemeTitle: z.string(),
  period: PeriodId,
  standing: Standing,
  grades: z.array(Named),
  starLevels: z.array(Count),
  facts: z.array(Named),
  mayAnswer: z.boolean(),
})
export type UnitObjection = z.output<typeof UnitObjection>
export const listUnitObjections = route({
  method: 'GET',
  path: '/appraisal/unit-objections',
  summary: 'Objections of units to assessments in view, those waiting first',
  query: PageQuery,
  reply: page(UnitObjection).extend({ waiting: Count }),
})
export const answerUnitObjection = route({
  method: 'POST',
  path: '/appraisal/unit-objections/:objectionId/answer',
  summary:
    'Answer in writing: upheld, or corrected by facts and a new computation, or by a new decision with its reason',
  params: z.strictObject({ objectionId: Id }),
  body: z.strictObject({
    answer: text(1000),
    outcome: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('upheld') }),
      z.strictObject({
        kind: z.literal('recomputed'),
        facts: z
          .array(z.strictObject({ fact: line(60), value: Decimal.nullable(), document: line(120) }))
          .min(1)
          .max(20),
      }),
      z.strictObject({
        kind: z.literal('decided'),
        grade: line(40).nullable(),
        stars: Count.nullable(),
        reason: text(500),
      }),
    ]),
  }),
  reply: z.object({ state: ObjectionState, standing: Standing, moved: z.array(Moved) }),
  errors: ['STATE_CONFLICT', 'FACTS_UNFIT', 'RATING_ONESELF'],
})

const Published = z.object({
  id: Id,
  unitName: z.string(),
  subject: AssessmentHead.shape.subject,
  schemeTitle: z.string(),
  period: PeriodId,
  meeting: z.string().nullable(),
  meetingOn: Day.nullable(),
  publishedAt: Instant,
  units: Count,
})
export const listPublished = route({
  method: 'GET',
  path: '/appraisal/published',
  summary: 'Assessments whose results were made public, newest first',
  query: PageQuery,
  reply: page(Published),
})
export const readPublished = route({
  method: 'GET',
  path: '/appraisal/published/:assessmentId',
  summary:
    'What of a published assessment everybody may see: grades and stars, the points only where the scheme says so',
  params: z.strictObject({ assessmentId: Id }),
  query: PageQuery.extend({ q: line(40).optional() }),
  reply: page(
    Standing.extend({ id: Id, name: z.string(), organ: z.string(), organClass: z.string().nullable() }),
  ).extend({ assessment: Published, grades: z.array(Named), totals: z.boolean() }),
})
