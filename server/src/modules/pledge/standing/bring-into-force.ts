import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import * as sql from './sql.ts'

/** Puts approved pledges on notice. Returns how many were approved and are on notice now; others are left alone. */
export const putOnNotice = (
  tx: Tx,
  authorityId: string,
  pledgeIds: readonly string[],
  noticeId: string,
): Promise<number> =>
  pledgeIds.length === 0 ? Promise.resolve(0) : sql.setOnNotice(tx, authorityId, pledgeIds, noticeId)

/** Sends pledges on notice back to their authors: an objection was found right. Returns how many. */
export const returnFromNotice = (tx: Tx, authorityId: string, pledgeIds: readonly string[]): Promise<number> =>
  pledgeIds.length === 0 ? Promise.resolve(0) : sql.setReturned(tx, authorityId, pledgeIds)

/** Brings pledges whose notice has ended into force; an amendment takes the place of the version it amends, with the progress made on it. Returns their ids and authors. */
export async function bringIntoForce(
  tx: Tx,
  authorityId: string,
  pledgeIds: readonly string[],
  today: Day,
): Promise<{ id: string; personId: string }[]> {
  if (pledgeIds.length === 0) return []
  const done = await sql.setInForce(tx, authorityId, pledgeIds, today)
  for (const { id, amends } of done) if (amends) await sql.takeOver(tx, authorityId, id, amends)
  return done.map(p => ({ id: p.id, personId: p.person_id }))
}
