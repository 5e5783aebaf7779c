import { sql } from 'kysely'
import { closeDueNotices } from './modules/pledge/notice/close-notices.ts'
import { sequenceEvents } from './platform/audit/sequence-events.ts'
import type { Job } from './platform/jobs/run-job.ts'

/** What runs by itself. Every module's job is listed here, in the order in which a new day needs them. */
export const jobs: Job[] = [
  { name: 'place-units', cron: '5 0 * * *', run: ({ tx, authorityId }) => sql`select place_units(${authorityId})`.execute(tx) },
  { name: 'close-notices', cron: '10 0 * * *', run: closeDueNotices },
  { name: 'sequence-audit', cron: '* * * * *', run: sequenceEvents },
]
