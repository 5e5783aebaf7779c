import type { Cycle } from '@jiannuo/contract/cycle.ts'
import type { Day, Level } from '@jiannuo/contract/values.ts'
import { pledgeLight } from '@jiannuo/rules/pledge/light.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { silenceCounts } from './fulfilment/sheet.ts'

/** What is counted of the pledges of a unit; people and items stand under the light of today. */
export interface StandCounts {
  owed: number
  unbegun: number
  drafted: number
  submitted: number
  returned: number
  approved: number
  on_notice: number
  in_force: number
  red_items: number
  yellow_items: number
  green_items: number
  grey_items: number
  red_people: number
  yellow_people: number
  checked: number
  confirmed: number
}
export interface UnitStand extends StandCounts {
  unit_id: string
}
export interface OrganStand extends StandCounts {
  organ_id: string
  organ_name: string
  organ_class: string | null
  adopted: boolean
}

type Year = Pick<Cycle, 'id' | 'phases'>

const limits = (cycle: Year, today: Day) => {
  const { tolerance, redBehind, dueSoonDays } = pledgeLight.at(today).params
  return sql`${silenceCounts(cycle, today)}::boolean, ${tolerance}::int, ${redBehind}::int, ${dueSoonDays}::int`
}

/** How pledging and fulfilment stand in each unit of the caller's scope. */
export async function standByUnit(tx: Tx, cycle: Year, today: Day): Promise<UnitStand[]> {
  return (
    await sql<UnitStand>`select * from pledge_by_unit(${cycle.id}, ${today}, ${limits(cycle, today)})`.execute(tx)
  ).rows
}

/** The same by organ, its leading Party group counted to it; adopted: it starts from a template of its own choice. */
export async function standByOrgan(tx: Tx, cycle: Year, today: Day): Promise<OrganStand[]> {
  return (
    await sql<OrganStand>`select * from pledge_by_organ(${cycle.id}, ${today}, ${limits(cycle, today)})`.execute(tx)
  ).rows
}

export interface WaitingReview {
  pledge_id: string
  level: Level
  person_name: string
  unit_id: string
  unit_name: string
  organ_id: string | null
  reviewer_unit_id: string
  reviewer_name: string
  reviewer_kind: string
  submitted_on: Day
  due_on: Day | null
  /** The review has left the level that should have done it. */
  risen: boolean
}
/** Pledges of the caller's scope, or before his unit, that wait for a decision. */
export async function reviewsWaiting(tx: Tx, today: Day): Promise<WaitingReview[]> {
  return (
    await sql<WaitingReview>`select * from pledge_reviews_waiting(${today}) order by submitted_on, pledge_id`.execute(
      tx,
    )
  ).rows
}

/** How many pledges of a year came into force on which day, first days first. */
export async function inForceByDay(tx: Tx, cycleId: string, today: Day): Promise<{ on: Day; pledges: number }[]> {
  return (
    await sql<{
      on: Day
      pledges: number
    }>`select in_force_on as on, pledges from pledge_course(${cycleId}, ${today})`.execute(tx)
  ).rows
}

/** Pledges owed on a day in the caller's scope. */
export async function owedOn(tx: Tx, day: Day): Promise<number> {
  return (await sql<{ owed: number }>`select pledges_owed(${day}) as owed`.execute(tx)).rows[0]!.owed
}
