import { createHash, randomUUID } from 'node:crypto'
import type { Role } from '../platform/http/actor.ts'
import { openTestCity, type TestCity } from '../testing/city.ts'
import type { PersonKey } from '../testing/fixture.ts'

/** Who walks: one person for each role a person can have, in the city of the test fixture. */
export const ACTORS = {
  member: 'memA1',
  branchCommittee: 'depA1',
  branchSecretary: 'secA1',
  organCommittee: 'ocsA',
  partyGroupMember: 'pgmA',
  partyGroupSecretary: 'pgsA',
  workCommittee: 'staff',
  districtCommittee: 'district',
  cityCommittee: 'cityStaff',
  systemAdministrator: 'system',
  securityAdministrator: 'security',
  auditAdministrator: 'audit',
} as const satisfies Record<Exclude<Role, 'job'>, PersonKey>
export type WalkingRole = keyof typeof ACTORS
export const ROLES = Object.keys(ACTORS) as WalkingRole[]

/** Units of the fixture, a branch below the guided district, and a branch of another city. */
export type PlaceKey = 'city' | 'wc' | 'd1' | 'd1x' | 'pgA' | 'pgB' | 'ocA' | 'ocB' | 'a1' | 'a2' | 'b1' | 'far'

/** `self`: the walker's own object; `elsewhere`: another city's. The others say how the object's unit stands to the walker's. */
export type Relation = 'self' | 'own' | 'child' | 'parent' | 'sibling' | 'guided' | 'foreign' | 'elsewhere'

type Places = Partial<Record<Relation, PlaceKey>>
const ofBranch: Places = { self: 'a1', own: 'a1', parent: 'ocA', sibling: 'a2', foreign: 'b1', elsewhere: 'far' }
const ofPartyGroup: Places = {
  self: 'pgA',
  own: 'pgA',
  child: 'a1',
  parent: 'city',
  sibling: 'pgB',
  foreign: 'b1',
  elsewhere: 'far',
}
const ofAdministrator: Places = { foreign: 'a1', elsewhere: 'far' }
/** A Party group's child is what it leads concretely; the district is guided by the work committee and leads its own branch. */
export const PLACES: Record<WalkingRole, Places> = {
  member: ofBranch,
  branchCommittee: ofBranch,
  branchSecretary: ofBranch,
  organCommittee: {
    self: 'ocA',
    own: 'ocA',
    child: 'a1',
    parent: 'wc',
    sibling: 'ocB',
    foreign: 'b1',
    elsewhere: 'far',
  },
  partyGroupMember: ofPartyGroup,
  partyGroupSecretary: ofPartyGroup,
  workCommittee: { self: 'wc', own: 'wc', child: 'a1', parent: 'city', guided: 'd1x', elsewhere: 'far' },
  districtCommittee: { self: 'd1', own: 'd1', child: 'd1x', parent: 'wc', foreign: 'a1', elsewhere: 'far' },
  cityCommittee: { self: 'city', own: 'city', child: 'pgA', foreign: 'a1', elsewhere: 'far' },
  systemAdministrator: ofAdministrator,
  securityAdministrator: ofAdministrator,
  auditAdministrator: ofAdministrator,
}

/** Somebody of the unit who is none of the walkers, where there is one. */
const COLLEAGUE: Record<PlaceKey, string> = {
  city: 'city2',
  wc: 'staff2',
  d1: 'd2',
  d1x: 'memD',
  pgA: 'pgmA2',
  pgB: 'pgsB',
  ocA: 'ocdA',
  ocB: 'ocsB',
  a1: 'mem2A1',
  a2: 'memA2',
  b1: 'memB1',
  far: 'memX',
}

export interface World {
  city: TestCity
  unit: Record<PlaceKey, string>
  /** By key of the fixture or of `COLLEAGUE`. */
  person: Record<string, string>
  account: Record<string, string>
  authorityOf: (place: PlaceKey) => string
  cycles: Map<string, string>
  /** The secret of a new session of that person, in his office. */
  open: (who: string) => Promise<string>
}

/** What one cell of the matrix is about: an object of this person in this unit. */
export interface Place {
  world: World
  role: WalkingRole
  relation: Relation | null
  authority: string
  unit: string
  person: string
  account: string
  /** The walker himself. */
  actor: { person: string; account: string; session: string }
  /** Inserts a row as owner, of the city the object belongs to; answers its id. */
  insert: (table: string, row: Record<string, unknown>) => Promise<string>
  /** The open year of the object's city; the same for every cell. */
  cycle: () => Promise<string>
}

const OTHER_CITY = '22222222-2222-4222-8222-222222222222'

/** Opens the test city and adds what the fixture lacks for the walk. */
export async function openWorld(): Promise<World> {
  const city = await openTestCity()
  const world = {
    city,
    unit: { ...city.unit, d1x: randomUUID(), far: randomUUID() } as Record<PlaceKey, string>,
    person: { ...city.person } as Record<string, string>,
    account: { ...city.account } as Record<string, string>,
    cycles: new Map<string, string>(),
    authorityOf: (place: PlaceKey) => (place === 'far' ? OTHER_CITY : city.authorityId),
    open: (who: string) => openSession(city, world.account[who] ?? '', city.capacity[who as PersonKey] ?? 'member'),
  }
  await city.insert('authority', { authority_id: OTHER_CITY, name: '另一市机关工委', city: '另一市' })
  await addUnit(world, 'd1x', '东湖区机关第一支部', 'd1')
  await addUnit(world, 'far', '另一市机关支部', null)
  await addPerson(world, 'memD', 'd1x')
  await addPerson(world, 'memX', 'far')
  await addPerson(world, 'pgmA2', 'a1', 'pgA', 'partyGroupMember')
  await addPerson(world, 'city2', 'wc', 'city', 'organizationDepartmentStaff')
  await addPerson(world, 'd2', 'd1x', 'd1', 'districtStaff')
  await city.owner.query('select place_units($1), place_units($2)', [city.authorityId, OTHER_CITY])
  return world
}

const START = '2020-01-01'
async function addUnit(world: World, place: PlaceKey, name: string, upper: PlaceKey | null) {
  const authority_id = world.authorityOf(place)
  const id = world.unit[place]
  await world.city.insert('organization_unit', {
    authority_id,
    id,
    code: place,
    kind: 'branch',
    name,
    pinyin: place,
    initials: place,
    founded_on: START,
  })
  await world.city.insert('organization_name', { authority_id, id: randomUUID(), unit_id: id, name, from_on: START })
  if (upper)
    await world.city.insert('organization_relation', {
      authority_id,
      id: randomUUID(),
      kind: 'leads',
      upper_id: world.unit[upper],
      lower_id: id,
      from_on: START,
    })
}
async function addPerson(world: World, key: string, branch: PlaceKey, postAt?: PlaceKey, post?: string) {
  const authority_id = world.authorityOf(branch)
  const id = randomUUID()
  const account = randomUUID()
  world.person[key] = id
  world.account[key] = account
  await world.city.insert('membership_member', {
    authority_id,
    id,
    code: key,
    name: `员${key}`,
    pinyin: key,
    initials: key,
    joined_on: START,
  })
  await world.city.insert('membership_standing', {
    authority_id,
    id: randomUUID(),
    member_id: id,
    kind: 'regular',
    state: 'inService',
    from_on: START,
  })
  await world.city.insert('membership_belonging', {
    authority_id,
    id: randomUUID(),
    member_id: id,
    unit_id: world.unit[branch],
    from_on: START,
  })
  await world.city.insert('identity_account', {
    authority_id,
    id: account,
    login: key,
    person_id: id,
    display_name: `员${key}`,
    created_at: `${START}T00:00:00Z`,
  })
  if (postAt)
    await world.city.insert('organization_post', {
      authority_id,
      id: randomUUID(),
      unit_id: world.unit[postAt],
      kind: post,
      person_id: id,
      from_on: START,
    })
}

const PHASES = ['preparing', 'pledging', 'review', 'fulfilling', 'midYear', 'reporting', 'rating', 'grading', 'filing']
async function addCycle(insert: Place['insert']): Promise<string> {
  const id = await insert('cycle_year', { year: 2026, title: '2026年度', created_at: '2026-01-01T00:00:00Z' })
  const phase = (at: number) => `2026-${String(at + 1).padStart(2, '0')}-01`
  for (const [at, name] of PHASES.entries())
    await insert('cycle_phase', {
      id: undefined,
      cycle_id: id,
      phase: name,
      from_on: phase(at),
      until_on: phase(at + 1),
    })
  return id
}

async function openSession(city: TestCity, account: string, capacity: string): Promise<string> {
  const secret = randomUUID()
  const hash = createHash('sha256').update(secret).digest('hex')
  await city.owner.query("select open_session($1, $2, gen_random_uuid(), $3, false, true, '127.0.0.1', 'walk')", [
    city.authorityId,
    account,
    hash,
  ])
  await city.owner.query('update identity_session set capacity_key = $1 where secret_sha256 = $2', [capacity, hash])
  return secret
}

/** The place a walker of that role meets in that relation; null where the city has none. */
export function placeOf(world: World, role: WalkingRole, relation: Relation | null, session = ''): Place | null {
  const key = relation === null ? (PLACES[role].own ?? 'a1') : PLACES[role][relation]
  if (!key) return null
  const walker = ACTORS[role]
  const who = relation === 'self' ? walker : COLLEAGUE[key]
  const authority = world.authorityOf(key)
  const insert: Place['insert'] = async (table, row) => {
    const id = typeof row.id === 'string' ? row.id : randomUUID()
    const { id: _, ...columns } = { ...row }
    await world.city.insert(table, {
      authority_id: authority,
      ...('id' in row && row.id === undefined ? {} : { id }),
      ...columns,
    })
    return id
  }
  return {
    world,
    role,
    relation,
    authority,
    unit: world.unit[key],
    person: world.person[who] ?? '',
    account: world.account[who] ?? '',
    actor: { person: world.person[walker] ?? '', account: world.account[walker] ?? '', session },
    insert,
    cycle: async () => {
      const id = world.cycles.get(authority) ?? (await addCycle(insert))
      world.cycles.set(authority, id)
      await world.city.owner.query("update cycle_year set state = 'open' where id = $1", [id])
      return id
    },
  }
}
