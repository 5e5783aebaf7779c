import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

/** A dated row in force on the day asked about. */
export interface Period {
  id: string
  from: Day
  until: Day | null
}

export interface UnitRow {
  id: string
  code: string
  kind: string
  name: string
  organ_class: string | null
  staff_count: number | null
  founded_on: Day
  dissolved_on: Day | null
  name_id: string | null
  name_from: Day | null
  name_until: Day | null
}
export interface RelationRow {
  id: string
  kind: string
  lower_code: string
  upper_code: string
  from_on: Day
  until_on: Day | null
}
export interface MemberRow {
  id: string
  code: string
  name: string
  gender: string | null
  born_on: Day | null
  joined_on: Day | null
  regular_on: Day | null
  phone_sealed: string | null
  id_number_sealed: string | null
  belonging_id: string | null
  belonging_from: Day | null
  belonging_until: Day | null
  next_belonging: Day | null
  unit_code: string | null
  group_code: string | null
  section_code: string | null
  section_name: string | null
  standing_id: string | null
  standing_from: Day | null
  standing_until: Day | null
  next_standing: Day | null
  kind: string | null
  state: string | null
  leading_cadre: boolean | null
}
export interface PostRow {
  id: string
  member_code: string
  member_name: string
  unit_code: string
  kind: string
  from_on: Day
  until_on: Day | null
  term_from: Day | null
  term_until: Day | null
}
export interface TermRow {
  id: string
  unit_code: string
  from_on: Day
  until_on: Day
  state: string
}

export const units = async (tx: Tx, on: Day) => (await sql<UnitRow>`select * from roster_units(${on})`.execute(tx)).rows
export const relations = async (tx: Tx, on: Day) =>
  (await sql<RelationRow>`select * from roster_relations(${on})`.execute(tx)).rows
export const members = async (tx: Tx, on: Day) =>
  (await sql<MemberRow>`select * from roster_members(${on})`.execute(tx)).rows
export const posts = async (tx: Tx) => (await sql<PostRow>`select * from roster_posts()`.execute(tx)).rows
export const terms = async (tx: Tx) => (await sql<TermRow>`select * from roster_terms()`.execute(tx)).rows

export async function lock(tx: Tx): Promise<void> {
  await sql`select lock_roster()`.execute(tx)
}

/** Writes one part of a plan; the names of its lists are those of `write_roster`. */
export async function write(tx: Tx, part: Record<string, unknown>): Promise<void> {
  await sql`select write_roster(${JSON.stringify(part)}::jsonb)`.execute(tx)
}
