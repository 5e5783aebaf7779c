import type { Election } from '@jiannuo/contract/meeting-life/election.ts'
import type { PostKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'

const own = (tx: Tx) => tx.$pickTables<'meeting_life_election' | 'meeting_life_candidate'>()

export type ElectionRow = NonNullable<Awaited<ReturnType<typeof electionOf>>>

/** The election of a meeting, held until the transaction ends when something is to be changed. */
export function electionOf(tx: Tx, authorityId: string, meetingId: string, lock = false) {
  const found = own(tx)
    .selectFrom('meeting_life_election')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
  return (lock ? found.forUpdate() : found).executeTakeFirst()
}

export async function candidates(tx: Tx, authorityId: string, meetingId: string): Promise<Election['candidates']> {
  const rows = await own(tx)
    .selectFrom('meeting_life_candidate')
    .select(['person_id', 'votes', 'elected', 'post'])
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
    .orderBy('ordinal')
    .execute()
  const names = await namesOf(
    tx,
    rows.map(r => r.person_id),
  )
  return rows.map(r => ({
    ...{ personId: r.person_id, name: names.get(r.person_id) ?? '', votes: r.votes, elected: r.elected },
    post: r.post as PostKind | null,
  }))
}

export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ person_id: string; name: string }>`
    select person_id, name from member_names(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(r => [r.person_id, r.name]))
}

export async function putElection(
  tx: Tx,
  authorityId: string,
  meetingId: string,
  seats: number,
  people: readonly string[],
): Promise<void> {
  const key = { authority_id: authorityId, meeting_id: meetingId }
  await own(tx)
    .insertInto('meeting_life_election')
    .values({ ...key, seats })
    .onConflict(conflict => conflict.columns(['authority_id', 'meeting_id']).doUpdateSet({ seats }))
    .execute()
  await own(tx)
    .deleteFrom('meeting_life_candidate')
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
    .execute()
  await own(tx)
    .insertInto('meeting_life_candidate')
    .values(people.map((person_id, ordinal) => ({ ...key, person_id, ordinal })))
    .execute()
}

export type ElectionFields = Partial<
  Pick<
    Database['meeting_life_election'],
    | 'first_teller'
    | 'second_teller'
    | 'handed_out'
    | 'returned'
    | 'invalid'
    | 'needed'
    | 'base'
    | 'term_from'
    | 'report_text'
    | 'reported_at'
    | 'reply_text'
    | 'replied_at'
    | 'replied_by'
  >
> & { state?: ElectionRow['state']; first_count?: string | null; rejected?: number }
export async function setElection(tx: Tx, authorityId: string, meetingId: string, fields: ElectionFields) {
  await own(tx)
    .updateTable('meeting_life_election')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
    .execute()
}

export async function setCandidate(
  tx: Tx,
  authorityId: string,
  meetingId: string,
  personId: string,
  fields: { votes?: number; elected?: boolean; post?: PostKind | null },
): Promise<void> {
  await own(tx)
    .updateTable('meeting_life_candidate')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .execute()
}

/** Those among them whose rights are suspended on the day. */
export async function suspended(tx: Tx, people: readonly string[], on: Day): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select members_suspended(${people}::uuid[], ${on}::date) as id`.execute(tx)
  return new Set(rows.map(r => r.id))
}
