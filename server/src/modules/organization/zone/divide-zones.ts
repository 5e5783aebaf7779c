import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/organization/zone.ts'
import type { Zoning } from '@jiannuo/contract/organization/zone.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { role } from '../../../platform/http/actor.ts'
import { type FieldError, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { holderNames } from '../sql.ts'
import * as sql from './sql.ts'

export const mayDivide = role('workCommittee')

export async function readZones(
  { tx, actor, today }: Change,
  { query }: { query: { on?: string | undefined } },
): Promise<Zoning> {
  const on = query.on ?? today
  const all = await sql.zonings(tx, actor.authorityId)
  const inForce = all.find(each => each.from <= on)
  const zoneOf = await sql.zonesOn(tx, actor.authorityId, on)
  const organs = await sql.organs(tx, actor.authorityId)
  const zones = Map.groupBy(
    organs.filter(each => zoneOf.has(each.id)),
    each => zoneOf.get(each.id)!,
  )
  const names = await holderNames(tx, [...new Set(all.map(each => each.setBy))])
  return {
    from: inForce?.from ?? null,
    document: inForce?.document ?? null,
    zones: [...zones].map(([name, of]) => ({ name, organs: of })),
    free: organs.filter(each => !zoneOf.has(each.id)),
    history: all.map(({ from, document, setBy }) => ({ from, document, setBy: names.get(setBy) ?? '' })),
    mayDivide: mayDivide(actor, undefined) === true,
  }
}

/** Divides the organs into zones from a day on. What was computed before keeps the zones it saw. */
export async function divideZones(change: Change, { body }: Input<typeof api.divideZones>) {
  const { tx, actor, now, audit } = change
  const organs = new Map((await sql.organs(tx, actor.authorityId)).map(each => [each.id, each.name]))
  const faults: FieldError[] = []
  const fault = (pointer: string, zh: string, en: string) => faults.push({ pointer, zh, en })
  const seen = new Set<string>()
  for (const [i, { name, organIds }] of body.zones.entries()) {
    if (body.zones.findIndex(each => each.name === name) < i)
      fault(`/zones/${i}/name`, `协作区“${name}”写了两次`, `The zone "${name}" is listed twice`)
    for (const [j, id] of organIds.entries()) {
      const organ = organs.get(id)
      if (!organ) fault(`/zones/${i}/organIds/${j}`, '没有这个机关', 'There is no such organ')
      else if (seen.has(id))
        fault(`/zones/${i}/organIds/${j}`, `${organ}已在另一个协作区`, `${organ} is in another zone already`)
      seen.add(id)
    }
  }
  if (faults.length > 0) failFields(faults)
  const id = randomUUID()
  const by = actor.personId ?? actor.accountId
  await sql.saveZoning(tx, actor.authorityId, { id, ...body, by, at: now.toISOString() })
  await audit('organization.divide-zones', id, { unitId: actor.capacity.unitId, values: body })
  return readZones(change, { query: { on: body.from } })
}
