import type { Organization, Unit } from '../organization.ts'
import type { Member, People } from '../people.ts'
import { type Random, share } from '../random.ts'
import { type ItemText, PledgeWriter, spoil } from './pledge-texts.ts'

export type PledgeState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'onNotice'
  | 'inForce'
  | 'amending'
  | 'closed'
export interface Item extends ItemText {
  id: string
  dueOn: string
  weight: number
  state: 'notStarted' | 'underWay' | 'done' | 'lagging'
  achieved: number
}
export interface Pledge {
  id: string
  year: number
  level: 'member' | 'branchSecretary' | 'organCommitteeSecretary' | 'partyGroupSecretary'
  member: Member
  unit: Unit
  reviewer: Unit
  state: PledgeState
  submittedOn: string | null
  approvedOn: string | null
  inForceOn: string | null
  midYearOn: string | null
  items: Item[]
}

interface Owner {
  level: Pledge['level']
  member: Member
  unit: Unit
  reviewer: Unit
}

/** Who owes a pledge: members in service at their branch, and the three kinds of secretaries (R0.1, R0.4). */
function owners(o: Organization, people: People): Owner[] {
  const superior = new Map(o.relations.filter(r => r.kind === 'leads').map(r => [r.lower, r.upper]))
  const reviewing = (unit: Unit): Unit => {
    for (let up = superior.get(unit); up; up = superior.get(up))
      if (up.kind === 'organCommittee' || up.kind === 'workCommittee' || up.kind === 'districtWorkCommittee') return up
    return o.workCommittee
  }
  const members = people.members
    .filter(m => m.state === 'inService')
    .map(m => ({ level: 'member', member: m, unit: m.branch, reviewer: m.branch }) as const)
  const secretaries = people.posts.flatMap((p): Owner[] => {
    if (p.kind === 'partyGroupSecretary')
      return [{ level: 'partyGroupSecretary', member: p.member, unit: p.unit, reviewer: o.city }]
    if (p.kind !== 'secretary') return []
    if (p.unit.kind === 'organCommittee')
      return [{ level: 'organCommitteeSecretary', member: p.member, unit: p.unit, reviewer: o.workCommittee }]
    return [{ level: 'branchSecretary', member: p.member, unit: p.unit, reviewer: reviewing(p.unit) }]
  })
  return [...members, ...secretaries]
}

/** This year's pledges in every state in the middle of the year, and last year's, all closed. */
export function pledgeYear(random: Random, o: Organization, people: People, today: string): Pledge[] {
  const year = Number(today.slice(0, 4))
  const writer = new PledgeWriter(random)
  const colleagues = new Map<Unit, Item[]>()
  let drafts = 0
  const spoilt = (pledge: Pledge): Pledge => {
    const { state, level, reviewer, items } = pledge
    if (state === 'draft') return { ...pledge, items: spoil(items, drafts++, colleagues.get(reviewer) ?? []) }
    if (level === 'member') colleagues.set(reviewer, items)
    return pledge
  }
  return owners(o, people).flatMap(owner => {
    const organClass = (owner.unit.organ !== null && o.organs[owner.unit.organ]?.committee.organClass) || '党群综合类'
    const now = random.next() < 0.985 ? [spoilt(thisYear(random, writer, owner, organClass, year, today))] : []
    const then =
      owner.member.joinedOn < `${year - 1}-01-01` && owner.unit.foundedOn < `${year - 1}-01-01`
        ? [lastYear(random, writer, owner, organClass, year - 1)]
        : []
    return [...then, ...now]
  })
}

const DRAW: [PledgeState, number][] = [
  ['draft', 0.015],
  ['submitted', 0.022],
  ['returned', 0.008],
  ['approved', 0.008],
  ['onNotice', 0.012],
  ['inForce', 1],
]

function drawState(random: Random): PledgeState {
  let x = random.next()
  for (const [state, part] of DRAW) {
    if (x < part) return state
    x -= part
  }
  return 'inForce'
}

function thisYear(
  random: Random,
  writer: PledgeWriter,
  owner: Owner,
  organClass: string,
  year: number,
  today: string,
): Pledge {
  const state = drawState(random)
  const late = state !== 'inForce'
  const inForceOn =
    state === 'inForce' ? random.day(`${year}-03-09`, random.chance(0.85) ? `${year}-04-01` : `${year}-06-20`) : null
  const submittedOn =
    state === 'draft'
      ? null
      : late
        ? random.day(`${year}-06-24`, today)
        : random.day(`${year}-02-10`, inForceOn! < `${year}-03-20` ? `${year}-03-01` : inForceOn!)
  const approvedOn =
    state === 'approved' || state === 'onNotice'
      ? random.day(`${year}-06-30`, today)
      : inForceOn && earlier(inForceOn, random.int(8, 14))
  const items = writer.write(owner.level, organClass, owner.reviewer.id, year)
  return {
    id: random.uuid(),
    year,
    ...owner,
    state,
    submittedOn,
    approvedOn,
    inForceOn,
    midYearOn: inForceOn && random.chance(0.72) ? random.day(`${year}-07-01`, today) : null,
    items: weigh(random, items).map((item, i) =>
      progressed(random, item, `${year}-${MONTH_ENDS[random.int(i === 0 ? 4 : 7, 11)]}`, inForceOn !== null, 0.52),
    ),
  }
}

function lastYear(random: Random, writer: PledgeWriter, owner: Owner, organClass: string, year: number): Pledge {
  const inForceOn = random.day(`${year}-03-09`, `${year}-04-10`)
  const items = weigh(random, writer.write(owner.level, organClass, owner.reviewer.id, year)).map(item =>
    progressed(random, item, `${year}-${MONTH_ENDS[random.int(5, 11)]}`, true, 1),
  )
  return {
    id: random.uuid(),
    year,
    ...owner,
    state: 'closed',
    submittedOn: `${year}-02-20`,
    approvedOn: earlier(inForceOn, 8),
    inForceOn,
    midYearOn: `${year}-07-08`,
    items,
  }
}

const MONTH_ENDS = [
  '01-31',
  '02-28',
  '03-31',
  '04-30',
  '05-31',
  '06-30',
  '07-31',
  '08-31',
  '09-30',
  '10-31',
  '11-30',
  '12-20',
]
const earlier = (day: string, days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

const weigh = (random: Random, items: ItemText[]) => {
  const weights = share(
    20,
    items.map(() => 1 + random.next()),
    2,
  )
  return items.map((item, i) => ({ ...item, weight: weights[i]! * 5 }))
}

/** How far an item has come when `elapsed` of the year has passed: most are on course, some done, a few behind. */
function progressed(
  random: Random,
  item: ItemText & { weight: number },
  dueOn: string,
  running: boolean,
  elapsed: number,
): Item {
  const base = { ...item, id: random.uuid(), dueOn }
  if (!running || item.target === null) return { ...base, state: 'notStarted', achieved: 0 }
  const pace =
    elapsed >= 1
      ? random.chance(0.8)
        ? 1
        : 0.55 + random.next() * 0.44
      : random.chance(0.07)
        ? random.next() * 0.25
        : Math.min(1, 0.38 + random.next() * 0.62)
  const achieved = Math.min(item.target, Math.floor(item.target * pace + (pace === 1 ? 0 : random.next())))
  if (achieved >= item.target) return { ...base, state: 'done', achieved: item.target }
  return { ...base, state: achieved === 0 ? 'notStarted' : pace < 0.25 ? 'lagging' : 'underWay', achieved }
}
