import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'appraisal_sitting' | 'appraisal_count' | 'appraisal_slip'>()

export interface SittingRow {
  id: string
  roundId: string | null
  assessmentId: string | null
  unitId: string
  homeUnitId: string
  homeUnitName: string
  panel: string
  source: string
  counted: number
  added: number | null
  takesAdded: boolean
  minimum: number
  firstTeller: string | null
  secondTeller: string | null
  firstTellerName: string | null
  secondTellerName: string | null
  waivedReason: string | null
  countId: string | null
  countState: 'entered' | 'confirmed' | 'rejected' | null
  handedOut: number | null
  returned: number | null
  /** The caller's office lies over the unit where the slips are counted. */
  office: boolean
}

/** The sittings in view, each with its count that is not rejected. */
const sittings = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_sitting as s')
    .leftJoin('appraisal_count as c', join =>
      join
        .onRef('c.authority_id', '=', 's.authority_id')
        .onRef('c.sitting_id', '=', 's.id')
        .on('c.state', '<>', 'rejected'),
    )
    .select(['s.id', 's.panel', 's.source', 's.counted', 's.added', 's.minimum', 'c.returned'])
    .select([
      's.round_id as roundId',
      's.assessment_id as assessmentId',
      's.unit_id as unitId',
      's.home_unit_id as homeUnitId',
      's.takes_added as takesAdded',
    ])
    .select(['s.first_teller as firstTeller', 's.second_teller as secondTeller', 's.waived_reason as waivedReason'])
    .select(['s.first_teller_name as firstTellerName', 's.second_teller_name as secondTellerName'])
    .select(['c.id as countId', 'c.state as countState', 'c.handed_out as handedOut'])
    .select([
      sql<string>`coalesce(unit_label(s.authority_id, s.home_unit_id), '')`.as('homeUnitName'),
      sql<boolean>`office_over(s.home_unit_id)`.as('office'),
    ])
    .where('s.authority_id', '=', authorityId)

/** A round of persons or an assessment of units: what the sittings of a panel belong to. */
export type Course = { roundId: string } | { assessmentId: string }
const columnOf = (of: Course) => ('roundId' in of ? ('round_id' as const) : ('assessment_id' as const))
const idOf = (of: Course) => ('roundId' in of ? of.roundId : of.assessmentId)

export const sittingsOf = (tx: Tx, authorityId: string, of: Course): Promise<SittingRow[]> =>
  sittings(tx, authorityId)
    .where(`s.${columnOf(of)}`, '=', idOf(of))
    .orderBy('s.panel')
    .orderBy(sql`coalesce(unit_label(s.authority_id, s.home_unit_id), '') collate "C"`)
    .orderBy('s.id')
    .execute()
export const sittingById = (tx: Tx, authorityId: string, id: string): Promise<SittingRow | undefined> =>
  sittings(tx, authorityId).where('s.id', '=', id).executeTakeFirst()

export interface NewSitting {
  id: string
  panel: string
  source: string
  /** Where the slips are counted, and the unit whose own and leading offices see how far that has come. */
  homeUnitId: string
  unitId: string
  counted: number
  takesAdded: boolean
  minimum: number
}
export const insertSittings = (tx: Tx, authorityId: string, of: Course, rows: readonly NewSitting[]) =>
  own(tx)
    .insertInto('appraisal_sitting')
    .values(
      rows.map(row => ({
        authority_id: authorityId,
        id: row.id,
        round_id: 'roundId' in of ? of.roundId : null,
        assessment_id: 'roundId' in of ? null : of.assessmentId,
        unit_id: row.unitId,
        home_unit_id: row.homeUnitId,
        panel: row.panel,
        source: row.source,
        counted: row.counted,
        takes_added: row.takesAdded,
        minimum: row.minimum,
      })),
    )
    .execute()

/** Raters of a pool at each place; null for representatives, who stand in no roster. */
export async function poolSizes(
  tx: Tx,
  authorityId: string,
  pool: string,
  places: readonly string[],
  day: Day,
): Promise<Map<string, number | null>> {
  const { rows } = await sql<{ place: string; size: number | null }>`
    select place, appraisal_pool(${authorityId}, ${pool}, place, ${day}) as size from unnest(${[...places]}::uuid[]) place`.execute(
    tx,
  )
  return new Map(rows.map(each => [each.place, each.size]))
}

export const prepareSitting = (
  tx: Tx,
  authorityId: string,
  id: string,
  s: { added: number | null; first: { personId: string; name: string }; second: { personId: string; name: string } },
) =>
  own(tx)
    .updateTable('appraisal_sitting')
    .set({
      added: s.added,
      first_teller: s.first.personId,
      second_teller: s.second.personId,
      first_teller_name: s.first.name,
      second_teller_name: s.second.name,
      waived_reason: null,
    })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
/** A panel that was not held; a count begun for it no longer stands. */
export async function waiveSitting(tx: Tx, authorityId: string, id: string, reason: string) {
  await own(tx)
    .updateTable('appraisal_sitting')
    .set({ waived_reason: reason })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
  await rejectCount(tx, authorityId, id, 'not held')
}
export const rejectCount = (tx: Tx, authorityId: string, sittingId: string, reason: string) =>
  own(tx)
    .updateTable('appraisal_count')
    .set({ state: 'rejected', rejection_reason: reason })
    .where('authority_id', '=', authorityId)
    .where('sitting_id', '=', sittingId)
    .where('state', '<>', 'rejected')
    .execute()

export interface Candidate {
  person_id: string
  name: string
  unit_name: string
}
export const candidates = async (tx: Tx, sittingId: string, q: string, most: number): Promise<Candidate[]> =>
  (await sql<Candidate>`select * from teller_candidates(${sittingId}, ${q}, ${most})`.execute(tx)).rows
/** Those of the persons who may count the slips of a sitting. */
export const fitTellers = async (tx: Tx, sittingId: string, persons: readonly string[]): Promise<Candidate[]> =>
  (
    await sql<Candidate>`select * from teller_candidates(${sittingId}, '', null) where person_id = any(${persons}::uuid[])`.execute(
      tx,
    )
  ).rows

/** Confirmed slips per sitting and whoever is on them. They leave this module only as `releaseOf` and `ratingsForEngine` let them. */
export const slipsOf = (tx: Tx, authorityId: string, of: Course) =>
  own(tx)
    .selectFrom('appraisal_slip as p')
    .innerJoin('appraisal_count as c', join =>
      join.onRef('c.authority_id', '=', 'p.authority_id').onRef('c.id', '=', 'p.count_id'),
    )
    .innerJoin('appraisal_sitting as s', join =>
      join.onRef('s.authority_id', '=', 'c.authority_id').onRef('s.id', '=', 'c.sitting_id'),
    )
    .select(['s.id as sittingId', 'c.source', 'p.subject_id as subjectId', 'p.grade', 'p.slips'])
    .where('p.authority_id', '=', authorityId)
    .where(`s.${columnOf(of)}`, '=', idOf(of))
    .where('c.state', '=', 'confirmed')
    .execute()

/** Whoever stands on the slips of a sitting in view, by name. */
export const onSlips = async (tx: Tx, sittingId: string): Promise<{ id: string; name: string }[]> =>
  (
    await sql<{ id: string; name: string }>`
      select x.id, x.name from appraisal_sitting s cross join lateral on_slips(s) x where s.id = ${sittingId} order by x.name, x.id`.execute(
      tx,
    )
  ).rows
