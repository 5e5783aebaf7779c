import type { Tx } from '../../../platform/database/connect.ts'
import { itemsOf } from '../pledge/sql.ts'
import { completionOfItems } from './progress-of.ts'

/** Completion of each pledge as the appraisal reads it: exact share 0…1, 6 decimals. A pledge all of whose items are excused has no entry: there is nothing to appraise. */
export async function completionOf(
  tx: Tx,
  authorityId: string,
  pledgeIds: readonly string[],
): Promise<Map<string, string>> {
  const items = Map.groupBy(await itemsOf(tx, authorityId, pledgeIds), i => i.pledge_id)
  const all = [...items].map(([id, some]) => [id, completionOfItems(some)] as const)
  return new Map(all.flatMap(([id, share]) => (share === null ? [] : [[id, share] as const])))
}
