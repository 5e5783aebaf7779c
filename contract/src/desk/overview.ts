import { z } from 'zod'
import { PhaseName } from '../cycle.ts'
import { UnitKind } from '../organization/unit.ts'
import { PledgeState } from '../pledge/pledge.ts'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, Level } from '../values.ts'

const Count = z.number().int()

/** The year in hand as every first screen tells it; `daysLeft` counts to the last day of the phase. */
export const YearNow = z.object({
  year: Count,
  phase: PhaseName,
  midYear: z.boolean(),
  /** Last day of the phase, or of the mid-year check while it runs. */
  endsOn: Day,
  daysLeft: Count,
})
export type YearNow = z.output<typeof YearNow>

/** Pledges owed in some units and how far they have come. `late`: reviews past their day. */
export const PledgeCounts = z.object({
  owed: Count,
  none: Count,
  drafted: Count,
  submitted: Count,
  returned: Count,
  approved: Count,
  onNotice: Count,
  inForce: Count,
  /** Items by the light of today. */
  red: Count,
  yellow: Count,
  green: Count,
  grey: Count,
  /** People by their worst item. */
  redPeople: Count,
  yellowPeople: Count,
  /** Mid-year checks done, and confirmed by the reviewer, of those in force. */
  checked: Count,
  confirmed: Count,
})
export type PledgeCounts = z.output<typeof PledgeCounts>

export const TermClock = z.enum(['running', 'due', 'extended', 'overdue'])

export const BranchRow = PledgeCounts.extend({
  unitId: Id,
  name: z.string(),
  kind: UnitKind,
  members: Count,
  secretary: z.string().nullable(),
  /** Reviews waiting at the branch, the longest in days. */
  toReview: Count,
  waitingDays: Count,
  late: Count,
  term: z.object({ endsOn: Day, clock: TermClock }).nullable(),
  /** Those who have not submitted were reminded today. */
  reminded: z.boolean(),
  /** Needs a word from the committee, and why; else the next thing. */
  attention: z.boolean(),
  reason: Both,
})
export type BranchRow = z.output<typeof BranchRow>

export const readOrganOverview = route({
  method: 'GET',
  path: '/overview/organ',
  summary: 'The branches of an organ committee or a district in one table, those that need a word first',
  reply: z.object({
    unitName: z.string(),
    now: YearNow.nullable(),
    members: Count,
    inService: Count,
    total: PledgeCounts,
    /** Reviews that wait for the committee itself; `risen` ones came from a branch that let them lie. */
    mine: z.object({ waiting: Count, risen: Count, late: Count }),
    branches: z.array(BranchRow),
  }),
})

export const BRANCH_FILTERS = ['all', 'attention', 'red', 'waiting'] as const
export const exportBranches = route({
  method: 'GET',
  path: '/overview/organ/export',
  summary: 'The table of branches, or what a filter leaves of it, as a workbook; audited as an export',
  query: z.strictObject({ show: z.enum(BRANCH_FILTERS).default('all') }),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

/** A review that stands still: whose pledge, at whom, since when, and what happens next. */
export const StuckReview = z.object({
  pledgeId: Id,
  level: Level,
  personName: z.string(),
  unitName: z.string(),
  reviewerName: z.string(),
  submittedOn: Day,
  waitingDays: Count,
  dueOn: Day.nullable(),
  /** Days past the day; 0 or less while there is time. */
  overdueDays: Count,
  risen: z.boolean(),
  next: Both,
})
export type StuckReview = z.output<typeof StuckReview>

export const readPartyGroupOverview = route({
  method: 'GET',
  path: '/overview/party-group',
  summary:
    'A leading Party group secretary’s unit at a glance: what it leads concretely, his own pledge, what stands still',
  reply: z.object({
    unitName: z.string(),
    now: YearNow.nullable(),
    own: z.array(z.object({ pledgeId: Id, level: Level, state: PledgeState })),
    pledgingEndsOn: Day.nullable(),
    members: Count,
    inService: Count,
    branches: Count,
    total: PledgeCounts,
    organs: z.array(PledgeCounts.extend({ unitId: Id, name: z.string(), adopted: z.boolean() })),
    lagging: z.array(z.object({ unitId: Id, name: z.string(), red: Count, redPeople: Count, people: Count })),
    /** Reviews in the unit that are late or have risen, longest first, 50 at most; `stuckAll` counts them all. */
    stuck: z.array(StuckReview),
    stuckAll: Count,
    rounds: z.array(z.object({ level: Level, open: Count, filed: Count })),
    /** Grades of the last year filed. */
    grades: z
      .object({
        year: Count,
        levels: z.array(z.object({ level: Level, grades: z.array(z.object({ grade: Both, people: Count })) })),
      })
      .nullable(),
  }),
})

/** In how many organs of a class what prevails; `organs` also counts those without anything in force (grey). */
export const ClassLights = z.object({
  organClass: z.string().nullable(),
  organs: Count,
  red: Count,
  yellow: Count,
  green: Count,
  grey: Count,
})
export type ClassLights = z.output<typeof ClassLights>

export const STUCK_KINDS = ['review', 'returned', 'unsubmitted', 'rectification', 'term', 'objection'] as const
export const StuckThing = z.object({
  kind: z.enum(STUCK_KINDS),
  unitId: Id,
  /** What stands still, where, and the remedy that applies now. */
  what: Both,
  where: z.string(),
  things: Count,
  days: Count,
  severe: z.boolean(),
  remedy: Both,
})
export type StuckThing = z.output<typeof StuckThing>

export const readCityOverview = route({
  method: 'GET',
  path: '/overview/city',
  summary:
    'The city for the work committee: the year, coverage, lights of organs, what stands still, templates adopted',
  reply: z.object({
    now: YearNow.nullable(),
    /** When pledges and lights were counted last; what stands still and the roster are of the moment. */
    countedAt: Instant,
    phases: z.array(z.object({ phase: PhaseName, from: Day, until: Day })),
    roster: z.object({
      grassroots: Count,
      temporary: Count,
      members: Count,
      inService: Count,
      withoutSecretary: Count,
      unitsWithout: Count,
      membersWithout: Count,
    }),
    organs: Count,
    total: PledgeCounts,
    /** Basis points in force on the same day of the year before; null without a year before. */
    lastYearBp: Count.nullable(),
    course: z.object({
      goalBp: Count,
      /** One entry a week: the last day of it, and the share in force in basis points; `bp` null after today. */
      weeks: z.array(z.object({ on: Day, bp: Count.nullable(), lastBp: Count.nullable() })),
      reachedGoalOn: Day.nullable(),
    }),
    classes: z.array(ClassLights),
    redOrgans: z.array(
      z.object({ unitId: Id, name: z.string(), organClass: z.string().nullable(), red: Count, items: Count }),
    ),
    lightRule: Both,
    stuck: z.array(StuckThing),
    stuckAll: Count,
    adoption: z.object({
      organs: Count,
      adopted: Count,
      classes: z.array(z.object({ organClass: z.string().nullable(), organs: Count, adopted: Count })),
    }),
    rounds: z.array(z.object({ level: Level, open: Count, filed: Count })),
  }),
})

/** Every few minutes the city is counted by itself; this counts it at once. */
export const countCity = route({
  method: 'POST',
  path: '/overview/city/count',
  summary: 'Count the pledges and lights of the city anew',
  reply: z.object({ countedAt: Instant }),
})

export const SecretaryRow = z.object({
  unitId: Id,
  unitName: z.string(),
  organClass: z.string().nullable(),
  /** Null: the post is vacant. */
  personName: z.string().nullable(),
  pledgeId: Id.nullable(),
  state: PledgeState.nullable(),
  submittedOn: Day.nullable(),
  reviewDueOn: Day.nullable(),
  inForceOn: Day.nullable(),
  /** `waits`: for the reader; `author`: for the secretary; `none`: for nobody now. */
  turn: z.enum(['waits', 'author', 'none']),
  overdueDays: Count,
  roundId: Id.nullable(),
  appraisal: Both,
  filed: z.object({ year: Count, grade: Both }).nullable(),
  next: Both,
})
export type SecretaryRow = z.output<typeof SecretaryRow>

export const readLevelFour = route({
  method: 'GET',
  path: '/overview/level-four',
  summary:
    'The leading Party group secretaries for the city committee: pledge, review, appraisal, filing; nothing below them',
  reply: z.object({ now: YearNow.nullable(), secretaries: z.array(SecretaryRow) }),
})
