import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../database/connect.ts'

/** The records of one subject, fact and grain within a period. `grain`: an event on a day, or a statement for the whole period or for a part of it. */
export interface LedgerSum {
  subjectId: string
  kind: string
  grain: 'event' | 'stated' | 'halfYear' | 'quarter' | 'month'
  entries: number
  sum: string
  mean: string
  /** Of the latest day; of several on it the one recorded last. */
  last: string
}

/** What is asked of the ledger: the period by its days, and the last day of what had happened and been recorded. */
export interface LedgerQuestion {
  authorityId: string
  /** `all`: whoever and whatever is in view. */
  subjectIds: readonly string[] | 'all'
  kinds: readonly string[]
  period: { id: string; from: Day; until: Day }
  cutOff: Day
}

/** Entries of the question that had not been reversed by the cut-off. What is recorded or reversed later changes nothing. */
const standing = ({ authorityId, subjectIds, kinds, period, cutOff }: LedgerQuestion) => sql`
  from fact_entry f
  left join fact_entry r on r.authority_id = f.authority_id and r.reverses = f.id and r.recorded_at < ((${cutOff}::date + 1)::timestamp at time zone 'Asia/Shanghai')
  where f.authority_id = ${authorityId} ${subjectIds === 'all' ? sql`` : sql`and f.subject_id = any (${[...subjectIds]}::uuid[])`} and f.kind = any (${[...kinds]}::text[])
    and f.on_day >= ${period.from} and f.on_day < ${period.until} and f.on_day <= ${cutOff}
    and f.recorded_at < ((${cutOff}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    and f.reverses is null and r.id is null`

/** Sums, means and latest values of the ledger as it stood at the cut-off. Subjects without a record are left out: missing is not zero. */
export async function ledgerAsOf(tx: Tx, question: LedgerQuestion): Promise<LedgerSum[]> {
  if (question.subjectIds.length === 0 || question.kinds.length === 0) return []
  const { rows } = await sql<LedgerSum>`
    select f.subject_id as "subjectId", f.kind,
      case when f.period is null then 'event' when f.period = ${question.period.id} then 'stated' when f.period like '%-H%' then 'halfYear' when f.period like '%-Q%' then 'quarter' else 'month' end as grain,
      count(*)::int as entries, trim_scale(sum(f.value))::text as sum, trim_scale(round(avg(f.value), 6))::text as mean,
      trim_scale((array_agg(f.value order by f.on_day desc, f.recorded_at desc, f.id))[1])::text as last
    ${standing(question)} group by 1, 2, 3`.execute(tx)
  return rows
}

export interface LedgerEntry {
  id: string
  kind: string
  subjectId: string
  on: Day
  value: string
  period: string | null
  module: string
  sourceId: string
  recordedAt: string
}

/** The entries behind such numbers, newest first. */
export async function entriesAsOf(tx: Tx, question: LedgerQuestion): Promise<LedgerEntry[]> {
  if (question.subjectIds.length === 0) return []
  const { rows } = await sql<LedgerEntry>`
    select f.id, f.kind, f.subject_id as "subjectId", f.on_day as "on", trim_scale(f.value)::text as value, f.period, f.source_module as module, f.source_id as "sourceId", f.recorded_at as "recordedAt"
    ${standing(question)} order by f.on_day desc, f.recorded_at desc, f.id`.execute(tx)
  return rows
}
