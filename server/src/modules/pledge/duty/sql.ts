import type { Duty, Template } from '@jiannuo/contract/pledge/duty.ts'
import type { Day, Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

const own = (tx: Tx) => tx.$pickTables<'pledge_duty' | 'pledge_description' | 'pledge_template' | 'pledge_adoption'>()

/** The city's own duties in force on that day. */
export async function ownDuties(tx: Tx, authorityId: string, day: Day): Promise<Duty[]> {
  const rows = await own(tx)
    .selectFrom('pledge_duty')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('from_on', '<=', day)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', day)]))
    .orderBy('level')
    .orderBy('title_zh')
    .execute()
  return rows.map(toDuty)
}
const toDuty = (r: {
  id: string
  level: Level
  orientation: string
  title_zh: string
  title_en: string
  source: string
  leading_cadre: boolean
}): Duty => ({
  id: r.id,
  level: r.level,
  orientation: { zh: r.orientation, en: r.orientation },
  title: { zh: r.title_zh, en: r.title_en },
  source: r.source,
  leadingCadre: r.leading_cadre,
  own: true,
})

export async function insertDuty(
  tx: Tx,
  row: {
    authority_id: string
    id: string
    level: Level
    orientation: string
    title_zh: string
    title_en: string
    text_zh: string
    source: string
    leading_cadre: boolean
    from_on: Day
  },
): Promise<Duty> {
  return toDuty(await own(tx).insertInto('pledge_duty').values(row).returningAll().executeTakeFirstOrThrow())
}
export const dutyById = (tx: Tx, authorityId: string, id: string) =>
  own(tx)
    .selectFrom('pledge_duty')
    .select(['id', 'from_on', 'until_on'])
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
export async function endDuty(tx: Tx, authorityId: string, id: string, until: Day): Promise<void> {
  await own(tx)
    .updateTable('pledge_duty')
    .set({ until_on: until })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

interface PersonRow {
  person_id: string
  person_name: string
  unit_id: string
  unit_name: string
  in_view: boolean
}
/** A member who owes a pledge today, as far as the caller may see him; `in_view` when his unit lies in the caller's. */
export async function describedPerson(
  tx: Tx,
  authorityId: string,
  personId: string,
  day: Day,
): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`
    select o.*, (select sees_all()) or coalesce(o.unit_id = any ((select visible_units())::uuid[]), false) as in_view
    from pledging_members(${authorityId}, ${day}::date) o where o.person_id = ${personId}`.execute(tx)
  return rows[0] ?? null
}

export const descriptionOf = (tx: Tx, authorityId: string, personId: string) =>
  own(tx)
    .selectFrom('pledge_description')
    .select(['position', 'scope', 'power', 'standard', 'accountability', 'updated_at'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

export async function saveDescription(
  tx: Tx,
  row: {
    authority_id: string
    id: string
    person_id: string
    unit_id: string
    position: string
    scope: string
    power: string
    standard: string
    accountability: string
    updated_at: string
    updated_by: string | null
  },
): Promise<void> {
  const { authority_id: _a, id: _i, person_id: _p, ...fields } = row
  await own(tx)
    .insertInto('pledge_description')
    .values(row)
    .onConflict(oc => oc.columns(['authority_id', 'person_id']).doUpdateSet(fields))
    .execute()
}

/** Members in view with the position they described, those without a description first. */
export async function describedPeople(tx: Tx, authorityId: string, day: Day, limit: number) {
  const { rows } = await sql<{ person_id: string; person_name: string; unit_name: string; position: string | null }>`
    select o.person_id, o.person_name, o.unit_name, d.position
    from pledging_members(${authorityId}, ${day}::date) o
    left join pledge_description d on d.authority_id = ${authorityId} and d.person_id = o.person_id
    where (select sees_all()) or o.unit_id = any ((select visible_units())::uuid[])
    order by d.position is not null, o.unit_name, o.unit_id, o.person_id limit ${limit}`.execute(tx)
  return rows
}

/** The organ a unit adopts for, and whether the unit is that organ. */
export async function organOf(tx: Tx, authorityId: string, unitId: string): Promise<string | null> {
  return (
    (await sql<{ organ: string | null }>`select adopting_organ(${authorityId}, ${unitId}) as organ`.execute(tx)).rows[0]
      ?.organ ?? null
  )
}
export const adoptionOf = (tx: Tx, authorityId: string, unitId: string, cycleId: string) =>
  own(tx)
    .selectFrom('pledge_adoption')
    .select(['template_id', 'content', 'adopted_at'])
    .where('authority_id', '=', authorityId)
    .where('unit_id', '=', unitId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst()

export async function adoptionCoverage(
  tx: Tx,
  authorityId: string,
  cycleId: string,
): Promise<{ organs: number; adopted: number }> {
  const { rows } = await sql<{ organs: number; adopted: number }>`
    select count(*) as organs, count(a.id) as adopted from adopting_organs(${authorityId}) o
    left join pledge_adoption a on a.authority_id = ${authorityId} and a.unit_id = o.unit_id and a.cycle_id = ${cycleId}`.execute(
    tx,
  )
  return rows[0] ?? { organs: 0, adopted: 0 }
}

export async function saveAdoption(
  tx: Tx,
  template: Template,
  row: {
    authority_id: string
    id: string
    unit_id: string
    cycle_id: string
    content: string
    adopted_by: string
    adopted_at: string
  },
): Promise<void> {
  const { id, title, note, levels } = template
  const { authority_id, adopted_at, content, adopted_by } = row
  await own(tx)
    .insertInto('pledge_template')
    .values({
      authority_id,
      id,
      title: title.zh,
      origin: 'shipped',
      note: note.zh,
      content: JSON.stringify(levels),
      created_at: adopted_at,
    })
    .onConflict(oc => oc.doNothing())
    .execute()
  await own(tx)
    .insertInto('pledge_adoption')
    .values({ ...row, template_id: id })
    .onConflict(oc =>
      oc
        .columns(['authority_id', 'unit_id', 'cycle_id'])
        .doUpdateSet({ template_id: id, content, adopted_by, adopted_at }),
    )
    .execute()
}
