import { randomUUID } from 'node:crypto'
import type { Attendee, amendAttendance as amendApi, Quorum } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { restate } from '../../../platform/facts/restate.ts'
import { fail } from '../../../platform/http/fail.ts'
import { both, type Change } from '../../../platform/http/serve.ts'
import { settleCompliance } from '../compliance/judge-units.ts'
import { electionOf } from '../election/sql.ts'
import { stateTitle } from '../plan/plan-meeting.ts'
import { meetingOf } from '../read-meeting.ts'
import * as sql from '../sql.ts'
import { underWay } from './hold-meeting.ts'
import { noted } from './leave.ts'
import { quorumOf } from './quorum.ts'

/** Closes the record: whoever has not come and has no leave is absent, figures are fixed, facts go to the ledger. */
export async function closeMeeting(change: Change, _: unknown, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  await underWay(change, meeting, '结束')
  if ((await electionOf(tx, actor.authorityId, meeting.id))?.state === 'counting')
    fail('STATE_CONFLICT', { state: both('选举还没有计完票', 'the slips are not counted yet'), action: '结束' })
  const waiting = (await sql.attendance(tx, actor.authorityId, meeting.id)).filter(
    each => each.state === 'expected' || each.state === 'leaveAsked',
  )
  await sql.putAttendance(
    tx,
    actor.authorityId,
    meeting.id,
    waiting.map(each => ({ person_id: each.personId, state: 'absent', ...noted(change) })),
  )
  await sql.dropEarlierMinutes(tx, actor.authorityId, meeting.id)
  await settle(change, meeting, {
    ...{ state: 'closed', closed_at: change.now.toISOString(), closed_by: actor.personId ?? actor.accountId },
  })
  await change.audit('meeting.close', meeting.id, { unitId: meeting.unit_id })
  if (meeting.makes_up) await makeUp(change, meeting, meeting.makes_up)
  return meetingOf(change, meeting.id)
}

/** Whoever came to the session has made up what he missed: his record there is amended, with the session as the reason. */
async function makeUp(change: Change, session: sql.MeetingRow, missedId: string): Promise<void> {
  const { tx, actor } = change
  await sql.lockMeeting(tx, actor.authorityId, missedId)
  const missed = (await sql.meetingById(tx, actor.authorityId, missedId, actor.personId)) ?? fail('NOT_FOUND')
  const came = (await sql.attendance(tx, actor.authorityId, session.id)).filter(each => each.state === 'present')
  const here = new Set(came.map(each => each.personId))
  const before = (await sql.attendance(tx, actor.authorityId, missedId)).filter(
    each => here.has(each.personId) && (each.state === 'absent' || each.state === 'leave'),
  )
  for (const person of before) await amend(change, missedId, person, 'madeUp', `${session.held_on}“${session.title}”`)
  if (before.length > 0) await settle(change, missed, {})
}

async function amend(
  change: Change,
  meetingId: string,
  person: Attendee,
  after: Attendee['state'],
  reason: string,
): Promise<void> {
  const { tx, actor, now } = change
  await sql.insertAmendment(tx, {
    ...{ authority_id: actor.authorityId, id: randomUUID(), meeting_id: meetingId, person_id: person.personId },
    ...{ before: person.state, after, reason, made_at: now.toISOString(), made_by: actor.personId ?? actor.accountId },
  })
  const state = { person_id: person.personId, state: after, ...noted(change) }
  await sql.putAttendance(tx, actor.authorityId, meetingId, [state])
}

/** Corrects a closed record, or notes that somebody has made it up. The reason stays with it; facts are reversed and made anew. */
export async function amendAttendance(change: Change, { body }: Input<typeof amendApi>, meeting: sql.MeetingRow) {
  const { tx, actor } = change
  await sql.lockMeeting(tx, actor.authorityId, meeting.id)
  const current = await sql.meetingById(tx, actor.authorityId, meeting.id, actor.personId)
  if (current?.state !== 'closed') fail('STATE_CONFLICT', { state: stateTitle(current), action: '更正' })
  const people = await sql.attendance(tx, actor.authorityId, meeting.id)
  const person = people.find(each => each.personId === body.personId) ?? fail('NOT_DUE', { name: '这位同志' })
  if (person.state === body.state) return meetingOf(change, meeting.id)
  await amend(change, meeting.id, person, body.state, body.reason)
  await settle(change, meeting, {})
  await change.audit('meeting.amend', meeting.id, { unitId: meeting.unit_id, values: body })
  return meetingOf(change, meeting.id)
}

async function settle(change: Change, meeting: sql.MeetingRow, fields: sql.MeetingFields): Promise<void> {
  const { tx, actor } = change
  const people = await sql.attendance(tx, actor.authorityId, meeting.id)
  const quorum = quorumOf(meeting.kind, meeting.held_on, people)
  await sql.setMeeting(tx, actor.authorityId, meeting.id, { ...fields, quorum: JSON.stringify(quorum) })
  await restate(change, { module: 'meeting-life', id: meeting.id }, factsOf(meeting, people, quorum))
  await settleCompliance(change, meeting.unit_id, meeting.held_on, change.today)
}

/** What a closed meeting says in the ledger: taken part or not for each who was due (leave counts neither way), and what was held. A make-up session speaks through the meeting it makes up. */
function factsOf(meeting: sql.MeetingRow, people: readonly Attendee[], quorum: Quorum) {
  if (meeting.makes_up) return []
  const of = { unitId: meeting.unit_id, on: meeting.held_on }
  const took = people
    .filter(each => each.due && each.state !== 'leave')
    .map(each => ({
      ...{ kind: 'meetingCompliance', subjectId: each.personId, ...of },
      value: each.state === 'present' || each.state === 'madeUp' ? '1' : '0',
    }))
  const kind = ({ themeDay: 'themeDays', governanceStudy: 'strictGovernanceMeetings' } as Record<string, string>)[
    meeting.kind
  ]
  return quorum.kept && kind ? [...took, { kind, subjectId: meeting.unit_id, ...of, value: '1' }] : took
}
