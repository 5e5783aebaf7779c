import type { LocalDay } from '@jiannuo/contract/calendar.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'platform_holiday'>()

const rows = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('platform_holiday')
    .selectAll()
    .select(eb => [
      sql<string | null>`(select n.name from post_holder_names(array[${eb.ref('recorded_by')}]) n)`.as('by_name'),
      sql<string | null>`(select n.name from post_holder_names(array[${eb.ref('withdrawn_by')}]) n)`.as(
        'withdrawn_name',
      ),
    ])
    .where('authority_id', '=', authorityId)

/** The authority's own days of a year, withdrawn ones with them, by day. */
export async function localDaysOf(tx: Tx, authorityId: string, year: number): Promise<LocalDay[]> {
  const found = await rows(tx, authorityId)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .orderBy('recorded_at')
    .execute()
  return found.map(r => ({
    id: r.id,
    day: r.day,
    working: r.working,
    reason: r.reason,
    document: r.document,
    recordedBy: r.by_name ?? '',
    recordedAt: r.recorded_at,
    withdrawn:
      r.withdrawn_at === null
        ? null
        : {
            by: r.withdrawn_name ?? '',
            at: r.withdrawn_at,
            reason: r.withdrawal_reason ?? '',
            document: r.withdrawal_document ?? '',
          },
  }))
}

/** Days of these that stand already, the earliest first. */
export const standing = (tx: Tx, authorityId: string, days: readonly Day[]) =>
  own(tx)
    .selectFrom('platform_holiday')
    .select(['day', 'reason'])
    .where('authority_id', '=', authorityId)
    .where('day', 'in', [...days])
    .where('withdrawn_at', 'is', null)
    .orderBy('day')
    .execute()

interface NewDay {
  authority_id: string
  id: string
  day: Day
  working: boolean
  reason: string
  document: string
  recorded_by: string
  recorded_at: string
}
/** False when another hand recorded one of the days meanwhile. */
export async function insertDays(tx: Tx, days: readonly NewDay[]): Promise<boolean> {
  const written = await own(tx)
    .insertInto('platform_holiday')
    .values([...days])
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  return written.length === days.length
}

export const dayById = (tx: Tx, authorityId: string, id: string) =>
  rows(tx, authorityId).where('id', '=', id).executeTakeFirst()
export type LocalDayRow = NonNullable<Awaited<ReturnType<typeof dayById>>>

/** False when it was withdrawn already. */
export async function setWithdrawn(
  tx: Tx,
  authorityId: string,
  id: string,
  by: { withdrawn_by: string; withdrawn_at: string; withdrawal_reason: string; withdrawal_document: string },
): Promise<boolean> {
  const done = await own(tx)
    .updateTable('platform_holiday')
    .set(by)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute()
  return done.length === 1
}
