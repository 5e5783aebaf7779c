import type { AssessmentState, UNIT_MARKS } from '@jiannuo/contract/appraisal/assessment.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/connect.ts'
import type { Reckoned } from '../run/reckon.ts'

const own = (tx: Tx) =>
  tx.$pickTables<
    'appraisal_assessed_unit' | 'appraisal_assessment' | 'appraisal_assessment_ruling' | 'appraisal_scheme'
  >()

/** A branch or organ as it was named and placed on a day. */
export interface Unit {
  id: string
  name: string
  pinyin: string
  initials: string
  organId: string
  organ: string
  organClass: string | null
  /** The cooperation zone of its organ; null in none. */
  zone: string | null
}
export const assessableUnits = async (
  tx: Tx,
  authorityId: string,
  about: string,
  office: string,
  on: Day,
): Promise<Omit<Unit, 'zone'>[]> =>
  (
    await sql<
      Omit<Unit, 'zone'>
    >`select id, name, pinyin, initials, organ_id as "organId", organ, organ_class as "organClass" from assessable_units(${authorityId}, ${about}, ${office}, ${on})`.execute(
      tx,
    )
  ).rows

/** What became of units after the day; those that still stand are left out. */
export const endedSince = async (tx: Tx, authorityId: string, units: readonly string[], on: Day) =>
  (
    await sql<{ id: string; onDate: Day; intoName: string | null }>`
      select id, on_date as "onDate", into_name as "intoName" from ended_since(${authorityId}, ${[...units]}::uuid[], ${on})`.execute(
      tx,
    )
  ).rows

const columnsOf = (r: Reckoned) => ({
  unit_id: r.unitId,
  total: r.total,
  ranks: r.ranks,
  proposed: r.proposed,
  proposed_stars: r.proposedStars,
  light: r.light,
  to_be_decided: r.toBeDecided,
  tied_grades: r.tiedGrades,
  tied_stars: r.tiedStars,
  ungraded: r.ungraded,
  blocked: r.blocked,
  limits: r.limits,
  barred: r.barred,
})

/** Lists the units of an assessment before anything is computed. A city has more of them than one statement takes values, so the rows travel as one JSON. */
export async function insertUnits(
  tx: Tx,
  authorityId: string,
  of: { assessmentId: string; officeId: string },
  rows: readonly { id: string; unit: Unit }[],
): Promise<void> {
  const json = JSON.stringify(
    rows.map(({ id, unit }) => ({
      ...{ id, unit_id: unit.id, name: unit.name, pinyin: unit.pinyin, initials: unit.initials },
      ...{ organ_id: unit.organId, organ: unit.organ, organ_class: unit.organClass, zone: unit.zone },
    })),
  )
  await sql`insert into appraisal_assessed_unit (authority_id, id, assessment_id, office_id, unit_id, name, pinyin, initials, organ_id, organ, organ_class, zone,
      ranks, to_be_decided, ungraded, blocked, limits, barred, in_rating)
    select ${authorityId}, r.id, ${of.assessmentId}, ${of.officeId}, r.unit_id, r.name, r.pinyin, r.initials, r.organ_id, r.organ, r.organ_class, r.zone,
      '{}', false, false, '{}', '{}', '{}', true
    from jsonb_populate_recordset(null::appraisal_assessed_unit, ${json}::jsonb) r`.execute(tx)
}
/** Takes back what was computed: the units are rated again. */
export const clearUnits = (tx: Tx, authorityId: string, assessmentId: string) =>
  own(tx)
    .updateTable('appraisal_assessed_unit')
    .set({
      ...{ total: null, ranks: '{}', proposed: null, proposed_stars: null, light: null, to_be_decided: false },
      ...{ tied_grades: [], tied_stars: [], ungraded: false, blocked: [], limits: [], barred: [], in_rating: true },
    })
    .where('authority_id', '=', authorityId)
    .where('assessment_id', '=', assessmentId)
    .execute()
/** Writes what a new computation gave; what was decided stays. */
export async function updateUnits(tx: Tx, authorityId: string, assessmentId: string, rows: readonly Reckoned[]) {
  await sql`update appraisal_assessed_unit x set in_rating = false, total = r.total, ranks = r.ranks, proposed = r.proposed, proposed_stars = r.proposed_stars, light = r.light,
      to_be_decided = r.to_be_decided, tied_grades = r.tied_grades, tied_stars = r.tied_stars, ungraded = r.ungraded, blocked = r.blocked, limits = r.limits, barred = r.barred
    from jsonb_populate_recordset(null::appraisal_assessed_unit, ${JSON.stringify(rows.map(columnsOf))}::jsonb) r
    where x.authority_id = ${authorityId} and x.assessment_id = ${assessmentId} and x.unit_id = r.unit_id`.execute(tx)
}

const units = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_assessed_unit as x')
    .select(['x.id', 'x.name', 'x.organ', 'x.proposed', 'x.ungraded', 'x.blocked', 'x.limits', 'x.barred'])
    .select(['x.grade', 'x.stars', 'x.assessment_id as assessmentId', 'x.unit_id as unitId', 'x.organ_id as organId'])
    .select([
      'x.zone',
      'x.organ_class as organClass',
      'x.proposed_stars as proposedStars',
      'x.to_be_decided as toBeDecided',
    ])
    .select(['x.tied_grades as tiedGrades', 'x.tied_stars as tiedStars', 'x.decision_reason as reason'])
    .select(['x.decided_by as decidedBy', 'x.decided_at as decidedAt', 'x.released_at as releasedAt'])
    .select([
      sql<number | null>`x.total::float8`.as('total'),
      sql<Record<string, number>>`x.ranks`.as('ranks'),
      sql<'green' | 'yellow' | 'red' | null>`x.light`.as('light'),
    ])
    .where('x.authority_id', '=', authorityId)
export type UnitRow = Awaited<ReturnType<ReturnType<typeof units>['execute']>>[number]

export const unitsOf = (tx: Tx, authorityId: string, assessmentId: string): Promise<UnitRow[]> =>
  units(tx, authorityId).where('x.assessment_id', '=', assessmentId).orderBy('x.id').execute()

/** One unit, with whether the caller's office lies over it. */
export const unitById = (tx: Tx, authorityId: string, id: string) =>
  units(tx, authorityId)
    .select(sql<boolean>`(current_role_name() <> 'branchCommittee' and office_over(x.unit_id))`.as('office'))
    .where('x.id', '=', id)
    .executeTakeFirst()

const standings = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_assessed_unit as x')
    .innerJoin('appraisal_assessment as a', join =>
      join.onRef('a.authority_id', '=', 'x.authority_id').onRef('a.id', '=', 'x.assessment_id'),
    )
    .innerJoin('appraisal_scheme as s', join =>
      join.onRef('s.authority_id', '=', 'a.authority_id').onRef('s.id', '=', 'a.scheme_id'),
    )
    .select(['x.id', 'x.grade', 'x.stars', 'a.period', 's.title as schemeTitle', 'a.scheme_id as schemeId'])
    .select([sql<number | null>`x.total::float8`.as('total'), 'a.id as assessmentId'])
    .where('x.authority_id', '=', authorityId)

/** Earlier decided results of the same unit by the same line of schemes and office, the last first. */
export const earlierOf = (
  tx: Tx,
  authorityId: string,
  unitId: string,
  { id, period, unitId: office, family }: { id: string; period: string; unitId: string; family: string },
) =>
  standings(tx, authorityId)
    .where('x.unit_id', '=', unitId)
    .where('a.unit_id', '=', office)
    .where('s.family', '=', family)
    .where('a.id', '<>', id)
    .where('a.period', '<', period)
    .where('x.decided_at', 'is not', null)
    .orderBy('a.period', 'desc')
    .orderBy('a.computed_at', 'desc')
    .limit(12)
    .execute()

/** Released results of the own unit and of the units it leads, the last told first. */
export function releasedInView(tx: Tx, authorityId: string, after: readonly [string, string] | null, limit: number) {
  const found = standings(tx, authorityId)
    .select(['x.name', 'x.unit_id as unitId', 'a.objection_until as objectionUntil'])
    .select([
      sql<string>`x.released_at`.as('releasedAt'),
      sql<string>`unit_label(a.authority_id, a.unit_id)`.as('unitName'),
      sql<'green' | 'yellow' | 'red' | null>`x.light`.as('light'),
      sql<AssessmentState>`a.state`.as('state'),
    ])
    .where('x.released_at', 'is not', null)
    .where(sql<boolean>`x.unit_id = any ((select visible_units())::uuid[])`)
    .orderBy('x.released_at', 'desc')
    .orderBy('x.id', 'desc')
    .limit(limit)
  return (
    after ? found.where(sql<boolean>`(x.released_at, x.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`) : found
  ).execute()
}

/** 0 to be decided, 1 scored, 2 not scored: the first part of the list's key; the second the points, the largest first. */
const place = sql<number>`(case when x.to_be_decided and x.decided_at is null then 0 when x.total is null then 2 else 1 end)`
const points = sql<string>`coalesce(-x.total, 0)`
const MARKS = {
  toBeDecided: sql<boolean>`x.to_be_decided`,
  blocked: sql<boolean>`(x.blocked <> '{}')`,
  limited: sql<boolean>`(x.limits <> '{}' or x.barred <> '{}')`,
  otherwise: sql<boolean>`(x.decision_reason is not null)`,
} satisfies Record<(typeof UNIT_MARKS)[number], unknown>

export interface UnitFilters {
  q?: string | undefined
  organId?: string | undefined
  organClass?: string | undefined
  zone?: string | undefined
  grade?: string | undefined
  stars?: number | undefined
  light?: string | undefined
  mark?: keyof typeof MARKS | undefined
}
/** A page of the units, those to be decided first, then by points, those not scored last. */
export function listUnits(
  tx: Tx,
  authorityId: string,
  assessmentId: string,
  only: UnitFilters,
  after: readonly [number, string, string, string] | null,
  limit: number | null,
): Promise<(UnitRow & { place: number; points: string; pinyin: string })[]> {
  let found = units(tx, authorityId)
    .select([place.as('place'), points.as('points'), 'x.pinyin'])
    .where('x.assessment_id', '=', assessmentId)
    .orderBy(place)
    .orderBy(points)
    .orderBy('x.pinyin')
    .orderBy('x.id')
  if (only.q)
    found = found.where(
      sql<boolean>`(position(${only.q} in x.name) > 0 or position(${only.q} in x.organ) > 0 or x.pinyin like ${`${likely(only.q)}%`} or x.initials like ${`%${likely(only.q)}%`})`,
    )
  if (only.organId) found = found.where('x.organ_id', '=', only.organId)
  if (only.zone !== undefined) found = found.where('x.zone', '=', only.zone)
  if (only.organClass !== undefined) found = found.where('x.organ_class', '=', only.organClass)
  if (only.grade) found = found.where(sql<boolean>`coalesce(x.grade, x.proposed) = ${only.grade}`)
  if (only.stars !== undefined) found = found.where(sql<boolean>`coalesce(x.stars, x.proposed_stars) = ${only.stars}`)
  if (only.light) found = found.where('x.light', '=', only.light)
  if (only.mark) found = found.where(MARKS[only.mark])
  if (after)
    found = found.where(
      sql<boolean>`(${place}, ${points}, x.pinyin, x.id) > (${after[0]}::int, ${after[1]}::numeric, ${after[2]}, ${after[3]}::uuid)`,
    )
  return (limit === null ? found : found.limit(limit)).execute()
}
const likely = (q: string) => q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')

/** Gives every unit that takes part what is proposed; those decided otherwise follow one by one. */
export const decideAsProposed = (tx: Tx, authorityId: string, assessmentId: string, by: string, at: string) =>
  own(tx)
    .updateTable('appraisal_assessed_unit')
    .set(eb => ({
      grade: eb.ref('proposed'),
      stars: eb.ref('proposed_stars'),
      decision_reason: null,
      decided_by: by,
      decided_at: at,
    }))
    .where('authority_id', '=', authorityId)
    .where('assessment_id', '=', assessmentId)
    .execute()
export const decideUnit = (
  tx: Tx,
  authorityId: string,
  id: string,
  d: { grade: string | null; stars: number | null; reason: string | null; by: string; at: string },
) =>
  own(tx)
    .updateTable('appraisal_assessed_unit')
    .set({ grade: d.grade, stars: d.stars, decision_reason: d.reason, decided_by: d.by, decided_at: d.at })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
/** Takes the decisions back: what was decided on other numbers does not stand. */
export const undecide = (tx: Tx, authorityId: string, assessmentId: string) =>
  own(tx)
    .updateTable('appraisal_assessed_unit')
    .set({ grade: null, stars: null, decision_reason: null, decided_by: null, decided_at: null })
    .where('authority_id', '=', authorityId)
    .where('assessment_id', '=', assessmentId)
    .execute()
export const releaseUnits = (tx: Tx, authorityId: string, assessmentId: string, at: string) =>
  own(tx)
    .updateTable('appraisal_assessed_unit')
    .set({ released_at: at })
    .where('authority_id', '=', authorityId)
    .where('assessment_id', '=', assessmentId)
    .execute()

export interface NewRuling {
  id: string
  assessedId: string
  runId: string
  kind: 'limit' | 'fact' | 'indicator'
  target: string
  value: string | null
  meeting: string
  meetingOn: Day
  document: string
  clause: string | null
  reason: string
  by: string
  at: string
}
export const insertRuling = (tx: Tx, authorityId: string, r: NewRuling) =>
  own(tx)
    .insertInto('appraisal_assessment_ruling')
    .values({
      authority_id: authorityId,
      id: r.id,
      assessed_id: r.assessedId,
      run_id: r.runId,
      kind: r.kind,
      target: r.target,
      value: r.value,
      meeting: r.meeting,
      meeting_on: r.meetingOn,
      document: r.document,
      clause: r.clause,
      reason: r.reason,
      decided_by: r.by,
      decided_at: r.at,
    })
    .execute()

const rulings = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_assessment_ruling as g')
    .innerJoin('appraisal_assessed_unit as x', join =>
      join.onRef('x.authority_id', '=', 'g.authority_id').onRef('x.id', '=', 'g.assessed_id'),
    )
    .select(['g.target', 'g.value', 'g.meeting', 'g.document', 'g.clause', 'g.reason', 'x.unit_id as unitId'])
    .select(['g.meeting_on as meetingOn', 'g.decided_by as by', 'g.decided_at as at'])
    .select(sql<NewRuling['kind']>`g.kind`.as('kind'))
    .where('g.authority_id', '=', authorityId)
    .orderBy('g.decided_at')
    .orderBy('g.id')
export const rulingsOf = (tx: Tx, authorityId: string, assessmentId: string) =>
  rulings(tx, authorityId).where('x.assessment_id', '=', assessmentId).execute()
export const rulingsOn = (tx: Tx, authorityId: string, assessedId: string) =>
  rulings(tx, authorityId).where('g.assessed_id', '=', assessedId).execute()

/** Whoever leads units today: told of their results. */
export const leadersOf = async (tx: Tx, authorityId: string, unitIds: readonly string[], day: Day) =>
  (
    await sql<{ unitId: string; personId: string }>`
      select unit_id as "unitId", person_id as "personId" from unit_leaders(${authorityId}, ${[...unitIds]}::uuid[], ${day})`.execute(
      tx,
    )
  ).rows

export interface PublishedUnit {
  id: string
  name: string
  organ: string
  organClass: string | null
  grade: string | null
  stars: number | null
  total: string | null
  rung: number
}
/** What everybody may see of a published assessment: by stars, then by grade, within them by name; never by points. */
export const publishedUnits = async (
  tx: Tx,
  authorityId: string,
  assessmentId: string,
  ladder: readonly string[],
  q: string,
  after: readonly [number, string, string] | null,
  limit: number,
): Promise<PublishedUnit[]> =>
  (
    await sql<PublishedUnit>`select * from (
      select id, name, organ, organ_class as "organClass", grade, stars, total,
        (100 - coalesce(stars, 0)) * 100 + coalesce(array_position(${[...ladder]}::text[], grade), 99) as rung
      from published_results(${authorityId}, ${assessmentId})) r
    where (${q} = '' or position(${q} in name) > 0 or position(${q} in organ) > 0)
      and (${after === null} or (rung, name, id) > (${after?.[0] ?? 0}::int, ${after?.[1] ?? ''}, ${after?.[2] ?? authorityId}::uuid))
    order by rung, name, id limit ${limit}`.execute(tx)
  ).rows
