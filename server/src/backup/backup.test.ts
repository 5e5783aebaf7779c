import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { switchCapacity } from '@jiannuo/contract/identity/session.ts'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectOwner } from '../platform/database/connect.ts'
import { openTestCity, type TestCity } from '../testing/city.ts'
import { databaseUrl, withOwner } from '../testing/server.ts'
import { restoreBackup } from './restore-backup.ts'
import { takeBackup } from './take-backup.ts'

let city: TestCity
let folder: string
const server = inject('postgres')
const restored = `${server.template}_restore`
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

beforeAll(async () => {
  city = await openTestCity()
  folder = await mkdtemp(join(tmpdir(), 'jiannuo-backup-'))
  const stored = await city.platform.files.store(Readable.from(PNG), PNG.length, 1000, ['png'])
  await city.insert('platform_file', { sha256: stored.sha256, media_type: 'image/png', bytes: stored.bytes })
  await city.insert('platform_holiday', {
    ...{ id: randomUUID(), day: '2026-05-04', working: false, reason: '制表符\t换行\n反斜杠\\与“引号”' },
    ...{ document: '一号', recorded_at: '2026-04-30T00:00:00Z' },
  })
  await city.as('ocsA')(switchCapacity, { body: { key: city.capacity.ocsA } })
  await takeBackup(city.owner, city.platform.files.folder, join(folder, 'good'))
})
afterAll(async () => {
  await withOwner(server.url, client => client.query(`drop database if exists ${restored} with (force)`))
  await rm(folder, { recursive: true, force: true })
  await city?.close()
})

const contents = async (client: pg.Client, table: string) =>
  (await client.query(`select * from ${table} t order by t::text`)).rows

/** A fresh, migrated database for each try. */
async function tryRestore<T>(from: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  await withOwner(server.url, async client => {
    await client.query(`drop database if exists ${restored} with (force)`)
    await client.query(`create database ${restored} template ${server.template}`)
  })
  const client = await connectOwner(databaseUrl(server.url, restored))
  try {
    await restoreBackup(client, join(folder, 'files'), join(folder, from))
    return await look(client)
  } finally {
    await client.end()
  }
}

describe('restore drill', () => {
  it('brings back every row and every file', async () => {
    await tryRestore('good', async client => {
      for (const table of [
        'organization_unit',
        'membership_member',
        'identity_account',
        'audit_event',
        'platform_holiday',
        'installation',
      ]) {
        expect(await contents(client, table)).toEqual(await contents(city.owner, table))
      }
    })
    const manifest = JSON.parse(await readFile(join(folder, 'good/manifest.json'), 'utf8'))
    expect(await readFile(join(folder, 'files', manifest.files[0].slice(0, 2), manifest.files[0]))).toEqual(PNG)
  })

  it('refuses a damaged part and leaves nothing half-written', async () => {
    const path = join(folder, 'good/membership_member.copy.gz')
    const bytes = await readFile(path)
    await writeFile(path, Buffer.concat([bytes.subarray(0, bytes.length - 12), Buffer.alloc(12)]))
    await expect(tryRestore('good', async () => {})).rejects.toThrow(/membership_member.copy.gz is damaged/)
    await writeFile(path, bytes)
    expect(await withOwner(databaseUrl(server.url, restored), client => contents(client, 'authority'))).toEqual([])
  })

  it('refuses a database that already holds a city, and another schema', async () => {
    await expect(restoreBackup(city.owner, join(folder, 'files'), join(folder, 'good'))).rejects.toThrow(
      /already holds a city/,
    )
    const path = join(folder, 'good/manifest.json')
    const manifest = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...manifest, migrations: manifest.migrations.slice(1) }))
    await expect(tryRestore('good', async () => {})).rejects.toThrow(/taken with migrations/)
  })
})
