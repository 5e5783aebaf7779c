import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { copyOut, tablesInOrder } from '../platform/database/copy.ts'
import type { Manifest } from './manifest.ts'

/**
 * Writes a backup folder: all tables in one snapshot, then the stored files (content-addressed, so never half-changed).
 * The installation's key is not part of it: keep the data folder's `keys/` apart. Fails when the folder exists and is not empty.
 */
export async function takeBackup(client: pg.Client, filesFolder: string, to: string): Promise<Manifest> {
  await mkdir(to, { recursive: true })
  if ((await readdir(to)).length > 0) throw new Error(`${to} is not empty; name a new folder for the backup.`)
  await client.query('begin isolation level repeatable read read only')
  try {
    const tables = []
    for (const { table, columns } of await tablesInOrder(client))
      tables.push(await copyTable(client, table, columns, to))
    const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migration order by name',
    )
    const { rows: stored } = await client.query<{ sha256: string }>(
      'select distinct sha256 from platform_file order by 1',
    )
    const files = stored.map(r => r.sha256)
    await copyFiles(files, filesFolder, join(to, 'files'))
    const manifest: Manifest = {
      format: 'jiannuo-backup/1',
      takenAt: new Date().toISOString(),
      migrations,
      tables,
      files,
    }
    await writeFile(join(to, 'manifest.json'), JSON.stringify(manifest, null, 2), { flush: true })
    return manifest
  } finally {
    await client.query('rollback')
  }
}

async function copyTable(
  client: pg.Client,
  table: string,
  columns: string[],
  to: string,
): Promise<Manifest['tables'][number]> {
  const file = `${table}.copy.gz`
  const hash = createHash('sha256')
  let rows = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (const byte of chunk) if (byte === 10) rows++
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(
    copyOut(client, table, columns),
    count,
    createGzip({ level: 6 }),
    createWriteStream(join(to, file), { flush: true }),
  )
  return { table, columns, rows, file, sha256: hash.digest('hex') }
}

async function copyFiles(names: string[], from: string, to: string) {
  if (names.length) await mkdir(to, { recursive: true })
  for (const name of names) await copyFile(join(from, name.slice(0, 2), name), join(to, name))
}
