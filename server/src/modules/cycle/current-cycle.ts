import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { allCycles } from './sql.ts'

/**
 * The year in hand: the open one of the calendar year once it has begun, else the latest open one that has. In January and
 * February the year before may still be graded and filed; ask `openCycles` for both. Null when there is none.
 */
export async function currentCycle(tx: Tx, authorityId: string, today: Day): Promise<Cycle | null> {
  const begun = await openCycles(tx, authorityId, today)
  return begun.find(c => c.year === Number(today.slice(0, 4))) ?? begun[0] ?? null
}

/** Open years that have begun, newest first. */
export async function openCycles(tx: Tx, authorityId: string, today: Day): Promise<Cycle[]> {
  return (await allCycles(tx, authorityId, today)).filter(
    c => c.state === 'open' && c.phases.some(p => p.from <= today),
  )
}
