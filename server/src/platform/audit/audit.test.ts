import { switchCapacity } from '@jiannuo/contract/identity/session.ts'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import type { Database } from '../database/tables.ts'
import { runJob } from '../jobs/run-job.ts'
import { sequenceEvents } from './sequence-events.ts'
import { verifyLog } from './verify-log.ts'

let city: TestCity
let db: Kysely<Database>
const sequence = () => runJob(city.platform, { name: 'audit', cron: '* * * * *', run: sequenceEvents })
const report = () => verifyLog(db, city.authorityId, city.platform.key)

beforeAll(async () => {
  city = await openTestCity()
  const types = new pg.TypeOverrides()
  types.setTypeParser(20, Number)
  types.setTypeParser(1184, v => new Date(`${v}:00`).toISOString())
  db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: city.platform.ownerUrl, types, max: 1 }) }),
  })
  for (let i = 0; i < 5; i++) await city.as('ocsA')(switchCapacity, { body: { key: city.capacity.ocsA } })
})
afterAll(async () => {
  await db?.destroy()
  await city?.close()
})

it('numbers and hashes every audit row once, whoever runs the sequencer and however often', async () => {
  expect((await report()).pending).toBe(5)
  await Promise.all([sequence(), sequence()])
  await sequence()
  expect(await report()).toMatchObject({ verified: 5, checkpoints: 1, pending: 0, firstBad: null })
})

it('writes refusals too', async () => {
  await city.as('memA1')(switchCapacity, { body: { key: 'nobody' } })
  await sequence()
  expect(await report()).toMatchObject({ verified: 6, checkpoints: 2, firstBad: null })
})

it('cannot be changed by the application, nor by a plain owner statement', async () => {
  await expect(city.owner.query("update audit_event set action = 'x'")).rejects.toThrow(/append-only/)
  await expect(city.owner.query('delete from audit_leaf')).rejects.toThrow(/append-only/)
})

it('names the first row that someone with full power over the database changed or removed', async () => {
  await city.owner.query('alter table audit_event disable trigger append_only')
  const { rows } = await city.owner.query('select event_id from audit_leaf order by seq')
  await city.owner.query("update audit_event set action = 'forged' where id = $1", [rows[3].event_id])
  expect((await report()).firstBad).toEqual({
    seq: 3,
    eventId: rows[3].event_id,
    reason: 'the row was changed (SHA-256 differs)',
  })
  await city.owner.query('delete from audit_event where id = $1', [rows[1].event_id])
  expect((await report()).firstBad).toEqual({ seq: 1, eventId: rows[1].event_id, reason: 'the row is gone' })
})
