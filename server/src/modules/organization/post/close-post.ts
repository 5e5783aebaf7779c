import type { closePost as api } from '@jiannuo/contract/organization/post.ts'
import type { PostHolding } from '@jiannuo/contract/organization/unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { type UnitFacts, unitFacts } from '../policy.ts'
import { holderNames } from '../sql.ts'
import * as sql from './sql.ts'

export interface PostFacts extends UnitFacts {
  post: NonNullable<Awaited<ReturnType<typeof sql.postById>>>
}

export async function postFacts(change: Change, { params }: Input<typeof api>): Promise<PostFacts | null> {
  const post = await sql.postById(change.tx, change.actor.authorityId, params.postId)
  const facts = post && (await unitFacts(change, { params: { unitId: post.unitId } }))
  return post && facts ? { ...facts, post } : null
}

/** Ends a post. Fails STATE_CONFLICT when it has ended before that day, PERIOD_EMPTY when it would last no day. */
export async function closePost(
  change: Change,
  { body }: Input<typeof api>,
  { post, unit }: PostFacts,
): Promise<PostHolding> {
  if (post.until && post.until <= body.until)
    fail('STATE_CONFLICT', {
      state: { zh: `${post.until}已卸任`, en: `out of office since ${post.until}` },
      action: '免职',
    })
  if (body.until <= post.from) fail('PERIOD_EMPTY', { from: post.from })
  await sql.endPost(change.tx, change.actor.authorityId, post.id, body.until)
  await change.audit('organization.close-post', post.id, { unitId: unit.id, values: body })
  const names = await holderNames(change.tx, [post.personId])
  return {
    id: post.id,
    kind: post.kind,
    personId: post.personId,
    personName: names.get(post.personId) ?? '',
    from: post.from,
    until: body.until,
  }
}
