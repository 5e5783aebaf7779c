import { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import type { SchemeSubject } from '@jiannuo/contract/appraisal/scheme-head.ts'
import type { Day, Level } from '@jiannuo/contract/values.ts'
import { checkKeptScheme, type Scheme } from '@jiannuo/engine/scheme.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { officeOver } from '../sql.ts'

const own = (tx: Tx) =>
  tx.$pickTables<'appraisal_scheme' | 'appraisal_round' | 'appraisal_subject' | 'appraisal_rating'>()

export interface SchemeRow {
  id: string
  subject: SchemeSubject
  family: string
  year: number
  version: number
  title: string
  sha256: string
  shipped: boolean
  document: Scheme
  panels: PanelOfScheme[]
}

const schemes = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('appraisal_scheme')
    .select(['id', 'family', 'year', 'version', 'title', 'sha256', 'document', 'panels'])
    .select(['drafted_by as draftedBy', sql<SchemeSubject>`subject`.as('subject')])
    .where('authority_id', '=', authorityId)
    .where('state', 'not in', ['draft', 'submitted'])

type Raw = Awaited<ReturnType<ReturnType<typeof schemes>['execute']>>[number]

function parsed({ document, panels, draftedBy, ...row }: Raw): SchemeRow {
  const checked = checkKeptScheme(document)
  if ('errors' in checked)
    throw new Error(`scheme ${row.id} in the database is not valid: ${JSON.stringify(checked.errors[0])}`)
  return {
    ...row,
    shipped: draftedBy === null,
    document: checked.scheme,
    panels: z.array(PanelOfScheme).parse(panels),
  }
}

/** A scheme that was published once, in force or not: what an opened round keeps. */
export async function schemeById(tx: Tx, authorityId: string, id: string): Promise<SchemeRow | null> {
  const row = await schemes(tx, authorityId).where('id', '=', id).executeTakeFirst()
  return row ? parsed(row) : null
}

/** Where and when a scheme is asked for; `on` is the day that counts, the last day of the period. */
export interface InForce {
  authorityId: string
  family: string
  unitId: string
  on: Day
}
/** The published scheme of a family that holds for a unit on a day: of the nearest owner above it, the city's in the end; null when there is none. */
export async function schemeInForce(tx: Tx, { authorityId, family, unitId, on }: InForce): Promise<SchemeRow | null> {
  const { rows } = await sql<{
    id: string | null
  }>`select scheme_in_force(${authorityId}, ${family}, ${unitId}, ${on}) as id`.execute(tx)
  const id = rows[0]?.id
  return id ? schemeById(tx, authorityId, id) : null
}
/** Every family of a subject, each with the scheme that holds for the unit on that day. */
export async function schemesInForce(
  tx: Tx,
  { authorityId, subject, unitId, on }: Omit<InForce, 'family'> & { subject: SchemeSubject },
): Promise<SchemeRow[]> {
  const families = await own(tx)
    .selectFrom('appraisal_scheme')
    .select('family')
    .distinct()
    .where('authority_id', '=', authorityId)
    .where('subject', '=', subject)
    .where('state', '=', 'published')
    .orderBy('family')
    .execute()
  const found: SchemeRow[] = []
  for (const { family } of families) {
    const scheme = await schemeInForce(tx, { authorityId, family, unitId, on })
    if (scheme) found.push(scheme)
  }
  return found
}

/** The unit that owns what holds for the whole city: the work committee. */
export async function cityOwner(tx: Tx, authorityId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select city_scheme_owner(${authorityId}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

export interface NewScheme {
  authorityId: string
  id: string
  ownerUnitId: string
  level: Level
  year: number
  title: string
  document: string
  panels: string
  sha256: string
  at: string
}
/** Two who ship the same scheme at once both go on with the one that came first. */
export const insertShipped = (tx: Tx, s: NewScheme) =>
  own(tx)
    .insertInto('appraisal_scheme')
    .values({
      authority_id: s.authorityId,
      id: s.id,
      subject: s.level,
      family: s.level,
      owner_unit_id: s.ownerUnitId,
      effective_from: `${s.year}-01-01`,
      effective_until: `${s.year + 1}-01-01`,
      year: s.year,
      version: 1,
      title: s.title,
      document: s.document,
      panels: s.panels,
      sha256: s.sha256,
      published_at: s.at,
    })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()

export interface NewRound {
  authorityId: string
  id: string
  cycleId: string
  level: Level
  unitId: string
  schemeId: string
  openedBy: string
  at: string
}
/** False when the unit has a round of that level in the cycle already. */
export async function insertRound(tx: Tx, r: NewRound): Promise<boolean> {
  const done = await own(tx)
    .insertInto('appraisal_round')
    .values({
      authority_id: r.authorityId,
      id: r.id,
      cycle_id: r.cycleId,
      level: r.level,
      unit_id: r.unitId,
      scheme_id: r.schemeId,
      opened_by: r.openedBy,
      opened_at: r.at,
    })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export interface Pledged {
  pledge_id: string
  person_id: string
  name: string
  home_unit_id: string
  organ_id: string | null
  organ_class: string | null
  probationary: boolean
  fulfilment: string | null
  party_fulfilment: string | null
  business_fulfilment: string | null
}
/** Who is appraised at a level by a unit, and how far each has fulfilled his pledges, 0…1. */
export const pledgedAt = async (
  tx: Tx,
  authorityId: string,
  cycleId: string,
  level: Level,
  unitId: string,
): Promise<Pledged[]> =>
  (await sql<Pledged>`select * from appraisal_pledges(${authorityId}, ${cycleId}, ${level}, ${unitId})`.execute(tx))
    .rows

export interface NewSubject {
  id: string
  personId: string
  name: string
  homeUnitId: string
  pledgeId: string
  scopes: Record<string, string>
}
export const insertSubjects = (
  tx: Tx,
  authorityId: string,
  round: { id: string; unitId: string },
  rows: readonly NewSubject[],
) =>
  own(tx)
    .insertInto('appraisal_subject')
    .values(
      rows.map(row => ({
        authority_id: authorityId,
        id: row.id,
        round_id: round.id,
        person_id: row.personId,
        name: row.name,
        unit_id: round.unitId,
        home_unit_id: row.homeUnitId,
        pledge_id: row.pledgeId,
        scopes: JSON.stringify(row.scopes),
      })),
    )
    .execute()

export interface OpenableRow {
  level: Level
  unit_id: string
  unit_name: string
  unit_kind: string
  subjects: number
  office: boolean
}
export const openableUnits = async (tx: Tx, authorityId: string, cycleId: string): Promise<OpenableRow[]> =>
  (
    await sql<OpenableRow>`select o.*, ${officeOver('o.unit_id')} as office from appraisal_openable(${authorityId}, ${cycleId}) o`.execute(
      tx,
    )
  ).rows
export async function seatOf(
  tx: Tx,
  authorityId: string,
  unitId: string,
): Promise<{ unitKind: string; unitName: string; office: boolean } | null> {
  const { rows } = await sql<{ unitKind: string | null; unitName: string; office: boolean }>`
    select kind_of_unit(${authorityId}, ${unitId}) as "unitKind", unit_label(${authorityId}, ${unitId}) as "unitName", office_over(${unitId}) as office`.execute(
    tx,
  )
  const [row] = rows
  return row?.unitKind ? { ...row, unitKind: row.unitKind } : null
}

/** Who of the round has been rated by name, without the grades. */
export const ratedIn = (tx: Tx, authorityId: string, roundId: string) =>
  own(tx)
    .selectFrom('appraisal_rating as g')
    .innerJoin('appraisal_subject as x', join =>
      join.onRef('x.authority_id', '=', 'g.authority_id').onRef('x.id', '=', 'g.subject_id'),
    )
    .select(['x.id as subjectId', 'g.source'])
    .where('g.authority_id', '=', authorityId)
    .where('x.round_id', '=', roundId)
    .execute()
