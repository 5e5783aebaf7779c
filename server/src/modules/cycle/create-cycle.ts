import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/cycle.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail, failFields } from '../../platform/http/fail.ts'
import type { Change } from '../../platform/http/serve.ts'
import { phaseFaults } from './phases.ts'
import * as sql from './sql.ts'

/** Sets up a year. Fails CYCLE_EXISTS, and INVALID_INPUT naming every phase whose dates do not fit. */
export async function createCycle(change: Change, { body }: Input<typeof api.createCycle>) {
  const { tx, actor, today } = change
  const faults = phaseFaults(body.phases, body.year)
  if (faults.length > 0) failFields(faults.map(({ index, zh, en }) => ({ pointer: `/phases/${index}/from`, zh, en })))
  const cycles = await sql.allCycles(tx, actor.authorityId, today)
  if (cycles.some(c => c.year === body.year)) fail('CYCLE_EXISTS', { year: body.year })
  const id = randomUUID()
  await sql.insertCycle(tx, {
    ...body,
    authorityId: actor.authorityId,
    id,
    by: actor.personId,
    at: change.now.toISOString(),
  })
  await change.audit('cycle.create', id, { values: body })
  return (await sql.cycleById(tx, actor.authorityId, id, today))!
}
