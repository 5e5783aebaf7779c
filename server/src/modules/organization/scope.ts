import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import * as sql from './sql.ts'

/** Where a unit stands seen from the caller's own: his own, below it in unified leadership, only guided by it, or neither. */
export type Scope = 'own' | 'below' | 'guided' | 'outside'

/**
 * A unit outside the tree on this day (planned, dissolved, a group, a section) counts as what answers for it.
 * For the work committee everything is below but itself and what it only guides: a district's work committee and all that one leads.
 */
export async function scopeOf(tx: Tx, actor: Actor, unitId: string, today: Day): Promise<Scope> {
  const { role, unitId: ownId } = actor.capacity
  if (unitId === ownId) return 'own'
  if (role === 'workCommittee') return (await sql.isGuided(tx, unitId)) ? 'guided' : 'below'
  if (!ownId) return 'outside'
  const mine = await sql.placeOf(tx, actor.authorityId, ownId)
  if (!mine) return 'outside'
  const place = await sql.placeOf(tx, actor.authorityId, unitId)
  if (place?.path.startsWith(mine.path)) return 'below'
  if (place && place.depth > 0) return 'outside'
  const above = await sql.answersFor(tx, actor.authorityId, unitId, today)
  return above?.path.startsWith(mine.path) ? 'below' : 'outside'
}
