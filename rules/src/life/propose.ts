import { addDays, addMonths, type Day } from '../day.ts'
import type { Period } from '../facts/period.ts'
import type { Citation } from '../rule.ts'
import { type CadenceRule, owedPeriods } from './cadence.ts'
import type { LifeKind } from './kinds.ts'

/** Month of the period, counted from its first, and day of that month on or after which a kind is usually held. */
type Usual = readonly [month: number, day: number]

/**
 * When each kind is usually held: local practice, not a rule, and every proposed day may be changed. The meeting of criticism and the
 * appraisal of members come in the fourth quarter, as the branch regulations say; a themed Party day stays on one day of the month.
 */
const USUAL: Partial<Record<LifeKind, Usual>> = {
  committeeMeeting: [1, 5],
  themeDay: [1, 15],
  groupMeeting: [1, 20],
  branchAssembly: [2, 10],
  partyLecture: [2, 22],
  governanceStudy: [5, 12],
  heartTalk: [11, 15],
  organizationLifeMeeting: [12, 8],
  memberAppraisal: [12, 8],
  democraticLifeMeeting: [12, 18],
  annualBriefing: [12, 22],
}
const IN_THE_MIDDLE: Usual = [2, 15]

export interface ProposalInput {
  rules: readonly CadenceRule[]
  year: number
  /** The first day on which something may be proposed. */
  earliest: Day
  exists: { from: Day; until: Day | null }
  /** What stands already, held or planned: its day is kept free, and it counts for the period. */
  standing: readonly { kind: string; on: Day }[]
  isWorkingDay: (day: Day) => boolean
}

export interface Proposal {
  ruleId: string
  kind: LifeKind
  period: string
  day: Day
  cite: Citation
}

/** What the rules still want of a year, each on a working day of its period, free as long as one is; periods without a working day left are passed over. */
export function proposeYear({ rules, year, earliest, exists, standing, isWorkingDay }: ProposalInput): Proposal[] {
  const taken = new Set(standing.map(each => each.on))
  const isFree = (day: Day) => isWorkingDay(day) && !taken.has(day)
  const proposals: Proposal[] = []
  for (const rule of rules)
    for (const { period, inForce } of owedPeriods(rule, year)) {
      if (exists.from > period.from || (exists.until !== null && exists.until < period.until)) continue
      const { times } = inForce.params
      const have = standing.filter(each => each.kind === rule.kind && within(each.on, period)).length
      for (let nth = have; nth < times; nth++) {
        const wanted = usualDay(rule.kind, period, nth / times)
        const day = freeDay(period, wanted, earliest, isFree) ?? freeDay(period, wanted, earliest, isWorkingDay)
        if (day === null) break
        taken.add(day)
        proposals.push({ ruleId: rule.id, kind: rule.kind, period: period.id, day, cite: inForce.cite })
      }
    }
  return proposals.sort((a, b) => (a.day < b.day ? -1 : 1))
}

const within = (day: Day, { from, until }: Period) => from <= day && day < until

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 }
function usualDay(kind: LifeKind, period: Period, share: number): Day {
  const [month, day] = USUAL[kind] ?? IN_THE_MIDDLE
  const months = MONTHS[period.kind]
  // Several a period lie apart: in the months of a longer one, in the days of a month.
  const at = Math.min(month - 1, months - 1) + Math.floor(share * months)
  return addDays(addMonths(period.from, at % months), day - 1 + (months === 1 ? Math.floor(share * 28) % 28 : 0))
}

/** The first free day from the wanted one on, or the last before it. */
function freeDay({ from, until }: Period, wanted: Day, earliest: Day, isFree: (day: Day) => boolean): Day | null {
  const first = from < earliest ? earliest : from
  const start = wanted < first ? first : wanted
  for (let day = start; day < until; day = addDays(day, 1)) if (isFree(day)) return day
  for (let day = addDays(start < until ? start : until, -1); day >= first; day = addDays(day, -1))
    if (isFree(day)) return day
  return null
}
