import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../database/connect.ts'
import type { JobChange } from '../jobs/run-job.ts'
import { append, EMPTY, type Frontier, leafHash, root } from './merkle.ts'

const BATCH = 1000
const FrontierSchema = z.object({ size: z.number(), roots: z.array(z.string()) })
export const Frontiers = z.object({ sha256: FrontierSchema, sm3: FrontierSchema })

/** The columns of an event that its leaf commits to, in a fixed order. */
const CONTENT = sql<string>`json_build_array(e.authority_id, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.account_id, e.person_id, e.role, e.action, e.object_id, e.unit_id, e.outcome, e.route, e.address, e.request_id, e.values_sha256)::text`

/**
 * Gives every new audit row the next number of its authority's log, hashes it twice (SHA-256, SM3), and signs a checkpoint over the grown tree.
 * One sequencer at a time: others find the lock taken and leave. Returns how many rows were sequenced.
 */
export async function sequenceEvents({ tx, authorityId, key, now }: JobChange): Promise<number> {
  const { rows } = await sql<{
    locked: boolean
  }>`select pg_try_advisory_xact_lock(hashtext('audit'), hashtext(${authorityId})) as locked`.execute(tx)
  if (!rows[0]?.locked) return 0
  let trees = await lastFrontiers(tx, authorityId)
  let sequenced = 0
  for (;;) {
    const events = await newEvents(tx, authorityId)
    if (events.length === 0) break
    const leaves = events.map((e, i) => ({
      authority_id: authorityId,
      seq: trees.sha256.size + i,
      event_id: e.id,
      sha256: leafHash('sha256', e.content),
      sm3: leafHash('sm3', e.content),
    }))
    await tx.insertInto('audit_leaf').values(leaves).execute()
    trees = leaves.reduce(
      (t, leaf) => ({ sha256: append('sha256', t.sha256, leaf.sha256), sm3: append('sm3', t.sm3, leaf.sm3) }),
      trees,
    )
    sequenced += events.length
  }
  if (sequenced > 0) await signCheckpoint(tx, authorityId, trees, now, key)
  return sequenced
}

async function lastFrontiers(tx: Tx, authorityId: string): Promise<{ sha256: Frontier; sm3: Frontier }> {
  const last = await tx
    .selectFrom('audit_checkpoint')
    .select('frontier')
    .where('authority_id', '=', authorityId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? Frontiers.parse(last.frontier) : { sha256: EMPTY, sm3: EMPTY }
}

/** Rows without a number, oldest first; a day back is far longer than any transaction lasts. */
async function newEvents(tx: Tx, authorityId: string) {
  const found = await sql<{ id: string; content: string }>`
    select e.id, ${CONTENT} as content from audit_event e
    where e.authority_id = ${authorityId} and e.recorded_at > now() - interval '1 day'
      and not exists (select 1 from audit_leaf l where l.authority_id = e.authority_id and l.event_id = e.id)
    order by e.recorded_at, e.id limit ${BATCH}`.execute(tx)
  return found.rows
}

async function signCheckpoint(
  tx: Tx,
  authorityId: string,
  trees: { sha256: Frontier; sm3: Frontier },
  now: Date,
  key: JobChange['key'],
) {
  const head = {
    size: trees.sha256.size,
    sha256: root('sha256', trees.sha256),
    sm3: root('sm3', trees.sm3),
    at: now.toISOString(),
  }
  await tx
    .insertInto('audit_checkpoint')
    .values({
      authority_id: authorityId,
      size: head.size,
      root_sha256: head.sha256,
      root_sm3: head.sm3,
      at: head.at,
      signature: sign(null, checkpointText(authorityId, head), logKey(key)).toString('base64url'),
      frontier: JSON.stringify(trees),
    })
    .execute()
}

export interface Head {
  size: number
  sha256: string
  sm3: string
  at: string
}

/** What a checkpoint's signature covers. */
export const checkpointText = (authorityId: string, head: Head) =>
  Buffer.from(`jiannuo/audit/1\n${authorityId}\n${head.size}\n${head.sha256}\n${head.sm3}\n${head.at}\n`)

/** The log's Ed25519 key, derived from the installation's key. */
export function logKey(key: (purpose: string) => Buffer): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
  return createPrivateKey({ key: Buffer.concat([prefix, key('audit-log')]), format: 'der', type: 'pkcs8' })
}
export const logPublicKey = (key: (purpose: string) => Buffer): KeyObject => createPublicKey(logKey(key))
export { CONTENT as EVENT_CONTENT }
