import { randomUUID } from 'node:crypto'
import type { Notice } from '@jiannuo/contract/disclosure.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import { addDays, sayDay } from '@jiannuo/rules/day.ts'
import { localDays } from '../../platform/calendar/local-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import { both, type Change } from '../../platform/http/serve.ts'
import { informMany } from '../cycle/index.ts'
import * as sql from './sql.ts'

interface Opening {
  subject: Notice['subject']
  /** The unit inside which it is public. */
  unitId: string
  title: Both
  objectIds: readonly string[]
  /** Working days; the day of opening does not count. */
  days: number
}

/** First day no longer in a notice opened today, the city's own days off counted. `assumed` when the State Council has not published that year's holidays yet. */
export async function noticeEnds(
  { tx, actor, today }: Pick<Change, 'tx' | 'actor' | 'today'>,
  days: number,
): Promise<{ closesOn: Day; assumed: boolean }> {
  const last = addWorkingDays(today, days, await localDays(tx, actor.authorityId))
  return { closesOn: addDays(last.day, 1), assumed: last.assumed }
}

/** Makes things public inside a unit, in the name of the caller's unit, which alone reads the objections. Everybody in the unit is told. */
export async function openNotice(
  change: Change,
  { subject, unitId, title, objectIds, days }: Opening,
): Promise<{ noticeId: string; closesOn: Day }> {
  const { tx, actor, today } = change
  const id = randomUUID()
  const { closesOn } = await noticeEnds(change, days)
  await sql.insertNotice(tx, {
    authority_id: actor.authorityId,
    id,
    subject,
    unit_id: unitId,
    reviewer_unit_id: actor.capacity.unitId!,
    title: title.zh,
    object_ids: [...objectIds],
    opens_on: today,
    closes_on: closesOn,
    opened_by: actor.personId ?? actor.accountId,
    opened_at: change.now.toISOString(),
  })
  const last = sayDay(addDays(closesOn, -1))
  const message = {
    kind: 'notice.opened',
    objectId: id,
    title: both(
      `${title.zh}，公示到${last.zh}，可提意见`,
      `${title.en}: on notice through ${last.en}, objections welcome`,
    ),
    link: `/notices/${id}`,
    unitId,
  }
  await informMany(change.inform, await sql.readers(tx, actor.authorityId, unitId, today), message)
  await change.audit('notice.open', id, { unitId, values: { subject, objectIds, closesOn } })
  return { noticeId: id, closesOn }
}
