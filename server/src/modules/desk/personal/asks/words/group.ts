import type { Ask } from '@jiannuo/contract/desk/desk.ts'
import type { Both, Level } from '@jiannuo/contract/values.ts'
import { both } from '../../../../../platform/http/serve.ts'
import type { AskRow } from '../../sql.ts'

/** Rows shown as one ask: the first of them, how many they are, whose they are. */
export interface Group {
  first: AskRow
  n: number
  names: Both
  year: number | null
  /** The unit a review rises to when it is not done in time. */
  rises: string | null
}
/** What an ask says: what, why, what the button does, its price in minutes, where it leads, what comes next; the clause where it is not a phase of the year. */
export type AskWords = Pick<Ask, 'title' | 'why' | 'action' | 'minutes' | 'link' | 'next'> &
  Partial<Pick<Ask, 'clause'>>

const LEVELS: Record<Level, Both> = {
  member: both('党员', 'member'),
  branchSecretary: both('支部书记', 'branch secretary'),
  organCommitteeSecretary: both('机关党委书记', 'organ committee secretary'),
  partyGroupSecretary: both('党组书记', 'Party group secretary'),
}
export const levelOf = (row: AskRow): Both => (row.level ? LEVELS[row.level] : both('', ''))
export const are = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
