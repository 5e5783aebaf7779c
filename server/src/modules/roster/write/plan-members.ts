import type { Day } from '@jiannuo/contract/values.ts'
import { seal } from '../../../platform/seal.ts'
import { type Spelling, spellPerson } from '../../organization/index.ts'
import type { Comparison, Difference } from '../compare/compare.ts'
import type { MemberRecord, Records, Values } from '../records/load-records.ts'
import { afterFirst, orNull, type Rows, splitAt } from './dated.ts'
import type { Ids } from './plan-units.ts'

const BELONGING = ['branchCode', 'groupCode', 'sectionName']
const STANDING = ['memberKind', 'memberState', 'leadingCadre']
/** Column keys of what a member is, with the names corrections are recorded under. */
const PERSONAL: Record<string, string> = {
  memberName: 'name',
  gender: 'gender',
  bornOn: 'bornOn',
  joinedOn: 'joinedOn',
  becameRegularOn: 'regularOn',
  phone: 'phone',
  idNumber: 'idNumber',
}

interface Scope {
  comparison: Comparison
  members: Ids
  units: Ids
  on: Day
  /** Key of the sealed numbers. */
  personal: Buffer
}

/** The rows that bring members, standings and belongings to what the file says, from the effective day on. */
export function planMembers(records: Records, scope: Scope): Rows {
  const rows: Rows = {}
  const add = (list: string, row: Record<string, unknown>) => {
    rows[list] ??= []
    rows[list].push(row)
  }
  const spelled = new Map<string, Spelling>()
  const spell = (name: string) => {
    const known = spelled.get(name) ?? spellPerson(name)
    spelled.set(name, known)
    return known
  }
  for (const d of scope.comparison.differences) {
    if (d.sheet !== 'members') continue
    const record = records.members.get(d.key)
    const id = scope.members.of(d.key)
    if (d.change === 'ended' && record) end(record, scope.on, add)
    else if (d.change === 'new') {
      add('openedMembers', { id, code: d.code, ...spell(d.name), ...personal(d.values, scope.personal) })
      add('openedStandings', { member_id: id, ...standing(d.values), from_on: scope.on, until_on: null })
      add('openedBelongings', { member_id: id, ...belonging(d, undefined, scope), from_on: scope.on, until_on: null })
    } else if (record) change(d, record, scope, spell, add)
  }
  return rows
}

type Add = (list: string, row: Record<string, unknown>) => void

function change(d: Difference, record: MemberRecord, scope: Scope, spell: (name: string) => Spelling, add: Add) {
  const { id } = record
  const changed = d.fields.map(f => f.key)
  const fields = changed.flatMap(key => PERSONAL[key] ?? [])
  if (fields.length > 0)
    add('changedMembers', { id, fields, ...spell(d.name), ...personal(d.values, scope.personal, record) })
  if (changed.some(key => STANDING.includes(key)))
    splitAt(
      record.standing,
      scope.on,
      { closed: 'closedStandings', changed: 'changedStandings', opened: 'openedStandings' },
      standing(d.values),
      { member_id: id },
      add,
      record.nextStanding,
    )
  if (changed.some(key => BELONGING.includes(key)))
    splitAt(
      record.belonging,
      scope.on,
      { closed: 'closedBelongings', changed: 'changedBelongings', opened: 'openedBelongings' },
      belonging(d, record, scope),
      { member_id: id },
      add,
      record.nextBelonging,
    )
}

function end({ belonging, standing }: MemberRecord, on: Day, add: Add) {
  if (belonging) add('closedBelongings', { id: belonging.id, until_on: afterFirst(on, belonging.from) })
  if (standing) add('closedStandings', { id: standing.id, until_on: afterFirst(on, standing.from) })
}

function personal(v: Values, key: Buffer, record?: MemberRecord) {
  const sealed = (field: 'phone' | 'idNumber') =>
    record && record.values[field] === v[field] ? record.sealed[field] : v[field] ? seal(key, v[field]) : null
  return {
    name: v.memberName,
    gender: orNull(v.gender),
    born_on: orNull(v.bornOn),
    joined_on: orNull(v.joinedOn),
    regular_on: orNull(v.becameRegularOn),
    phone_sealed: sealed('phone'),
    id_number_sealed: sealed('idNumber'),
  }
}

const standing = (v: Values) => ({ kind: v.memberKind, state: v.memberState, leading_cadre: v.leadingCadre === 'yes' })

function belonging({ key, values: v }: Difference, record: MemberRecord | undefined, { comparison, units }: Scope) {
  const kept =
    record && record.values.sectionName === v.sectionName && record.values.branchCode === v.branchCode
      ? record.sectionCode
      : ''
  return {
    unit_id: units.of(v.branchCode ?? ''),
    group_id: units.orNull(v.groupCode),
    section_id: units.orNull(comparison.sections.byMember.get(key) ?? kept),
  }
}
