import type { WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'
import type { Day, Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { pledges } from '../pledge/sql.ts'

const own = (tx: Tx) => tx.$pickTables<'pledge_pledge' | 'pledge_review' | 'pledge_comment'>()

interface Queue {
  authorityId: string
  unitId: string
  personId: string | null
}
/** Submitted pledges the unit reviews, longest waiting first; the caller's own are never among them. */
export const waiting = (
  tx: Tx,
  { authorityId, unitId, personId }: Queue,
  today: Day,
  after: { at: string; id: string } | null,
  limit: number,
) =>
  pledges(tx, authorityId, personId, today)
    .where('p.reviewer_unit_id', '=', unitId)
    .where('p.state', '=', 'submitted')
    .where(eb => (personId ? eb('p.person_id', '<>', personId) : eb.lit(true)))
    .where(eb =>
      after ? eb(sql`(p.submitted_at, p.id)`, '>', sql`(${after.at}::timestamptz, ${after.id}::uuid)`) : eb.lit(true),
    )
    .orderBy('p.submitted_at')
    .orderBy('p.id')
    .limit(limit)
    .execute()

export async function countWaiting(tx: Tx, { authorityId, unitId, personId }: Queue): Promise<number> {
  const { n } = await own(tx)
    .selectFrom('pledge_pledge')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('authority_id', '=', authorityId)
    .where('reviewer_unit_id', '=', unitId)
    .where('state', '=', 'submitted')
    .where(eb => (personId ? eb('person_id', '<>', personId) : eb.lit(true)))
    .executeTakeFirstOrThrow()
  return n
}

export async function insertRound(
  tx: Tx,
  row: {
    authority_id: string
    id: string
    pledge_id: string
    round: number
    decision: 'approved' | 'returned'
    reason: string | null
    decided_by: string
    decided_at: string
  },
  items: readonly WrittenItem[],
): Promise<void> {
  await own(tx)
    .insertInto('pledge_review')
    .values({ ...row, items_then: JSON.stringify(items) })
    .execute()
}

export async function insertComment(
  tx: Tx,
  row: {
    authority_id: string
    id: string
    pledge_id: string
    item_id: string
    round: number
    text: string
    written_by: string
    written_at: string
  },
): Promise<void> {
  await own(tx).insertInto('pledge_comment').values(row).execute()
}
/** False when there is no such comment in this round. */
export async function deleteComment(
  tx: Tx,
  authorityId: string,
  pledgeId: string,
  commentId: string,
  round: number,
): Promise<boolean> {
  const gone = await own(tx)
    .deleteFrom('pledge_comment')
    .where('authority_id', '=', authorityId)
    .where('pledge_id', '=', pledgeId)
    .where('id', '=', commentId)
    .where('round', '=', round)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export interface OverdueRow {
  id: string
  level: Level
  person_id: string
  person_name: string
  reviewer_unit_id: string
  year: number
  review_due_on: string
  reviewer_kind: string
  cycle_id: string
}
/** Pledges whose review should have been done before today. */
export async function overdueReviews(tx: Tx, authorityId: string, today: Day): Promise<OverdueRow[]> {
  return own(tx)
    .selectFrom('pledge_pledge as p')
    .select(['p.id', 'p.level', 'p.person_id', 'p.reviewer_unit_id', 'p.cycle_id'])
    .select([
      sql<string>`p.review_due_on`.as('review_due_on'),
      sql<string>`coalesce(person_label(p.authority_id, p.person_id), '')`.as('person_name'),
      sql<number>`year_of_cycle(p.authority_id, p.cycle_id)`.as('year'),
      sql<string>`kind_of_unit(p.authority_id, p.reviewer_unit_id)`.as('reviewer_kind'),
    ])
    .where('p.authority_id', '=', authorityId)
    .where('p.state', '=', 'submitted')
    .where('p.review_due_on', '<', today)
    .orderBy('p.id')
    .forUpdate('p')
    .execute()
}
