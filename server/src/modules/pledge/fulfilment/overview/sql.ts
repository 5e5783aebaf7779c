import type { Day, Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/connect.ts'
import type { ItemRow } from '../sql.ts'

export interface Line {
  pledge_id: string
  person_id: string
  unit_id: string
  group_id: string
  level: Level
  reviewer_unit_id: string
  start_on: Day
  checked: boolean
  confirmed: boolean
  id: string
  title: string
  target: string | null
  unit: string
  achieved: string | null
  state: ItemRow['state']
  due_on: Day | null
  weight: number
}
/** Every item of the pledges in force in the caller's view, of one unit and those below it when one is given; lean, because a city has tens of thousands. */
export async function linesInView(
  tx: Tx,
  authorityId: string,
  cycleId: string,
  { unitId, byOrgan }: { unitId: string | null; byOrgan: boolean },
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select p.id as pledge_id, p.person_id, p.unit_id, ${byOrgan ? sql`coalesce(organ_of_unit(${authorityId}, p.unit_id), p.unit_id)` : sql`p.unit_id`} as group_id, p.level, p.reviewer_unit_id,
      case when p.amends is null then p.in_force_on else first_in_force(${authorityId}, p.id) end as start_on,
      m.checked_at is not null as checked, m.confirmed_at is not null as confirmed,
      i.id, i.title, i.target, i.unit, i.achieved, i.state, i.due_on, i.weight
    from pledge_pledge p
    join pledge_item i on i.authority_id = p.authority_id and i.pledge_id = p.id
    left join pledge_midyear m on m.authority_id = p.authority_id and m.pledge_id = p.id
    where p.authority_id = ${authorityId} and p.cycle_id = ${cycleId} and p.state in ('inForce', 'amending')
      and ((select sees_all()) or p.unit_id = any ((select visible_units())::uuid[]) or p.reviewer_unit_id = (select (current_context()).unit_id))
      and ${unitId ? sql<boolean>`lies_under(${authorityId}, p.unit_id, ${unitId})` : sql<boolean>`true`}
    order by p.id, i.position`.execute(tx)
  return rows
}

/** The unit's name when it lies in the caller's view. */
export async function unitInView(
  tx: Tx,
  authorityId: string,
  unitId: string,
): Promise<{ unitId: string; unitName: string } | null> {
  const { rows } = await sql<{ name: string | null; seen: boolean }>`
    select unit_label(${authorityId}, ${unitId}) as name, (select sees_all()) or coalesce(${unitId}::uuid = any ((select visible_units())::uuid[]), false) or ${unitId}::uuid = (select (current_context()).unit_id) as seen`.execute(
    tx,
  )
  const found = rows[0]
  return found?.seen && found.name !== null ? { unitId, unitName: found.name } : null
}

export async function unitNames(tx: Tx, authorityId: string, unitIds: readonly string[]): Promise<Map<string, string>> {
  if (unitIds.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    name: string | null
  }>`select u.id, unit_label(${authorityId}, u.id) as name from unnest(${[...unitIds]}::uuid[]) as u(id)`.execute(tx)
  return new Map(rows.map(r => [r.id, r.name ?? '']))
}
export async function personNames(
  tx: Tx,
  authorityId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    name: string | null
  }>`select p.id, person_label(${authorityId}, p.id) as name from unnest(${[...personIds]}::uuid[]) as p(id)`.execute(
    tx,
  )
  return new Map(rows.map(r => [r.id, r.name ?? '']))
}
