import type { OFFICE_ASKS, OWN_ASKS } from '@jiannuo/contract/desk/desk.ts'
import { Both, type Day, type Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

/** One thing that waits, as found; what belongs together is put together by `toAsks`. */
export interface AskRow {
  /** The capacity it waits in: of an own matter always 'member'. */
  capacity_key: string
  kind: (typeof OWN_ASKS)[number] | (typeof OFFICE_ASKS)[number]
  object_id: string | null
  person_name: string | null
  unit_id: string | null
  unit_name: string | null
  level: Level | null
  due_on: Day | null
  since: string | null
  amount: number
  detail: string | null
  /** Where a rule gave the reason: in its words. */
  say?: Both
}

/** What waits for the caller in every capacity of his, soonest due first; all but items that lag, which rules must judge. */
export async function myAsks(tx: Tx): Promise<AskRow[]> {
  return (
    await sql<AskRow>`select capacity_key, kind, object_id, person_name, unit_id, unit_name, level, due_on, since, amount, detail from my_asks()`.execute(
      tx,
    )
  ).rows
}

export interface OwnCapacity {
  key: string
  role: string
  unit_id: string | null
}
export async function myCapacities(tx: Tx, authorityId: string, accountId: string): Promise<OwnCapacity[]> {
  return (
    await sql<OwnCapacity>`select key, role, unit_id from account_capacities(${authorityId}, ${accountId})`.execute(tx)
  ).rows
}

interface NoticeRow {
  id: string
  title: string
  unit_name: string | null
  subject: 'pledge' | 'result'
  objects: number
  closes_on: Day
}
export async function runningNotices(tx: Tx, authorityId: string, today: Day): Promise<NoticeRow[]> {
  return (await sql<NoticeRow>`select * from running_notices(${authorityId}, ${today}::date)`.execute(tx)).rows
}

/** The latest filed result of a person at a level; null when none was ever filed. */
export async function lastFiledResult(tx: Tx, authorityId: string, personId: string, level: Level) {
  const { rows } = await sql<{ level: Level; year: number; total: string | null; grade: string; title: unknown }>`
    select * from last_filed_results(${authorityId}, ${personId}) where level = ${level}`.execute(tx)
  const found = rows[0]
  return found
    ? {
        level: found.level,
        year: found.year,
        total: found.total,
        grade: Both.safeParse(found.title).data ?? { zh: found.grade, en: found.grade },
      }
    : null
}
