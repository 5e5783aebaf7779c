import { randomUUID } from 'node:crypto'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ClosedRow } from '../../organization/index.ts'

const own = (tx: Tx) => tx.$pickTables<'membership_belonging'>()

/** Belongings of a unit or a part of one that reach beyond a day, or of chosen members wherever they belong. Held until the end of the transaction. */
export async function belongingsReaching(
  tx: Tx,
  authorityId: string,
  wanted: { unitIds: readonly string[] } | { memberIds: readonly string[] },
  day: Day,
) {
  const found = own(tx)
    .selectFrom('membership_belonging')
    .select([
      'id',
      'member_id as memberId',
      'unit_id as unitId',
      'section_id as sectionId',
      'group_id as groupId',
      'from_on as from',
      'until_on as until',
    ])
    .where('authority_id', '=', authorityId)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', day)]))
    .orderBy('id')
    .forUpdate()
  const ids = 'unitIds' in wanted ? wanted.unitIds : wanted.memberIds
  if (ids.length === 0) return []
  return found
    .where(eb =>
      'unitIds' in wanted
        ? eb.or([eb('unit_id', 'in', ids), eb('section_id', 'in', ids), eb('group_id', 'in', ids)])
        : eb('member_id', 'in', ids),
    )
    .execute()
}

export const endBelonging = (tx: Tx, authorityId: string, id: string, until: Day | null) =>
  own(tx)
    .updateTable('membership_belonging')
    .set({ until_on: until })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()

export const removeBelonging = (tx: Tx, authorityId: string, id: string) =>
  own(tx).deleteFrom('membership_belonging').where('authority_id', '=', authorityId).where('id', '=', id).execute()

export const belongingById = (tx: Tx, authorityId: string, id: string) =>
  own(tx)
    .selectFrom('membership_belonging')
    .select(['from_on as from', 'until_on as until'])
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()

interface NewBelonging {
  memberId: string
  unitId: string
  sectionId: string | null
  groupId: string | null
  from: Day
  until: Day | null
}
/** The new ids, in the order given. */
export async function insertBelongings(tx: Tx, authorityId: string, rows: readonly NewBelonging[]): Promise<string[]> {
  if (rows.length === 0) return []
  const values = rows.map(b => ({
    authority_id: authorityId,
    id: randomUUID(),
    member_id: b.memberId,
    unit_id: b.unitId,
    section_id: b.sectionId,
    group_id: b.groupId,
    from_on: b.from,
    until_on: b.until,
  }))
  await own(tx).insertInto('membership_belonging').values(values).execute()
  return values.map(v => v.id)
}

export async function copyBelonging(tx: Tx, authorityId: string, row: ClosedRow, from: Day): Promise<string> {
  const id = randomUUID()
  await sql`insert into membership_belonging (authority_id, id, member_id, unit_id, group_id, section_id, from_on, until_on)
    select authority_id, ${id}, member_id, unit_id, group_id, section_id, ${from}, ${row.until} from membership_belonging where authority_id = ${authorityId} and id = ${row.id}`.execute(
    tx,
  )
  return id
}

/** Belongings at units that reach beyond a day, beyond those named. */
export async function otherBelongings(
  tx: Tx,
  authorityId: string,
  unitIds: readonly string[],
  on: Day,
  but: readonly string[],
): Promise<number> {
  const rows = await belongingsReaching(tx, authorityId, { unitIds }, on)
  return rows.filter(r => !but.includes(r.id)).length
}
