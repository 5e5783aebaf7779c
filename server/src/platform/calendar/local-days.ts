import type { Tx } from '../database/connect.ts'
import type { LocalDays } from './working-days.ts'

/** The authority's own days in force, for the functions of working-days.ts. */
export async function localDays(tx: Tx, authorityId: string): Promise<LocalDays> {
  const rows = await tx
    .selectFrom('platform_holiday')
    .select(['day', 'working'])
    .where('authority_id', '=', authorityId)
    .where('withdrawn_at', 'is', null)
    .execute()
  const days = (working: boolean) => rows.filter(row => row.working === working).map(row => row.day)
  return { holidays: days(false), workingDays: days(true) }
}
