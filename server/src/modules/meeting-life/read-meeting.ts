import type { listMeetings as listApi, Meeting, MeetingLine, Quorum } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { z } from 'zod'
import { fail } from '../../platform/http/fail.ts'
import type { Change } from '../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../platform/http/wire/cursor.ts'
import { quorumOf } from './hold/quorum.ts'
import { keeps } from './policy.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.iso.date(), z.uuid()])

/** Meetings of the units the caller sees, the latest day first. */
export async function listMeetings({ tx, actor, today }: Change, { query }: Input<typeof listApi>) {
  const { after, limit, whose, ...asked } = query
  const around = { from: asked.from ?? addDays(today, -31), until: asked.until ?? addDays(today, 31) }
  const found = await sql.listed(tx, actor.authorityId, actor.personId, {
    ...asked,
    mine: whose ? around : null,
    after: openCursor(Cursor, after),
    limit: limit + 1,
  })
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    items: rows.map(toLine),
    next: found.length > rows.length && last ? sealCursor([last.held_on, last.id]) : null,
  }
}

export const readMeeting = (change: Change, _: unknown, meeting: sql.MeetingRow): Promise<Meeting> =>
  meetingOf(change, meeting.id)

/** One meeting as it stands now. Minutes only for those who may read them; figures of a closed one are those of its record. */
export async function meetingOf({ tx, actor }: Change, id: string): Promise<Meeting> {
  const row = (await sql.meetingById(tx, actor.authorityId, id, actor.personId)) ?? fail('NOT_FOUND')
  const people = await sql.attendance(tx, actor.authorityId, id)
  const due = await sql.duePeople(tx, row.unit_id, row.kind, row.participants, row.held_on)
  const postOf = new Map(due.map(each => [each.personId, each.post]))
  const hears = await sql.hears(tx, actor.authorityId, id)
  const last = hears ? await sql.lastMinutes(tx, actor.authorityId, id) : undefined
  const amendments = await sql.amendments(tx, actor.authorityId, id)
  return {
    ...toLine(row),
    quorum: row.state === 'open' ? quorumOf(row.kind, row.held_on, people) : toLine(row).quorum,
    agenda: row.agenda as Meeting['agenda'],
    cancelReason: row.cancel_reason,
    attendance: people.map(each => ({ ...each, post: postOf.get(each.personId) ?? null })),
    resolutions: await sql.resolutions(tx, actor.authorityId, id),
    minutesOf: hears ? minutesOf(last) : null,
    amendments: amendments.map(a => ({
      ...{ personName: a.person_name, reason: a.reason, madeAt: a.made_at, madeBy: a.made_by_name },
      before: a.before as Meeting['amendments'][number]['before'],
      after: a.after as Meeting['amendments'][number]['after'],
    })),
    participants: row.participants,
    ...(await sql.linked(tx, actor.authorityId, id, row.makes_up)),
    mayKeep: keeps(actor, row.unit_id),
  }
}

type MinutesRow = Awaited<ReturnType<typeof sql.lastMinutes>>
export const minutesOf = (last: MinutesRow) => ({
  text: last?.text ?? '',
  revision: last?.revision ?? 0,
  savedAt: last?.saved_at ?? null,
  savedBy: last?.saved_by ?? null,
})

const toLine = (row: sql.MeetingRow): MeetingLine => ({
  ...{ id: row.id, unitId: row.unit_id, unitName: row.unit_name, title: row.title, place: row.place },
  ...{ startsAt: row.starts_at, heldOn: row.held_on, minutes: row.minutes },
  kind: row.kind as MeetingLine['kind'],
  state: row.state,
  quorum: row.quorum as Quorum | null,
  mine: row.mine,
})
