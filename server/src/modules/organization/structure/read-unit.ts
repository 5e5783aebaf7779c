import type { readUnit as api } from '@jiannuo/contract/organization/unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Change } from '../../../platform/http/serve.ts'
import {
  mayAppoint,
  mayDescribe,
  mayReorganize,
  mayReplyRenewal,
  mayRequestRenewal,
  type UnitFacts,
} from '../policy.ts'
import { holderNames, memberCounts, postsOn, visibleUnits } from '../sql.ts'
import { termOn } from '../term/read-term.ts'
import { idsBelow } from './ids-below.ts'
import * as sql from './sql.ts'
import { leadershipOf, postVerdicts, sizeVerdicts } from './verdicts.ts'

/** One organisation as of a day. The page of a dissolved or planned unit can be read too; it says so. */
export async function readUnit({ tx, actor, today }: Change, { query }: Input<typeof api>, facts: UnitFacts) {
  const { unit } = facts
  const on = query.on ?? today
  const { authorityId } = actor
  const names = await sql.namesOf(tx, authorityId, unit.id)
  const upper = await sql.edgesOf(tx, authorityId, unit.id, 'upper', on)
  const lower = await sql.edgesOf(tx, authorityId, unit.id, 'lower', on)
  const tree = await sql.treeOn(tx, authorityId, on)
  const held = await postsOn(tx, authorityId, on, [unit.id])
  const holders = await holderNames(
    tx,
    held.map(h => h.personId),
  )
  const visible = await visibleUnits(tx)
  const counts = await countBelow(tx, unit.id, tree, visible, on)
  const children = tree.filter(r => r.upperId === unit.id).length
  const state = on < unit.foundedOn ? 'planned' : unit.dissolvedOn && on >= unit.dissolvedOn ? 'dissolved' : 'active'
  const judged = counts && state === 'active'
  return {
    id: unit.id,
    name: nameOn(names, on) ?? unit.name,
    kind: unit.kind,
    code: unit.code,
    on,
    state: state as 'planned' | 'active' | 'dissolved',
    foundedOn: unit.foundedOn,
    dissolvedOn: unit.dissolvedOn,
    organClass: unit.organClass,
    staffCount: unit.staffCount,
    purpose: unit.purpose,
    names,
    upper: upper.map(toEdge),
    lower: lower.map(toEdge),
    leadership: leadershipOf(unit.kind, upper, on),
    counts,
    posts: held.map(h => ({
      id: h.postId,
      kind: h.kind,
      personId: h.personId,
      personName: holders.get(h.personId) ?? '',
      from: h.from,
      until: h.until,
    })),
    term: await termOn(tx, authorityId, unit, on),
    verdicts: judged
      ? [
          ...sizeVerdicts(unit.kind, counts.members, counts.regular, on),
          ...postVerdicts(
            unit.kind,
            counts.members,
            counts.regular,
            held.map(h => h.kind),
            children,
            on,
          ),
        ]
      : [],
    may: {
      seeMembers: counts !== null,
      reorganize: mayReorganize(actor, facts) === true,
      appoint: mayAppoint(actor, facts) === true,
      requestRenewal: mayRequestRenewal(actor, facts) === true,
      replyRenewal: mayReplyRenewal(actor, facts) === true,
      describe: mayDescribe(actor, facts) === true,
    },
  }
}

const toEdge = (e: sql.EdgeRow) => ({
  kind: e.kind,
  unit: { id: e.id, name: e.name, kind: e.unitKind },
  from: e.from,
  until: e.until,
})

const nameOn = (names: { name: string; from: Day; until: Day | null }[], on: Day) =>
  names.find(n => n.from <= on && (n.until === null || n.until > on))?.name

/** Members of a unit and everything it leads on that day; null where the caller may not know. */
async function countBelow(tx: Change['tx'], unitId: string, tree: sql.TreeRow[], visible: Set<string> | null, on: Day) {
  if (visible && !visible.has(unitId)) return null
  const sum = { members: 0, regular: 0, inService: 0, retired: 0, floating: 0 }
  for (const own of (await memberCounts(tx, on, idsBelow(tree, unitId))).values()) {
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += own[key]
  }
  return sum
}
