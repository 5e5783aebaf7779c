import { createHash, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { Actor } from '../http/actor.ts'

export interface AuditEvent {
  actor: Actor | null
  authorityId: string
  at: Date
  action: string
  objectId: string
  unitId?: string | null
  outcome: 'done' | 'refused'
  route: string
  address: string
  requestId: string
  values?: unknown
}

/** Writes one audit row, in the caller's transaction where it has one; it is sequenced and hashed later by the sequencer. Values are kept as a salted hash only. */
export async function writeEvent(db: Kysely<Database>, event: AuditEvent): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({ ...eventRow(event), id: randomUUID() })
    .execute()
}

/** An event as it stands in the table, but for its id. */
export const eventRow = (event: AuditEvent) => ({
  authority_id: event.authorityId,
  at: event.at.toISOString(),
  account_id: event.actor?.accountId ?? null,
  person_id: event.actor?.personId ?? null,
  role: event.actor?.capacity.role ?? null,
  action: event.action,
  object_id: event.objectId,
  unit_id: event.unitId ?? event.actor?.capacity.unitId ?? null,
  outcome: event.outcome,
  route: event.route,
  address: event.address,
  request_id: event.requestId,
  values_sha256: event.values === undefined ? null : saltedHash(event.requestId, event.values),
})

const saltedHash = (salt: string, values: unknown) =>
  createHash('sha256').update(salt).update(JSON.stringify(values)).digest('hex')
