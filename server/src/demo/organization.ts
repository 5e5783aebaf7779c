import { pinyin } from 'pinyin-pro'
import { DISTRICTS, ORGANS, organName, sectionName } from './organs.ts'
import { type Random, share } from './random.ts'
import type { Sizes } from './sizes.ts'

export interface Unit {
  id: string
  code: string
  kind: string
  name: string
  organClass: string | null
  staffCount: number | null
  foundedOn: string
  purpose: string | null
  /** Index of the organ it belongs to; null above the organs. */
  organ: number | null
}
export interface Relation {
  kind: 'leads' | 'leadsConcretely' | 'guides' | 'partOf' | 'formedIn'
  upper: Unit
  lower: Unit
}
export interface Organ {
  name: string
  partyGroup: Unit
  committee: Unit
  business: Unit
  branches: Unit[]
}
export interface Organization {
  units: Unit[]
  relations: Relation[]
  city: Unit
  workCommittee: Unit
  districts: Unit[]
  /** Branches of the first district, led by its work committee. */
  districtBranches: Unit[]
  organs: Organ[]
  /** Every grassroots organisation: organ committees, general branches and branches of all kinds. */
  grassroots: Unit[]
}

const FOUNDED = '2013-03-01'
/** The districts joined the system this year, so nothing of theirs was appraised last year. */
const DISTRICT_SINCE = '2026-01-08'

/** Lays out the invented city's organisations: relations, names and kinds, the counts given by `sizes`. */
export function layOutOrganization(random: Random, sizes: Sizes): Organization {
  const o: Organization = {
    units: [],
    relations: [],
    districts: [],
    districtBranches: [],
    organs: [],
    grassroots: [],
  } as never
  const add = (kind: string, code: string, name: string, organ: number | null, more: Partial<Unit> = {}): Unit => {
    const unit = {
      id: random.uuid(),
      code,
      kind,
      name,
      organClass: null,
      staffCount: null,
      foundedOn: FOUNDED,
      purpose: null,
      organ,
      ...more,
    }
    o.units.push(unit)
    return unit
  }
  const relate = (kind: Relation['kind'], upper: Unit, lower: Unit) => o.relations.push({ kind, upper, lower })
  o.city = add('cityCommittee', 'C0', '中共青澜市委', null)
  o.workCommittee = add('workCommittee', 'G0', '中共青澜市委机关工委', null)
  relate('leads', o.city, o.workCommittee)
  for (const [i, name] of DISTRICTS.slice(0, sizes.districts).entries()) {
    const unit = add('districtWorkCommittee', `D${String(i + 1).padStart(2, '0')}`, `${name}区委机关工委`, null)
    relate('guides', o.workCommittee, unit)
    o.districts.push(unit)
  }
  for (const [i, office] of ['区委办公室', '区财政局', '区教育局'].entries()) {
    const name = `${DISTRICTS[0]}${office}党支部`
    const branch = add('branch', `D01-${String(i + 1).padStart(2, '0')}`, name, null, { foundedOn: DISTRICT_SINCE })
    relate('leads', o.districts[0]!, branch)
    o.districtBranches.push(branch)
  }
  const organs = Object.entries(ORGANS)
    .flatMap(([organClass, stems]) => stems.map(stem => ({ organClass, stem })))
    .slice(0, sizes.organs)
  const branches = share(
    sizes.branches,
    organs.map(() => 0.35 + random.next() ** 2 * 3),
    sizes.leastBranches,
  )
  for (const [i, { organClass, stem }] of organs.entries())
    o.organs.push(layOutOrgan({ o, add, relate, random }, i, organClass, organName(stem), branches[i]!))
  addGeneralBranches(o, add, sizes.generalBranches)
  o.grassroots = o.units.filter(u =>
    ['organCommittee', 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization'].includes(u.kind),
  )
  return o
}

interface Layout {
  o: Organization
  add: (kind: string, code: string, name: string, organ: number | null, more?: Partial<Unit>) => Unit
  relate: (kind: Relation['kind'], upper: Unit, lower: Unit) => unknown
  random: Random
}

function layOutOrgan(
  { o, add, relate, random }: Layout,
  i: number,
  organClass: string,
  name: string,
  count: number,
): Organ {
  const code = `J${String(i + 1).padStart(3, '0')}`
  const business = add('businessUnit', `${code}Y`, name, i, { organClass, staffCount: count * random.int(11, 16) })
  const partyGroup = add('leadingPartyGroup', `${code}Z`, `${name}党组`, i, { organClass })
  const committee = add('organCommittee', code, `${name}机关党委`, i, { organClass })
  relate('leads', o.city, partyGroup)
  relate('leads', o.workCommittee, committee)
  relate('leadsConcretely', partyGroup, committee)
  relate('formedIn', business, committee)
  const branches: Unit[] = []
  for (let b = 0; b < count; b++) {
    const branchCode = `${code}-${String(b + 1).padStart(2, '0')}`
    const retired = b > 0 && b >= Math.ceil(count * 0.84)
    const kind = b > 3 && !retired && random.chance(0.02) ? 'jointBranch' : 'branch'
    const section = sectionName(b)
    const label = retired ? `离退休第${b - Math.ceil(count * 0.84) + 1}` : section
    const branch = add(kind, branchCode, `${name}${label}${kind === 'jointBranch' ? '联合' : ''}党支部`, i, {
      purpose: retired ? 'retired' : null,
    })
    relate('leads', committee, branch)
    branches.push(branch)
    if (retired) continue
    const unit = add('section', `${branchCode}C`, `${name}${section}`, i)
    relate('partOf', business, unit)
    relate('formedIn', unit, branch)
  }
  if (i % 8 === 3) turnTemporary(branches[2]!, name)
  return { name, partyGroup, committee, business, branches }
}

function turnTemporary(branch: Unit, organ: string) {
  branch.kind = 'temporaryOrganization'
  branch.name = `${organ}重点项目专班临时党支部`
  branch.purpose = '重点项目专班'
  branch.foundedOn = '2026-02-10'
}

/** General branches gather the later branches of the largest organs. */
function addGeneralBranches(o: Organization, add: Layout['add'], count: number) {
  const largest = [...o.organs.entries()].sort(([, a], [, b]) => b.branches.length - a.branches.length)
  for (let made = 0, round = 0; made < count && round < 12; round++) {
    for (const [i, organ] of largest) {
      const free = organ.branches.slice(3 + round * 4, 7 + round * 4).filter(b => b.purpose === null)
      if (made >= count || free.length < 3) continue
      const general = add(
        'generalBranch',
        `${organ.committee.code}-Z${round + 1}`,
        `${organ.name}第${'一二三四五六七八九十百千'[round]}党总支`,
        i,
      )
      o.relations.push({ kind: 'leads', upper: organ.committee, lower: general })
      for (const branch of free) {
        const edge = o.relations.find(r => r.kind === 'leads' && r.lower === branch)
        if (edge) edge.upper = general
      }
      made++
    }
  }
}

const spelled = new Map<string, { pinyin: string; initials: string }>()

/** Full pinyin and initials of a name, without tones; characters are looked up once. */
export function spell(name: string): { pinyin: string; initials: string } {
  const parts = [...name].map(character => {
    const known = spelled.get(character)
    if (known) return known
    const full = pinyin(character, { toneType: 'none' })
    const entry = { pinyin: full, initials: full.slice(0, 1) }
    spelled.set(character, entry)
    return entry
  })
  return { pinyin: parts.map(p => p.pinyin).join(''), initials: parts.map(p => p.initials).join('') }
}
