import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

export interface LifeUnit {
  unitId: string
  name: string
  kind: string
  from: Day
  until: Day | null
  committee: boolean
  groups: boolean
}
/** The caller's units, or those under one of them, to which the rules may speak; null: all he sees. */
export async function lifeUnits(tx: Tx, under: string | null, on: Day): Promise<LifeUnit[]> {
  const { rows } = await sql<LifeUnit>`
    select unit_id as "unitId", name, kind, from_on as "from", until_on as "until", committee, groups
    from meeting_life_units(${under}::uuid, ${on}::date)`.execute(tx)
  return rows
}

/** Days on which each unit held each kind in a span, only what is closed and had its quorum. */
export async function held(tx: Tx, unitIds: readonly string[], from: Day, until: Day) {
  const { rows } = await sql<{ unitId: string; kind: string; on: Day }>`
    select unit_id as "unitId", kind, held_on as "on"
    from meeting_life_held(${unitIds}::uuid[], ${from}::date, ${until}::date)`.execute(tx)
  return rows
}
