import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'

const own = (tx: Tx) => tx.$pickTables<'membership_rights_suspension'>()

/** Latest first. */
export const suspensionsOf = (tx: Tx, authorityId: string, memberId: string) =>
  own(tx)
    .selectFrom('membership_rights_suspension')
    .select(['id', 'cause', 'document', 'from_on as from', 'until_on as until'])
    .where('authority_id', '=', authorityId)
    .where('member_id', '=', memberId)
    .orderBy('from_on', 'desc')
    .execute()

export async function insertSuspension(tx: Tx, row: Database['membership_rights_suspension']): Promise<void> {
  await own(tx).insertInto('membership_rights_suspension').values(row).execute()
}

export async function endSuspension(tx: Tx, authorityId: string, id: string, until: Day): Promise<void> {
  await own(tx)
    .updateTable('membership_rights_suspension')
    .set({ until_on: until })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}
