import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import * as sql from './sql.ts'

/** Where a unit stands seen from the caller's own: his own, below it in unified leadership, or neither. */
export type Scope = 'own' | 'below' | 'outside'

/** A unit that stands nowhere on this day (planned, dissolved) counts as what leads or led it last. For the work committee everything but itself is below. */
export async function scopeOf(tx: Tx, actor: Actor, unitId: string, today: Day): Promise<Scope> {
  const { role, unitId: ownId } = actor.capacity
  if (unitId === ownId) return 'own'
  if (role === 'workCommittee') return 'below'
  if (!ownId) return 'outside'
  const mine = await sql.placeOf(tx, actor.authorityId, ownId)
  const place = await sql.placeOf(tx, actor.authorityId, unitId)
  if (!mine) return 'outside'
  if (place) return place.path.startsWith(mine.path) ? 'below' : 'outside'
  const led = await sql.lastLeader(tx, actor.authorityId, unitId, today)
  const above = led ? await sql.placeOf(tx, actor.authorityId, led) : null
  return above?.path.startsWith(mine.path) ? 'below' : 'outside'
}
