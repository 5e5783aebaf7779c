import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from '../../../platform/http/serve.ts'
import * as sql from './sql.ts'

/** Sizes and counts of the running system; nothing of what is in it. */
export async function readSystem(change: Change) {
  const state = await sql.systemState(change.tx)
  await change.audit('identity.read-system', change.actor.accountId)
  return {
    ...state,
    lastJobAt: state.lastJobAt && new Date(state.lastJobAt).toISOString(),
    demo: change.settings.demo,
    clockAheadSeconds: Math.round((change.now.getTime() - Date.now()) / 1000),
    backups: await backupsIn(join(change.settings.dataDir, 'backups')),
  }
}

/** The files in the backup folder, newest first; none where nothing was ever backed up. */
async function backupsIn(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files = await Promise.all(
    entries
      .filter(e => e.isFile() && !e.name.startsWith('.'))
      .map(async e => ({ name: e.name, ...(await stat(join(folder, e.name))) })),
  )
  return files
    .map(f => ({ name: f.name, bytes: f.size, at: f.mtime.toISOString() }))
    .sort((a, b) => b.at.localeCompare(a.at))
}
