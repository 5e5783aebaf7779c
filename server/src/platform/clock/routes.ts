import { moveClock } from '@jiannuo/contract/identity/session.ts'
import { sql } from 'kysely'
import type { Platform } from '../http/platform.ts'
import { type Served, servePublic } from '../http/serve.ts'
import { type Job, runJob } from '../jobs/run-job.ts'

/**
 * The clock route exists in test and demo starts only; in production there is no such address.
 * After a move the daily jobs run at once, as they would have overnight.
 */
export function clockRoutes(platform: Platform, jobs: readonly Job[]): Served[] {
  if (!platform.settings.test && platform.settings.demo === 'none') return []
  return [
    servePublic(moveClock, async ({ tx, after }, { body }) => {
      platform.clock.moveTo(body.moment)
      await sql`select move_clock_for_demo(make_interval(secs => ${platform.clock.offset / 1000}))`.execute(tx)
      after(async () => {
        for (const job of jobs) await runJob(platform, job)
      })
      return { today: platform.clock.today() }
    }),
  ]
}
