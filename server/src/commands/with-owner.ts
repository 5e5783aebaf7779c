import { join } from 'node:path'
import type pg from 'pg'
import { connectOwner } from '../platform/database/connect.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { loadSettings, type Settings } from '../platform/settings.ts'
import { note } from './command.ts'

export interface OwnerWork {
  client: pg.Client
  url: string
  settings: Settings
  filesFolder: string
}

/** Opens the installation's database as owner, starting the embedded one for the moment when it is not running, and closes what it opened. */
export async function withInstallation<T>(work: (owner: OwnerWork) => Promise<T>): Promise<T> {
  const settings = loadSettings({ ...process.env, JIANNUO_CLOCK: '' })
  const embedded = settings.databaseUrl
    ? null
    : await startEmbedded({ dataDir: settings.dataDir, log: { info: note, warn: note } })
  const url = settings.databaseUrl ?? embedded!.url
  try {
    const client = await connectOwner(url)
    try {
      await migrate(client, note)
      return await work({ client, url, settings, filesFolder: join(settings.dataDir, 'files') })
    } finally {
      await client.end()
    }
  } finally {
    await embedded?.stop()
  }
}
