import type { answerLeave as answerApi, askLeave as askApi } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { stateTitle } from '../plan/plan-meeting.ts'
import { meetingOf } from '../read-meeting.ts'
import * as sql from '../sql.ts'

/** Asks to be excused; the one who planned the meeting is told. Fails NOT_DUE, STATE_CONFLICT once the meeting is over. */
export async function askLeave(change: Change, { body }: Input<typeof askApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  if (meeting.state !== 'planned' && meeting.state !== 'open')
    fail('STATE_CONFLICT', { state: stateTitle(meeting), action: '请假' })
  const due = await sql.duePeople(tx, meeting.unit_id, meeting.kind, meeting.participants, meeting.held_on)
  const me = due.find(each => each.personId === actor.personId) ?? fail('NOT_DUE', { name: actor.name })
  await sql.putAttendance(tx, actor.authorityId, meeting.id, [
    { person_id: me.personId, state: 'leaveAsked', leave_reason: body.reason, ...noted(change) },
  ])
  await change.inform([meeting.planned_by], {
    ...{ kind: 'meeting.leave', objectId: `${meeting.id}:${me.personId}`, unitId: meeting.unit_id },
    link: `/meetings/${meeting.id}`,
    title: both(`${me.name}请假：“${meeting.title}”`, `${me.name} asks leave from “${meeting.title}”`),
  })
  await change.audit('meeting.ask-leave', meeting.id, { unitId: meeting.unit_id, values: body })
  return meetingOf(change, meeting.id)
}

/** Grants a leave, or refuses it, so that the person is expected again; he is told. */
export async function answerLeave(change: Change, { params, body }: Input<typeof answerApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  const people = await sql.attendance(tx, actor.authorityId, meeting.id)
  const asked = people.find(each => each.personId === params.personId)
  if (asked?.state !== 'leaveAsked')
    fail('STATE_CONFLICT', { state: { zh: '没有待批的请假', en: 'no leave to decide on' }, action: '批假' })
  await sql.putAttendance(tx, actor.authorityId, meeting.id, [
    { person_id: params.personId, state: body.granted ? 'leave' : 'expected', ...noted(change) },
  ])
  await change.inform([params.personId], {
    ...{ kind: `meeting.leave-${body.granted}`, objectId: meeting.id, unitId: meeting.unit_id },
    link: `/meetings/${meeting.id}`,
    title: body.granted
      ? both(`已准假：“${meeting.title}”`, `Leave granted: “${meeting.title}”`)
      : both(`未准假，请参加：“${meeting.title}”`, `Leave refused, please attend: “${meeting.title}”`),
  })
  await change.audit('meeting.answer-leave', meeting.id, { unitId: meeting.unit_id, values: { ...params, ...body } })
  return meetingOf(change, meeting.id)
}

export const noted = ({ actor, now }: Change) => ({
  noted_at: now.toISOString(),
  noted_by: actor.personId ?? actor.accountId,
})
