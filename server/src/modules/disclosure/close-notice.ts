import type { Day } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { fail } from '../../platform/http/fail.ts'
import * as sql from './sql.ts'

interface Closing {
  tx: Tx
  authorityId: string
  today: Day
  now: Date
  audit: (action: string, objectId: string, about?: { unitId?: string | null; values?: unknown }) => Promise<void>
}

/** Ends a notice that has run its time. Fails NOTICE_RUNNING before that, OBJECTION_UNANSWERED while an answer is owed. */
export async function closeNotice(
  { tx, authorityId, today, now, audit }: Closing,
  notice: { id: string; unit_id: string; closes_on: Day },
): Promise<void> {
  const present = await sql.lockNotice(tx, authorityId, notice.id)
  if (present?.state !== 'open') fail('STATE_CONFLICT', { state: { zh: '已结束', en: 'over' }, action: '再结束' })
  if (today < notice.closes_on) fail('NOTICE_RUNNING', { lastDay: addDays(notice.closes_on, -1) })
  const count = await sql.unanswered(tx, authorityId, notice.id)
  if (count > 0) fail('OBJECTION_UNANSWERED', { count })
  await sql.setClosed(tx, authorityId, notice.id, now.toISOString())
  await audit('notice.close', notice.id, { unitId: notice.unit_id })
}
