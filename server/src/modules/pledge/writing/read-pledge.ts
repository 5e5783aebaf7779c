import type { Change } from '../../../platform/http/serve.ts'
import { paperOf } from '../pledge/paper.ts'
import { actionsOf } from '../pledge/policy.ts'
import { type PledgeRow, setPledge } from '../pledge/sql.ts'

/** Reads one pledge. When one of those who review opens a submitted one for the first time, that is noted: from then on its author cannot take it back. */
export async function readPledge(change: Change, _input: unknown, pledge: PledgeRow) {
  if (pledge.read_at === null && actionsOf(change.actor, pledge).includes('review')) {
    await setPledge(change.tx, change.actor.authorityId, pledge.id, { read_at: change.now.toISOString() })
    await change.audit('pledge.open-review', pledge.id, { unitId: pledge.unit_id })
  }
  return paperOf(change, pledge.id)
}
