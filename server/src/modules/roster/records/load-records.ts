import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { unseal } from '../../../platform/seal.ts'
import { guidedCodes } from '../../organization/index.ts'
import * as sql from './sql.ts'

/** A row of a sheet: column key to text, days as YYYY-MM-DD, choices as their value, '' for blank. */
export type Values = Record<string, string>

export interface UnitRecord {
  id: string
  values: Values
  /** Exists on the day asked about. */
  live: boolean
  name: sql.Period | null
  /** By relation column of the sheet. */
  relations: Partial<Record<RelationColumn, sql.Period>>
}
export interface MemberRecord {
  id: string
  values: Values
  /** Belongs to a branch on the day asked about. */
  live: boolean
  belonging: sql.Period | null
  /** The first day of a belonging entered ahead: a new one ends there. */
  nextBelonging: Day | null
  /** The section it names, which may lie anywhere. */
  sectionCode: string
  standing: sql.Period | null
  nextStanding: Day | null
  sealed: { phone: string | null; idNumber: string | null }
}
export interface PostRecord {
  id: string
  values: Values
  live: boolean
}

/** Everything the three sheets speak of, as of a day, by code; posts by `postKey`. */
export interface Records {
  on: Day
  units: Map<string, UnitRecord>
  members: Map<string, MemberRecord>
  posts: Map<string, PostRecord>
  /** Codes of units the caller's own only guides. */
  guided: ReadonlySet<string>
}

export type RelationColumn = 'parentCode' | 'concreteLeaderCode' | 'guidingUnitCode' | 'businessUnitCode'
const COLUMN_OF: Record<string, RelationColumn> = {
  leads: 'parentCode',
  partOf: 'parentCode',
  leadsConcretely: 'concreteLeaderCode',
  guides: 'guidingUnitCode',
  formedIn: 'businessUnitCode',
}

/** What makes a post one and the same: who, where, which, since when. */
export const postKey = (v: Values) => `${v.memberCode}\n${v.unitCode}\n${v.postKind}\n${v.fromOn}`

const covers = (from: Day, until: Day | null, on: Day) => from <= on && (until === null || until > on)
const period = (id: string | null, from: Day | null, until: Day | null): sql.Period | null =>
  id && from ? { id, from, until } : null

/** Loads the records as of a day in the form of the sheets. `personal` is the key sealed numbers are opened with. */
export async function loadRecords(tx: Tx, on: Day, personal: Buffer): Promise<Records> {
  return {
    on,
    units: await loadUnits(tx, on),
    members: await loadMembers(tx, on, personal),
    posts: await loadPosts(tx, on),
    guided: new Set(await guidedCodes(tx)),
  }
}

async function loadUnits(tx: Tx, on: Day): Promise<Map<string, UnitRecord>> {
  const found = new Map<string, UnitRecord>()
  for (const u of await sql.units(tx, on)) {
    const values = {
      unitCode: u.code,
      unitName: u.name,
      unitKind: u.kind,
      parentCode: '',
      concreteLeaderCode: '',
      guidingUnitCode: '',
      organClass: u.organ_class ?? '',
      foundedOn: u.founded_on,
      endedOn: u.dissolved_on ?? '',
      businessUnitCode: '',
      staffCount: u.staff_count === null ? '' : String(u.staff_count),
    }
    found.set(u.code, {
      id: u.id,
      values,
      live: covers(u.founded_on, u.dissolved_on, on),
      name: period(u.name_id, u.name_from, u.name_until),
      relations: {},
    })
  }
  for (const r of await sql.relations(tx, on)) {
    const unit = found.get(r.lower_code)
    const column = COLUMN_OF[r.kind]
    if (!unit || !column || unit.relations[column]) continue
    unit.values[column] = r.upper_code
    unit.relations[column] = { id: r.id, from: r.from_on, until: r.until_on }
  }
  return found
}

async function loadMembers(tx: Tx, on: Day, personal: Buffer): Promise<Map<string, MemberRecord>> {
  const open = (sealed: string | null) => (sealed === null ? '' : unseal(personal, sealed))
  const found = new Map<string, MemberRecord>()
  for (const m of await sql.members(tx, on)) {
    if (found.has(m.code)) continue
    const values = {
      memberCode: m.code,
      memberName: m.name,
      branchCode: m.unit_code ?? '',
      groupCode: m.group_code ?? '',
      memberKind: m.kind ?? '',
      memberState: m.state ?? '',
      gender: m.gender ?? '',
      bornOn: m.born_on ?? '',
      joinedOn: m.joined_on ?? '',
      becameRegularOn: m.regular_on ?? '',
      leadingCadre: m.leading_cadre ? 'yes' : 'no',
      sectionName: m.section_name ?? '',
      phone: open(m.phone_sealed),
      idNumber: open(m.id_number_sealed),
    }
    const belonging = period(m.belonging_id, m.belonging_from, m.belonging_until)
    found.set(m.code, {
      id: m.id,
      values,
      live: belonging !== null,
      belonging,
      nextBelonging: m.next_belonging,
      sectionCode: m.section_code ?? '',
      standing: period(m.standing_id, m.standing_from, m.standing_until),
      nextStanding: m.next_standing,
      sealed: { phone: m.phone_sealed, idNumber: m.id_number_sealed },
    })
  }
  return found
}

async function loadPosts(tx: Tx, on: Day): Promise<Map<string, PostRecord>> {
  const found = new Map<string, PostRecord>()
  for (const p of await sql.posts(tx)) {
    const values = {
      memberCode: p.member_code,
      memberName: p.member_name,
      unitCode: p.unit_code,
      postKind: p.kind,
      fromOn: p.from_on,
      untilOn: p.until_on ?? '',
      termFrom: p.term_from ?? '',
      termUntil: p.term_until ?? '',
    }
    found.set(postKey(values), { id: p.id, values, live: covers(p.from_on, p.until_on, on) })
  }
  return found
}
