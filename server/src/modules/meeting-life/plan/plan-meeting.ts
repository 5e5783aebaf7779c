import { randomUUID } from 'node:crypto'
import type {
  cancelMeeting as cancelApi,
  changeMeeting as changeApi,
  MeetingPlan,
  planMeeting as planApi,
} from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { LIFE_KINDS } from '@jiannuo/rules/life/kinds.ts'
import { fail, failFields } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { meetingOf } from '../read-meeting.ts'
import * as sql from '../sql.ts'

/** The rules of organisational life begin with the branch regulations; a record before them could not be judged. */
export const FIRST_DAY = '2018-10-28'
export const startOf = (plan: MeetingPlan): string => new Date(`${plan.day}T${plan.at}:00+08:00`).toISOString()

/** Plans a meeting of the caller's own unit and invites who is due. Fails MEETING_OVERLAPS, MEETING_PEOPLE, NOT_MADE_UP. */
export async function planMeeting(change: Change, { body }: Input<typeof planApi>) {
  const { tx, actor } = change
  const id = randomUUID()
  const unitId = actor.capacity.unitId!
  await freeOf(change, unitId, body, id)
  const fields = await fieldsOf(change, unitId, body)
  await sql.insertMeeting(tx, {
    ...{ authority_id: actor.authorityId, id, unit_id: unitId, planned_by: actor.personId ?? actor.accountId },
    ...fields,
  })
  await change.audit('meeting.plan', id, { unitId, values: body })
  await invite(change, id, unitId, body, 0)
  return meetingOf(change, id)
}

/** Changes what is planned; those who are due are told. Fails STATE_CONFLICT once it has begun. */
export async function changeMeeting(change: Change, { body }: Input<typeof changeApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  if (meeting.state !== 'planned') fail('STATE_CONFLICT', { state: stateTitle(meeting), action: '改安排' })
  const sequence = meeting.sequence + 1
  await freeOf(change, meeting.unit_id, body, meeting.id)
  const fields = await fieldsOf(change, meeting.unit_id, body)
  await sql.setMeeting(tx, actor.authorityId, meeting.id, { ...fields, sequence })
  await change.audit('meeting.change', meeting.id, { unitId: meeting.unit_id, values: body })
  await invite(change, meeting.id, meeting.unit_id, body, sequence)
  return meetingOf(change, meeting.id)
}

/** Calls a planned meeting off and tells who was invited. */
export async function cancelMeeting(change: Change, { body }: Input<typeof cancelApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  if (meeting.state !== 'planned') fail('STATE_CONFLICT', { state: stateTitle(meeting), action: '取消' })
  await sql.setMeeting(tx, actor.authorityId, meeting.id, {
    ...{ state: 'cancelled', cancel_reason: body.reason, sequence: meeting.sequence + 1 },
  })
  const due = await sql.duePeople(tx, meeting.unit_id, meeting.kind, meeting.participants, meeting.held_on)
  await change.inform(
    due.map(each => each.personId),
    {
      ...{ kind: 'meeting.cancelled', objectId: meeting.id, unitId: meeting.unit_id, link: `/meetings/${meeting.id}` },
      title: both(`“${meeting.title}”取消：${body.reason}`, `“${meeting.title}” is called off: ${body.reason}`),
    },
  )
  await change.audit('meeting.cancel', meeting.id, { unitId: meeting.unit_id, values: body })
  return meetingOf(change, meeting.id)
}

const STATES: Record<string, Both> = {
  planned: { zh: '未开始', en: 'not begun' },
  open: { zh: '正在进行', en: 'under way' },
  closed: { zh: '已结束', en: 'over' },
  cancelled: { zh: '已取消', en: 'called off' },
}
export const stateTitle = (meeting: { state: string } | undefined): Both =>
  STATES[meeting?.state ?? ''] ?? { zh: '已不存在', en: 'gone' }

/** Columns of a plan. Fails with what a plan by itself may not be: too early a day, people who are not due, a meeting that cannot be made up. */
export async function fieldsOf(change: Change, unitId: string, plan: MeetingPlan) {
  if (plan.day < FIRST_DAY) failFields([tooEarly('/day')])
  if (plan.participants) await onlyDue(change, unitId, plan.participants, plan.day)
  if (plan.makesUp) await onlyMissed(change, unitId, plan.makesUp, plan)
  return {
    ...{ kind: plan.kind, title: plan.title, minutes: plan.minutes, held_on: plan.day, place: plan.place },
    ...{ starts_at: startOf(plan), agenda: JSON.stringify(plan.agenda) },
    ...{ participants: plan.participants, makes_up: plan.makesUp },
  }
}

/** Fails MEETING_OVERLAPS. */
async function freeOf(change: Change, unitId: string, plan: MeetingPlan, id: string): Promise<void> {
  const { tx, actor } = change
  const other = await sql.overlapping(tx, actor.authorityId, unitId, startOf(plan), plan.minutes, id)
  if (other) fail('MEETING_OVERLAPS', { title: other.title, at: clockOf(other.starts_at) })
}

/** Fails NOT_MADE_UP unless it is a closed meeting of the unit that all of these missed, and held by the day of the session. */
async function onlyMissed({ tx, actor }: Change, unitId: string, id: string, { participants, day }: MeetingPlan) {
  const missed = await sql.meetingById(tx, actor.authorityId, id, actor.personId)
  const people = await sql.attendance(tx, actor.authorityId, id)
  const may = new Set(people.filter(each => each.due && MISSED.includes(each.state)).map(each => each.personId))
  const isRight = missed?.unit_id === unitId && missed.state === 'closed' && missed.held_on <= day
  if (!isRight || !participants?.every(each => may.has(each))) fail('NOT_MADE_UP', { title: missed?.title ?? '' })
}
const MISSED = ['absent', 'leave']

export const tooEarly = (pointer: string) => ({
  ...{ pointer, zh: `应不早于${FIRST_DAY}，此前没有施行的规定` },
  en: `no earlier than ${FIRST_DAY}, when the rules begin`,
})

const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
export const clockOf = (moment: string) => shown.format(new Date(moment))

/** Fails MEETING_PEOPLE with everybody who did not belong to the unit on that day. */
export async function onlyDue(change: Change, unitId: string, people: readonly string[], day: string): Promise<void> {
  const members = await sql.duePeople(change.tx, unitId, 'branchAssembly', null, day)
  const officers = await sql.duePeople(change.tx, unitId, 'committeeMeeting', null, day)
  const known = new Set([...members, ...officers].map(each => each.personId))
  const strangers = people.filter(id => !known.has(id))
  if (strangers.length === 0) return
  const names = await sql.duePeople(change.tx, unitId, 'branchAssembly', strangers, day)
  fail('MEETING_PEOPLE', { names: names.map(n => n.name).join('、') || `${strangers.length}人`, day })
}

async function invite(change: Change, id: string, unitId: string, plan: MeetingPlan, sequence: number) {
  const due = await sql.duePeople(change.tx, unitId, plan.kind, plan.participants, plan.day)
  const kind = LIFE_KINDS[plan.kind]
  await change.inform(
    due.map(each => each.personId).filter(personId => personId !== change.actor.personId),
    {
      ...{ kind: `meeting.invited.${sequence}`, objectId: id, unitId, link: `/meetings/${id}`, dueOn: plan.day },
      title: both(
        `${sequence > 0 ? '改期或调整：' : ''}${plan.day} ${plan.at} ${kind.zh}“${plan.title}”，${plan.place}`,
        `${sequence > 0 ? 'Changed: ' : ''}${plan.day} ${plan.at} ${kind.en} “${plan.title}”, ${plan.place}`,
      ),
    },
  )
}
