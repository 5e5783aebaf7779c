import { sql } from 'kysely'
import { sequenceEvents } from './platform/audit/sequence-events.ts'
import type { Job } from './platform/jobs/run-job.ts'

/** What runs by itself. Every module's job is listed here, in the order in which a new day needs them. */
export const jobs: Job[] = [
  { name: 'place-units', cron: '5 0 * * *', run: ({ tx, authorityId }) => sql`select place_units(${authorityId})`.execute(tx) },
  { name: 'sequence-audit', cron: '* * * * *', run: sequenceEvents },
]
