import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { pinyin } from 'pinyin-pro'

/** A small invented city for tests: two organs under one work committee, one guided district, every role once or more. */
export const AUTHORITY = '11111111-1111-4111-8111-111111111111'

/** key → [kind, name, led by, organ class] */
const UNITS = {
  city: ['cityCommittee', '中共青澜市委', null],
  wc: ['workCommittee', '市委机关工委', 'city'],
  w1: ['branch', '机关工委机关支部', 'wc'],
  d1: ['districtWorkCommittee', '东湖区委机关工委', null],
  pgA: ['leadingPartyGroup', '市水务局党组', 'city'],
  ocA: ['organCommittee', '市水务局机关党委', 'wc'],
  a1: ['branch', '规划支部', 'ocA'],
  a2: ['branch', '工程支部', 'ocA'],
  pgB: ['leadingPartyGroup', '市财税局党组', 'city'],
  ocB: ['organCommittee', '市财税局机关党委', 'wc'],
  b1: ['branch', '预算支部', 'ocB'],
} as const
export type UnitKey = keyof typeof UNITS

/** key → [name, branch, posts as unit:kind] */
const PEOPLE = {
  staff: ['韩立群', 'w1', 'wc:workCommitteeStaff'],
  staff2: ['施敏中', 'w1', 'wc:workCommitteeStaff'],
  cityStaff: ['邱望舒', 'w1', 'city:organizationDepartmentStaff'],
  district: ['庄临川', 'w1', 'd1:districtStaff'],
  pgsA: ['白启明', 'a1', 'pgA:partyGroupSecretary'],
  pgmA: ['祝长青', 'a1', 'pgA:partyGroupMember'],
  ocsA: ['罗敏之', 'a1', 'ocA:secretary'],
  ocdA: ['戴云归', 'a2', 'ocA:fullTimeDeputySecretary'],
  secA1: ['周海若', 'a1', 'a1:secretary'],
  depA1: ['许知非', 'a1', 'a1:organizationMember'],
  memA1: ['陈砚青', 'a1', ''],
  mem2A1: ['何静言', 'a1', ''],
  mem3A1: ['唐志遥', 'a1', ''],
  secA2: ['方文渊', 'a2', 'a2:secretary'],
  memA2: ['林晓岚', 'a2', ''],
  pgsB: ['钟毓秀', 'b1', 'pgB:partyGroupSecretary'],
  ocsB: ['康乐山', 'b1', 'ocB:secretary'],
  secB1: ['石映川', 'b1', 'b1:secretary'],
  memB1: ['姜知微', 'b1', ''],
} as const
const ADMINISTRATORS = {
  system: 'systemAdministrator',
  security: 'securityAdministrator',
  audit: 'auditAdministrator',
} as const
export type PersonKey = keyof typeof PEOPLE | keyof typeof ADMINISTRATORS

export interface Fixture {
  unit: Record<UnitKey, string>
  person: Record<keyof typeof PEOPLE, string>
  account: Record<PersonKey, string>
  /** The post a person holds, or 'member' when he holds none. */
  capacity: Record<PersonKey, string>
}

const START = '2020-01-01'

/** Inserts the fixture as owner; everything has been in place since 2020. */
export async function insertFixture(client: pg.Client): Promise<Fixture> {
  const insert = (table: string, row: Record<string, unknown>) =>
    insertRow(client, table, { authority_id: AUTHORITY, ...row })
  await insert('authority', { name: UNITS.wc[1], city: '青澜市' })
  const unit = await insertUnits(insert)
  const fixture: Fixture = { unit, person: {} as never, account: {} as never, capacity: {} as never }
  for (const [key, [name, branch, post]] of Object.entries(PEOPLE))
    await insertPerson(insert, fixture, key as keyof typeof PEOPLE, name, branch, post)
  for (const [key, role] of Object.entries(ADMINISTRATORS)) {
    const account = randomUUID()
    const grant = randomUUID()
    await insert('identity_account', { id: account, login: key, display_name: key, created_at: `${START}T00:00:00Z` })
    await insert('identity_grant', {
      id: grant,
      account_id: account,
      role,
      from_on: START,
      granted_by: randomUUID(),
      granted_at: `${START}T00:00:00Z`,
      signed_by: randomUUID(),
      signed_at: `${START}T00:00:00Z`,
    })
    fixture.account[key as PersonKey] = account
    fixture.capacity[key as PersonKey] = grant
  }
  await client.query('select place_units($1)', [AUTHORITY])
  return fixture
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>

async function insertUnits(insert: Insert) {
  const unit = {} as Record<UnitKey, string>
  for (const [key, [kind, name, upper]] of Object.entries(UNITS)) {
    const id = randomUUID()
    unit[key as UnitKey] = id
    await insert('organization_unit', { id, code: key, kind, name, ...spelt(name), founded_on: START })
    await insert('organization_name', { id: randomUUID(), unit_id: id, name, from_on: START })
    if (upper)
      await insert('organization_relation', {
        id: randomUUID(),
        kind: 'leads',
        upper_id: unit[upper],
        lower_id: id,
        from_on: START,
      })
  }
  for (const [kind, upper, lower] of [
    ['leadsConcretely', 'pgA', 'ocA'],
    ['leadsConcretely', 'pgB', 'ocB'],
    ['guides', 'wc', 'd1'],
  ] as const) {
    await insert('organization_relation', {
      id: randomUUID(),
      kind,
      upper_id: unit[upper],
      lower_id: unit[lower],
      from_on: START,
    })
  }
  return unit
}

async function insertPerson(
  insert: Insert,
  fixture: Fixture,
  key: keyof typeof PEOPLE,
  name: string,
  branch: UnitKey,
  post: string,
) {
  const id = randomUUID()
  const account = randomUUID()
  await insert('membership_member', { id, code: key, name, ...spelt(name), joined_on: START, regular_on: START })
  await insert('membership_standing', {
    id: randomUUID(),
    member_id: id,
    kind: 'regular',
    state: 'inService',
    from_on: START,
  })
  await insert('membership_belonging', {
    id: randomUUID(),
    member_id: id,
    unit_id: fixture.unit[branch],
    from_on: START,
  })
  await insert('identity_account', {
    id: account,
    login: key,
    person_id: id,
    display_name: name,
    created_at: `${START}T00:00:00Z`,
  })
  fixture.person[key] = id
  fixture.account[key] = account
  fixture.capacity[key] = 'member'
  const [unit, kind] = post.split(':')
  if (!unit || !kind) return
  fixture.capacity[key] = randomUUID()
  await insert('organization_post', {
    id: fixture.capacity[key],
    unit_id: fixture.unit[unit as UnitKey],
    kind,
    person_id: id,
    from_on: START,
  })
}

const spelt = (name: string) => ({
  pinyin: pinyin(name, { toneType: 'none', type: 'array' }).join(''),
  initials: pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
})

/** One row, as owner. Tests use it to put the database into a state that would take many steps. */
export async function insertRow(client: pg.Client, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row)
  await client.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  )
}
