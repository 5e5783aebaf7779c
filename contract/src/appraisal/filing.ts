import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, LEVELS, Level, PageQuery, page, YearQuery } from '../values.ts'
import { Named } from './round.ts'

const Count = z.number().int()
const RoundParams = z.strictObject({ roundId: Id })

/** What filing will fix for good. */
export const previewFiling = route({
  method: 'GET',
  path: '/appraisal/rounds/:roundId/filing',
  summary: 'What filing fixes, with whom, and what still stands against it',
  params: RoundParams,
  reply: z.object({
    roundId: Id,
    level: Level,
    year: Count,
    unitName: z.string(),
    managingUnitName: z.string(),
    subjects: Count,
    grades: z.array(z.object({ grade: Named, count: Count })),
    ungraded: Count,
    objections: z.object({ upheld: Count, corrected: Count, open: Count }),
    objectionUntil: Day.nullable(),
    obstacles: z.array(Both),
    filingId: Id.nullable(),
    mayFile: z.boolean(),
  }),
})
export const fileRound = route({
  method: 'POST',
  path: '/appraisal/rounds/:roundId/filing',
  summary: 'File the round with the managing unit; it cannot be changed afterwards',
  params: RoundParams,
  reply: z.object({ filingId: Id, sha256: z.string() }),
  errors: ['STATE_CONFLICT', 'FILING_OBSTACLE'],
})

/** What a filing is about: a level of persons, or branches or organs. */
export const FILING_LEVELS = [...LEVELS, 'branch', 'organ'] as const
export const FilingLevel = z.enum(FILING_LEVELS)
export type FilingLevel = z.output<typeof FilingLevel>
/** A filed round, or a filed assessment of units with its period and scheme. */
export const FilingHead = z.object({
  id: Id,
  roundId: Id.nullable(),
  assessmentId: Id.nullable(),
  level: FilingLevel,
  year: Count,
  period: z.string().nullable(),
  schemeTitle: z.string().nullable(),
  unitName: z.string(),
  managingUnitName: z.string(),
  sha256: z.string(),
  filedAt: Instant,
  subjects: Count,
})
export const listFilings = route({
  method: 'GET',
  path: '/appraisal/filings',
  summary: 'Filed rounds and assessments in view, newest first',
  query: PageQuery.extend({ level: FilingLevel.optional() }),
  reply: page(FilingHead),
})
export const readFiling = route({
  method: 'GET',
  path: '/appraisal/filings/:filingId',
  summary:
    'One filed round or assessment, replayed now: the same input gives the same result, or the differences are named',
  params: z.strictObject({ filingId: Id }),
  reply: FilingHead.extend({
    grades: z.array(Named),
    meeting: z.string(),
    meetingOn: Day,
    rows: z.array(
      z.object({
        name: z.string(),
        homeUnitName: z.string(),
        total: z.string().nullable(),
        grade: Named.nullable(),
        stars: Count.nullable(),
        reason: z.string().nullable(),
      }),
    ),
    replay: z.object({ intact: z.boolean(), sha256: z.string(), differences: z.array(z.string()) }),
    /** Null when it holds counts of slips: those stay in the system and are replayed there. */
    document: z.string().nullable(),
  }),
})

/** Whether somebody may be put forward for something, and if not, why. `barred` is in principle: an exception needs a decision of its own. */
export const Eligibility = z.object({ use: Named, eligible: z.boolean(), why: z.array(Both) })
export const EligibilityRow = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  unitName: z.string(),
  level: Level,
  year: Count,
  total: z.string().nullable(),
  grade: Named,
  uses: z.array(Eligibility),
})
export type EligibilityRow = z.output<typeof EligibilityRow>
export const listEligibility = route({
  method: 'GET',
  path: '/appraisal/eligibility',
  summary: 'From filed results: who may be put forward for what, and why not',
  query: PageQuery.extend({
    level: Level,
    year: YearQuery.optional(),
    use: z.string().max(40).optional(),
  }),
  reply: page(EligibilityRow).extend({
    year: Count.nullable(),
    uses: z.array(Named),
    eligible: z.record(z.string(), Count),
    of: Count,
  }),
})
