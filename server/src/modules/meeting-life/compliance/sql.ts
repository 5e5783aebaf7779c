import type { Requirement } from '@jiannuo/contract/meeting-life/requirement.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Database } from '../../../platform/database/tables.ts'

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

const own = (tx: Tx) => tx.$pickTables<'meeting_life_requirement'>()

/** What the city asks of its own, ended ones too; row level security keeps it to the caller's city. */
export async function requirements(tx: Tx): Promise<Requirement[]> {
  const rows = await own(tx)
    .selectFrom('meeting_life_requirement')
    .selectAll()
    .select(sql<string | null>`person_label(authority_id, recorded_by)`.as('by_name'))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(r => ({
    ...{ id: r.id, title: r.title, every: r.every, times: r.times, replaces: r.replaces, document: r.document },
    ...{ from: r.from_on, until: r.until_on, recordedBy: r.by_name ?? '' },
    kind: r.kind as Requirement['kind'],
    asks: r.asks as Requirement['asks'],
  }))
}
export type RequirementRow = Requirement

export async function insertRequirement(
  tx: Tx,
  row: Omit<Database['meeting_life_requirement'], 'until_on'>,
): Promise<void> {
  await own(tx).insertInto('meeting_life_requirement').values(row).execute()
}
export async function endRequirement(tx: Tx, authorityId: string, id: string, until: Day): Promise<void> {
  await own(tx)
    .updateTable('meeting_life_requirement')
    .set({ until_on: until })
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .execute()
}
