import { z } from 'zod'
import { PeriodId } from '../facts.ts'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, line, PageQuery, page, text } from '../values.ts'
import { Departure } from './result.ts'
import { Named } from './round.ts'
import { PUBLICATIONS } from './scheme.ts'

const Count = z.number().int()
const AssessmentParams = z.strictObject({ assessmentId: Id })

/** rating: its panels are filled in, nothing is computed. */
export const ASSESSMENT_STATES = ['rating', 'provisional', 'decided', 'objection', 'filed'] as const
export const AssessmentState = z.enum(ASSESSMENT_STATES)
export type AssessmentState = z.output<typeof AssessmentState>
export const ASSESSMENT_ACTIONS = [
  'rate',
  'compute',
  'reopen',
  'rule',
  'decide',
  'release',
  'answer',
  'file',
  'publish',
] as const
export const AssessmentAction = z.enum(ASSESSMENT_ACTIONS)
export type AssessmentAction = z.output<typeof AssessmentAction>
export const LIGHTS = ['green', 'yellow', 'red'] as const
export const Light = z.enum(LIGHTS)

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
  /** The day on which the units were placed and named. */
  placedOn: Day,
  state: AssessmentState,
  units: Count,
  /** Hash of scheme and input: the same hash gives the same outcomes. Null before the first computation. */
  inputsSha256: z.string().nullable(),
  /** When it was computed last; while it is rated, when that began. */
  computedAt: Instant,
  publishedAt: Instant.nullable(),
})
export type AssessmentHead = z.output<typeof AssessmentHead>

/** What a unit got: points, grade and stars, decided or else proposed. */
export const Standing = z.object({
  total: z.number().nullable(),
  grade: z.string().nullable(),
  stars: Count.nullable(),
})
export type Standing = z.output<typeof Standing>

export const AssessedUnit = z.object({
  id: Id,
  unitId: Id,
  name: z.string(),
  organ: z.string(),
  organClass: z.string().nullable(),
  /** The cooperation zone of its organ. */
  zone: z.string().nullable(),
  /** What became of the unit after the day it was placed on; null when it still stands. */
  since: Both.nullable(),
  /** Points; null when the unit could not be scored, `blocked` says for want of what. */
  total: z.number().nullable(),
  ranks: z.record(z.string(), Count),
  proposed: z.string().nullable(),
  proposedStars: Count.nullable(),
  light: Light.nullable(),
  toBeDecided: z.boolean(),
  /** What the meeting may give without a reason: what is proposed, and of a tie at a cap what it is tied for. */
  free: z.object({ grades: z.array(z.string()), stars: z.array(Count) }),
  /** Takes part without grade and stars. */
  ungraded: z.boolean(),
  blocked: z.array(z.string()),
  /** Vetoes and gates that hold it back: met and not lifted. */
  held: z.array(z.string()),
  barred: z.array(z.string()),
  grade: z.string().nullable(),
  stars: Count.nullable(),
  reason: z.string().nullable(),
})
export type AssessedUnit = z.output<typeof AssessedUnit>

/** A unit that a computation moved. */
export const Moved = z.object({ unitId: Id, name: z.string(), before: Standing, after: Standing })
export type Moved = z.output<typeof Moved>

export const AssessmentPage = AssessmentHead.extend({
  grades: z.array(Named),
  starLevels: z.array(Count),
  /** Vetoes and gates with the clause they rest on. */
  limits: z.array(Named.extend({ clause: z.string().nullable() })),
  nodes: z.array(Named),
  awards: z.array(Named),
  /** How many units a filter would leave; grades and stars as decided, else as proposed. */
  counts: z.object({
    organs: z.array(z.object({ id: Id, name: z.string(), count: Count })),
    classes: z.array(z.object({ name: z.string(), count: Count })),
    zones: z.array(z.object({ name: z.string(), count: Count })),
    grades: z.record(z.string(), Count),
    stars: z.record(z.string(), Count),
    lights: z.record(z.string(), Count),
    toBeDecided: Count,
    blocked: Count,
    limited: Count,
    otherwise: Count,
  }),
  /** Caps of grades and stars: seats, and how many are given; `unit` of a cap within parts, only those that are tied or over. */
  places: z.array(
    z.object({
      kind: z.enum(['grade', 'stars']),
      rung: z.string(),
      unit: z.string().nullable(),
      seats: Count,
      of: Count,
      given: Count,
      tied: Count,
    }),
  ),
  runs: z.array(
    z.object({
      number: Count,
      cause: z.enum(['first', 'ratings', 'ruling', 'correction']),
      computedAt: Instant,
      moved: z.array(Moved),
    }),
  ),
  meeting: z.string().nullable(),
  meetingOn: Day.nullable(),
  document: z.string().nullable(),
  decidedBy: z.string().nullable(),
  objectionUntil: Day.nullable(),
  objections: z.object({ open: Count, upheld: Count, corrected: Count }),
  /** What stands against filing. */
  obstacles: z.array(Both),
  filingId: Id.nullable(),
  publication: z.enum(PUBLICATIONS),
  /** The scheme takes ratings: there is a page of its panels. */
  hasPanels: z.boolean(),
  /** What a decision is made on: other results since then are CHANGED_MEANWHILE. */
  version: z.string(),
  may: z.array(AssessmentAction),
})
export type AssessmentPage = z.output<typeof AssessmentPage>

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
    'Score all branches or organs in charge by a published scheme, for a period and a cut-off day; a scheme with panels is rated first. It decides nothing',
  body: z.strictObject({ schemeId: Id, period: PeriodId, cutOff: Day }),
  reply: AssessmentHead,
  errors: ['FACTS_UNFIT'],
})
export const readAssessment = route({
  method: 'GET',
  path: '/appraisal/assessments/:assessmentId',
  summary: 'An assessment: how far it has come, what it counts, its caps, computations and decisions',
  params: AssessmentParams,
  reply: AssessmentPage,
})

/** `otherwise`: decided with a reason of its own. */
export const UNIT_MARKS = ['toBeDecided', 'blocked', 'limited', 'otherwise'] as const
const UnitFilters = z.strictObject({
  q: line(40).optional(),
  organId: Id.optional(),
  organClass: line(60).optional(),
  zone: line(40).optional(),
  grade: line(40).optional(),
  stars: z.coerce.number().int().min(0).max(20).optional(),
  light: Light.optional(),
  mark: z.enum(UNIT_MARKS).optional(),
})
export const listAssessedUnits = route({
  method: 'GET',
  path: '/appraisal/assessments/:assessmentId/units',
  summary: 'The units of an assessment: those to be decided first, then by total, those not scored last',
  params: AssessmentParams,
  query: PageQuery.extend(UnitFilters.shape),
  reply: page(AssessedUnit),
})
export const exportAssessment = route({
  method: 'GET',
  path: '/appraisal/assessments/:assessmentId/table',
  summary: 'The whole table of an assessment as a workbook; audited as an export',
  params: AssessmentParams,
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const decideAssessment = route({
  method: 'POST',
  path: '/appraisal/assessments/:assessmentId/decide',
  summary:
    'Record what a meeting decided: units that are named get what is said of them, all others what is proposed; other than proposed needs a reason',
  params: AssessmentParams,
  body: z.strictObject({
    /** `version` of the results the decision was made on. */
    version: line(120),
    meeting: line(80),
    meetingOn: Day,
    document: line(120).nullable().default(null),
    units: z
      .array(
        z.strictObject({
          id: Id,
          grade: line(40).nullable(),
          stars: Count.nullable(),
          reason: text(500).nullable().default(null),
        }),
      )
      .max(5000),
  }),
  reply: z.object({ decided: Count, departures: z.array(Departure) }),
  errors: ['STATE_CONFLICT', 'CHANGED_MEANWHILE'],
})
export const releaseAssessment = route({
  method: 'POST',
  path: '/appraisal/assessments/:assessmentId/release',
  summary: 'Tell every unit its result; it may object for the working days the cycle sets',
  params: AssessmentParams,
  reply: AssessmentHead,
  errors: ['STATE_CONFLICT'],
})

/** Facts of the catalogue that the points of a filed assessment may become. */
export const TOTAL_FACTS = ['partyWorkAppraisal', 'fiveTypeScore'] as const
export const fileAssessment = route({
  method: 'POST',
  path: '/appraisal/assessments/:assessmentId/filing',
  summary:
    'File the assessment; it cannot be changed afterwards. Grades and stars go to the fact ledger, and the points as the fact that is named',
  params: AssessmentParams,
  body: z.strictObject({ totalAs: z.enum(TOTAL_FACTS).nullable() }),
  reply: z.object({ filingId: Id, sha256: z.string() }),
  errors: ['STATE_CONFLICT', 'FILING_OBSTACLE'],
})
export const publishAssessment = route({
  method: 'POST',
  path: '/appraisal/assessments/:assessmentId/publication',
  summary: 'Show the filed results to everybody, as far as the scheme says they may be seen',
  params: AssessmentParams,
  reply: AssessmentHead,
  errors: ['STATE_CONFLICT', 'RESULT_NOT_PUBLIC'],
})

/** One indicator, adjustment or limit whose points moved. */
export const NodeMove = z.object({ title: Both, before: z.number(), after: z.number() })
export type NodeMove = z.output<typeof NodeMove>
export const compareAssessments = route({
  method: 'GET',
  path: '/appraisal/assessments/:assessmentId/comparison',
  summary: 'Against an earlier assessment by the same line of schemes: who moved most, and by which indicators',
  params: AssessmentParams,
  query: PageQuery.extend({ with: Id.optional() }),
  reply: page(
    z.object({ unitId: Id, name: z.string(), before: Standing, after: Standing, moves: z.array(NodeMove) }),
  ).extend({
    head: AssessmentHead,
    /** Null when there is nothing to compare with. */
    earlier: AssessmentHead.nullable(),
    /** What it may be compared with, newest first. */
    others: z.array(AssessmentHead),
    grades: z.array(Named),
    /** Units in one of the two only. */
    added: Count,
    gone: Count,
  }),
})
