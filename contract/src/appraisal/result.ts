import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Decimal, Id, Instant, Level, line, PageQuery, page, text } from '../values.ts'
import { Named, Round, RoundState } from './round.ts'

const Count = z.number().int()
const RoundParams = z.strictObject({ roundId: Id })

export const ResultRow = z.object({
  id: Id,
  subjectId: Id,
  name: z.string(),
  homeUnitName: z.string(),
  total: z.string().nullable(),
  /** Proposed by the computation; of a tie at a cap the lower grade. */
  proposed: z.string().nullable(),
  toBeDecided: z.boolean(),
  /** Grades the meeting may give without writing a reason. */
  free: z.array(z.string()),
  /** Takes part without a grade. */
  ungraded: z.boolean(),
  blocked: z.string().nullable(),
  vetoes: z.array(z.string()),
  grade: z.string().nullable(),
  reason: z.string().nullable(),
  decidedAt: Instant.nullable(),
})
export type ResultRow = z.output<typeof ResultRow>
/** A cap of a grade: places, and how many the decided or proposed grades fill. */
export const Places = z.object({ grade: z.string(), seats: Count, of: Count, given: Count, tied: Count })
export const readResults = route({
  method: 'GET',
  path: '/appraisal/rounds/:roundId/results',
  summary: 'The results of a round for those who decide, those to be decided first',
  params: RoundParams,
  reply: z.object({
    roundId: Id,
    state: RoundState,
    level: Level,
    unitName: z.string(),
    grades: z.array(Named),
    rows: z.array(ResultRow),
    places: z.array(Places),
    limits: z.array(Named),
    /** What a ruling may exempt from. */
    indicators: z.array(Named),
    meeting: z.string().nullable(),
    meetingOn: Day.nullable(),
    stale: z.boolean(),
    /** Of the computation and decision that stand now. */
    version: z.string(),
    may: z.array(z.string()),
    /** Who decided, as an account holder. */
    decidedBy: z.string().nullable(),
  }),
})

export const computeRound = route({
  method: 'POST',
  path: '/appraisal/rounds/:roundId/compute',
  summary: 'Compute the results; may be repeated until they are decided',
  params: RoundParams,
  reply: z.object({
    scored: Count,
    toBeDecided: Count,
    blocked: Count,
    /** Whom the organisation has not rated: nothing resists it, but their results stand on fewer sources. */
    organisationMissing: z.array(z.string()),
  }),
  errors: ['STATE_CONFLICT', 'PANELS_UNFINISHED', 'FACTS_UNFIT'],
})
/** `limit`: a veto or gate does not apply; `indicator`: it is not asked, the others of its group are scaled. */
export const RulingKind = z.enum(['limit', 'indicator'])
export const ruleOnSubject = route({
  method: 'POST',
  path: '/appraisal/subjects/:subjectId/rulings',
  summary: 'Record a ruling that lifts a veto or limit for one person (容错), or exempts from an indicator',
  params: z.strictObject({ subjectId: Id }),
  body: z.strictObject({ kind: RulingKind, target: line(60), decision: text(300) }),
  errors: ['STATE_CONFLICT', 'LIMIT_UNKNOWN'],
})

/** What a decision departs from; nothing here stops it. */
export const Departure = z.object({
  subjectId: Id.nullable(),
  kind: z.enum(['otherThanProposed', 'capExceeded']),
  say: Both,
})
export const decideGrades = route({
  method: 'POST',
  path: '/appraisal/rounds/:roundId/decide',
  summary: 'Set the grades as a meeting or person decided them; other than proposed needs a written reason',
  params: RoundParams,
  body: z.strictObject({
    /** `version` of the results the decision was made on; another one since then is CHANGED_MEANWHILE. */
    version: line(80),
    meeting: line(80),
    meetingOn: Day,
    grades: z
      .array(z.strictObject({ subjectId: Id, grade: line(40), reason: text(500).nullable().default(null) }))
      .max(1000),
  }),
  reply: z.object({ decided: Count, departures: z.array(Departure) }),
  errors: ['STATE_CONFLICT', 'CHANGED_MEANWHILE', 'RESULT_STALE', 'GRADE_UNKNOWN'],
})
export const releaseResults = route({
  method: 'POST',
  path: '/appraisal/rounds/:roundId/release',
  summary: 'Tell everybody his result; objections are possible for the working days the cycle sets',
  params: RoundParams,
  reply: Round,
  errors: ['STATE_CONFLICT'],
})

export const OBJECTION_STATES = ['raised', 'examining', 'upheld', 'corrected'] as const
export const ObjectionState = z.enum(OBJECTION_STATES)
export type ObjectionState = z.output<typeof ObjectionState>
export const Objection = z.object({
  id: Id,
  node: z.string(),
  nodeTitle: Both,
  text: z.string(),
  state: ObjectionState,
  dueOn: Day,
  raisedAt: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
})
export type Objection = z.output<typeof Objection>

/** A slip source as far as it may be shown: nothing below 5 slips, bands for 5–9, counts from 10 with lone low grades joined. */
export const SourceShown = z.object({
  source: z.string(),
  title: Both,
  rated: z.boolean(),
  /** Why it is not rated. */
  why: Both.nullable(),
  release: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('nothing') }),
      z.object({
        kind: z.literal('bands'),
        approval: z.enum(['from90', 'from70', 'below70']),
        worstOverThird: z.boolean(),
      }),
      z.object({
        kind: z.literal('counts'),
        n: Count,
        cells: z.array(z.object({ grades: z.array(z.string()), count: Count })),
      }),
    ])
    .nullable(),
})
export type SourceShown = z.output<typeof SourceShown>

/** What a reader needs to follow a trace: the scheme it was scored by, the clauses it cites, and the names of facts, sources, grades and scopes. */
export const TraceLegend = z.object({
  document: z.json(),
  grounds: z.array(z.object({ id: z.string(), title: z.string(), article: z.string() })),
  names: z.array(Named),
  /** Facts that are shares 0…1, read as percentages. */
  shares: z.array(z.string()),
})

export const Result = z.object({
  id: Id,
  subjectId: Id,
  roundId: Id,
  level: Level,
  year: Count,
  name: z.string(),
  homeUnitName: z.string(),
  /** The pledge behind `pledgeCompletion`. */
  pledgeId: Id.nullable(),
  state: RoundState,
  scheme: z.object({ id: Id, title: z.string(), version: Count, sha256: z.string() }),
  grades: z.array(Named),
  total: z.string().nullable(),
  proposed: z.string().nullable(),
  toBeDecided: z.boolean(),
  grade: z.string().nullable(),
  reason: z.string().nullable(),
  meeting: z.string().nullable(),
  meetingOn: Day.nullable(),
  ungraded: z.boolean(),
  /** The engine's trace: every step with its numbers before and after. */
  trace: z.json(),
  legend: TraceLegend,
  sources: z.array(SourceShown),
  rulings: z.array(z.object({ kind: RulingKind, target: z.string(), decision: z.string() })),
  inputsSha256: z.string(),
  releasedAt: Instant.nullable(),
  objectionUntil: Day.nullable(),
  mayObject: z.boolean(),
  /** What one objection may be directed at. */
  nodes: z.array(Named),
  objection: Objection.nullable(),
  own: z.boolean(),
})
export type Result = z.output<typeof Result>
const ResultParams = z.strictObject({ resultId: Id })
export const readResult = route({
  method: 'GET',
  path: '/appraisal/results/:resultId',
  summary: 'One result with its trace',
  params: ResultParams,
  reply: Result,
})

export const raiseObjection = route({
  method: 'POST',
  path: '/appraisal/results/:resultId/objections',
  summary: 'Object to one node of one’s own result within the set days',
  params: ResultParams,
  body: z.strictObject({ node: line(80), text: text(1000) }),
  reply: Result,
  errors: ['STATE_CONFLICT', 'OBJECTION_OVER', 'OBJECTION_EXISTS', 'NODE_UNKNOWN'],
})

export const ObjectionRow = Objection.extend({
  resultId: Id,
  roundId: Id,
  subjectId: Id,
  name: z.string(),
  level: Level,
  unitName: z.string(),
  grade: z.string().nullable(),
  grades: z.array(Named),
  total: z.string().nullable(),
  mayAnswer: z.boolean(),
})
export const listObjections = route({
  method: 'GET',
  path: '/appraisal/objections',
  summary: 'Objections to results in view, those waiting first',
  query: PageQuery,
  reply: page(ObjectionRow).extend({ waiting: Count }),
})
const ObjectionParams = z.strictObject({ objectionId: Id })
export const examineObjection = route({
  method: 'POST',
  path: '/appraisal/objections/:objectionId/examine',
  summary: 'Take an objection in hand',
  params: ObjectionParams,
  errors: ['STATE_CONFLICT'],
})
export const answerObjection = route({
  method: 'POST',
  path: '/appraisal/objections/:objectionId/answer',
  summary: 'Answer in writing: upheld, or corrected by new facts or by a new decision with its reason',
  params: ObjectionParams,
  body: z.strictObject({
    answer: text(1000),
    outcome: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('upheld') }),
      z.strictObject({
        kind: z.literal('recomputed'),
        facts: z.array(z.strictObject({ fact: line(60), value: Decimal.nullable(), document: line(120) })).max(20),
      }),
      z.strictObject({ kind: z.literal('decided'), grade: line(40), reason: text(500) }),
    ]),
  }),
  reply: z.object({
    state: ObjectionState,
    total: z.string().nullable(),
    grade: z.string().nullable(),
    departures: z.array(Departure),
  }),
  errors: ['STATE_CONFLICT', 'GRADE_UNKNOWN', 'FACTS_UNFIT', 'RATING_ONESELF'],
})
