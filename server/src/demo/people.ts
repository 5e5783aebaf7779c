import { inventName } from './names.ts'
import type { Organ, Organization, Unit } from './organization.ts'
import { type Random, share } from './random.ts'
import type { Sizes } from './sizes.ts'

export interface Member {
  id: string
  code: string
  name: string
  gender: 'female' | 'male'
  bornOn: string
  joinedOn: string
  kind: 'regular' | 'probationary'
  state: 'inService' | 'retired' | 'floating' | 'longAway'
  leadingCadre: boolean
  branch: Unit
  belongsFrom: string
}
export interface Post {
  id: string
  unit: Unit
  kind: string
  member: Member
  fromOn: string
}
export interface Term {
  unit: Unit
  fromOn: string
  untilOn: string
}
/** A member serves in a temporary organisation and stays a member of his branch. */
export interface Service {
  id: string
  member: Member
  unit: Unit
  fromOn: string
  untilOn: string | null
}
export interface People {
  members: Member[]
  posts: Post[]
  terms: Term[]
  services: Service[]
  of: Map<Unit, Member[]>
}

/** Peoples the branches and fills the posts. Retired members are in branches of their own; a few branches lack a secretary on purpose. */
export function peopleOrganization(random: Random, o: Organization, sizes: Sizes): People {
  const people: People = { members: [], posts: [], terms: [], services: [], of: new Map() }
  const branches = o.grassroots.filter(u => u.kind === 'branch' || u.kind === 'jointBranch')
  const serving = branches.filter(b => b.purpose !== 'retired')
  const retired = branches.filter(b => b.purpose === 'retired')
  const fill = (list: Unit[], total: number, state: Member['state']) => {
    const counts = share(
      total,
      list.map(() => 0.3 + random.next() ** 1.6),
      3,
    )
    for (const [i, branch] of list.entries())
      for (let m = 0; m < counts[i]!; m++)
        people.members.push(inventMember(random, people.members.length, branch, state))
  }
  fill(serving, sizes.inService, 'inService')
  fill(retired, sizes.members - sizes.inService, 'retired')
  for (const member of people.members) people.of.set(member.branch, [...(people.of.get(member.branch) ?? []), member])
  for (const organ of o.organs) fillPosts(random, people, organ)
  for (const branch of branches) fillBranchPosts(random, people, branch)
  for (const unit of o.grassroots.filter(u => u.kind === 'generalBranch')) fillGeneralBranch(random, people, o, unit)
  for (const unit of o.grassroots.filter(u => u.kind === 'temporaryOrganization'))
    fillTemporary(random, people, o, unit)
  fillUpperPosts(random, people, o)
  for (const unit of o.grassroots) people.terms.push(inventTerm(random, unit))
  // Last, so that a new post moves nothing of what was drawn before it.
  const free = people.members.find(
    m => m.leadingCadre && m.kind === 'regular' && people.posts.every(p => p.member !== m),
  )
  appoint(random, people, o.workCommittee, 'secretary', free)
  return people
}

function inventMember(random: Random, index: number, branch: Unit, state: Member['state']): Member {
  const born = state === 'retired' ? random.int(1938, 1965) : random.int(1966, 2002)
  const joined = Math.min(2025, born + random.int(20, 34))
  const probationary = state === 'inService' && random.chance(0.012)
  const away =
    state === 'inService'
      ? 'inService'
      : random.chance(0.04)
        ? 'longAway'
        : random.chance(0.05)
          ? 'floating'
          : 'retired'
  return {
    id: random.uuid(),
    code: `P${String(index + 1).padStart(6, '0')}`,
    name: inventName(random),
    gender: random.chance(0.42) ? 'female' : 'male',
    bornOn: random.day(`${born}-01-01`, `${born + 1}-01-01`),
    joinedOn: probationary ? random.day('2025-09-01', '2026-06-01') : random.day(`${joined}-01-01`, `${joined}-12-31`),
    kind: probationary ? 'probationary' : 'regular',
    state: away,
    leadingCadre: state === 'inService' && random.chance(0.06),
    branch,
    belongsFrom: branch.foundedOn > '2020-01-01' ? branch.foundedOn : random.day('2014-01-01', '2024-06-01'),
  }
}

function appoint(
  random: Random,
  people: People,
  unit: Unit,
  kind: string,
  member: Member | undefined,
  from = '2022-01-01',
) {
  if (member)
    people.posts.push({
      id: random.uuid(),
      unit,
      kind,
      member,
      fromOn: unit.foundedOn > from ? unit.foundedOn : random.day(from, '2025-12-01'),
    })
}

const regulars = (people: People, unit: Unit) => (people.of.get(unit) ?? []).filter(m => m.kind === 'regular')

function fillBranchPosts(random: Random, people: People, branch: Unit) {
  const free = regulars(people, branch).filter(m => !people.posts.some(p => p.member === m))
  const candidates = free.length > 2 ? free : regulars(people, branch)
  if (random.chance(0.004)) return
  appoint(random, people, branch, 'secretary', candidates[0])
  if (candidates.length < 7) return
  for (const [i, kind] of ['organizationMember', 'publicityMember', 'disciplineMember'].entries())
    appoint(random, people, branch, kind, candidates[i + 1])
  if (candidates.length > 25) appoint(random, people, branch, 'deputySecretary', candidates[4])
}

/** The organ's head leads the Party group; a deputy head is secretary of the organ committee. Both are leading cadres of its first branch. */
function fillPosts(random: Random, people: People, organ: Organ) {
  const leaders = regulars(people, organ.branches[0]!).slice(-6)
  for (const leader of leaders) leader.leadingCadre = true
  appoint(random, people, organ.partyGroup, 'partyGroupSecretary', leaders[0])
  for (const member of leaders.slice(1, 5)) appoint(random, people, organ.partyGroup, 'partyGroupMember', member)
  appoint(random, people, organ.committee, 'secretary', leaders[1] ?? leaders[0])
  const deputies = regulars(people, organ.branches[1]!)
  appoint(
    random,
    people,
    organ.committee,
    organ.branches.length > 20 ? 'fullTimeDeputySecretary' : 'deputySecretary',
    deputies.at(-1),
  )
  appoint(random, people, organ.committee, 'disciplineMember', deputies.at(-2))
}

function fillGeneralBranch(random: Random, people: People, o: Organization, unit: Unit) {
  const below = o.relations.filter(r => r.kind === 'leads' && r.upper === unit).map(r => r.lower)
  appoint(random, people, unit, 'secretary', regulars(people, below[0] ?? unit).at(-1))
}

/** A task force takes a few from every branch of its organ; one has gone back already. */
function fillTemporary(random: Random, people: People, o: Organization, unit: Unit) {
  const free = o.organs[unit.organ!]!.branches.flatMap(branch =>
    regulars(people, branch).filter(m => m.state === 'inService' && !people.posts.some(p => p.member === m)),
  )
  const members = random.sample(free, random.int(6, 9))
  for (const [i, member] of members.entries())
    people.services.push({
      id: random.uuid(),
      member,
      unit,
      fromOn: random.day(unit.foundedOn, '2026-04-01'),
      untilOn: i === members.length - 1 ? '2026-06-16' : null,
    })
  appoint(random, people, unit, 'secretary', members[0])
  appoint(random, people, unit, 'organizationMember', members[1])
}

function fillUpperPosts(random: Random, people: People, o: Organization) {
  const staffOrgan = o.organs.find(g => g.name.endsWith('机关工委')) ?? o.organs[0]!
  const departmentOrgan = o.organs.find(g => g.name.endsWith('委组织部')) ?? o.organs.at(-1)!
  const staff = staffOrgan.branches.flatMap(b => regulars(people, b)).slice(8, 18)
  for (const member of staff) appoint(random, people, o.workCommittee, 'workCommitteeStaff', member)
  const [secretary, clerk] = regulars(people, o.districtBranches[0]!).slice(-2)
  appoint(random, people, o.districts[0]!, 'secretary', secretary)
  appoint(random, people, o.districts[0]!, 'districtStaff', clerk)
  const department = departmentOrgan.branches.flatMap(b => regulars(people, b)).slice(8, 11)
  for (const member of department) appoint(random, people, o.city, 'organizationDepartmentStaff', member)
}

function inventTerm(random: Random, unit: Unit): Term {
  const years = unit.kind === 'organCommittee' ? 5 : 3
  const earliest = `${2026 - years}-${random.chance(0.03) ? '03' : '09'}-01`
  const fromOn = unit.foundedOn > '2020-01-01' ? unit.foundedOn : random.day(earliest, '2026-06-01')
  return { unit, fromOn, untilOn: `${Number(fromOn.slice(0, 4)) + years}${fromOn.slice(4).replace('02-29', '02-28')}` }
}
