import type { FilingLevel } from '@jiannuo/contract/appraisal/filing.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { officeOver } from '../sql.ts'

const own = (tx: Tx) =>
  tx.$pickTables<'appraisal_filing' | 'appraisal_filed_result' | 'appraisal_assessment' | 'appraisal_scheme'>()

/** What is filed is either a round or an assessment of units. */
export interface NewFiling {
  authorityId: string
  id: string
  roundId?: string
  assessmentId?: string
  unitId: string
  managingUnitId: string
  level: FilingLevel
  year: number
  document: string
  sha256: string
  by: string
  at: string
}
export const insertFiling = (tx: Tx, f: NewFiling) =>
  own(tx)
    .insertInto('appraisal_filing')
    .values({
      authority_id: f.authorityId,
      id: f.id,
      round_id: f.roundId ?? null,
      assessment_id: f.assessmentId ?? null,
      unit_id: f.unitId,
      managing_unit_id: f.managingUnitId,
      level: f.level,
      year: f.year,
      document: f.document,
      sha256: f.sha256,
      filed_by: f.by,
      filed_at: f.at,
    })
    .execute()

export interface NewFiledResult {
  id: string
  personId: string
  name: string
  total: string | null
  grade: string
  barred: readonly string[]
  low: readonly string[]
}
export const insertFiledResults = (tx: Tx, f: NewFiling & { schemeId: string }, rows: readonly NewFiledResult[]) =>
  own(tx)
    .insertInto('appraisal_filed_result')
    .values(
      rows.map(row => ({
        authority_id: f.authorityId,
        id: row.id,
        filing_id: f.id,
        scheme_id: f.schemeId,
        person_id: row.personId,
        name: row.name,
        unit_id: f.unitId,
        level: f.level,
        year: f.year,
        total: row.total,
        grade: row.grade,
        barred: [...row.barred],
        low: [...row.low],
      })),
    )
    .execute()

const filings = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_filing as f')
    .leftJoin('appraisal_assessment as a', join =>
      join.onRef('a.authority_id', '=', 'f.authority_id').onRef('a.id', '=', 'f.assessment_id'),
    )
    .leftJoin('appraisal_scheme as s', join =>
      join.onRef('s.authority_id', '=', 'a.authority_id').onRef('s.id', '=', 'a.scheme_id'),
    )
    .select(['f.id', 'f.year', 'f.sha256', 'f.document', 'a.period', 's.title as schemeTitle'])
    .select([
      'f.round_id as roundId',
      'f.assessment_id as assessmentId',
      'f.filed_at as filedAt',
      'f.unit_id as unitId',
    ])
    .select(sql<FilingLevel>`f.level`.as('level'))
    .select([
      sql<string>`unit_label(f.authority_id, f.unit_id)`.as('unitName'),
      sql<string>`unit_label(f.authority_id, f.managing_unit_id)`.as('managingUnitName'),
      sql<number>`case when f.round_id is null
        then (select count(*)::int from appraisal_assessed_unit x where x.authority_id = f.authority_id and x.assessment_id = f.assessment_id)
        else (select count(*)::int from appraisal_subject x where x.authority_id = f.authority_id and x.round_id = f.round_id) end`.as(
        'subjects',
      ),
    ])
    .where('f.authority_id', '=', authorityId)
    .where(officeOver('f.unit_id'))

export const filingById = (tx: Tx, authorityId: string, id: string) =>
  filings(tx, authorityId).where('f.id', '=', id).executeTakeFirst()
export const filingOfRound = (tx: Tx, authorityId: string, roundId: string) =>
  filings(tx, authorityId).where('f.round_id', '=', roundId).executeTakeFirst()

export const filingOfAssessment = (tx: Tx, authorityId: string, assessmentId: string) =>
  filings(tx, authorityId).where('f.assessment_id', '=', assessmentId).executeTakeFirst()

export function filingsInView(
  tx: Tx,
  authorityId: string,
  level: FilingLevel | undefined,
  after: readonly [string, string] | null,
  limit: number,
) {
  let found = filings(tx, authorityId).orderBy('f.filed_at', 'desc').orderBy('f.id').limit(limit)
  if (level) found = found.where('f.level', '=', level)
  if (after)
    found = found.where(eb =>
      eb.or([eb('f.filed_at', '<', after[0]), eb.and([eb('f.filed_at', '=', after[0]), eb('f.id', '>', after[1])])]),
    )
  return found.execute()
}

/** Every filed document of an authority, for the replay from the command line. */
export const documentsOf = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_filing')
    .select(['id', 'document', 'sha256'])
    .where('authority_id', '=', authorityId)
    .orderBy('filed_at')
    .orderBy('id')
    .execute()

/** So many filings at random, with their documents, for the nightly replay. */
export const sampleOfFilings = (tx: Tx, authorityId: string, most: number) =>
  own(tx)
    .selectFrom('appraisal_filing as f')
    .select(['f.id', 'f.year', 'f.document', 'f.sha256', 'f.unit_id as unitId', 'f.managing_unit_id as managingUnitId'])
    .select(sql<string>`unit_label(f.authority_id, f.unit_id)`.as('unitName'))
    .where('f.authority_id', '=', authorityId)
    .orderBy(sql`random()`)
    .limit(most)
    .execute()

/** Who is told that a filing differs: those who decide in the unit that keeps it and in the work committee above the appraised one. */
export async function alarmed(tx: Tx, authorityId: string, filingId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct d.person_id from appraisal_filing f
    cross join lateral unnest(array[f.managing_unit_id,
      leader_of(f.authority_id, f.unit_id, array['workCommittee', 'districtWorkCommittee'])]) as unit (id)
    cross join lateral unit_deciders(f.authority_id, unit.id, ${day}) d
    where f.authority_id = ${authorityId} and f.id = ${filingId}`.execute(tx)
  return rows.map(row => row.person_id)
}

/** Filed documents of a level in a year that the caller may read, in a stable order. */
export const yearDocuments = (tx: Tx, authorityId: string, level: FilingLevel, year: number) =>
  own(tx)
    .selectFrom('appraisal_filing as f')
    .select('f.document')
    .where('f.authority_id', '=', authorityId)
    .where('f.level', '=', level)
    .where('f.year', '=', year)
    .where(officeOver('f.unit_id'))
    .orderBy('f.unit_id')
    .execute()

/** Years in which the level has filed results that the caller may read, newest first. */
export const filedYears = async (tx: Tx, authorityId: string, level: FilingLevel): Promise<number[]> =>
  (
    await own(tx)
      .selectFrom('appraisal_filing as f')
      .select('f.year')
      .distinct()
      .where('f.authority_id', '=', authorityId)
      .where('f.level', '=', level)
      .where(officeOver('f.unit_id'))
      .orderBy('f.year', 'desc')
      .execute()
  ).map(row => row.year)

/** What decides whether a filed result may be put forward; a year has few kinds of it, however many people. */
const kind = sql<string>`jsonb_build_array(e.scheme_id, e.grade, e.barred, e.low)::text`

const filedResults = (tx: Tx, authorityId: string, level: Level) =>
  own(tx)
    .selectFrom('appraisal_filed_result as e')
    .where('e.authority_id', '=', authorityId)
    .where('e.level', '=', level)
    .where(officeOver('e.unit_id'))

export const lastFiledYear = async (tx: Tx, authorityId: string, level: Level): Promise<number | null> =>
  (await filedResults(tx, authorityId, level).select('e.year').orderBy('e.year', 'desc').limit(1).executeTakeFirst())
    ?.year ?? null

/** Every kind of result that the level filed in the year, and how many there are of it. */
export const filedKinds = (tx: Tx, authorityId: string, level: Level, year: number) =>
  filedResults(tx, authorityId, level)
    .where('e.year', '=', year)
    .select([kind.as('kind'), 'e.scheme_id as schemeId', 'e.grade', 'e.barred', 'e.low'])
    .select(sql<number>`count(*)::int`.as('people'))
    .groupBy(['e.scheme_id', 'e.grade', 'e.barred', 'e.low'])
    .execute()

/** A page of the year by the names as filed, of some kinds or of all. */
export function filedPage(
  tx: Tx,
  authorityId: string,
  level: Level,
  p: { year: number; kinds: readonly string[] | null; after: readonly [string, string] | null; limit: number },
) {
  let found = filedResults(tx, authorityId, level)
    .where('e.year', '=', p.year)
    .select(['e.id', 'e.person_id as personId', 'e.name', 'e.total', 'e.grade', kind.as('kind')])
    .select(sql<string>`coalesce(unit_label(e.authority_id, e.unit_id), '')`.as('unitName'))
    .orderBy('e.name')
    .orderBy('e.id')
    .limit(p.limit)
  if (p.kinds) found = found.where(sql<boolean>`${kind} = any(${p.kinds}::text[])`)
  if (p.after) found = found.where(sql<boolean>`(e.name, e.id) > (${p.after[0]}, ${p.after[1]}::uuid)`)
  return found.execute()
}
