import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { type PledgeRow, pledges } from '../pledge/sql.ts'

const own = (tx: Tx) => tx.$pickTables<'pledge_review'>()

/** Approved pledges of open years that the unit reviewed and that are not on notice yet. */
export const approvedBy = (
  tx: Tx,
  authorityId: string,
  reviewerUnitId: string,
  personId: string | null,
  today: Day,
): Promise<PledgeRow[]> =>
  pledges(tx, authorityId, personId, today)
    .where('p.reviewer_unit_id', '=', reviewerUnitId)
    .where('p.state', '=', 'approved')
    .where(sql<boolean>`cycle_is_open(p.authority_id, p.cycle_id)`)
    .orderBy('p.unit_id')
    .orderBy('p.level')
    .orderBy('p.id')
    .execute()

/** The same, locked for being put on notice. */
export const lockApproved = (
  tx: Tx,
  authorityId: string,
  reviewerUnitId: string,
  pledgeIds: readonly string[],
  personId: string | null,
  today: Day,
): Promise<PledgeRow[]> =>
  pledges(tx, authorityId, personId, today)
    .where('p.id', 'in', [...pledgeIds])
    .where('p.reviewer_unit_id', '=', reviewerUnitId)
    .where('p.state', '=', 'approved')
    .where(sql<boolean>`cycle_is_open(p.authority_id, p.cycle_id)`)
    .orderBy('p.id')
    .forUpdate('p')
    .execute()

/** Pledges that came onto this notice as far as the caller sees them, those sent back from it too. */
export const onceOnNotice = (
  tx: Tx,
  authorityId: string,
  pledgeIds: readonly string[],
  personId: string | null,
  today: Day,
): Promise<PledgeRow[]> =>
  pledges(tx, authorityId, personId, today)
    .where('p.id', 'in', [...pledgeIds])
    .orderBy('p.level')
    .orderBy('p.id')
    .execute()

export const lockOnNotice = (tx: Tx, authorityId: string, noticeId: string, today: Day): Promise<PledgeRow[]> =>
  pledges(tx, authorityId, null, today)
    .where('p.notice_id', '=', noticeId)
    .where('p.state', '=', 'onNotice')
    .orderBy('p.id')
    .forUpdate('p')
    .execute()

export async function insertReturn(
  tx: Tx,
  row: {
    authority_id: string
    id: string
    pledge_id: string
    round: number
    reason: string
    items_then: string
    decided_by: string
    decided_at: string
  },
): Promise<void> {
  await own(tx)
    .insertInto('pledge_review')
    .values({ ...row, decision: 'returned' })
    .execute()
}
