import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { copyIn } from '../platform/database/copy.ts'
import { Manifest } from './manifest.ts'

/**
 * Loads a backup into a migrated, empty database, on the embedded server or any other, in one transaction: all of it or nothing.
 * Fails when a part was damaged, when the schema differs, or when the database already holds a city.
 */
export async function restoreBackup(client: pg.Client, filesFolder: string, from: string): Promise<Manifest> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(from, 'manifest.json'), 'utf8')))
  await client.query('begin')
  try {
    await requireFit(client, manifest)
    await client.query('delete from installation')
    for (const part of manifest.tables) await loadTable(client, from, part)
    for (const name of manifest.files) await restoreFile(name, join(from, 'files'), filesFolder)
    await client.query('commit')
    return manifest
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function requireFit(client: pg.Client, manifest: Manifest) {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration order by name',
  )
  if (JSON.stringify(rows) !== JSON.stringify(manifest.migrations)) {
    throw new Error(
      `The backup was taken with migrations up to ${manifest.migrations.at(-1)?.name}; this program has ${rows.at(-1)?.name}. Restore with the version that took it, then upgrade.`,
    )
  }
  const { rowCount } = await client.query('select 1 from authority limit 1')
  if (rowCount) throw new Error('The database already holds a city. Restore into an empty one.')
}

async function loadTable(client: pg.Client, from: string, part: Manifest['tables'][number]) {
  const hash = createHash('sha256')
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await copyIn(client, part.table, part.columns, createReadStream(join(from, part.file)), createGunzip(), check).catch(
    error => {
      throw new Error(`${part.file} is damaged or does not fit: ${error.message}`)
    },
  )
  if (hash.digest('hex') !== part.sha256)
    throw new Error(`${part.file} is damaged: its SHA-256 differs from the manifest.`)
}

async function restoreFile(name: string, from: string, filesFolder: string) {
  const bytes = await readFile(join(from, name))
  if (createHash('sha256').update(bytes).digest('hex') !== name) throw new Error(`The stored file ${name} is damaged.`)
  const place = join(filesFolder, name.slice(0, 2))
  await mkdir(place, { recursive: true })
  await copyFile(join(from, name), join(place, name))
}
