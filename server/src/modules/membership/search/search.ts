import type { search as api } from '@jiannuo/contract/membership/member.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { isAdministrator } from '../../../platform/http/actor.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { findUnits, unitsById } from '../../organization/index.ts'
import { wordsSought } from '../words-sought.ts'
import { findMembers } from './sql.ts'

/** Organisations are open to everybody; members only as far as row level security shows them. */
export async function search({ tx, actor, today }: Change, { query }: Input<typeof api>) {
  const like = wordsSought(query.q)
  if (like === '' || isAdministrator(actor.capacity.role)) return { units: [], members: [] }
  const units = await findUnits(tx, actor.authorityId, today, { like, purpose: query.for, limit: query.limit })
  const members = query.for ? [] : await findMembers(tx, like, today, query.limit)
  const names = new Map(
    (await unitsById(tx, actor.authorityId, [...new Set(members.flatMap(m => m.unitId ?? []))])).map(u => [
      u.id,
      u.name,
    ]),
  )
  return { units, members: members.map(m => ({ id: m.id, name: m.name, unitName: names.get(m.unitId ?? '') ?? null })) }
}
