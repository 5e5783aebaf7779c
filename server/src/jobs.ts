import { sql } from 'kysely'
import { feedFromFacts } from './modules/pledge/fulfilment/feed-from-facts.ts'
import { closeDueNotices } from './modules/pledge/notice/close-notices.ts'
import { sequenceEvents } from './platform/audit/sequence-events.ts'
import type { Job } from './platform/jobs/run-job.ts'

/** What runs by itself. Every module's job is listed here, in the order in which a new day needs them. */
export const jobs: Job[] = [
  { name: 'place-units', cron: '5 0 * * *', run: ({ tx, authorityId }) => sql`select place_units(${authorityId})`.execute(tx) },
  { name: 'close-notices', cron: '10 0 * * *', run: closeDueNotices },
  { name: 'feed-pledges', cron: '20 0 * * *', run: feedFromFacts },
  { name: 'sequence-audit', cron: '* * * * *', run: sequenceEvents },
]
