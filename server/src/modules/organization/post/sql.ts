import type { PostKind } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'organization_unit' | 'organization_post' | 'organization_term'>()

/** Holds the unit until the end of the transaction, so that two appointments at once see each other. */
export const lockUnit = (tx: Tx, authorityId: string, unitId: string) =>
  own(tx)
    .selectFrom('organization_unit')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()

/** Who holds this post during any day of the period; `until` null means for good. */
export async function holdersDuring(
  tx: Tx,
  authorityId: string,
  unitId: string,
  kind: PostKind,
  from: Day,
  until: Day | null,
) {
  const found = own(tx)
    .selectFrom('organization_post')
    .select(['id', 'person_id as personId', 'from_on as from'])
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .where('kind', '=', kind)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', from)]))
  return until ? found.where('from_on', '<', until).execute() : found.execute()
}

export const postById = (tx: Tx, authorityId: string, id: string) =>
  own(tx)
    .selectFrom('organization_post')
    .select(['id', 'unit_id as unitId', 'kind', 'person_id as personId', 'from_on as from', 'until_on as until'])
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()

export const openTermId = (tx: Tx, authorityId: string, unitId: string, day: Day) =>
  own(tx)
    .selectFrom('organization_term')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .where('state', '<>', 'closed')
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()

export interface NewPost {
  id: string
  unitId: string
  kind: PostKind
  personId: string
  termId: string | null
  from: Day
  until: Day | null
}
export async function insertPost(tx: Tx, authorityId: string, p: NewPost) {
  await own(tx)
    .insertInto('organization_post')
    .values({
      authority_id: authorityId,
      id: p.id,
      unit_id: p.unitId,
      kind: p.kind,
      person_id: p.personId,
      term_id: p.termId,
      from_on: p.from,
      until_on: p.until,
    })
    .execute()
}

export async function endPost(tx: Tx, authorityId: string, id: string, until: Day) {
  await own(tx)
    .updateTable('organization_post')
    .set({ until_on: until })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Ends every post of a person on a day; a post that would begin later is taken back. */
export async function endPostsOf(tx: Tx, authorityId: string, personId: string, on: Day) {
  await own(tx)
    .deleteFrom('organization_post')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('from_on', '>=', on)
    .execute()
  await own(tx)
    .updateTable('organization_post')
    .set({ until_on: on })
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', on)]))
    .execute()
}

/** Ends what the body before held in these posts, on the first day of the next one. */
export async function endBody(tx: Tx, authorityId: string, unitId: string, kinds: readonly PostKind[], on: Day) {
  await own(tx)
    .updateTable('organization_post')
    .set({ until_on: on })
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .where('kind', 'in', [...kinds])
    .where('from_on', '<', on)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', on)]))
    .execute()
}
