import type { Attendee, MeetingLine, Resolution } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Database } from '../../platform/database/tables.ts'

const own = (tx: Tx) =>
  tx.$pickTables<
    | 'meeting_life_meeting'
    | 'meeting_life_attendance'
    | 'meeting_life_resolution'
    | 'meeting_life_minutes'
    | 'meeting_life_amendment'
  >()

/** Meetings as far as the caller sees them, each with his own attendance. */
function meetings(tx: Tx, authorityId: string, personId: string | null) {
  return own(tx)
    .selectFrom('meeting_life_meeting as m')
    .leftJoin('meeting_life_attendance as a', join =>
      join
        .onRef('a.authority_id', '=', 'm.authority_id')
        .onRef('a.meeting_id', '=', 'm.id')
        .on('a.person_id', '=', personId),
    )
    .selectAll('m')
    .select(['a.state as mine', sql<string>`coalesce(unit_label(m.authority_id, m.unit_id), '')`.as('unit_name')])
    .where('m.authority_id', '=', authorityId)
}
export type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>

export const meetingById = (tx: Tx, authorityId: string, id: string, personId: string | null) =>
  meetings(tx, authorityId, personId).where('m.id', '=', id).executeTakeFirst()

/** The same row, held until the transaction ends, so that two who act on it come one after the other. */
export async function lockMeeting(tx: Tx, authorityId: string, id: string): Promise<void> {
  await own(tx)
    .selectFrom('meeting_life_meeting')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export interface Listing {
  unitId?: string | undefined
  from?: Day | undefined
  until?: Day | undefined
  state?: MeetingLine['state'] | undefined
  mine: { from: Day; until: Day } | null
  after: readonly [Day, string] | null
  limit: number
}
export function listed(tx: Tx, authorityId: string, personId: string | null, asked: Listing): Promise<MeetingRow[]> {
  let found = meetings(tx, authorityId, personId)
  if (asked.unitId) found = found.where('m.unit_id', '=', asked.unitId)
  if (asked.from) found = found.where('m.held_on', '>=', asked.from)
  if (asked.until) found = found.where('m.held_on', '<', asked.until)
  if (asked.state) found = found.where('m.state', '=', asked.state)
  if (asked.mine)
    found = found.where(
      sql<boolean>`m.id in (select meeting_life_mine(${asked.mine.from}::date, ${asked.mine.until}::date))`,
    )
  if (asked.after)
    found = found.where(sql<boolean>`(m.held_on, m.id) < (${asked.after[0]}::date, ${asked.after[1]}::uuid)`)
  return found.orderBy('m.held_on', 'desc').orderBy('m.id', 'desc').limit(asked.limit).execute()
}

/** What of the unit stands in a span, held or planned, make-up sessions left out. */
export const standing = (tx: Tx, authorityId: string, unitId: string, from: Day, until: Day) =>
  own(tx)
    .selectFrom('meeting_life_meeting')
    .select(['id', 'kind', 'held_on', 'title', 'state'])
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .where('held_on', '>=', from)
    .where('held_on', '<', until)
    .where('state', '<>', 'cancelled')
    .where('makes_up', 'is', null)
    .orderBy('starts_at')
    .execute()

/** What is planned for a day, of every unit. */
export const plannedOn = (tx: Tx, authorityId: string, day: Day) =>
  own(tx)
    .selectFrom('meeting_life_meeting')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('held_on', '=', day)
    .where('state', '=', 'planned')
    .execute()

/** The meeting itself and the sessions that make it up, as references. */
export async function linked(tx: Tx, authorityId: string, id: string, makesUp: string | null) {
  const rows = await own(tx)
    .selectFrom('meeting_life_meeting')
    .select(['id', 'title', 'held_on', 'state', 'makes_up'])
    .where('authority_id', '=', authorityId)
    .where(eb => eb.or([eb('makes_up', '=', id), eb('id', '=', makesUp)]))
    .where('state', '<>', 'cancelled')
    .orderBy('held_on')
    .execute()
  const refs = rows.map(r => ({ id: r.id, title: r.title, heldOn: r.held_on, state: r.state }))
  return { makesUp: refs.find(r => r.id === makesUp) ?? null, madeUpBy: refs.filter(r => r.id !== makesUp) }
}

/** What the unit holds at any minute of that span, the meeting itself left out. */
export const overlapping = (tx: Tx, authorityId: string, unitId: string, from: string, minutes: number, but: string) =>
  own(tx)
    .selectFrom('meeting_life_meeting')
    .select(['id', 'title', 'starts_at'])
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .where('state', '<>', 'cancelled')
    .where('id', '<>', but)
    .where(
      sql<boolean>`starts_at < ${from}::timestamptz + make_interval(mins => ${minutes}) and starts_at + make_interval(mins => minutes) > ${from}::timestamptz`,
    )
    .executeTakeFirst()

export async function insertMeeting(
  tx: Tx,
  row: Pick<
    Database['meeting_life_meeting'],
    'authority_id' | 'id' | 'unit_id' | 'kind' | 'title' | 'starts_at' | 'minutes' | 'held_on' | 'place' | 'planned_by'
  > & { agenda: string; participants: string[] | null; makes_up: string | null },
): Promise<void> {
  await own(tx).insertInto('meeting_life_meeting').values(row).execute()
}

export type MeetingFields = Partial<
  Pick<
    Database['meeting_life_meeting'],
    | 'kind'
    | 'title'
    | 'starts_at'
    | 'minutes'
    | 'held_on'
    | 'place'
    | 'participants'
    | 'makes_up'
    | 'opened_by'
    | 'opened_at'
    | 'closed_by'
    | 'closed_at'
    | 'cancel_reason'
  >
> & { state?: MeetingLine['state']; agenda?: string; quorum?: string; sequence?: number }
export async function setMeeting(tx: Tx, authorityId: string, id: string, fields: MeetingFields): Promise<void> {
  await own(tx)
    .updateTable('meeting_life_meeting')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

export interface DuePerson {
  personId: string
  name: string
  regular: boolean
  state: string
  post: string | null
}
/** Who is due at such a meeting of the unit on that day, by name. */
export async function duePeople(
  tx: Tx,
  unitId: string,
  kind: string,
  only: readonly string[] | null,
  on: Day,
): Promise<DuePerson[]> {
  const { rows } = await sql<DuePerson>`
    select person_id as "personId", name, regular, state, post
    from meeting_life_due(${unitId}::uuid, ${kind}, ${only}::uuid[], ${on}::date)`.execute(tx)
  return rows
}

/** Names of a meeting with what is noted of each, by name. */
export async function attendance(tx: Tx, authorityId: string, meetingId: string): Promise<Attendee[]> {
  const rows = await own(tx)
    .selectFrom('meeting_life_attendance')
    .select(['person_id', 'due', 'voting', 'left_out', 'state', 'way', 'leave_reason'])
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
    .execute()
  const { rows: names } = await sql<{ person_id: string; name: string }>`
    select person_id, name from member_names(${rows.map(r => r.person_id)}::uuid[])`.execute(tx)
  const nameOf = new Map(names.map(n => [n.person_id, n.name]))
  return rows
    .map(r => ({
      personId: r.person_id,
      name: nameOf.get(r.person_id) ?? '',
      post: null,
      due: r.due,
      voting: r.voting,
      leftOut: r.left_out,
      state: r.state,
      way: r.way,
      leaveReason: r.leave_reason,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh') || a.personId.localeCompare(b.personId))
}

type AttendanceRow = Pick<Database['meeting_life_attendance'], 'person_id' | 'noted_at' | 'noted_by'> & {
  state: Attendee['state']
  due?: boolean
  voting?: boolean
  left_out?: Attendee['leftOut']
  way?: Attendee['way']
  leave_reason?: string | null
}
/** Writes what is noted of each person; what a row does not say stays as it was. */
export async function putAttendance(
  tx: Tx,
  authorityId: string,
  meetingId: string,
  rows: readonly AttendanceRow[],
): Promise<void> {
  if (rows.length === 0) return
  const said = Object.keys(rows[0]!).filter(column => column !== 'person_id')
  await own(tx)
    .insertInto('meeting_life_attendance')
    .values(rows.map(row => ({ ...row, authority_id: authorityId, meeting_id: meetingId })))
    .onConflict(conflict =>
      conflict
        .columns(['authority_id', 'meeting_id', 'person_id'])
        .doUpdateSet(eb => Object.fromEntries(said.map(column => [column, eb.ref(`excluded.${column}` as never)]))),
    )
    .execute()
}

export async function resolutions(tx: Tx, authorityId: string, meetingId: string): Promise<Resolution[]> {
  const rows = await own(tx)
    .selectFrom('meeting_life_resolution')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
    .orderBy('ordinal')
    .execute()
  return rows.map(r => ({
    ...{ id: r.id, ordinal: r.ordinal, text: r.text, base: r.base, needed: r.needed, carried: r.carried },
    ...{ inFavour: r.in_favour, against: r.against, abstained: r.abstained },
    majority: r.majority,
    way: r.way,
  }))
}
export async function insertResolution(tx: Tx, row: Database['meeting_life_resolution']): Promise<void> {
  await own(tx).insertInto('meeting_life_resolution').values(row).execute()
}

/** Whether the caller may read what was said; a superior may not when the meeting was one of criticism. */
export async function hears(tx: Tx, authorityId: string, meetingId: string): Promise<boolean> {
  const { rows } = await sql<{ hears: boolean }>`
    select meeting_life_hears(${authorityId}::uuid, ${meetingId}::uuid) as hears`.execute(tx)
  return rows[0]?.hears ?? false
}

const minutes = (tx: Tx, authorityId: string, meetingId: string) =>
  own(tx)
    .selectFrom('meeting_life_minutes')
    .select(['text', 'revision', 'saved_at'])
    .select(sql<string | null>`person_label(authority_id, saved_by)`.as('saved_by'))
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
export const lastMinutes = (tx: Tx, authorityId: string, meetingId: string) =>
  minutes(tx, authorityId, meetingId).orderBy('revision', 'desc').limit(1).executeTakeFirst()
export const minutesAt = (tx: Tx, authorityId: string, meetingId: string, revision: number) =>
  minutes(tx, authorityId, meetingId).where('revision', '=', revision).executeTakeFirst()
export async function insertMinutes(tx: Tx, row: Database['meeting_life_minutes']): Promise<void> {
  await own(tx).insertInto('meeting_life_minutes').values(row).execute()
}
/** Keeps the last saved state alone. */
export async function dropEarlierMinutes(tx: Tx, authorityId: string, meetingId: string): Promise<void> {
  await own(tx)
    .deleteFrom('meeting_life_minutes')
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
    .where(
      'revision',
      '<',
      sql<number>`(select max(revision) from meeting_life_minutes l where l.authority_id = ${authorityId} and l.meeting_id = ${meetingId})`,
    )
    .execute()
}

export const amendments = (tx: Tx, authorityId: string, meetingId: string) =>
  own(tx)
    .selectFrom('meeting_life_amendment')
    .select(['before', 'after', 'reason', 'made_at'])
    .select([
      sql<string>`coalesce(person_label(authority_id, person_id), '')`.as('person_name'),
      sql<string>`coalesce(person_label(authority_id, made_by), '')`.as('made_by_name'),
    ])
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
    .orderBy('made_at')
    .execute()
export async function insertAmendment(tx: Tx, row: Database['meeting_life_amendment']): Promise<void> {
  await own(tx).insertInto('meeting_life_amendment').values(row).execute()
}
