import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/pledge/pledge.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { paperOf } from '../pledge/paper.ts'
import { type PledgeRow, setPledge } from '../pledge/sql.ts'
import { copyItems, deletePledge, insertPledge } from './sql.ts'

/** Begins a new version with the same items. The old one stays in force until the new one has been reviewed and on notice. */
export async function amendPledge(change: Change, { body }: Input<typeof api.amendPledge>, pledge: PledgeRow) {
  const { tx, actor } = change
  const id = randomUUID()
  await insertPledge(tx, {
    authority_id: actor.authorityId,
    id,
    cycle_id: pledge.cycle_id,
    level: pledge.level,
    person_id: pledge.person_id,
    unit_id: pledge.unit_id,
    reviewer_unit_id: pledge.reviewer_unit_id,
    version: pledge.version + 1,
    amends: pledge.id,
    amendment_reason: body.reason,
    saved_at: change.now.toISOString(),
  })
  await copyItems(tx, actor.authorityId, pledge.id, id)
  await setPledge(tx, actor.authorityId, pledge.id, { state: 'amending' })
  await change.audit('pledge.amend', id, { unitId: pledge.unit_id, values: body })
  return paperOf(change, id)
}

/** Gives an amendment up before it was approved. */
export async function dropAmendment(change: Change, _input: unknown, amendment: PledgeRow) {
  const { tx, actor } = change
  await deletePledge(tx, actor.authorityId, amendment.id)
  await setPledge(tx, actor.authorityId, amendment.amends!, { state: 'inForce' })
  await change.audit('pledge.drop-amendment', amendment.id, { unitId: amendment.unit_id })
}
