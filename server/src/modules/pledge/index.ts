import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { pledges } from './pledge/sql.ts'

export { remindedOn } from './coverage/sql.ts'
export { templatesFor } from './duty/templates.ts'
export { completionOf } from './fulfilment/completion.ts'
export { feedFromFacts } from './fulfilment/feed-from-facts.ts'
export { sheetsOf as fulfilmentSheets } from './fulfilment/sheet.ts'
export { inForceOf as pledgesInForce } from './fulfilment/sql.ts'
export { closeDueNotices } from './notice/close-notices.ts'
export {
  inForceByDay,
  type OrganStand,
  owedOn,
  reviewsWaiting,
  type StandCounts,
  standByOrgan,
  standByUnit,
  type WaitingReview,
} from './overview.sql.ts'
export { superiorOf as reviewRisesTo } from './pledge/sql.ts'
export { riseOverdueReviews } from './review/rise-overdue.ts'
export { bringIntoForce, putOnNotice } from './standing/bring-into-force.ts'
export { countsFor } from './standing/read-standing.ts'

/** The members' pledges in force in one unit and year, as far as the caller sees them. */
export const memberPledgesInForce = (tx: Tx, authorityId: string, unitId: string, cycleId: string, today: Day) =>
  pledges(tx, authorityId, null, today)
    .where('p.unit_id', '=', unitId)
    .where('p.cycle_id', '=', cycleId)
    .where('p.level', '=', 'member')
    .where('p.state', 'in', ['inForce', 'amending'])
    .execute()
