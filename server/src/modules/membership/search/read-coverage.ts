import type { readCoverage as api, Gap } from '@jiannuo/contract/membership/member.ts'
import { HEADED_KINDS, type UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Change } from '../../../platform/http/serve.ts'
import {
  formedIn,
  isBranch,
  memberCounts,
  postsOn,
  sizeVerdicts,
  treeOn,
  visibleUnits,
} from '../../organization/index.ts'
import * as sql from './sql.ts'

const headedKinds: ReadonlySet<UnitKind> = new Set(HEADED_KINDS)
/** From this many regular members on an organisation must exist (支部工作条例第二章). */
const LEAST_REGULAR = 3

/** Every gap in scope on a day, by kind; the list narrows to one kind and the counts do not. */
export async function readCoverage(change: Change, { query }: Input<typeof api>) {
  const { tx, actor } = change
  const on = query.on ?? change.today
  const visible = await visibleUnits(tx)
  const tree = (await treeOn(tx, actor.authorityId, on)).map(u => ({ ...u, seen: !visible || visible.has(u.id) }))
  const names = new Map(tree.map(u => [u.id, u.name]))
  const where = (upperId: string | null) => names.get(upperId ?? '') ?? null
  const mine = tree.filter(u => u.seen)
  const gaps: Gap[] = []
  const counts = await memberCounts(tx, on)
  const posts = await postsOn(tx, actor.authorityId, on)
  const headed = new Set(
    posts.filter(p => p.kind === 'secretary' || p.kind === 'partyGroupSecretary').map(p => p.unitId),
  )
  for (const u of mine) {
    if (headedKinds.has(u.kind) && !headed.has(u.id)) {
      gaps.push({
        kind: 'postWithoutHolder',
        id: u.id,
        name: u.name,
        where: where(u.upperId),
        count: null,
        zh: '没有书记',
        en: 'No secretary',
      })
    }
    if (!isBranch(u.kind)) continue
    const { members = 0, regular = 0 } = counts.get(u.id) ?? {}
    for (const v of sizeVerdicts(u.kind, members, regular, on)) {
      const kind = v.severity === 'advice' ? 'branchTooLarge' : 'branchTooSmall'
      gaps.push({
        kind,
        id: u.id,
        name: u.name,
        where: where(u.upperId),
        count: kind === 'branchTooLarge' ? members : regular,
        zh: v.zh,
        en: v.en,
      })
    }
  }
  gaps.push(...(await unitsWithout(change, tree, on)))
  for (const m of await sql.membersWithoutBranch(tx, actor.authorityId, on)) {
    gaps.push({
      kind: 'memberWithoutBranch',
      id: m.id,
      name: m.name,
      where: null,
      count: null,
      zh: '没有编入支部',
      en: 'Belongs to no branch',
    })
  }
  const count = (kind: Gap['kind']) => gaps.filter(g => g.kind === kind).length
  return {
    counts: {
      unitWithoutOrganization: count('unitWithoutOrganization'),
      memberWithoutBranch: count('memberWithoutBranch'),
      postWithoutHolder: count('postWithoutHolder'),
      branchTooLarge: count('branchTooLarge'),
      branchTooSmall: count('branchTooSmall'),
    },
    gaps: query.kind ? gaps.filter(g => g.kind === query.kind) : gaps,
  }
}

interface Node {
  id: string
  name: string
  kind: UnitKind
  upperId: string | null
}
/** Business units where enough regular members work and no organisation was formed; their sections count with them. */
async function unitsWithout({ tx, actor }: Change, tree: readonly Node[], on: Day): Promise<Gap[]> {
  const regular = await sql.regularBySection(tx, actor.authorityId, on)
  const covered = await formedIn(tx, actor.authorityId, on)
  const names = new Map(tree.map(u => [u.id, u]))
  return tree
    .filter(u => u.kind === 'businessUnit' && !covered.has(u.id))
    .flatMap((u): Gap[] => {
      const n = tree
        .filter(s => s.id === u.id || (s.upperId === u.id && s.kind === 'section'))
        .reduce((sum, s) => sum + (regular.get(s.id) ?? 0), 0)
      if (n < LEAST_REGULAR) return []
      return [
        {
          kind: 'unitWithoutOrganization',
          id: u.id,
          name: u.name,
          where: names.get(u.upperId ?? '')?.name ?? null,
          count: n,
          zh: `有${n}名正式党员，应当成立党支部`,
          en: `${n} regular members work here; a branch must be founded`,
        },
      ]
    })
}
