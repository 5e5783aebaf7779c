import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import { writeEvent } from '../audit/write-event.ts'
import type { Tx } from '../database/connect.ts'
import { type FactInput, recordFact } from '../facts/record-fact.ts'
import { openContext } from '../http/context.ts'
import type { Platform } from '../http/platform.ts'
import { inform, type Message } from '../inbox/inform.ts'
import type { Settings } from '../settings.ts'

/** What a job works with: one authority, one transaction, the scope of a job session that lasts an hour at most. */
export interface JobChange {
  tx: Tx
  authorityId: string
  now: Date
  today: Day
  settings: Settings
  key: (purpose: string) => Buffer
  audit: (action: string, objectId: string, about?: { unitId?: string | null; values?: unknown }) => Promise<void>
  record: (fact: FactInput) => Promise<string>
  inform: (personIds: readonly string[], message: Message) => Promise<void>
}

export interface Job {
  name: string
  /** Minute, hour, day, month, weekday in the city's time zone. */
  cron: string
  run: (change: JobChange) => Promise<unknown>
}

/** Runs one job for every authority, each in a transaction of its own; the first failure is thrown after all have run. */
export async function runJob(platform: Platform, job: Job): Promise<void> {
  const authorities = await platform.db.selectFrom('authority').select('authority_id').execute()
  const failures: unknown[] = []
  for (const { authority_id: authorityId } of authorities) {
    await platform.db
      .transaction()
      .execute(tx => runOne(platform, job, tx, authorityId))
      .catch(error => failures.push(error))
  }
  if (failures.length) throw failures[0]
}

async function runOne(platform: Platform, job: Job, tx: Tx, authorityId: string) {
  const secret = randomBytes(32).toString('base64url')
  const id = randomUUID()
  await sql`select open_job_session(${authorityId}, ${job.name}, ${id}, ${createHash('sha256').update(secret).digest('hex')})`.execute(
    tx,
  )
  await openContext(tx, secret)
  const now = platform.clock.now()
  await job.run({
    tx,
    authorityId,
    now,
    today: platform.clock.today(),
    settings: platform.settings,
    key: platform.key,
    audit: (action, objectId, about = {}) =>
      writeEvent(tx, {
        actor: null,
        authorityId,
        at: now,
        action,
        objectId,
        outcome: 'done',
        route: `job ${job.name}`,
        address: 'job',
        requestId: id,
        ...about,
      }),
    record: fact => recordFact(tx, authorityId, null, now, fact),
    inform: (personIds, message) => inform(tx, authorityId, now, personIds, message),
  })
  await sql`update identity_session set ended_at = app_now() where authority_id = ${authorityId} and id = ${id}`.execute(
    tx,
  )
}
