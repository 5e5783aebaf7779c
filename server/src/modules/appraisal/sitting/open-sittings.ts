import { randomUUID } from 'node:crypto'
import type { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import type { Change } from '../../../platform/http/serve.ts'
import * as sql from './sql.ts'

/** Opens a sitting for every paper panel at each of its places, with the raters that memberships and posts tell. */
export async function openSittings(
  { tx, actor, today }: Change,
  of: sql.Course,
  panels: readonly PanelOfScheme[],
  placesOf: (panel: PanelOfScheme) => readonly Pick<sql.NewSitting, 'homeUnitId' | 'unitId'>[],
) {
  const rows: sql.NewSitting[] = []
  for (const panel of panels.filter(each => each.modes[0] === 'paper')) {
    const places = placesOf(panel)
    const pools: Map<string, number | null>[] = []
    for (const { id } of panel.who)
      pools.push(
        await sql.poolSizes(tx, actor.authorityId, id, [...new Set(places.map(each => each.homeUnitId))], today),
      )
    for (const place of places) {
      const sizes = pools.map(pool => pool.get(place.homeUnitId) ?? null)
      rows.push({
        ...{ id: randomUUID(), panel: panel.id, source: panel.source, minimum: panel.minimum, ...place },
        counted: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
        takesAdded: sizes.includes(null),
      })
    }
  }
  if (rows.length > 0) await sql.insertSittings(tx, actor.authorityId, of, rows)
}
