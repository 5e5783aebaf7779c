import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/cycle.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail, failFields } from '../../platform/http/fail.ts'
import type { Change } from '../../platform/http/serve.ts'
import { phaseFaults } from './phases.ts'
import * as sql from './sql.ts'

const YELLOW_ABOVE_RED = {
  pointer: '/bounds/lagYellow',
  zh: '黄的比例不能高于红的比例',
  en: 'The share for yellow must not be above the one for red',
}

/** Sets up a year. Fails CYCLE_EXISTS, and INVALID_INPUT naming every phase whose dates do not fit and bounds that contradict each other. */
export async function createCycle(change: Change, { body }: Input<typeof api.createCycle>) {
  const { tx, actor, today } = change
  const faults = [
    ...phaseFaults(body.phases, body.year).map(({ index, zh, en }) => ({ pointer: `/phases/${index}/from`, zh, en })),
    ...(body.bounds.lagYellow > body.bounds.lagRed ? [YELLOW_ABOVE_RED] : []),
  ]
  if (faults.length > 0) failFields(faults)
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
