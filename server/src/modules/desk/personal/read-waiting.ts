import type { Change } from '../../../platform/http/serve.ts'
import { findAsks } from './asks/find-asks.ts'
import { toAsks } from './asks/to-asks.ts'

/** How many asks each capacity of the caller would show; capacities without any are left out. */
export async function readWaiting(change: Change) {
  if (change.actor.personId === null) return { waiting: {} }
  const { byCapacity } = await findAsks(change)
  return {
    waiting: Object.fromEntries(
      [...byCapacity].map(([key, rows]) => [key, toAsks(rows, null, change.today, null).length]),
    ),
  }
}
