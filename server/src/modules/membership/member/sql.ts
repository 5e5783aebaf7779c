import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) =>
  tx.$pickTables<
    | 'membership_member'
    | 'membership_belonging'
    | 'membership_standing'
    | 'membership_correction'
    | 'membership_transfer'
  >()

export interface ListRow {
  id: string
  name: string
  code: string
  pinyin: string
  unitId: string
  kind: 'regular' | 'probationary' | null
  state: 'inService' | 'retired' | 'floating' | 'longAway' | null
  leadingCadre: boolean | null
  joinedOn: Day | null
}
export interface Filter {
  day: Day
  /** null: wherever the caller may see. */
  unitIds: readonly string[] | null
  kind?: string | undefined
  state?: string | undefined
  leadingCadre?: boolean | undefined
  /** Escaped for LIKE, lower case. */
  like?: string | undefined
}

/** A page of members by the pinyin or the strokes of their names, and how many there are in all; `total` is 0 for a page beyond the end. */
export async function listMembers(
  tx: Tx,
  f: Filter,
  sort: 'pinyin' | 'stroke',
  after: { key: string; id: string } | null,
  limit: number,
): Promise<{ rows: ListRow[]; total: number }> {
  const { rows } = await sql<ListRow & { total: number }>`
    select id, name, code, pinyin, unit_id as "unitId", kind, state, leading_cadre as "leadingCadre", joined_on as "joinedOn", total
    from list_members(${f.day}, ${f.unitIds ? [...f.unitIds] : null}::uuid[], ${f.kind ?? null}, ${f.state ?? null}, ${f.leadingCadre ?? null}::boolean,
      ${f.like ?? null}, ${sort === 'stroke'}, ${after?.key ?? null}, ${after?.id ?? null}::uuid, ${limit})`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

export const belongingsOf = (tx: Tx, authorityId: string, memberId: string) =>
  own(tx)
    .selectFrom('membership_belonging')
    .select([
      'id',
      'unit_id as unitId',
      'section_id as sectionId',
      'group_id as groupId',
      'from_on as from',
      'until_on as until',
    ])
    .where('authority_id', '=', authorityId)
    .where('member_id', '=', memberId)
    .orderBy('from_on', 'desc')
    .execute()

export const standingsOf = (tx: Tx, authorityId: string, memberId: string) =>
  own(tx)
    .selectFrom('membership_standing')
    .select(['id', 'kind', 'state', 'leading_cadre as leadingCadre', 'from_on as from', 'until_on as until'])
    .where('authority_id', '=', authorityId)
    .where('member_id', '=', memberId)
    .orderBy('from_on', 'desc')
    .execute()

export const correctionsOf = (tx: Tx, authorityId: string, memberId: string) =>
  own(tx)
    .selectFrom('membership_correction')
    .select(['fields', 'reason', 'made_at as at'])
    .where('authority_id', '=', authorityId)
    .where('member_id', '=', memberId)
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()

export const openTransferOf = (tx: Tx, authorityId: string, memberId: string) =>
  own(tx)
    .selectFrom('membership_transfer')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('member_id', '=', memberId)
    .where('state', 'in', ['requested', 'released'])
    .executeTakeFirst()

export interface MemberValues {
  name: string
  pinyin: string
  initials: string
  gender: 'female' | 'male' | null
  born_on: Day | null
  joined_on: Day | null
  regular_on: Day | null
  phone_sealed: string | null
  id_number_sealed: string | null
}
/** False when the code is in use by someone, whether the caller may see him or not. */
export async function insertMember(
  tx: Tx,
  authorityId: string,
  id: string,
  code: string,
  values: MemberValues,
): Promise<boolean> {
  const [done] = await own(tx)
    .insertInto('membership_member')
    .values({ authority_id: authorityId, id, code, ...values })
    .onConflict(oc => oc.doNothing())
    .execute()
  return (done?.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateMember(tx: Tx, authorityId: string, id: string, values: Partial<MemberValues>) {
  await own(tx)
    .updateTable('membership_member')
    .set(values)
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Holds the member until the end of the transaction. */
export const lockMember = (tx: Tx, authorityId: string, id: string) =>
  own(tx)
    .selectFrom('membership_member')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertBelonging(
  tx: Tx,
  authorityId: string,
  b: { id: string; memberId: string; unitId: string; sectionId: string | null; from: Day },
) {
  await own(tx)
    .insertInto('membership_belonging')
    .values({
      authority_id: authorityId,
      id: b.id,
      member_id: b.memberId,
      unit_id: b.unitId,
      section_id: b.sectionId,
      from_on: b.from,
    })
    .execute()
}

export interface Standing {
  id: string
  memberId: string
  kind: 'regular' | 'probationary'
  state: 'inService' | 'retired' | 'floating' | 'longAway'
  leadingCadre: boolean
  from: Day
}
export async function insertStanding(tx: Tx, authorityId: string, s: Standing) {
  await own(tx)
    .insertInto('membership_standing')
    .values({
      authority_id: authorityId,
      id: s.id,
      member_id: s.memberId,
      kind: s.kind,
      state: s.state,
      leading_cadre: s.leadingCadre,
      from_on: s.from,
    })
    .execute()
}

export const endBelonging = (tx: Tx, authorityId: string, id: string, until: Day) =>
  own(tx)
    .updateTable('membership_belonging')
    .set({ until_on: until })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
export const endStanding = (tx: Tx, authorityId: string, id: string, until: Day) =>
  own(tx)
    .updateTable('membership_standing')
    .set({ until_on: until })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()

export async function insertCorrection(
  tx: Tx,
  authorityId: string,
  c: { id: string; memberId: string; fields: string[]; reason: string; by: string; at: string },
) {
  await own(tx)
    .insertInto('membership_correction')
    .values({
      authority_id: authorityId,
      id: c.id,
      member_id: c.memberId,
      fields: c.fields,
      reason: c.reason,
      made_by: c.by,
      made_at: c.at,
    })
    .execute()
}
