import { randomUUID } from 'node:crypto'
import type { ChangeRow } from '@jiannuo/contract/organization/change.ts'
import type { RelationKind, UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Spelling } from '../spell.ts'
import type { ClosedRow, Touched } from './touched.ts'

const own = (tx: Tx) =>
  tx.$pickTables<
    | 'organization_unit'
    | 'organization_name'
    | 'organization_relation'
    | 'organization_post'
    | 'organization_term'
    | 'organization_change'
  >()

/** Holds units, in one order for everybody, until the end of the transaction. */
export const lockUnits = (tx: Tx, authorityId: string, ids: readonly string[]) =>
  own(tx)
    .selectFrom('organization_unit')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()

export interface NewUnit {
  id: string
  code: string
  kind: UnitKind
  name: string
  spelling: Spelling
  purpose: string | null
  foundedOn: Day
}
export async function insertUnit(tx: Tx, authorityId: string, u: NewUnit) {
  await own(tx)
    .insertInto('organization_unit')
    .values({
      authority_id: authorityId,
      id: u.id,
      code: u.code,
      kind: u.kind,
      name: u.name,
      ...u.spelling,
      purpose: u.purpose,
      founded_on: u.foundedOn,
    })
    .execute()
}

/** A code no unit has yet: the superior's code and the next number below it. */
export async function nextCode(tx: Tx, authorityId: string, upperCode: string): Promise<string> {
  const { rows } = await sql<{
    n: number
  }>`select coalesce(max(substring(code from ${`^${upperCode.replaceAll(/[^\w-]/g, '.')}-N(\\d+)$`})::int), 0) + 1 as n
    from organization_unit where authority_id = ${authorityId}`.execute(tx)
  return `${upperCode}-N${rows[0]?.n ?? 1}`
}

export async function insertName(
  tx: Tx,
  authorityId: string,
  unitId: string,
  name: string,
  from: Day,
  until: Day | null = null,
): Promise<string> {
  const id = randomUUID()
  await own(tx)
    .insertInto('organization_name')
    .values({ authority_id: authorityId, id, unit_id: unitId, name, from_on: from, until_on: until })
    .execute()
  return id
}

export interface NewRelation {
  kind: RelationKind
  upperId: string
  lowerId: string
  from: Day
  until?: Day | null
}
export async function insertRelation(tx: Tx, authorityId: string, r: NewRelation): Promise<string> {
  const id = randomUUID()
  await own(tx)
    .insertInto('organization_relation')
    .values({
      authority_id: authorityId,
      id,
      kind: r.kind,
      upper_id: r.upperId,
      lower_id: r.lowerId,
      from_on: r.from,
      until_on: r.until ?? null,
    })
    .execute()
  return id
}

const TABLES = { relation: 'organization_relation', name: 'organization_name', post: 'organization_post' } as const
export type OwnTable = keyof typeof TABLES

export interface OpenRow {
  table: OwnTable
  id: string
  from: Day
  until: Day | null
}

/** Dated rows of a unit that reach beyond a day: names, posts, and relations to either side. */
export async function rowsReaching(
  tx: Tx,
  authorityId: string,
  unitId: string,
  day: Day,
): Promise<(OpenRow & { kind: string; upperId: string | null; lowerId: string | null })[]> {
  const { rows } = await sql<OpenRow & { kind: string; upperId: string | null; lowerId: string | null }>`
    select 'name' as "table", id, from_on as from, until_on as until, 'name' as kind, null::uuid as "upperId", null::uuid as "lowerId" from organization_name
      where authority_id = ${authorityId} and unit_id = ${unitId} and (until_on is null or until_on > ${day})
    union all select 'post', id, from_on, until_on, kind, null, null from organization_post
      where authority_id = ${authorityId} and unit_id = ${unitId} and (until_on is null or until_on > ${day})
    union all select 'relation', id, from_on, until_on, kind, upper_id, lower_id from organization_relation
      where authority_id = ${authorityId} and (upper_id = ${unitId} or lower_id = ${unitId}) and (until_on is null or until_on > ${day})`.execute(
    tx,
  )
  return rows
}

export const closeRow = (tx: Tx, authorityId: string, table: OwnTable, id: string, until: Day | null) =>
  own(tx)
    .updateTable(TABLES[table])
    .set({ until_on: until })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()

export const deleteRow = (tx: Tx, authorityId: string, table: OwnTable, id: string) =>
  own(tx).deleteFrom(TABLES[table]).where('authority_id', '=', authorityId).where('id', '=', id).execute()

export const rowById = (tx: Tx, authorityId: string, table: OwnTable, id: string) =>
  own(tx)
    .selectFrom(TABLES[table])
    .select(['from_on as from', 'until_on as until'])
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** A copy of an ended row that begins on another day: how a counter-change puts back what the change ended. */
export async function copyRow(tx: Tx, authorityId: string, row: ClosedRow, from: Day): Promise<string> {
  const id = randomUUID()
  const columns = {
    name: sql`unit_id, name`,
    relation: sql`kind, upper_id, lower_id`,
    post: sql`unit_id, kind, person_id, term_id`,
    belonging: sql``,
  }[row.table]
  const table = sql.table(TABLES[row.table as OwnTable])
  await sql`insert into ${table} (authority_id, id, ${columns}, from_on, until_on) select authority_id, ${id}, ${columns}, ${from}, ${row.until} from ${table}
    where authority_id = ${authorityId} and id = ${row.id}`.execute(tx)
  return id
}

export const openTerms = (tx: Tx, authorityId: string, unitIds: readonly string[]) =>
  unitIds.length === 0
    ? Promise.resolve([])
    : own(tx)
        .selectFrom('organization_term')
        .select(['id', 'state'])
        .where('authority_id', '=', authorityId)
        .where('unit_id', 'in', [...unitIds])
        .where('state', '<>', 'closed')
        .execute()

export const setTermState = (
  tx: Tx,
  authorityId: string,
  id: string,
  state: 'normal' | 'requested' | 'approved' | 'extended' | 'closed',
) =>
  own(tx)
    .updateTable('organization_term')
    .set({ state })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()

export const setDissolved = (tx: Tx, authorityId: string, id: string, on: Day | null) =>
  own(tx)
    .updateTable('organization_unit')
    .set({ dissolved_on: on })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()

export const deleteUnit = (tx: Tx, authorityId: string, id: string) =>
  own(tx).deleteFrom('organization_unit').where('authority_id', '=', authorityId).where('id', '=', id).execute()

export async function openPledges(tx: Tx, unitIds: readonly string[]): Promise<number> {
  return (await sql<{ n: number }>`select open_pledges(${[...unitIds]}::uuid[]) as n`.execute(tx)).rows[0]?.n ?? 0
}

export interface NewChange {
  id: string
  kind: ChangeRow['kind']
  unitId: string
  effectiveOn: Day
  document: string
  reason: string
  touched: Touched
  reverses: string | null
  by: string
  at: string
}
export async function insertChange(tx: Tx, authorityId: string, c: NewChange) {
  await own(tx)
    .insertInto('organization_change')
    .values({
      authority_id: authorityId,
      id: c.id,
      kind: c.kind,
      unit_id: c.unitId,
      effective_on: c.effectiveOn,
      document: c.document,
      reason: c.reason,
      touched: JSON.stringify(c.touched),
      reverses: c.reverses,
      made_by: c.by,
      made_at: c.at,
    })
    .execute()
}

const changes = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('organization_change as c')
    .leftJoin('organization_change as r', join =>
      join.onRef('r.authority_id', '=', 'c.authority_id').onRef('r.reverses', '=', 'c.id'),
    )
    .select([
      'c.id',
      'c.kind',
      'c.unit_id as unitId',
      'c.effective_on as effectiveOn',
      'c.document',
      'c.reason',
      'c.touched',
      'c.reverses',
      'c.made_at as madeAt',
      'r.id as reversedBy',
    ])
    .where('c.authority_id', '=', authorityId)

export const changeById = (tx: Tx, authorityId: string, id: string) =>
  changes(tx, authorityId).where('c.id', '=', id).executeTakeFirst()

/** Changes newest first; `unitId` narrows to those that concern one organisation. */
export async function changesOf(
  tx: Tx,
  authorityId: string,
  unitId: string | undefined,
  after: { at: string; id: string } | null,
  limit: number,
) {
  let found = changes(tx, authorityId).orderBy('c.made_at', 'desc').orderBy('c.id', 'desc').limit(limit)
  if (unitId)
    found = found.where(
      sql<boolean>`(c.touched @> ${JSON.stringify({ units: [unitId] })}::jsonb or c.touched @> ${JSON.stringify({ near: [unitId] })}::jsonb)`,
    )
  if (after) found = found.where(sql<boolean>`(c.made_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return found.execute()
}

/** Changes made after one that concern any of the same organisations and still stand. */
export const laterChanges = (tx: Tx, authorityId: string, madeAt: string, changeId: string, units: readonly string[]) =>
  own(tx)
    .selectFrom('organization_change as c')
    .select(['c.id', 'c.kind', 'c.document'])
    .where('c.authority_id', '=', authorityId)
    .where('c.id', '<>', changeId)
    .where('c.made_at', '>=', madeAt)
    .where('c.kind', '<>', 'counterChange')
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('organization_change as r').select('r.id').whereRef('r.reverses', '=', 'c.id'))),
    )
    .where(
      sql<boolean>`exists (select 1 from jsonb_array_elements_text(c.touched -> 'units') u where u = any (${[...units]}::text[]))`,
    )
    .execute()
