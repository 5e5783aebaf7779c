import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The installation's key, made at the first start and kept in the data folder (mode 0600), never in the database.
 * Returns a function that derives 32 bytes for one purpose; losing the file makes sealed fields unreadable, so back it up apart from the database.
 */
export async function installationKey(dataDir: string): Promise<(purpose: string) => Buffer> {
  const folder = join(dataDir, 'keys')
  const file = join(folder, 'installation.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch(error => {
    if (error.code !== 'EEXIST') throw error
  })
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex')
  if (key.length !== 32) throw new Error(`${file} is not a key of 32 bytes; restore it from the backup.`)
  return purpose => Buffer.from(hkdfSync('sha256', key, '', `jiannuo/${purpose}`, 32))
}
