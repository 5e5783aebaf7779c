import { COMMITTEE } from '@jiannuo/contract/organization/fitting-posts.ts'
import type { PostKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Change } from '../../../platform/http/serve.ts'
import type { UnitFacts } from '../policy.ts'
import { appoint } from '../post/appoint.ts'
import { endBody } from '../post/sql.ts'
import { openTerm } from './open-term.ts'

/** An elected body takes office: its term begins, whoever held its posts before leaves them, each member is appointed. Fails as openTerm and appoint do. */
export async function seatBody(
  change: Change,
  facts: UnitFacts,
  from: Day,
  posts: readonly { personId: string; kind: PostKind }[],
): Promise<void> {
  const unitId = facts.unit.id
  await openTerm(change, { params: { unitId }, query: {}, body: { from } }, facts)
  await endBody(change.tx, change.actor.authorityId, unitId, COMMITTEE, from)
  for (const { personId, kind } of posts)
    await appoint(change, { params: { unitId }, query: {}, body: { personId, kind, from, until: null } }, facts)
}
