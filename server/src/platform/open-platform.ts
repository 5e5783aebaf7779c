import { join } from 'node:path'
import { ShiftedClock } from './clock/clock.ts'
import { connectApp, connectOwner, prepareAppRole } from './database/connect.ts'
import { migrate } from './database/migrate.ts'
import { Files } from './files/files.ts'
import type { Platform } from './http/platform.ts'
import { installationKey } from './keys.ts'
import { type Settings, StartError } from './settings.ts'

export interface OpenPlatform extends Platform {
  /** The owner's connection string: migrations, demo loading, backup. No request is answered with it. */
  ownerUrl: string
  /** The connection string of the application's own role, for the queue. */
  appUrl: string
  close: () => Promise<void>
}

/**
 * Migrates the database behind `ownerUrl` and opens everything the process shares on it. Fails with a StartError rather than mix: a demo start
 * on real data, or a real start on the demo city.
 */
export async function openPlatform(
  settings: Settings,
  ownerUrl: string,
  log: (line: string) => void,
): Promise<OpenPlatform> {
  const key = await installationKey(settings.dataDir)
  const owner = await connectOwner(ownerUrl)
  try {
    await migrate(owner, log)
    const clock = new ShiftedClock()
    const mayMove = settings.test || settings.demo !== 'none'
    const { rows } = await owner.query<{ ahead: string; demo: string; city: boolean }>(
      'select extract(epoch from clock_offset) as ahead, demo, exists (select from authority) as city from installation',
    )
    const { ahead, demo, city } = rows[0]!
    if (city && (demo === 'none') !== (settings.demo === 'none')) throw mixed(demo)
    if (mayMove) clock.offset = Number(ahead) * 1000
    if (settings.clock) clock.moveTo(settings.clock)
    await owner.query('update installation set clock_may_move = $1, clock_offset = make_interval(secs => $2)', [
      mayMove,
      clock.offset / 1000,
    ])
    const appUrl = await prepareAppRole(owner, ownerUrl, key('database-role'))
    const { db } = connectApp(appUrl, settings.databasePool)
    return {
      appUrl,
      db,
      clock,
      files: new Files(join(settings.dataDir, 'files')),
      settings,
      key,
      ownerUrl,
      close: () => db.destroy(),
    }
  } finally {
    await owner.end()
  }
}

const mixed = (demo: string) =>
  demo === 'none'
    ? new StartError(
        '这里已有正式数据，不能以演示方式启动。请设 JIANNUO_DEMO=none。',
        'This installation holds real data and does not start as a demo. Set JIANNUO_DEMO=none.',
      )
    : new StartError(
        '这里是演示城市的数据，不能作正式使用。请设 JIANNUO_DEMO=full，或用 JIANNUO_DATA 另指一个数据目录。',
        'This is the demo city’s data. Set JIANNUO_DEMO=full, or name another folder with JIANNUO_DATA for real use.',
      )
