import { join } from 'node:path'
import { ShiftedClock } from './clock/clock.ts'
import { connectApp, connectOwner, prepareAppRole } from './database/connect.ts'
import { migrate } from './database/migrate.ts'
import { Files } from './files/files.ts'
import type { Platform } from './http/platform.ts'
import { installationKey } from './keys.ts'
import type { Settings } from './settings.ts'

export interface OpenPlatform extends Platform {
  /** The owner's connection string: migrations, demo loading, backup. No request is answered with it. */
  ownerUrl: string
  /** The connection string of the application's own role, for the queue. */
  appUrl: string
  close: () => Promise<void>
}

/** Migrates the database behind `ownerUrl` and opens everything the process shares on it. */
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
    const { rows } = await owner.query<{ ahead: string }>(
      'select extract(epoch from clock_offset) as ahead from installation',
    )
    if (mayMove) clock.offset = Number(rows[0]?.ahead ?? 0) * 1000
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
