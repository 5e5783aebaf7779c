import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'membership_member' | 'membership_belonging' | 'membership_standing'>()

export const memberById = (tx: Tx, authorityId: string, id: string) =>
  own(tx)
    .selectFrom('membership_member')
    .select([
      'id',
      'code',
      'name',
      'gender',
      'born_on as bornOn',
      'joined_on as joinedOn',
      'regular_on as regularOn',
      'phone_sealed as phoneSealed',
      'id_number_sealed as idNumberSealed',
    ])
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
export type Member = NonNullable<Awaited<ReturnType<typeof memberById>>>

/** Members who belong to a unit on a day with their standing, by name; those above and below it not included. */
export const membersOfUnit = (tx: Tx, authorityId: string, unitId: string, day: Day) =>
  own(tx)
    .selectFrom('membership_belonging as b')
    .innerJoin('membership_member as m', join =>
      join.onRef('m.authority_id', '=', 'b.authority_id').onRef('m.id', '=', 'b.member_id'),
    )
    .leftJoin('membership_standing as s', join =>
      join
        .onRef('s.authority_id', '=', 'b.authority_id')
        .onRef('s.member_id', '=', 'b.member_id')
        .on('s.from_on', '<=', day)
        .on(eb => eb.or([eb('s.until_on', 'is', null), eb('s.until_on', '>', day)])),
    )
    .select([
      'm.id',
      'm.name',
      'm.code',
      's.kind',
      's.state',
      's.leading_cadre as leadingCadre',
      'b.group_id as groupId',
      'b.section_id as sectionId',
      'b.from_on as since',
    ])
    .where('b.authority_id', '=', authorityId)
    .where('b.unit_id', '=', unitId)
    .where('b.from_on', '<=', day)
    .where(eb => eb.or([eb('b.until_on', 'is', null), eb('b.until_on', '>', day)]))
    .orderBy('m.pinyin')
    .orderBy('m.id')
    .execute()

/** Regular members of a unit on a day: those who may vote. A probationary member has no vote. */
export async function votingMembers(tx: Tx, authorityId: string, unitId: string, day: Day) {
  return (await membersOfUnit(tx, authorityId, unitId, day)).filter(m => m.kind === 'regular')
}

/** The unit a member belongs to on a day, else the last one; null for a member who never belonged anywhere the caller sees. */
export async function unitOfMember(
  tx: Tx,
  authorityId: string,
  memberId: string,
  day: Day,
): Promise<{ unitId: string; current: boolean } | null> {
  const { rows } = await sql<{ unitId: string; current: boolean }>`
    select unit_id as "unitId", (from_on <= ${day} and (until_on is null or until_on > ${day})) as current from membership_belonging
    where authority_id = ${authorityId} and member_id = ${memberId} order by 2 desc, from_on desc limit 1`.execute(tx)
  return rows[0] ?? null
}

export interface Headcount {
  members: number
  regular: number
}
/** All and regular members of some units on a day, or of chosen members among them. */
export async function headcount(
  tx: Tx,
  authorityId: string,
  unitIds: readonly string[],
  day: Day,
  only?: readonly string[],
): Promise<Headcount> {
  if (unitIds.length === 0) return { members: 0, regular: 0 }
  const { rows } = await sql<Headcount>`
    select count(*)::int as members, count(*) filter (where s.kind = 'regular')::int as regular
    from membership_belonging b
    left join membership_standing s on s.authority_id = b.authority_id and s.member_id = b.member_id and s.from_on <= ${day} and (s.until_on is null or s.until_on > ${day})
    where b.authority_id = ${authorityId} and b.unit_id = any (${[...unitIds]}::uuid[]) and b.from_on <= ${day} and (b.until_on is null or b.until_on > ${day})
      and (${only === undefined} or b.member_id = any (${[...(only ?? [])]}::uuid[]))`.execute(tx)
  return rows[0] ?? { members: 0, regular: 0 }
}
