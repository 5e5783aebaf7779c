import { z } from 'zod'
import { Phase } from '../cycle.ts'
import { FulfilmentItem, Light } from '../pledge/fulfilment.ts'
import { LightCounts } from '../pledge/fulfilment-overview.ts'
import { route } from '../route.ts'
import { Both, Day, Id, Level } from '../values.ts'

const Count = z.number().int()

/** What can wait for a person himself. */
export const OWN_ASKS = [
  'writePledge',
  'finishPledge',
  'mendPledge',
  'finishAmendment',
  'checkMidYear',
  'updateItems',
  'rectify',
  'answerSample',
  'writeReport',
  'rateSelf',
  'readResult',
  'countSlips',
  'lookAtNotice',
] as const
/** What can wait for an office. */
export const OFFICE_ASKS = [
  'reviewPledge',
  'reviewAmendment',
  'openNotice',
  'answerObjection',
  'confirmMidYear',
  'acceptRectification',
  'remarkReport',
  'openRound',
  'rateOrganisation',
  'rateUnits',
  'decideResults',
  'releaseResults',
  'answerResultObjection',
  'fileResults',
  'doTask',
  'settleTask',
] as const

/** One thing asked: what, why, by when, how long it takes, where, what comes next, under which clause. */
export const Ask = z.object({
  kind: z.enum([...OWN_ASKS, ...OFFICE_ASKS]),
  /** Tells two asks of one kind apart. */
  id: z.string(),
  title: Both,
  why: Both,
  /** Names what the button does. */
  action: Both,
  /** Last day on which it is in time; null when it has none. */
  dueOn: Day.nullable(),
  urgency: z.enum(['calm', 'soon', 'overdue']),
  /** Calendar days it has waited; null where nothing was handed over. */
  waitingDays: Count.nullable(),
  /** What it takes, in minutes; half a minute reads as seconds. */
  minutes: z.number(),
  link: z.string(),
  next: Both,
  clause: z.object({ title: Both, article: Both }),
})
export type Ask = z.output<typeof Ask>

const YearInHand = z.object({ id: Id, year: Count, title: z.string(), phases: z.array(Phase) })
/** The next phase that asks something of the reader, for the day on which nothing does. */
const Upcoming = z.object({ title: Both, on: Day })

/** What the caller has done in the last thirty days. */
const Deeds = z.array(z.object({ title: Both, on: Day, times: Count }))
export type Deeds = z.output<typeof Deeds>

export const DeskItem = FulfilmentItem.pick({
  id: true,
  pledgeId: true,
  title: true,
  target: true,
  unit: true,
  achieved: true,
  goal: true,
  progressBp: true,
  elapsedBp: true,
  dueOn: true,
  light: true,
  reason: true,
  state: true,
  fed: true,
})
export type DeskItem = z.output<typeof DeskItem>

export const readMyDesk = route({
  method: 'GET',
  path: '/desk/mine',
  summary:
    'First screen of a member: what is asked of me now, my items, the year, my last result, the notices of my unit',
  reply: z.object({
    name: z.string(),
    unitName: z.string(),
    today: Day,
    asks: z.array(Ask),
    deeds: Deeds,
    upcoming: Upcoming.nullable(),
    cycle: YearInHand.nullable(),
    /** The first five, lagging ones first; `of` counts them all. */
    items: z.object({ shown: z.array(DeskItem), of: Count, inForceOn: Day.nullable() }),
    result: z.object({ level: Level, year: Count, total: z.string().nullable(), grade: Both }).nullable(),
    notices: z.array(
      z.object({
        id: Id,
        title: z.string(),
        unitName: z.string(),
        subject: z.enum(['pledge', 'result']),
        objects: Count,
        lastDay: Day,
      }),
    ),
  }),
})
export type MyDesk = z.output<typeof readMyDesk.reply>

export const readBranchDesk = route({
  method: 'GET',
  path: '/desk/branch',
  summary:
    'First screen of a branch secretary: who waits for me, how the members fulfil their pledges, the term, the year',
  reply: z.object({
    unitId: Id,
    unitName: z.string(),
    today: Day,
    /** What waits for the branch’s office, then the secretary’s own. */
    asks: z.array(Ask),
    own: z.array(Ask),
    deeds: Deeds,
    upcoming: Upcoming.nullable(),
    /** Where a pledge goes that is not reviewed in time, and after how many working days; null where it stays. */
    rises: z.object({ to: z.string(), days: Count }).nullable(),
    fulfilment: z.object({
      counts: LightCounts,
      of: Count,
      /** Those who need a word: lagging first, then reminded; at most six. */
      people: z.array(
        z.object({ pledgeId: Id, name: z.string(), light: Light, items: Count, title: z.string(), reason: Both }),
      ),
    }),
    /** The term of the branch; `endsOn` is the first day after it. */
    term: z
      .object({
        from: Day,
        endsOn: Day,
        clock: z.enum(['running', 'due', 'extended', 'overdue']),
        state: z.enum(['normal', 'requested', 'approved', 'extended', 'closed']),
      })
      .nullable(),
    cycle: YearInHand.nullable(),
  }),
})
export type BranchDesk = z.output<typeof readBranchDesk.reply>

export const readWaiting = route({
  method: 'GET',
  path: '/desk/waiting',
  summary:
    'How many things wait for the caller in each of his capacities and on which pages, and how many messages he has not read',
  reply: z.object({
    /** By key of the capacity. */
    waiting: z.record(z.string(), Count),
    /** The same by key of the capacity and the page they wait on, its address up to the first part: `/review`. */
    pages: z.record(z.string(), z.record(z.string(), Count)),
    unread: Count,
  }),
})
