import { itemsOf } from './pledge/sql.ts'

export { dutyCatalogue } from './duty/manage-duties.ts'
export { shippedId } from './duty/catalogue.ts'
export { checkAgainstOthers } from './pledge/compare-texts.ts'
export { FLOW as PLEDGE_FLOW } from './pledge/flow.ts'
export { superiorOf as reviewRisesTo } from './pledge/sql.ts'
export { riseOverdueReviews } from './review/rise-overdue.ts'
export { inForceByDay, type OrganStand, owedOn, reviewsWaiting, type StandCounts, standByOrgan, standByUnit, type WaitingReview } from './overview.sql.ts'
export { bringIntoForce, putOnNotice, returnFromNotice } from './standing/bring-into-force.ts'
export { countsFor, pledgesOfLevel, pledgesOfPerson } from './standing/read-standing.ts'
export { approvedIn } from './standing/sql.ts'

/** Items of the given pledges in their order, with their state and progress. */
export const pledgeItems = itemsOf
