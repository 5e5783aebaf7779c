import { z } from 'zod'
import { route } from './route.ts'
import { Day, Id, Instant, line, text, YearQuery } from './values.ts'

/** The phases of a year in order; `midYear` lies inside `fulfilling`, the others follow one another without a gap. */
export const PHASES = [
  'preparing',
  'pledging',
  'review',
  'fulfilling',
  'midYear',
  'reporting',
  'rating',
  'grading',
  'filing',
] as const
export const PhaseName = z.enum(PHASES)
export type PhaseName = z.output<typeof PhaseName>

/** `until` is the first day no longer in the phase. */
export const Phase = z.object({ phase: PhaseName, from: Day, until: Day })
export type Phase = z.output<typeof Phase>

const Days = z.number().int().min(1).max(30)
const Percent = z.number().int().min(1).max(100)
/** What the city counts as lagging and low this year, in percent; the proposed ones are the shipped defaults. */
const Bounds = z.strictObject({
  /** Items of a unit that lag: from here on its light is red. */
  lagRed: Percent,
  /** Items of a unit that lag: from here on its light is yellow. */
  lagYellow: Percent,
  /** Items of a unit that lag or want attention: from here on its light is yellow. */
  attentionYellow: Percent,
  /** Fulfilment of Party or of business items: below this it is low, and the result is in principle not put forward (R4.10). */
  lowFulfilment: Percent,
})
const Rules = {
  bounds: Bounds,
  noticeDays: Days,
  reviewDays: Days,
  objectionDays: Days,
  reportMaxCharacters: z.number().int().min(300).max(5000),
}

export const Extension = z.object({
  id: Id,
  phase: PhaseName,
  untilBefore: Day,
  untilAfter: Day,
  reason: z.string(),
  extendedBy: z.string(),
  extendedAt: Instant,
})

export const Cycle = z.object({
  id: Id,
  year: z.number().int(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  ...Rules,
  phases: z.array(Phase),
  /** The phase of today, and whether the mid-year check runs; null before the first and after the last day. */
  now: z.object({ phase: PhaseName, midYear: z.boolean() }).nullable(),
  extensions: z.array(Extension),
})
export type Cycle = z.output<typeof Cycle>

const CycleParams = z.strictObject({ cycleId: Id })

export const listCycles = route({
  method: 'GET',
  path: '/cycles',
  summary: 'Every year of the authority, newest first; whether the caller may set one up',
  reply: z.object({ cycles: z.array(Cycle), mayManage: z.boolean() }),
})

export const readCurrentCycle = route({
  method: 'GET',
  path: '/cycles/current',
  summary: 'The year in hand today, with its phase',
  reply: z.object({ cycle: Cycle.nullable() }),
})

export const readCycle = route({
  method: 'GET',
  path: '/cycles/:cycleId',
  summary: 'One year with its phases and extensions',
  params: CycleParams,
  reply: Cycle.extend({ mayManage: z.boolean() }),
})

export const proposeCycle = route({
  method: 'GET',
  path: '/cycles/proposal',
  summary: 'Usual dates of a year’s phases, to be adapted',
  query: z.strictObject({ year: YearQuery }),
  reply: z.object({ year: z.number().int(), title: z.string(), ...Rules, phases: z.array(Phase) }),
})

export const createCycle = route({
  method: 'POST',
  path: '/cycles',
  summary: 'Set up a year with its dated phases',
  body: z.strictObject({
    year: z.number().int().min(2000).max(2100),
    title: line(60),
    ...Rules,
    phases: z.array(z.strictObject({ phase: PhaseName, from: Day, until: Day })).length(PHASES.length),
  }),
  reply: Cycle,
  errors: ['CYCLE_EXISTS'],
})

export const extendPhase = route({
  method: 'POST',
  path: '/cycles/:cycleId/extensions',
  summary: 'Let a phase end later, with the reason; later phases move as far as they must',
  params: CycleParams,
  body: z.strictObject({ phase: PhaseName, until: Day, reason: text(300) }),
  reply: Cycle,
  errors: ['STATE_CONFLICT'],
})

export const closeCycle = route({
  method: 'POST',
  path: '/cycles/:cycleId/close',
  summary: 'Close a year once it is filed',
  params: CycleParams,
  reply: Cycle,
  errors: ['STATE_CONFLICT'],
})
