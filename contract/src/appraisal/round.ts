import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Decimal, Id, Instant, Level, line, PageQuery, page, text } from '../values.ts'
import { SchemeHead } from './scheme-head.ts'

export const ROUND_STATES = ['preparing', 'rating', 'computed', 'decided', 'objection', 'filed'] as const
export const RoundState = z.enum(ROUND_STATES)
export type RoundState = z.output<typeof RoundState>
export const ROUND_ACTIONS = [
  'start',
  'nameTellers',
  'enterFacts',
  'rateAsOrganisation',
  'rule',
  'compute',
  'reopen',
  'decide',
  'release',
  'file',
] as const
export const RoundAction = z.enum(ROUND_ACTIONS)
export type RoundAction = z.output<typeof RoundAction>
/** notRated: below the minimum or the quorum, or not held; it enters no total. */
export const PANEL_STATES = ['notStarted', 'open', 'sealed', 'valid', 'notRated'] as const
export const PanelState = z.enum(PANEL_STATES)
export type PanelState = z.output<typeof PanelState>

const Count = z.number().int()

/** A grade or a source as people read it. */
export const Named = z.object({ id: z.string(), title: Both })
export type Named = z.output<typeof Named>

export const PanelOfScheme = z.object({
  id: z.string(),
  source: z.string(),
  title: Both,
  who: z.array(Named),
  modes: z.array(z.enum(['app', 'paper', 'imported'])),
  weight: z.number(),
  minimum: Count,
  /** Share of those entitled that must hand in a slip, as a fraction; null where one body gives one rating. */
  quorum: z.string().nullable(),
  cite: z.object({ title: z.string(), article: z.string() }),
})
export type PanelOfScheme = z.output<typeof PanelOfScheme>

export const RoundHead = z.object({
  id: Id,
  cycleId: Id,
  year: Count,
  level: Level,
  unitId: Id,
  unitName: z.string(),
  state: RoundState,
  subjects: Count,
  /** Objections not answered yet. */
  objections: Count,
  /** First day on which an objection is no longer possible. */
  objectionUntil: Day.nullable(),
  openedAt: Instant,
})
export type RoundHead = z.output<typeof RoundHead>
export const Openable = z.object({ cycleId: Id, level: Level, unitId: Id, unitName: z.string(), subjects: Count })

export const listRounds = route({
  method: 'GET',
  path: '/appraisal/rounds',
  summary: 'Rounds in view, newest first, and where the caller may open one',
  query: PageQuery.extend({ level: Level.optional(), state: RoundState.optional() }),
  reply: page(RoundHead).extend({ openable: z.array(Openable), mayRun: z.boolean() }),
})

export const openRound = route({
  method: 'POST',
  path: '/appraisal/rounds',
  summary: 'Open the round of a level in a unit; lists everybody with a pledge in force',
  body: z.strictObject({ cycleId: Id, level: Level, unitId: Id }),
  reply: z.object({ id: Id }),
  errors: ['ROUND_EXISTS', 'NOBODY_TO_APPRAISE', 'CYCLE_CLOSED'],
})

/** One paper panel at one place, of persons in a round or of units in an assessment. `entitled` is null while the number of representatives is missing. */
export const Sitting = z.object({
  id: Id,
  panel: z.string(),
  source: z.string(),
  title: Both,
  homeUnitId: Id,
  homeUnitName: z.string(),
  who: z.array(Named),
  counted: Count,
  added: Count.nullable(),
  takesAdded: z.boolean(),
  entitled: Count.nullable(),
  minimum: Count,
  quorum: z.string().nullable(),
  state: PanelState,
  /** Why it is not rated; null otherwise. */
  why: Both.nullable(),
  tellers: z.array(z.object({ personId: Id, name: z.string() })),
  handedOut: Count.nullable(),
  returned: Count.nullable(),
  /** What the caller may do with it now. */
  mayName: z.boolean(),
  mayWaive: z.boolean(),
})
export type Sitting = z.output<typeof Sitting>
export const RoundSubject = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  homeUnitId: Id,
  homeUnitName: z.string(),
  selfRated: z.boolean(),
  organisationRated: z.boolean(),
  ungraded: z.boolean(),
})

const RoundParams = z.strictObject({ roundId: Id })

export const Round = RoundHead.extend({
  scheme: SchemeHead,
  grades: z.array(Named),
  panels: z.array(PanelOfScheme),
  sittings: z.array(Sitting),
  people: z.array(RoundSubject),
  managingUnitName: z.string(),
  meeting: z.string().nullable(),
  meetingOn: Day.nullable(),
  ratingFrom: Day.nullable(),
  may: z.array(RoundAction),
  /** Something entered since the last computation changes its result. */
  stale: z.boolean(),
})
export type Round = z.output<typeof Round>
export const readRound = route({
  method: 'GET',
  path: '/appraisal/rounds/:roundId',
  summary: 'One round: who is appraised, which panels there are and how far they have come',
  params: RoundParams,
  reply: Round,
})

export const startRating = route({
  method: 'POST',
  path: '/appraisal/rounds/:roundId/start',
  summary: 'Begin the rating; those appraised are asked for their own rating',
  params: RoundParams,
  reply: Round,
  errors: ['STATE_CONFLICT', 'PHASE_NOT_BEGUN'],
})
export const reopenRating = route({
  method: 'POST',
  path: '/appraisal/rounds/:roundId/reopen',
  summary: 'Back from the trial computation to rating',
  params: RoundParams,
  reply: Round,
  errors: ['STATE_CONFLICT'],
})

export const FactColumn = z.object({ id: z.string(), title: Both, unit: z.string(), fromSystem: z.boolean() })
export const readRoundFacts = route({
  method: 'GET',
  path: '/appraisal/rounds/:roundId/facts',
  summary: 'The facts of everybody in the round as the computation would see them',
  params: RoundParams,
  reply: z.object({
    year: Count,
    columns: z.array(FactColumn),
    rows: z.array(
      z.object({
        subjectId: Id,
        name: z.string(),
        /** `from` is the person or unit whose records in the ledger give the value; null for what was entered or computed from pledges. */
        facts: z.record(
          z.string(),
          z.object({ value: z.string(), document: z.string().nullable(), from: Id.nullable() }),
        ),
      }),
    ),
    mayEnter: z.boolean(),
  }),
})
export const enterFacts = route({
  method: 'PUT',
  path: '/appraisal/rounds/:roundId/facts',
  summary: 'Enter facts that come from elsewhere, each with its document; a value of null takes one back',
  params: RoundParams,
  body: z.strictObject({
    entries: z
      .array(z.strictObject({ subjectId: Id, fact: line(60), value: Decimal.nullable(), document: line(120) }))
      .min(1)
      .max(2000),
  }),
  reply: z.object({ entered: Count }),
  errors: ['STATE_CONFLICT'],
})

const SittingParams = z.strictObject({ sittingId: Id })
export const listTellerCandidates = route({
  method: 'GET',
  path: '/appraisal/sittings/:sittingId/teller-candidates',
  summary: 'Members of the organ who may count this panel: nobody who is appraised or leads a unit that is',
  params: SittingParams,
  query: z.strictObject({ q: z.string().trim().max(30).default('') }),
  reply: z.object({ people: z.array(z.object({ personId: Id, name: z.string(), unitName: z.string() })) }),
})
export const prepareSitting = route({
  method: 'PUT',
  path: '/appraisal/sittings/:sittingId',
  summary: 'Name the two tellers and the number of representatives',
  params: SittingParams,
  body: z.strictObject({ added: z.number().int().min(0).max(500).nullable(), firstTeller: Id, secondTeller: Id }),
  reply: Sitting,
  errors: ['STATE_CONFLICT', 'TELLER_UNFIT', 'REPRESENTATIVES_MISSING'],
})
export const waiveSitting = route({
  method: 'POST',
  path: '/appraisal/sittings/:sittingId/waive',
  summary: 'Record that a panel was not held, with the reason; it is not rated',
  params: SittingParams,
  body: z.strictObject({ reason: text(200) }),
  reply: Sitting,
  errors: ['STATE_CONFLICT'],
})
export const readSlipForm = route({
  method: 'GET',
  path: '/appraisal/sittings/:sittingId/slip',
  summary: 'What is printed on the slips: one slip per person or unit, so that a missing line names nobody',
  params: SittingParams,
  reply: z.object({
    title: Both,
    unitName: z.string(),
    homeUnitName: z.string(),
    /** The year of a round, the period of an assessment. */
    period: z.string(),
    grades: z.array(Named),
    /** Full score where a slip asks for a number; null where it names grades. */
    outOf: z.number().nullable(),
    subjects: z.array(z.object({ id: Id, name: z.string() })),
    entitled: Count.nullable(),
  }),
})
