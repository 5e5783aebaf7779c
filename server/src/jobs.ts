import { replaySample } from './modules/appraisal/index.ts'
import { remindPhases } from './modules/cycle/index.ts'
import { countCity, deliverMessages } from './modules/desk/index.ts'
import { recordCompliance, remindMeetings } from './modules/meeting-life/index.ts'
import { remindRenewals, settleUnits } from './modules/organization/index.ts'
import { closeDueNotices, feedFromFacts, riseOverdueReviews } from './modules/pledge/index.ts'
import { remindTasks } from './modules/supervision/index.ts'
import { sequenceEvents } from './platform/audit/sequence-events.ts'
import type { Job } from './platform/jobs/run-job.ts'

/** What runs by itself. Every module's job is listed here, in the order in which a new day needs them. */
export const jobs: Job[] = [
  {
    name: 'settle-units',
    cron: '5 0 * * *',
    run: ({ tx, authorityId, today }) => settleUnits(tx, authorityId, today),
  },
  { name: 'close-notices', cron: '10 0 * * *', run: closeDueNotices },
  { name: 'feed-pledges', cron: '20 0 * * *', run: feedFromFacts },
  { name: 'record-compliance', cron: '15 0 * * *', run: recordCompliance },
  {
    name: 'rise-reviews',
    cron: '30 0 * * *',
    run: ({ tx, authorityId, today, inform }) => riseOverdueReviews(tx, authorityId, today, inform),
  },
  {
    name: 'remind-phases',
    cron: '0 8 * * *',
    run: ({ tx, authorityId, today, inform }) => remindPhases(tx, authorityId, today, inform),
  },
  {
    name: 'remind-renewals',
    cron: '5 8 * * *',
    run: ({ tx, authorityId, today, inform }) => remindRenewals(tx, authorityId, today, inform),
  },
  { name: 'remind-meetings', cron: '0 17 * * *', run: remindMeetings },
  { name: 'remind-tasks', cron: '10 8 * * *', run: remindTasks },
  { name: 'count-city', cron: '*/5 * * * *', run: countCity },
  { name: 'deliver-messages', cron: '* * * * *', run: deliverMessages },
  { name: 'replay-sample', cron: '0 2 * * *', run: replaySample },
  { name: 'sequence-audit', cron: '* * * * *', run: sequenceEvents },
]
