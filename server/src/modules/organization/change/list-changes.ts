import type { ChangeRow } from '@jiannuo/contract/organization/change.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { unitsById } from '../sql.ts'
import type { ChangeFound } from './reverse-change.ts'
import * as sql from './sql.ts'
import { Touched } from './touched.ts'

const Cursor = z.tuple([z.string(), z.uuid()])

/** Changes the caller may see, newest first. An organisation undone on its own day is no longer there and is left out of the units. */
export async function listChanges(change: Change, query: { unitId?: string; after?: string; limit: number }) {
  const at = openCursor(Cursor, query.after)
  const found = await sql.changesOf(
    change.tx,
    change.actor.authorityId,
    query.unitId,
    at && { at: at[0], id: at[1] },
    query.limit + 1,
  )
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  return {
    items: await toRows(change, rows),
    next: found.length > rows.length && last ? sealCursor([last.madeAt, last.id]) : null,
  }
}

export async function toRows({ tx, actor }: Change, found: readonly ChangeFound[]): Promise<ChangeRow[]> {
  const touched = found.map(row => Touched.parse(row.touched))
  const units = new Map(
    (await unitsById(tx, actor.authorityId, [...new Set(touched.flatMap(t => [...t.units, ...t.near]))])).map(u => [
      u.id,
      u,
    ]),
  )
  return found.map((row, i) => ({
    id: row.id,
    kind: row.kind,
    effectiveOn: row.effectiveOn,
    document: row.document,
    reason: row.reason,
    units: [...new Set([...(touched[i]?.units ?? []), ...(touched[i]?.near ?? [])])].flatMap(id => {
      const unit = units.get(id)
      return unit ? [{ id: unit.id, name: unit.name, kind: unit.kind }] : []
    }),
    membersMoved: touched[i]?.membersMoved ?? 0,
    reverses: row.reverses,
    reversedBy: row.reversedBy,
    madeAt: row.madeAt,
  }))
}
