import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'organization_zoning' | 'organization_zone_unit'>()

/** Every division, the last first. */
export const zonings = (tx: Tx, authorityId: string) =>
  own(tx)
    .selectFrom('organization_zoning')
    .select(['id', 'from_on as from', 'document', 'set_by as setBy'])
    .where('authority_id', '=', authorityId)
    .orderBy('from_on', 'desc')
    .limit(100)
    .execute()

/** The zone of every organ that is in one on that day. */
export const zonesOn = async (tx: Tx, authorityId: string, on: Day): Promise<Map<string, string>> => {
  const rows = await own(tx)
    .selectFrom('organization_zone_unit as u')
    .select(['u.unit_id as organId', 'u.zone'])
    .where('u.authority_id', '=', authorityId)
    .where('u.zoning_id', '=', eb =>
      eb
        .selectFrom('organization_zoning as z')
        .select('z.id')
        .where('z.authority_id', '=', authorityId)
        .where('z.from_on', '<=', on)
        .orderBy('z.from_on', 'desc')
        .limit(1),
    )
    .execute()
  return new Map(rows.map(each => [each.organId, each.zone]))
}

/** The organs of the city as it stands today, by name; those of a district are its own work committee’s to divide. */
export const organs = async (tx: Tx, authorityId: string): Promise<{ id: string; name: string }[]> =>
  (
    await sql<{ id: string; name: string }>`
      select u.id, u.name from organization_place p join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
      where p.authority_id = ${authorityId} and p.organ_id = p.unit_id and u.kind <> 'leadingPartyGroup'
        and not exists (select 1 from organization_unit d where d.authority_id = p.authority_id and d.kind = 'districtWorkCommittee' and p.path like '%/' || d.id::text || '/%')
      order by u.pinyin, u.id`.execute(tx)
  ).rows

export interface NewZoning {
  id: string
  from: Day
  document: string
  zones: readonly { name: string; organIds: readonly string[] }[]
  by: string
  at: string
}
export async function saveZoning(tx: Tx, authorityId: string, z: NewZoning) {
  await own(tx)
    .deleteFrom('organization_zoning')
    .where('authority_id', '=', authorityId)
    .where('from_on', '=', z.from)
    .execute()
  await own(tx)
    .insertInto('organization_zoning')
    .values({ authority_id: authorityId, id: z.id, from_on: z.from, document: z.document, set_by: z.by, set_at: z.at })
    .execute()
  const rows = z.zones.flatMap(({ name, organIds }) =>
    organIds.map(unit_id => ({ authority_id: authorityId, zoning_id: z.id, unit_id, zone: name })),
  )
  if (rows.length > 0) await own(tx).insertInto('organization_zone_unit').values(rows).execute()
}
