import type { PostKind, RelationKind, UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

const own = (tx: Tx) =>
  tx.$pickTables<
    'organization_unit' | 'organization_relation' | 'organization_place' | 'organization_post' | 'organization_name'
  >()

export interface Unit {
  id: string
  code: string
  kind: UnitKind
  /** The name in use today; pages about another day take it from the dated names. */
  name: string
  organClass: string | null
  staffCount: number | null
  foundedOn: Day
  dissolvedOn: Day | null
  purpose: string | null
}

const units = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('organization_unit')
    .select(['id', 'code', 'kind', 'name', 'purpose'])
    .select([
      'organ_class as organClass',
      'staff_count as staffCount',
      'founded_on as foundedOn',
      'dissolved_on as dissolvedOn',
    ])
    .where('authority_id', '=', authorityId)

export const unitById = (tx: Tx, authorityId: string, id: string): Promise<Unit | undefined> =>
  units(tx, authorityId).where('id', '=', id).executeTakeFirst()

export const unitsById = (tx: Tx, authorityId: string, ids: readonly string[]): Promise<Unit[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : units(tx, authorityId)
        .where('id', 'in', [...ids])
        .execute()

/** Every unit of the authority that exists on the day, of some kinds or of all. */
export async function unitsOf(tx: Tx, authorityId: string, day: Day, kinds?: readonly UnitKind[]): Promise<Unit[]> {
  const found = units(tx, authorityId)
    .where('founded_on', '<=', day)
    .where(eb => eb.or([eb('dissolved_on', 'is', null), eb('dissolved_on', '>', day)]))
    .orderBy('code')
  return kinds ? found.where('kind', 'in', [...kinds]).execute() : found.execute()
}

/** The unit at the other end of a relation on a day; undefined when there is none. */
async function otherEnd(tx: Tx, authorityId: string, id: string, kind: RelationKind, end: 'upper' | 'lower', day: Day) {
  const [from, to] = end === 'upper' ? (['lower_id', 'upper_id'] as const) : (['upper_id', 'lower_id'] as const)
  return own(tx)
    .selectFrom('organization_relation as r')
    .innerJoin('organization_unit as u', join =>
      join.onRef('u.authority_id', '=', 'r.authority_id').onRef('u.id', '=', `r.${to}`),
    )
    .select(['u.id', 'u.name', 'u.kind'])
    .where('r.authority_id', '=', authorityId)
    .where(`r.${from}`, '=', id)
    .where('r.kind', '=', kind)
    .where('r.from_on', '<=', day)
    .where(eb => eb.or([eb('r.until_on', 'is', null), eb('r.until_on', '>', day)]))
    .orderBy('r.from_on', 'desc')
    .executeTakeFirst()
}

/** Who leads it in a unified way on that day. */
export const superiorOf = (tx: Tx, authorityId: string, unitId: string, day: Day) =>
  otherEnd(tx, authorityId, unitId, 'leads', 'upper', day)

export const placeOf = (tx: Tx, authorityId: string, unitId: string) =>
  own(tx)
    .selectFrom('organization_place')
    .select(['path', 'depth', 'organ_id as organId'])
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()

/** Units that stand below one in the tree of unified leadership today, itself included when it is of a wanted kind. */
export async function unitsBelow(tx: Tx, authorityId: string, unitId: string, kinds?: readonly UnitKind[]) {
  const found = own(tx)
    .selectFrom('organization_place as top')
    .innerJoin('organization_place as p', join =>
      join.onRef('p.authority_id', '=', 'top.authority_id').on(sql<boolean>`p.path like top.path || '%'`),
    )
    .innerJoin('organization_unit as u', join =>
      join.onRef('u.authority_id', '=', 'p.authority_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .select(['u.id', 'u.name', 'u.kind'])
    .where('top.authority_id', '=', authorityId)
    .where('top.unit_id', '=', unitId)
    .orderBy('p.path')
  return kinds ? found.where('u.kind', 'in', [...kinds]).execute() : found.execute()
}

export interface Holder {
  postId: string
  unitId: string
  kind: PostKind
  personId: string
  from: Day
  until: Day | null
}

const holders = (tx: Tx, authorityId: string, day: Day) =>
  own(tx)
    .selectFrom('organization_post')
    .select([
      'id as postId',
      'unit_id as unitId',
      'kind',
      'person_id as personId',
      'from_on as from',
      'until_on as until',
    ])
    .where('authority_id', '=', authorityId)
    .where('from_on', '<=', day)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', day)]))
    .orderBy('from_on')

/** Who holds posts of these kinds at a unit on that day. */
export const holdersOf = (
  tx: Tx,
  authorityId: string,
  unitId: string,
  kinds: readonly PostKind[],
  day: Day,
): Promise<Holder[]> =>
  kinds.length === 0
    ? Promise.resolve([])
    : holders(tx, authorityId, day)
        .where('unit_id', '=', unitId)
        .where('kind', 'in', [...kinds])
        .execute()

/** Every post held on that day at these units, or at all. */
export const postsOn = (tx: Tx, authorityId: string, day: Day, unitIds?: readonly string[]): Promise<Holder[]> =>
  unitIds
    ? unitIds.length === 0
      ? Promise.resolve([])
      : holders(tx, authorityId, day)
          .where('unit_id', 'in', [...unitIds])
          .execute()
    : holders(tx, authorityId, day).execute()

/** Posts a person has held or will hold, newest first. */
export const postsOfPerson = (tx: Tx, authorityId: string, personId: string) =>
  own(tx)
    .selectFrom('organization_post as p')
    .innerJoin('organization_unit as u', join =>
      join.onRef('u.authority_id', '=', 'p.authority_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .select([
      'p.id',
      'p.kind',
      'p.from_on as from',
      'p.until_on as until',
      'u.id as unitId',
      'u.name as unitName',
      'u.kind as unitKind',
    ])
    .where('p.authority_id', '=', authorityId)
    .where('p.person_id', '=', personId)
    .orderBy('p.from_on', 'desc')
    .execute()

/** Names of persons who hold or held a post, by id; open to everyone of the authority. */
export async function holderNames(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{
    person_id: string
    name: string
  }>`select * from post_holder_names(${[...new Set(personIds)]}::uuid[])`.execute(tx)
  return new Map(rows.map(r => [r.person_id, r.name]))
}

/** Names of members the caller may see, by id. */
export async function memberNames(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    person_id: string
    name: string
  }>`select * from member_names(${[...new Set(personIds)]}::uuid[])`.execute(tx)
  return new Map(rows.map(r => [r.person_id, r.name]))
}

export interface Counts {
  members: number
  regular: number
  inService: number
  retired: number
  floating: number
}

/** Members per unit on a day, for the units the caller may see or those named among them; a unit without any has no entry. */
export async function memberCounts(tx: Tx, day: Day, unitIds?: readonly string[]): Promise<Map<string, Counts>> {
  const { rows } = await sql<Counts & { unitId: string }>`
    select unit_id as "unitId", members, regular, in_service as "inService", retired, floating from member_counts(${day}, ${unitIds ? [...unitIds] : null}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ unitId, ...counts }) => [unitId, counts]))
}

/** The units the caller's capacity covers; null stands for the whole authority. */
export async function visibleUnits(tx: Tx): Promise<Set<string> | null> {
  const { rows } = await sql<{
    all: boolean
    ids: string[] | null
  }>`select sees_all() as all, visible_units() as ids`.execute(tx)
  return rows[0]?.all ? null : new Set(rows[0]?.ids ?? [])
}

/** Whether the caller's unit only guides this one, directly or through the unit that leads it. */
export async function isGuided(tx: Tx, unitId: string): Promise<boolean> {
  const { rows } = await sql<{ guided: boolean }>`select ${unitId}::uuid = any (guided_units()) as guided`.execute(tx)
  return rows[0]?.guided ?? false
}

/** Codes of the units the caller's unit only guides. */
export async function guidedCodes(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{
    code: string
  }>`select code from organization_unit where authority_id = current_authority() and id = any ((select guided_units())::uuid[])`.execute(
    tx,
  )
  return rows.map(r => r.code)
}

/** Recomputes where every unit stands today. */
export async function placeUnits(tx: Tx, authorityId: string): Promise<void> {
  await sql`select place_units(${authorityId})`.execute(tx)
}

/** Units whose name of today differs from the one shown: a rename that has come into force. */
export const namesDue = (tx: Tx, authorityId: string, today: Day) =>
  own(tx)
    .selectFrom('organization_name as n')
    .innerJoin('organization_unit as u', join =>
      join
        .onRef('u.authority_id', '=', 'n.authority_id')
        .onRef('u.id', '=', 'n.unit_id')
        .onRef('u.name', '<>', 'n.name'),
    )
    .select(['u.id', 'n.name'])
    .where('n.authority_id', '=', authorityId)
    .where('n.from_on', '<=', today)
    .where(eb => eb.or([eb('n.until_on', 'is', null), eb('n.until_on', '>', today)]))
    .execute()

export async function showName(
  tx: Tx,
  authorityId: string,
  id: string,
  name: string,
  spelling: { pinyin: string; initials: string },
) {
  await own(tx)
    .updateTable('organization_unit')
    .set({ name, ...spelling })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** One step up from a unit that stands nowhere today: who leads it next or led it last, else what it is a part of, else what was formed in it. */
async function oneUp(tx: Tx, authorityId: string, unitId: string, today: Day) {
  const { rows } = await sql<{ id: string; path: string | null }>`
    select u.id, case when u.kind not in ('group', 'businessUnit', 'section') then p.path end as path
    from organization_relation r
    join organization_unit u on u.authority_id = r.authority_id and u.id = case when r.kind = 'formedIn' then r.lower_id else r.upper_id end
    left join organization_place p on p.authority_id = u.authority_id and p.unit_id = u.id
    where r.authority_id = ${authorityId} and ((r.lower_id = ${unitId} and r.kind in ('leads', 'partOf')) or (r.upper_id = ${unitId} and r.kind = 'formedIn'))
    order by array_position(array['leads', 'partOf', 'formedIn'], r.kind), r.from_on > ${today} desc, r.from_on desc limit 1`.execute(
    tx,
  )
  return rows[0]
}

/** The organisation in the tree that answers for a unit outside it: one planned or dissolved, a group, a section, a business unit. */
export async function answersFor(tx: Tx, authorityId: string, unitId: string, today: Day) {
  const seen = new Set([unitId])
  for (const id of seen) {
    const up = await oneUp(tx, authorityId, id, today)
    if (up?.path) return { id: up.id, path: up.path }
    if (up) seen.add(up.id)
  }
  return null
}

/** How many staff the business unit has in which each organisation was formed, as of a day: the organ is the unit, not its committee. */
export async function staffOfOrgans(tx: Tx, authorityId: string, day: Day): Promise<Map<string, number>> {
  const rows = await own(tx)
    .selectFrom('organization_relation as r')
    .innerJoin('organization_unit as u', join =>
      join.onRef('u.authority_id', '=', 'r.authority_id').onRef('u.id', '=', 'r.upper_id'),
    )
    .select(['r.lower_id as id', 'u.staff_count as staff'])
    .where('r.authority_id', '=', authorityId)
    .where('r.kind', '=', 'formedIn')
    .where('r.from_on', '<=', day)
    .where(eb => eb.or([eb('r.until_on', 'is', null), eb('r.until_on', '>', day)]))
    .execute()
  return new Map(rows.flatMap(({ id, staff }) => (staff === null ? [] : [[id, staff]])))
}

/** Business units in which an organisation was formed, as of a day. */
export async function formedIn(tx: Tx, authorityId: string, day: Day): Promise<Set<string>> {
  const rows = await own(tx)
    .selectFrom('organization_relation')
    .select(['upper_id', 'lower_id'])
    .where('authority_id', '=', authorityId)
    .where('kind', '=', 'formedIn')
    .where('from_on', '<=', day)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', day)]))
    .execute()
  return new Set(rows.flatMap(r => [r.upper_id, r.lower_id]))
}
