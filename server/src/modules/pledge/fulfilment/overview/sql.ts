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
/** Every item of the pledges in force in the caller's view, of one unit and those below it when one is given; the view is settled once in the database. */
export async function linesInView(
  tx: Tx,
  cycleId: string,
  { unitId, byOrgan }: { unitId: string | null; byOrgan: boolean },
): Promise<Line[]> {
  return (await sql<Line>`select * from fulfilment_lines(${cycleId}, ${unitId}, ${byOrgan})`.execute(tx)).rows
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
