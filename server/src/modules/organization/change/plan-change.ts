import { counted } from '@jiannuo/contract/counted.ts'
import type { Impact, Plan } from '@jiannuo/contract/organization/change.ts'
import type { UnitKind } from '@jiannuo/contract/organization/unit.ts'
import { ORGAN_REGULATIONS, type Verdict } from '@jiannuo/rules/organization/verdict.ts'
import { cite } from '@jiannuo/rules/rule.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { placeOf, superiorOf, type Unit, unitsById } from '../sql.ts'
import { takesMembers, treeOn } from '../structure/sql.ts'
import { sizeVerdicts } from '../structure/verdicts.ts'
import * as sql from './sql.ts'
import type { Touched } from './touched.ts'

const source = cite(ORGAN_REGULATIONS, '第三十七条', 'V')
const stop = (zh: string, en: string): Verdict => ({ severity: 'obstacle', zh, en, cite: source })

/** Members of a unit on the day of the change, as the membership module counts them. */
export interface Headcount {
  members: number
  regular: number
}

/** What the membership module does for a change: counts members, and moves those concerned into the receiving unit. */
export interface Belongings {
  count: (unitId: string) => Promise<Headcount>
  moving: Headcount
  /** Those who move, by the branch they leave. */
  leaving: ReadonlyMap<string, Headcount>
  /** Services in the units that end. */
  services: number
  /** To another unit; of a part, to another part or to none. */
  move: (toUnitId: string | null, touched: Touched) => Promise<void>
}

/** Organisations whose existence or place a plan changes. */
export function concerned(plan: Plan): string[] {
  if (plan.kind === 'setUp') return []
  if (plan.kind === 'merge') return [plan.intoId, ...plan.unitIds.filter(id => id !== plan.intoId)]
  return [plan.unitId]
}

/** Organisations a plan names without changing them: where something is put. */
export function destinations(plan: Plan): string[] {
  if (plan.kind === 'setUp') return plan.formedInId ? [plan.upperId, plan.formedInId] : [plan.upperId]
  if (plan.kind === 'move') return [plan.upperId]
  return plan.kind === 'dissolve' && plan.membersToId ? [plan.membersToId] : []
}

/** Organisations that cease to exist with a plan. */
export const ending = (plan: Plan): string[] =>
  plan.kind === 'merge' ? plan.unitIds.filter(id => id !== plan.intoId) : plan.kind === 'dissolve' ? [plan.unitId] : []

/** Which kinds may stand directly below which, in unified leadership or, for groups and sections, as a part. */
const BELOW: Partial<Record<UnitKind, readonly UnitKind[]>> = {
  cityCommittee: ['leadingPartyGroup', 'workCommittee'],
  workCommittee: ['organCommittee', 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization', 'section'],
  districtWorkCommittee: [
    'organCommittee',
    'generalBranch',
    'branch',
    'jointBranch',
    'temporaryOrganization',
    'section',
  ],
  leadingPartyGroup: ['businessUnit', 'section'],
  organCommittee: ['generalBranch', 'branch', 'jointBranch', 'temporaryOrganization', 'businessUnit', 'section'],
  generalBranch: ['branch', 'jointBranch', 'temporaryOrganization'],
  branch: ['group'],
  jointBranch: ['group'],
  businessUnit: ['section', 'businessUnit'],
}
const PARTS: readonly UnitKind[] = ['group', 'businessUnit', 'section']
const ASIDE = ['guides', 'leadsConcretely', 'formedIn']
export const isPart = (kind: UnitKind) => PARTS.includes(kind)
export const relationTo = (kind: UnitKind) => (isPart(kind) ? ('partOf' as const) : ('leads' as const))
export const mayStandBelow = (kind: UnitKind, upper: UnitKind) => BELOW[upper]?.includes(kind) ?? false

/** What a plan touches and what stands against it. */
export async function examine(change: Change, plan: Plan, belongings: Belongings): Promise<Impact> {
  const { tx, actor } = change
  const { authorityId } = actor
  const ids = concerned(plan)
  const found = await unitsById(tx, authorityId, ids)
  const inOrder = (wanted: readonly string[], all: readonly Unit[]) =>
    wanted.flatMap(id => all.filter(u => u.id === id))
  const units = inOrder(ids, found)
  const to = inOrder(destinations(plan), await unitsById(tx, authorityId, destinations(plan)))
  const ends = ending(plan)
  const tree = await treeOn(tx, authorityId, plan.effectiveOn)
  const lower = tree.filter(r => r.upperId && ids.includes(r.upperId))
  const verdicts: Verdict[] = []
  for (const unit of [...units, ...to]) verdicts.push(...aliveness(unit, plan.effectiveOn))
  for (const id of ids) verdicts.push(...(await laterRows(change, id, plan)))
  const ended = (await Promise.all(ends.map(id => sql.rowsReaching(tx, authorityId, id, plan.effectiveOn)))).flat()
  for (const id of ends) {
    const open = lower.filter(r => r.upperId === id).length
    if (open > 0 && plan.kind === 'dissolve')
      verdicts.push(
        stop(
          `下面还有${open}个组织，请先调整它们`,
          `${counted(open, 'organisation still stands', 'organisations still stand')} below it; move what stands there first`,
        ),
      )
  }
  verdicts.push(...(await shape(change, plan, units, to, belongings)))
  return {
    units: units.map(u => ({ id: u.id, name: u.name, kind: u.kind })),
    lower: plan.kind === 'rename' ? 0 : lower.length,
    membersMoved: belongings.moving.members,
    postsEnded: ended.filter(r => r.table === 'post').length,
    termsEnded: (await sql.openTerms(tx, authorityId, ends)).length,
    servicesEnded: belongings.services,
    relationsEnded: ended.filter(r => ASIDE.includes(r.kind)).length,
    openPledges: await sql.openPledges(tx, ids),
    verdicts,
  }
}

function aliveness(unit: Unit, on: string): Verdict[] {
  if (unit.dissolvedOn && unit.dissolvedOn <= on)
    return [stop(`${unit.name}到${unit.dissolvedOn}已撤销`, `${unit.name} was dissolved on ${unit.dissolvedOn}`)]
  if (unit.dissolvedOn)
    return [stop(`${unit.name}已定于${unit.dissolvedOn}撤销`, `${unit.name} is to be dissolved on ${unit.dissolvedOn}`)]
  return unit.foundedOn > on
    ? [stop(`${unit.name}到${unit.foundedOn}才成立`, `${unit.name} begins only on ${unit.foundedOn}`)]
    : []
}

/** Entries that begin on or after the day would be torn by the change, and so would a name or relation of that same day. */
async function laterRows({ tx, actor }: Change, id: string, plan: Plan): Promise<Verdict[]> {
  const rows = await sql.rowsReaching(tx, actor.authorityId, id, plan.effectiveOn)
  const ends = ending(plan).includes(id)
  const torn = rows.filter(
    r =>
      r.from >= plan.effectiveOn &&
      (ends ||
        (plan.kind === 'rename' && r.table === 'name') ||
        (plan.kind === 'move' && r.table === 'relation' && r.lowerId === id)),
  )
  return torn.length === 0
    ? []
    : [
        stop(
          `有${torn.length}条记录从${torn.map(r => r.from).sort()[0]}起才生效，变动日期应在其后`,
          `${torn.length} entries begin only on ${torn.map(r => r.from).sort()[0]}; the change must be dated later`,
        ),
      ]
}

async function shape(
  change: Change,
  plan: Plan,
  units: Unit[],
  to: Unit[],
  { count, moving, leaving }: Belongings,
): Promise<Verdict[]> {
  const [unit] = units
  const [target, formedIn] = to
  const on = plan.effectiveOn
  const plus = (a: Headcount, b: Headcount, sign = 1) => ({
    members: a.members + sign * b.members,
    regular: a.regular + sign * b.regular,
  })
  const size = (kind: UnitKind, n: Headcount) => sizeVerdicts(kind, n.members, n.regular, on)
  if (plan.kind === 'setUp' && target) {
    const wrong = mayStandBelow(plan.unitKind, target.kind)
      ? []
      : [stop('这类组织不能设在所选的上级之下', 'This kind of organisation cannot stand below the one chosen')]
    const branch = isBranch(plan.unitKind)
    if (!branch && plan.memberIds.length > 0)
      wrong.push(
        stop(
          '党员编入党支部；临时党组织不转党员组织关系',
          'Members belong to branches; a temporary organisation takes no belongings over',
        ),
      )
    if (formedIn && (isPart(plan.unitKind) || !['businessUnit', 'section'].includes(formedIn.kind)))
      wrong.push(
        stop('党组织组建于业务单位或处室', 'A Party organisation is formed in a business unit or a section of one'),
      )
    const left: Verdict[] = []
    for (const unit of await unitsById(change.tx, change.actor.authorityId, [...leaving.keys()])) {
      const rest = plus(await count(unit.id), leaving.get(unit.id) ?? { members: 0, regular: 0 }, -1)
      // That a branch is still large is no news of this change.
      const now = size(unit.kind, rest).filter(v => v.severity === 'obstacle')
      left.push(...now.map(v => ({ ...v, zh: `${unit.name}：${v.zh}`, en: `${unit.name}: ${v.en}` })))
    }
    return [...wrong, ...(branch ? size(plan.unitKind, moving) : []), ...left]
  }
  if (plan.kind === 'move' && unit && target) return movement(change, unit, target, on)
  if (plan.kind === 'merge' && unit) {
    const foreign = units.find(u => u.kind !== unit.kind && !(isBranch(u.kind) && isBranch(unit.kind)))
    const alone = plan.unitIds.every(id => id === plan.intoId)
      ? [stop('至少选两个组织', 'Choose at least two organisations')]
      : []
    const unlike = foreign
      ? [
          stop(
            `${foreign.name}与${unit.name}不是同类组织，不能合并`,
            `${foreign.name} and ${unit.name} are of different kinds`,
          ),
        ]
      : []
    return [...alone, ...unlike, ...size(unit.kind, plus(await count(unit.id), moving))]
  }
  if (plan.kind === 'split' && unit) {
    const part = isBranch(unit.kind) ? [] : [stop('只有党支部可以分设', 'Only a branch can be split')]
    return [...part, ...size(unit.kind, plus(await count(unit.id), moving, -1)), ...size(unit.kind, moving)]
  }
  if (plan.kind === 'dissolve' && unit) {
    if (isPart(unit.kind))
      return target && target.kind !== unit.kind
        ? [stop('接收的应当是同类的处室或党小组', 'What receives them must be of the same kind')]
        : []
    if (moving.members === 0) return []
    if (!target)
      return [
        stop(
          `还有${moving.members}名党员，请选择接收的支部`,
          `${counted(moving.members, 'member remains', 'members remain')}; choose the branch that receives them`,
        ),
      ]
    if (target.id === unit.id)
      return [stop('接收的支部不能是要撤销的支部', 'The receiving branch cannot be the one dissolved')]
    if (!(await takesMembers(change.tx, change.actor.authorityId, target.id, on)))
      return [
        stop(
          `${target.name}不直接编入党员，请选择党支部`,
          `${target.name} does not hold members itself; choose a branch`,
        ),
      ]
    // Too few even together is the receiving branch's own matter and no reason to keep this one.
    return size(target.kind, plus(await count(target.id), moving)).filter(v => v.severity === 'advice')
  }
  return []
}

export const isBranch = (kind: UnitKind) => kind === 'branch' || kind === 'jointBranch'

async function movement({ tx, actor }: Change, unit: Unit, target: Unit, on: string): Promise<Verdict[]> {
  const { authorityId } = actor
  if (!mayStandBelow(unit.kind, target.kind))
    return [stop('这类组织不能设在所选的上级之下', 'This kind of organisation cannot stand below the one chosen')]
  const inside = (await placeOf(tx, authorityId, target.id))?.path.includes(`/${unit.id}/`)
  if (inside || unit.id === target.id)
    return [stop('不能移到自己或自己的下级之下', 'A unit cannot be moved below itself')]
  const now = await superiorOf(tx, authorityId, unit.id, on)
  return now?.id === target.id ? [stop('现在的上级就是所选的上级', 'It stands there already')] : []
}
