import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type {
  arrive as arriveApi,
  noteAttendance as noteApi,
  addResolution as resolveApi,
} from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { votingBase } from '@jiannuo/rules/life/voting-base.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { suspended } from '../election/sql.ts'
import { onlyDue, stateTitle } from '../plan/plan-meeting.ts'
import { meetingOf } from '../read-meeting.ts'
import * as sql from '../sql.ts'
import { noted } from './leave.ts'
import { majorityOf, quorumOf } from './quorum.ts'

/** Fails STATE_CONFLICT unless the meeting is under way; holds it until the transaction ends. */
export async function underWay(change: Change, meeting: sql.MeetingRow, action: string): Promise<void> {
  const { tx, actor } = change
  await sql.lockMeeting(tx, actor.authorityId, meeting.id)
  const now = await sql.meetingById(tx, actor.authorityId, meeting.id, actor.personId)
  if (now?.state !== 'open') fail('STATE_CONFLICT', { state: stateTitle(now), action })
}

/** Begins: who is due and who may vote is fixed as of the day of the meeting. Leaves that were granted stay. */
export async function openMeeting(change: Change, _: unknown, meeting: sql.MeetingRow) {
  const { tx, actor, today } = change
  await sql.lockMeeting(tx, actor.authorityId, meeting.id)
  const current = await sql.meetingById(tx, actor.authorityId, meeting.id, actor.personId)
  if (current?.state !== 'planned') fail('STATE_CONFLICT', { state: stateTitle(current), action: '开始' })
  if (today < meeting.held_on) fail('MEETING_TOO_EARLY', { day: meeting.held_on })
  const due = await sql.duePeople(tx, meeting.unit_id, meeting.kind, meeting.participants, meeting.held_on)
  const barred = await suspended(
    tx,
    due.map(each => each.personId),
    meeting.held_on,
  )
  const base = votingBase.at(meeting.held_on < '2020-07-13' ? '2020-07-13' : meeting.held_on).compute(
    due.map(each => ({
      ...{ memberId: each.personId, regular: each.regular, suspended: barred.has(each.personId) },
      excused: each.state === 'longAway' || each.state === 'floating',
    })),
  )
  if (base.kind === 'missing') throw new Error(base.needs.join())
  const known = new Map((await sql.attendance(tx, actor.authorityId, meeting.id)).map(each => [each.personId, each]))
  const dueIds = new Set(base.value.due)
  const votingIds = new Set(base.value.voting)
  await sql.putAttendance(
    tx,
    actor.authorityId,
    meeting.id,
    due.map(({ personId }) => ({
      person_id: personId,
      ...{ due: dueIds.has(personId), voting: votingIds.has(personId) },
      left_out: base.value.leftOut.find(each => each.memberId === personId)?.because ?? null,
      state: known.get(personId)?.state ?? 'expected',
      ...noted(change),
    })),
  )
  await sql.setMeeting(tx, actor.authorityId, meeting.id, {
    ...{ state: 'open', opened_at: change.now.toISOString(), opened_by: actor.personId ?? actor.accountId },
  })
  await change.audit('meeting.open', meeting.id, { unitId: meeting.unit_id })
  return meetingOf(change, meeting.id)
}

/** Roll call, or names off the paper list. Fails MEETING_PEOPLE for anybody who did not belong to the unit that day. */
export async function noteAttendance(change: Change, { body }: Input<typeof noteApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  await underWay(change, meeting, '点名')
  const known = new Set((await sql.attendance(tx, actor.authorityId, meeting.id)).map(each => each.personId))
  const others = body.people.map(each => each.personId).filter(id => !known.has(id))
  if (others.length > 0) await onlyDue(change, meeting.unit_id, others, meeting.held_on)
  const last = new Map(body.people.map(each => [each.personId, each.state]))
  await sql.putAttendance(
    tx,
    actor.authorityId,
    meeting.id,
    [...last].map(([person_id, state]) => ({
      ...{ person_id, state, way: state === 'present' ? body.way : null },
      ...noted(change),
    })),
  )
  await change.audit('meeting.note-attendance', meeting.id, { unitId: meeting.unit_id, values: body })
  return meetingOf(change, meeting.id)
}

const SLOT_MS = 30_000

/** Six digits that follow from the meeting, the half minute and the installation's key. */
function codeOf({ key }: Change, meetingId: string, slot: number): string {
  const mac = createHmac('sha256', key('meeting-code')).update(`${meetingId}:${slot}`).digest()
  return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

export async function readMeetingCode(change: Change, _: unknown, meeting: sql.MeetingRow) {
  if (meeting.state !== 'open') fail('STATE_CONFLICT', { state: stateTitle(meeting), action: '出示签到码' })
  const slot = Math.floor(change.now.getTime() / SLOT_MS)
  return { code: codeOf(change, meeting.id, slot), until: new Date((slot + 1) * SLOT_MS).toISOString() }
}

/** Signs in with the code on show, or the one just before it. Whoever has been called already stays present. */
export async function arrive(change: Change, { body }: Input<typeof arriveApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  await underWay(change, meeting, '签到')
  const slot = Math.floor(change.now.getTime() / SLOT_MS)
  const given = Buffer.from(body.code)
  const good = [slot, slot - 1].some(each => {
    const code = Buffer.from(codeOf(change, meeting.id, each))
    return code.length === given.length && timingSafeEqual(code, given)
  })
  if (!good) fail('MEETING_CODE')
  const people = await sql.attendance(tx, actor.authorityId, meeting.id)
  const me = people.find(each => each.personId === actor.personId) ?? fail('NOT_DUE', { name: actor.name })
  await sql.putAttendance(tx, actor.authorityId, meeting.id, [
    { person_id: me.personId, state: 'present', way: 'code', ...noted(change) },
  ])
  await change.audit('meeting.arrive', meeting.id, { unitId: meeting.unit_id })
  return meetingOf(change, meeting.id)
}

/** Records a vote. Fails VOTES_EXCEED when more were cast than are present with a vote, QUORUM_LACKING when no vote can be taken. */
export async function addResolution(change: Change, { body }: Input<typeof resolveApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  await underWay(change, meeting, '表决')
  const quorum = quorumOf(meeting.kind, meeting.held_on, await sql.attendance(tx, actor.authorityId, meeting.id))
  if (!quorum.kept) fail('QUORUM_LACKING', { present: quorum.votingPresent, needed: quorum.needed })
  const cast = body.inFavour + body.against + body.abstained
  if (cast > quorum.votingPresent) fail('VOTES_EXCEED', { cast, present: quorum.votingPresent })
  const before = await sql.resolutions(tx, actor.authorityId, meeting.id)
  const id = randomUUID()
  await sql.insertResolution(tx, {
    ...{ authority_id: actor.authorityId, id, meeting_id: meeting.id, ordinal: before.length + 1, text: body.text },
    ...{ majority: body.majority, ...majorityOf(body.majority, meeting.held_on, body.inFavour, quorum) },
    ...{ in_favour: body.inFavour, against: body.against, abstained: body.abstained, way: body.way },
    ...{ recorded_at: change.now.toISOString(), recorded_by: actor.personId ?? actor.accountId },
  })
  await change.audit('meeting.resolve', id, { unitId: meeting.unit_id, values: body })
  return meetingOf(change, meeting.id)
}
