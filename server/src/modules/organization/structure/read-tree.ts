import type { TreeUnit } from '@jiannuo/contract/organization/unit.ts'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { holderNames, memberCounts, postsOn, visibleUnits } from '../sql.ts'
import { type TreeRow, treeOn } from './sql.ts'

/** The post that speaks for a unit in a list. */
const HEADS = ['secretary', 'partyGroupSecretary'] as const

export async function readTree({ tx, actor, today }: Change, { query }: { query: { on?: Day } }) {
  const on = query.on ?? today
  const rows = await treeOn(tx, actor.authorityId, on)
  return { on, units: await dress(tx, actor.authorityId, rows, rows, on) }
}

export async function readTop({ tx, actor, today }: Change, { query }: { query: { on?: Day } }) {
  const on = query.on ?? today
  const rows = await treeOn(tx, actor.authorityId, on)
  const here = new Set(rows.map(r => r.id))
  return {
    on,
    units: await dress(
      tx,
      actor.authorityId,
      rows.filter(r => !r.upperId || !here.has(r.upperId)),
      rows,
      on,
    ),
  }
}

export async function readChildren(
  { tx, actor, today }: Change,
  { params, query }: { params: { unitId: string }; query: { on?: Day } },
) {
  const on = query.on ?? today
  const rows = await treeOn(tx, actor.authorityId, on)
  return {
    on,
    units: await dress(
      tx,
      actor.authorityId,
      rows.filter(r => r.upperId === params.unitId),
      rows,
      on,
    ),
  }
}

export async function readPath(
  { tx, actor, today }: Change,
  { params, query }: { params: { unitId: string }; query: { on?: Day } },
) {
  const byId = new Map((await treeOn(tx, actor.authorityId, query.on ?? today)).map(r => [r.id, r]))
  const units: { id: string; name: string; kind: TreeRow['kind'] }[] = []
  const seen = new Set<string>()
  for (let at = byId.get(params.unitId); at && !seen.has(at.id); at = at.upperId ? byId.get(at.upperId) : undefined) {
    seen.add(at.id)
    units.unshift({ id: at.id, name: at.name, kind: at.kind })
  }
  return { units }
}

/** Adds to bare rows what a list of units shows; `all` is the whole tree of that day, for the number below each. */
async function dress(tx: Tx, authorityId: string, rows: TreeRow[], all: TreeRow[], on: Day): Promise<TreeUnit[]> {
  const below = new Map<string, number>()
  for (const { upperId } of all) if (upperId) below.set(upperId, (below.get(upperId) ?? 0) + 1)
  const wanted = rows.length > 200 ? undefined : rows.map(r => r.id)
  const held = await postsOn(tx, authorityId, on, wanted)
  const heads = new Map(held.filter(h => HEADS.some(kind => kind === h.kind)).map(h => [h.unitId, h.personId]))
  const names = await holderNames(tx, [...heads.values()])
  const visible = await visibleUnits(tx)
  const counts = await memberCounts(tx, on, wanted)
  return rows.map(row => ({
    ...row,
    members: !visible || visible.has(row.id) ? (counts.get(row.id)?.members ?? 0) : null,
    lower: below.get(row.id) ?? 0,
    secretary: names.get(heads.get(row.id) ?? '') ?? null,
  }))
}
