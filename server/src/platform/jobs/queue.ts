import { PgBoss } from 'pg-boss'
import type { Platform } from '../http/platform.ts'
import { type Job, runJob } from './run-job.ts'

/** Starts the queue and schedules the jobs; of several servers on one database, one runs each due job. Returns how to stop it. */
export async function startQueue(
  platform: Platform,
  connectionString: string,
  jobs: readonly Job[],
  onError: (error: Error) => unknown,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString,
    schema: 'pgboss',
    createSchema: false,
    max: 3,
    application_name: 'jiannuo-jobs',
  })
  boss.on('error', onError)
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { retryLimit: 2, retryDelay: 60, expireInSeconds: 3600 })
    await boss.schedule(job.name, job.cron, null, { tz: 'Asia/Shanghai' })
    await boss.work(job.name, () => runJob(platform, job))
  }
  return () => boss.stop({ graceful: true, timeout: 2000 })
}
