import type { PledgeState } from '@jiannuo/contract/pledge/pledge.ts'
import type { Day, Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'

const own = (tx: Tx) => tx.$pickTables<'pledge_pledge' | 'pledge_item' | 'pledge_comment' | 'pledge_review'>()

export interface PledgeRow {
  id: string
  cycle_id: string
  level: Level
  person_id: string
  unit_id: string
  reviewer_unit_id: string
  state: PledgeState
  version: number
  amends: string | null
  amendment_reason: string | null
  submitted_at: string | null
  review_due_on: string | null
  approved_at: string | null
  notice_id: string | null
  in_force_on: string | null
  saved_at: string
  read_at: string | null
  person_name: string
  unit_name: string
  reviewer_unit_name: string
  year: number
  cycle_open: boolean
  /** The unit lies in the caller's view; `led`: below his office, and not only guided by it; `decides`: the caller is one of those who decide for the reviewing unit. */
  in_view: boolean
  led: boolean
  decides: boolean
}

/** Pledges as far as the caller's capacity sees them, with names and what the policies look at. */
export function pledges(tx: Tx, authorityId: string, personId: string | null, today: Day) {
  return own(tx)
    .selectFrom('pledge_pledge as p')
    .select([
      'p.id',
      'p.cycle_id',
      'p.level',
      'p.person_id',
      'p.unit_id',
      'p.reviewer_unit_id',
      'p.state',
      'p.version',
      'p.amends',
      'p.amendment_reason',
      'p.submitted_at',
      'p.review_due_on',
      'p.approved_at',
      'p.notice_id',
      'p.in_force_on',
      'p.saved_at',
      'p.read_at',
    ])
    .select([
      sql<string>`coalesce(person_label(p.authority_id, p.person_id), '')`.as('person_name'),
      sql<string>`coalesce(unit_label(p.authority_id, p.unit_id), '')`.as('unit_name'),
      sql<string>`coalesce(unit_label(p.authority_id, p.reviewer_unit_id), '')`.as('reviewer_unit_name'),
      sql<number>`year_of_cycle(p.authority_id, p.cycle_id)`.as('year'),
      sql<boolean>`cycle_is_open(p.authority_id, p.cycle_id)`.as('cycle_open'),
      sql<boolean>`(select sees_all()) or coalesce(p.unit_id = any ((select visible_units())::uuid[]), false)`.as(
        'in_view',
      ),
      sql<boolean>`((select sees_all()) and p.unit_id <> all ((select guided_units())::uuid[])) or coalesce(p.unit_id = any ((select visible_units())::uuid[]), false)`.as(
        'led',
      ),
      sql<boolean>`exists (select 1 from unit_deciders(p.authority_id, p.reviewer_unit_id, ${today}::date) d where d.person_id = ${personId}::uuid)`.as(
        'decides',
      ),
    ])
    .where('p.authority_id', '=', authorityId)
}

/** One pledge; locked against others when it is about to be changed. */
export async function pledgeById(
  tx: Tx,
  authorityId: string,
  pledgeId: string,
  personId: string | null,
  today: Day,
  lock = false,
): Promise<PledgeRow | null> {
  const found = pledges(tx, authorityId, personId, today).where('p.id', '=', pledgeId)
  return (await (lock ? found.forUpdate('p') : found).executeTakeFirst()) ?? null
}

export const itemsOf = async (tx: Tx, authorityId: string, pledgeIds: readonly string[]) =>
  pledgeIds.length === 0
    ? []
    : own(tx)
        .selectFrom('pledge_item')
        .selectAll()
        .where('authority_id', '=', authorityId)
        .where('pledge_id', 'in', [...pledgeIds])
        .orderBy('pledge_id')
        .orderBy('position')
        .execute()
export type ItemRow = Awaited<ReturnType<typeof itemsOf>>[number]

export const commentsOf = async (tx: Tx, authorityId: string, pledgeIds: readonly string[]) =>
  pledgeIds.length === 0
    ? []
    : own(tx)
        .selectFrom('pledge_comment')
        .selectAll()
        .select(eb => sql<string | null>`person_label(${authorityId}, ${eb.ref('written_by')})`.as('by_name'))
        .where('authority_id', '=', authorityId)
        .where('pledge_id', 'in', [...pledgeIds])
        .orderBy('written_at')
        .execute()

export const roundsOf = async (tx: Tx, authorityId: string, pledgeIds: readonly string[]) =>
  pledgeIds.length === 0
    ? []
    : own(tx)
        .selectFrom('pledge_review')
        .selectAll()
        .select(eb => sql<string | null>`person_label(${authorityId}, ${eb.ref('decided_by')})`.as('by_name'))
        .where('authority_id', '=', authorityId)
        .where('pledge_id', 'in', [...pledgeIds])
        .orderBy('round')
        .execute()

/** Changes the pledge itself; who may was settled by policy, and again by the database. */
export async function setPledge(
  tx: Tx,
  authorityId: string,
  pledgeId: string,
  fields: Partial<Omit<Database['pledge_pledge'], 'authority_id' | 'id' | 'state' | 'version'>> & {
    state?: PledgeState
  },
): Promise<void> {
  await own(tx)
    .updateTable('pledge_pledge')
    .set(fields)
    .where('authority_id', '=', authorityId)
    .where('id', '=', pledgeId)
    .execute()
}

/** Texts to compare with, by name and wording only; the database answers to author and offices alone. */
export async function textsToCompare(tx: Tx, pledgeId: string) {
  return (
    await sql<{
      source: 'superior' | 'colleague' | 'lastYear'
      label: string
      text: string
    }>`select source, label, text from pledge_texts(${pledgeId})`.execute(tx)
  ).rows
}

/** What the items of a pledge promise, in words; the session's view is that of the pledge. */
export const titlesOf = async (tx: Tx, pledgeId: string): Promise<string[]> =>
  (await own(tx).selectFrom('pledge_item').select('title').where('pledge_id', '=', pledgeId).execute()).map(
    i => i.title,
  )

export async function deciders(tx: Tx, authorityId: string, unitId: string, day: Day): Promise<string[]> {
  return (
    await sql<{
      person_id: string
    }>`select person_id from unit_deciders(${authorityId}, ${unitId}, ${day}::date)`.execute(tx)
  ).rows.map(r => r.person_id)
}

/** The unit that reviews when the given one may not or did not. */
export async function superiorOf(
  tx: Tx,
  authorityId: string,
  unitId: string,
): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, unit_label(${authorityId}, s.id) as name from (select leader_of(${authorityId}, ${unitId}, array['organCommittee', 'workCommittee', 'districtWorkCommittee', 'cityCommittee']) as id) s where s.id is not null`.execute(
    tx,
  )
  return rows[0] ?? null
}
