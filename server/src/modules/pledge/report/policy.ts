import { hidden, type Policy, refused } from '../../../platform/http/actor.ts'
import { isAuthor, reviews } from '../fulfilment/policy.ts'
import type { PledgeRow } from '../pledge/sql.ts'
import type { ReportRow } from './sql.ts'

export interface ReportFacts {
  pledge: PledgeRow
  report: ReportRow | null
}
const REPORTED: readonly string[] = ['inForce', 'amending', 'closed']

/** The author from the day his pledge is in force; others once it is handed in, as far as the database shows it to them. */
export const mayReadReport: Policy<ReportFacts> = (actor, { pledge, report }) =>
  (REPORTED.includes(pledge.state) && (isAuthor(actor, pledge) || report?.state === 'submitted')) || hidden
export const mayWriteReport: Policy<ReportFacts> = (actor, facts) => {
  const seen = mayReadReport(actor, facts)
  return seen === true ? isAuthor(actor, facts.pledge) || refused : seen
}
export const mayRemark: Policy<ReportFacts> = (actor, facts) => {
  const seen = mayReadReport(actor, facts)
  return seen === true ? reviews(actor, facts.pledge) || refused : seen
}
