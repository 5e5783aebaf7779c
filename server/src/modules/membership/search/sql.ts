import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

export interface Found {
  id: string
  name: string
  unitId: string | null
}

/** Members the caller may see whose name, pinyin or initials match, the closest first. `like` is already escaped. */
export async function findMembers(tx: Tx, like: string, today: Day, limit: number): Promise<Found[]> {
  const { rows } =
    await sql<Found>`select id, name, unit_id as "unitId" from find_members(${like}, ${today}, ${limit})`.execute(tx)
  return rows
}

/** Members in good standing on a day who belong to no unit then. */
export async function membersWithoutBranch(tx: Tx, authorityId: string, day: Day) {
  const { rows } = await sql<{ id: string; name: string }>`
    select m.id, m.name from membership_member m
    where m.authority_id = ${authorityId}
      and exists (select 1 from membership_standing s where s.authority_id = m.authority_id and s.member_id = m.id and s.from_on <= ${day} and (s.until_on is null or s.until_on > ${day}))
      and not exists (select 1 from membership_belonging b where b.authority_id = m.authority_id and b.member_id = m.id and b.from_on <= ${day} and (b.until_on is null or b.until_on > ${day}))
    order by m.pinyin limit 500`.execute(tx)
  return rows
}

/** Regular members per business unit or section they work in, and the part of them whose branch was formed there or near. */
export async function regularBySection(tx: Tx, authorityId: string, day: Day): Promise<Map<string, number>> {
  const { rows } = await sql<{ sectionId: string; n: number }>`
    select b.section_id as "sectionId", count(*)::int as n from membership_belonging b
    join membership_standing s on s.authority_id = b.authority_id and s.member_id = b.member_id and s.kind = 'regular' and s.from_on <= ${day} and (s.until_on is null or s.until_on > ${day})
    where b.authority_id = ${authorityId} and b.section_id is not null and b.from_on <= ${day} and (b.until_on is null or b.until_on > ${day})
    group by b.section_id`.execute(tx)
  return new Map(rows.map(r => [r.sectionId, r.n]))
}
