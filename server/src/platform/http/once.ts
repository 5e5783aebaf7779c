import { createHash } from 'node:crypto'
import type { Tx } from '../database/connect.ts'
import type { Actor } from './actor.ts'
import { fail } from './fail.ts'

/**
 * Claims the idempotency key inside the command's own transaction: a second sender waits for the first to commit and gets its answer.
 * Returns the earlier answer, or null when this is the first. Fails KEY_REUSED when the same key came with another request.
 */
export async function claimKey(
  tx: Tx,
  actor: Actor,
  key: string,
  request: string,
): Promise<{ status: number; reply: unknown } | null> {
  const sha256 = createHash('sha256').update(request).digest('hex')
  const claimed = await tx
    .insertInto('platform_command')
    .values({ authority_id: actor.authorityId, account_id: actor.accountId, key, request_sha256: sha256 })
    .onConflict(oc => oc.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return null
  const earlier = await tx
    .selectFrom('platform_command')
    .select(['request_sha256', 'status', 'reply'])
    .where('authority_id', '=', actor.authorityId)
    .where('account_id', '=', actor.accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.request_sha256 !== sha256) fail('KEY_REUSED')
  return { status: earlier.status ?? 200, reply: earlier.reply }
}

/** Keeps the answer beside the key, in the same transaction. */
export async function keepReply(tx: Tx, actor: Actor, key: string, status: number, reply: unknown): Promise<void> {
  await tx
    .updateTable('platform_command')
    .set({ status, reply: reply === undefined ? null : JSON.stringify(reply) })
    .where('authority_id', '=', actor.authorityId)
    .where('account_id', '=', actor.accountId)
    .where('key', '=', key)
    .execute()
}
