import { ShiftedClock } from '../platform/clock/clock.ts'
import { connectApp, prepareAppRole } from '../platform/database/connect.ts'
import { Files } from '../platform/files/files.ts'
import { type JobChange, runJob } from '../platform/jobs/run-job.ts'
import { installationKey } from '../platform/keys.ts'
import { withInstallation } from './with-owner.ts'

/** Runs one piece of work for the city of the installation, in one transaction and under the rights of a job. Fails when there is no city yet or more than one. */
export function withCity<T>(name: string, work: (change: JobChange) => Promise<T>): Promise<T> {
  return withInstallation(async ({ client, url, settings, filesFolder }) => {
    const cities = (await client.query('select 1 from authority')).rowCount ?? 0
    if (cities !== 1)
      throw new Error(
        cities === 0
          ? 'This installation holds no city yet. Start it and set it up first.'
          : 'This installation holds several cities.',
      )
    const key = await installationKey(settings.dataDir)
    const { rows } = await client.query<{ ahead: string }>(
      'select extract(epoch from clock_offset) as ahead from installation',
    )
    const clock = new ShiftedClock(Number(rows[0]?.ahead ?? 0) * 1000)
    const { db } = connectApp(await prepareAppRole(client, url, key('database-role')), 1)
    const done: T[] = []
    try {
      await runJob(
        { db, clock, files: new Files(filesFolder), settings, key },
        { name, cron: '', run: async change => done.push(await work(change)) },
      )
      return done[0]!
    } finally {
      await db.destroy()
    }
  })
}
