import type { Day } from '@jiannuo/contract/values.ts'
import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'

export interface UnitCounts {
  unit_id: string
  unit_name: string
  owed: number
  none: number
  drafted: number
  submitted: number
  returned: number
  approved: number
  on_notice: number
  in_force: number
  adopted: boolean
}

/** How many pledges of the units in view are in which state: by organ, or by branch within one organ (all in view when it is null). */
export async function countStates(
  tx: Tx,
  authorityId: string,
  cycleId: string,
  today: Day,
  by: 'organ' | 'branch',
  organId: string | null,
): Promise<UnitCounts[]> {
  const { rows } = await sql<UnitCounts>`
    with counted as (
      select o.unit_id, count(*) as owed, count(*) filter (where p.id is null) as none,
        count(*) filter (where p.state = 'draft') as drafted, count(*) filter (where p.state = 'submitted') as submitted, count(*) filter (where p.state = 'returned') as returned,
        count(*) filter (where p.state = 'approved') as approved, count(*) filter (where p.state = 'onNotice') as on_notice,
        count(*) filter (where p.state in ('inForce', 'amending', 'closed')) as in_force
      from pledge_owners(${authorityId}, ${today}::date) o
      left join pledge_pledge p on p.authority_id = ${authorityId} and p.cycle_id = ${cycleId} and p.person_id = o.person_id and p.level = o.level and p.amends is null
      where (select sees_all()) or o.unit_id = any ((select visible_units())::uuid[])
      group by o.unit_id
    ), placed as (
      select c.*, g.unit_name, g.organ_id, g.organ_name from counted c left join organs_of_units(${authorityId}) g on g.unit_id = c.unit_id
    ), keyed as (
      select case when ${by} = 'organ' then coalesce(k.organ_id, k.unit_id) else k.unit_id end as key,
        case when ${by} = 'organ' then coalesce(k.organ_name, k.unit_name) else k.unit_name end as key_name, k.*
      from placed k where ${organId}::uuid is null or k.organ_id = ${organId}::uuid
    )
    select k.key as unit_id, coalesce(min(k.key_name), '') as unit_name, sum(k.owed)::int as owed, sum(k.none)::int as none, sum(k.drafted)::int as drafted,
      sum(k.submitted)::int as submitted, sum(k.returned)::int as returned, sum(k.approved)::int as approved, sum(k.on_notice)::int as on_notice, sum(k.in_force)::int as in_force,
      exists (select 1 from pledge_adoption a where a.authority_id = ${authorityId} and a.cycle_id = ${cycleId} and a.unit_id in (k.key, min(k.organ_id::text)::uuid)) as adopted
    from keyed k group by k.key order by unit_name, k.key`.execute(tx)
  return rows
}

/** The unit when the caller's office lies over it. */
export const unitInCharge = async (tx: Tx, unitId: string): Promise<boolean> =>
  (await sql<{ yes: boolean }>`select office_over(${unitId}) as yes`.execute(tx)).rows[0]?.yes ?? false

/** Who owes a pledge in the unit and has not submitted it, or got it back. */
export const notSubmitted = async (tx: Tx, authorityId: string, cycleId: string, unitId: string, today: Day) =>
  (
    await sql<{ person_id: string }>`
      select distinct o.person_id from pledge_owners(${authorityId}, ${today}::date) o
      left join pledge_pledge p on p.authority_id = ${authorityId} and p.cycle_id = ${cycleId} and p.person_id = o.person_id and p.level = o.level and p.amends is null
      where o.unit_id = ${unitId} and coalesce(p.state, 'draft') in ('draft', 'returned') order by 1`.execute(tx)
  ).rows.map(row => row.person_id)

/** False when the unit was reminded that day already. */
export async function noteReminder(tx: Tx, row: Insertable<Database['pledge_reminder']>): Promise<boolean> {
  const made = await tx
    .$pickTables<'pledge_reminder'>()
    .insertInto('pledge_reminder')
    .values(row)
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** The units reminded that day, as far as the caller sees them. */
export const remindedOn = async (tx: Tx, authorityId: string, day: Day): Promise<Set<string>> =>
  new Set(
    (
      await tx
        .$pickTables<'pledge_reminder'>()
        .selectFrom('pledge_reminder')
        .select('unit_id')
        .where('authority_id', '=', authorityId)
        .where('on_day', '=', day)
        .execute()
    ).map(row => row.unit_id),
  )
