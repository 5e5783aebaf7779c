import type { RelationKind, UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'organization_unit' | 'organization_name' | 'organization_relation'>()

export interface TreeRow {
  id: string
  name: string
  kind: UnitKind
  upperId: string | null
  relation: RelationKind | null
}

/** Every unit that has a name on the day, with the unit above it: by unified leadership, else by being part of it, else by guidance. */
export async function treeOn(tx: Tx, authorityId: string, day: Day): Promise<TreeRow[]> {
  const { rows } = await sql<TreeRow>`
    with above as (
      select distinct on (r.lower_id) r.lower_id, r.upper_id, r.kind from organization_relation r
      where r.authority_id = ${authorityId} and r.kind in ('leads', 'partOf', 'guides') and r.from_on <= ${day} and (r.until_on is null or r.until_on > ${day})
      order by r.lower_id, array_position(array['leads', 'partOf', 'guides'], r.kind), r.from_on desc
    )
    select u.id, n.name, u.kind, a.upper_id as "upperId", a.kind as relation
    from organization_unit u
    join organization_name n on n.authority_id = u.authority_id and n.unit_id = u.id and n.from_on <= ${day} and (n.until_on is null or n.until_on > ${day})
    left join above a on a.lower_id = u.id
    where u.authority_id = ${authorityId} and u.founded_on <= ${day} and (u.dissolved_on is null or u.dissolved_on > ${day})
    order by u.code`.execute(tx)
  return rows
}

export const namesOf = (tx: Tx, authorityId: string, unitId: string) =>
  own(tx)
    .selectFrom('organization_name')
    .select(['name', 'from_on as from', 'until_on as until'])
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .orderBy('from_on')
    .execute()

export interface EdgeRow {
  kind: RelationKind
  from: Day
  until: Day | null
  id: string
  name: string
  unitKind: UnitKind
}

/** Relations of a unit on a day to what is above it, or below it other than by unified leadership. */
export async function edgesOf(
  tx: Tx,
  authorityId: string,
  unitId: string,
  end: 'upper' | 'lower',
  day: Day,
): Promise<EdgeRow[]> {
  const [mine, other] = end === 'upper' ? (['lower_id', 'upper_id'] as const) : (['upper_id', 'lower_id'] as const)
  const found = own(tx)
    .selectFrom('organization_relation as r')
    .innerJoin('organization_unit as u', join =>
      join.onRef('u.authority_id', '=', 'r.authority_id').onRef('u.id', '=', `r.${other}`),
    )
    .leftJoin('organization_name as n', join =>
      join
        .onRef('n.authority_id', '=', 'u.authority_id')
        .onRef('n.unit_id', '=', 'u.id')
        .on('n.from_on', '<=', day)
        .on(eb => eb.or([eb('n.until_on', 'is', null), eb('n.until_on', '>', day)])),
    )
    .select(eb => [
      'r.kind',
      'r.from_on as from',
      'r.until_on as until',
      'u.id',
      'u.kind as unitKind',
      eb.fn.coalesce('n.name', 'u.name').as('name'),
    ])
    .where('r.authority_id', '=', authorityId)
    .where(`r.${mine}`, '=', unitId)
    .where('r.from_on', '<=', day)
    .where(eb => eb.or([eb('r.until_on', 'is', null), eb('r.until_on', '>', day)]))
    .orderBy('r.kind')
  return end === 'upper' ? found.execute() : found.where('r.kind', '<>', 'leads').limit(200).execute()
}

export async function describe(
  tx: Tx,
  authorityId: string,
  id: string,
  values: { staff_count?: number | null; organ_class?: string | null; purpose?: string | null },
) {
  await own(tx)
    .updateTable('organization_unit')
    .set(values)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** What a unit is looked for: to hold members, or to have an organisation formed in it. */
type Purpose = 'members' | 'formation'

/** Members belong to a branch or joint branch, or to a committee or general branch without branches. Of unit `u`. */
const suits = (purpose: Purpose, authorityId: string): RawBuilder<boolean> =>
  purpose === 'formation'
    ? sql`u.kind in ('businessUnit', 'section')`
    : sql`(u.kind in ('branch', 'jointBranch') or u.kind in ('organCommittee', 'generalBranch') and u.id::text not in (
        select unnest(string_to_array(p.path, '/')) from organization_place p join organization_unit b on b.authority_id = p.authority_id and b.id = p.unit_id
        where p.authority_id = ${authorityId} and b.kind in ('branch', 'jointBranch', 'temporaryOrganization')))`

/** Whether a unit that exists on the day may hold members. */
export async function takesMembers(tx: Tx, authorityId: string, unitId: string, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from organization_unit u where u.authority_id = ${authorityId} and u.id = ${unitId}
      and u.founded_on <= ${day} and (u.dissolved_on is null or u.dissolved_on > ${day}) and ${suits('members', authorityId)}`.execute(
    tx,
  )
  return rows.length > 0
}

interface Sought {
  /** Already escaped. */
  like: string
  purpose?: Purpose | undefined
  limit: number
}

/** Organisations whose name, pinyin or initials contain the words, the closest first. */
export async function findUnits(tx: Tx, authorityId: string, today: Day, { like, purpose, limit }: Sought) {
  const { rows } = await sql<{ id: string; name: string; kind: UnitKind; upperName: string | null }>`
    select u.id, u.name, u.kind, (select up.name from organization_relation r join organization_unit up on up.authority_id = r.authority_id and up.id = r.upper_id
      where r.authority_id = u.authority_id and r.lower_id = u.id and r.kind in ('leads', 'partOf') and r.from_on <= ${today} and (r.until_on is null or r.until_on > ${today}) order by r.kind limit 1) as "upperName"
    from organization_unit u
    where u.authority_id = ${authorityId} and (u.dissolved_on is null or u.dissolved_on > ${today})
      and (u.name like '%' || ${like} || '%' or u.pinyin like '%' || ${like} || '%' or u.initials like '%' || ${like} || '%')
      and ${purpose ? suits(purpose, authorityId) : sql`true`}
    order by case when u.name like ${like} || '%' or u.initials like ${like} || '%' or u.pinyin like ${like} || '%' then 0 else 1 end, length(u.name), u.code limit ${limit}`.execute(
    tx,
  )
  return rows
}
