import type { MemberKind } from '@jiannuo/contract/membership/member.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'membership_service'>()

export interface ServiceRow {
  id: string
  member_id: string
  name: string
  kind: z.output<typeof MemberKind> | null
  home_id: string | null
  home_name: string | null
  from_on: Day
  until_on: Day | null
}
export const servicesIn = async (tx: Tx, unitId: string, on: Day): Promise<ServiceRow[]> =>
  (await sql<ServiceRow>`select * from services_in(${unitId}, ${on})`.execute(tx)).rows

const columns = ['id', 'member_id as memberId', 'unit_id as unitId', 'from_on as from', 'until_on as until'] as const
const services = (tx: Tx, authorityId: string) =>
  own(tx).selectFrom('membership_service').select(columns).where('authority_id', '=', authorityId)

export const serviceById = (tx: Tx, authorityId: string, id: string) =>
  services(tx, authorityId).where('id', '=', id).executeTakeFirst()

export const servicesOf = (tx: Tx, authorityId: string, memberId: string) =>
  services(tx, authorityId).where('member_id', '=', memberId).orderBy('from_on', 'desc').orderBy('id').execute()

/** Services of the member in the unit that meet a period. */
export const servicesMeeting = (
  tx: Tx,
  authorityId: string,
  s: { memberId: string; unitId: string; from: Day; until: Day | null },
) =>
  services(tx, authorityId)
    .where('member_id', '=', s.memberId)
    .where('unit_id', '=', s.unitId)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', s.from)]))
    .$if(s.until !== null, found => found.where('from_on', '<', s.until as Day))
    .execute()

/** How many services in units reach beyond a day. */
export async function servicesReaching(tx: Tx, authorityId: string, unitIds: readonly string[], on: Day) {
  if (unitIds.length === 0) return 0
  const found = await services(tx, authorityId)
    .where('unit_id', 'in', [...unitIds])
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', on)]))
    .execute()
  return found.length
}

export const insertService = (
  tx: Tx,
  authorityId: string,
  s: { id: string; memberId: string; unitId: string; from: Day; until: Day | null },
) =>
  own(tx)
    .insertInto('membership_service')
    .values({
      authority_id: authorityId,
      id: s.id,
      member_id: s.memberId,
      unit_id: s.unitId,
      from_on: s.from,
      until_on: s.until,
    })
    .execute()

export const setServiceEnd = (tx: Tx, authorityId: string, id: string, until: Day, reason: string) =>
  own(tx)
    .updateTable('membership_service')
    .set({ until_on: until, end_reason: reason })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
