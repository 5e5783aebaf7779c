import type { UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { PledgeState } from '@jiannuo/contract/pledge/pledge.ts'
import type { Day, Level } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { OrganStand } from '../../pledge/index.ts'

const own = (tx: Tx) => tx.$pickTables<'desk_city_stand'>()

export interface CityStand {
  organs: OrganStand[]
  countedAt: string
}
/** The figures of the city as last counted on that day; undefined when nobody has. */
export const keptStand = (tx: Tx, authorityId: string, cycleId: string, day: Day): Promise<CityStand | undefined> =>
  own(tx)
    .selectFrom('desk_city_stand')
    .select(['organs', 'counted_at as countedAt'])
    .where('authority_id', '=', authorityId)
    .where('cycle_id', '=', cycleId)
    .where('on_day', '=', day)
    .$castTo<CityStand>()
    .executeTakeFirst()
export async function keepStand(tx: Tx, authorityId: string, cycleId: string, day: Day, stand: CityStand) {
  const figures = {
    cycle_id: cycleId,
    on_day: day,
    organs: JSON.stringify(stand.organs),
    counted_at: stand.countedAt,
  }
  await own(tx)
    .insertInto('desk_city_stand')
    .values({ authority_id: authorityId, ...figures })
    .onConflict(oc => oc.column('authority_id').doUpdateSet(figures))
    .execute()
}

// The rest reads only: each function answers for the caller's own scope, over tables that are other modules'.

export interface RosterFigures {
  grassroots: number
  temporary: number
  without_secretary: number
  units_without_organization: number
  members: number
  in_service: number
  members_without_branch: number
}
export async function rosterFigures(tx: Tx, today: Day): Promise<RosterFigures> {
  return (await sql<RosterFigures>`select * from roster_figures(${today})`.execute(tx)).rows[0]!
}

export interface BranchHead {
  unit_id: string
  unit_name: string
  unit_kind: UnitKind
  secretary: string | null
  term_from: Day | null
  term_until: Day | null
  term_extended: Day | null
  term_state: string | null
}
/** Branches below a unit in the order of their codes. */
export async function branchHeads(tx: Tx, unitId: string, today: Day): Promise<BranchHead[]> {
  return (await sql<BranchHead>`select * from branches_at_a_glance(${unitId}, ${today})`.execute(tx)).rows
}

export interface StuckRow {
  kind: 'returned' | 'rectification' | 'term' | 'objection'
  unit_id: string
  unit_name: string
  things: number
  since_on: Day
}
export async function stuckRows(tx: Tx, cycleId: string, today: Day): Promise<StuckRow[]> {
  return (await sql<StuckRow>`select * from overview_stuck(${cycleId}, ${today})`.execute(tx)).rows
}

/** Rounds of the year by level: open, and filed. */
export async function rounds(tx: Tx, cycleId: string): Promise<{ level: Level; open: number; filed: number }[]> {
  const { rows } = await sql<{ level: Level; open: number; filed: number }>`
    select level, coalesce(sum(rounds) filter (where state <> 'filed'), 0)::int as open, coalesce(sum(rounds) filter (where state = 'filed'), 0)::int as filed
    from rounds_at_a_glance(${cycleId}) group by level`.execute(tx)
  return rows
}

export async function filedGrades(tx: Tx): Promise<{ year: number; level: Level; grade: string; people: number }[]> {
  return (
    await sql<{ year: number; level: Level; grade: string; people: number }>`select * from filed_grades()`.execute(tx)
  ).rows
}

export interface SecretaryStand {
  unit_id: string
  unit_name: string
  organ_class: string | null
  person_name: string | null
  pledge_id: string | null
  pledge_state: PledgeState | null
  submitted_on: Day | null
  review_due_on: Day | null
  in_force_on: Day | null
  round_id: string | null
  round_state: string | null
  filed_grade: string | null
  filed_year: number | null
}
/** The leading Party group secretaries; empty for anybody but the city committee. `cycleId` null: before any year. */
export async function partyGroupSecretaries(tx: Tx, cycleId: string | null, today: Day): Promise<SecretaryStand[]> {
  return (await sql<SecretaryStand>`select * from party_group_secretaries(${cycleId}, ${today})`.execute(tx)).rows
}
