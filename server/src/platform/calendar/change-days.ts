import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/calendar.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { fail, failFields } from '../http/fail.ts'
import type { Change } from '../http/serve.ts'
import * as sql from './sql.ts'
import { isWorkingDay } from './working-days.ts'

/** Longer than a month is a new arrangement of the year, not an exception. */
const MOST_DAYS = 31

/** Periods that already run keep the last day they were told with; the next ones count by the new days. Fails LOCAL_DAY_EXISTS, LOCAL_DAY_NEEDLESS. */
export async function recordLocalDays({ tx, actor, now, audit }: Change, { body }: Input<typeof api.recordLocalDays>) {
  const { from, through, working, reason, document } = body
  if (through > addDays(from, MOST_DAYS - 1))
    failFields([{ pointer: '/through', zh: `一次最多登记${MOST_DAYS}天`, en: `At most ${MOST_DAYS} days at once` }])
  const days: Day[] = []
  for (let day = from; day <= through; day = addDays(day, 1)) if (isWorkingDay(day) !== working) days.push(day)
  if (days.length === 0) fail('LOCAL_DAY_NEEDLESS', { day: from, working })
  const rows = days.map(day => ({
    ...{ authority_id: actor.authorityId, id: randomUUID(), day, working, reason, document },
    recorded_by: actor.personId ?? actor.accountId,
    recorded_at: now.toISOString(),
  }))
  const written = (await sql.standing(tx, actor.authorityId, days)).length === 0 && (await sql.insertDays(tx, rows))
  if (!written) {
    const [taken] = await sql.standing(tx, actor.authorityId, days)
    fail('LOCAL_DAY_EXISTS', taken ?? { day: days[0]!, reason })
  }
  for (const row of rows) await audit('calendar.record-day', row.id, { values: { ...body, day: row.day } })
}

/** The day counts again as the published calendar says. Fails LOCAL_DAY_WITHDRAWN. */
export async function withdrawLocalDay(
  { tx, actor, now, audit }: Change,
  { body }: Input<typeof api.withdrawLocalDay>,
  { id, day }: sql.LocalDayRow,
) {
  const done = await sql.setWithdrawn(tx, actor.authorityId, id, {
    withdrawn_by: actor.personId ?? actor.accountId,
    withdrawn_at: now.toISOString(),
    withdrawal_reason: body.reason,
    withdrawal_document: body.document,
  })
  if (!done) fail('LOCAL_DAY_WITHDRAWN')
  await audit('calendar.withdraw-day', id, { values: { day, ...body } })
}
