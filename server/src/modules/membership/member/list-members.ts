import type { listMembers as api } from '@jiannuo/contract/membership/member.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { postsOn, unitsBelow, unitsById } from '../../organization/index.ts'
import { wordsSought } from '../words-sought.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.string(), z.uuid()])

/** Members by name, within what the caller may see. */
export async function listMembers({ tx, actor, today }: Change, { query }: Input<typeof api>) {
  const { authorityId } = actor
  const day = query.on ?? today
  const unitIds = await unitsWanted({ tx, actor }, query)
  const filter = {
    day,
    unitIds,
    kind: query.kind,
    state: query.state,
    leadingCadre: query.leadingCadre,
    like: query.q && wordsSought(query.q),
  }
  const at = openCursor(Cursor, query.after)
  const { rows: found, total } = await sql.listMembers(
    tx,
    filter,
    query.sort,
    at && { key: at[0], id: at[1] },
    query.limit + 1,
  )
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  const ids = [...new Set(rows.map(r => r.unitId))]
  const units = new Map(
    (await unitsById(tx, authorityId, ids)).map(u => [u.id, { id: u.id, name: u.name, kind: u.kind }]),
  )
  const posts = new Map((await postsOn(tx, authorityId, day, ids)).map(p => [p.personId, p.kind]))
  const items = rows.flatMap(({ pinyin: _, unitId, ...row }) => {
    const unit = units.get(unitId)
    return unit ? [{ ...row, unit, leadingCadre: row.leadingCadre ?? false, post: posts.get(row.id) ?? null }] : []
  })
  return {
    items,
    next:
      found.length > rows.length && last
        ? sealCursor([query.sort === 'stroke' ? last.name : last.pinyin, last.id])
        : null,
    total,
  }
}

/** null: the whole scope. Below a unit that stands nowhere today there is only the unit itself. */
async function unitsWanted(
  { tx, actor }: Pick<Change, 'tx' | 'actor'>,
  { unitId, below }: { unitId?: string | undefined; below: boolean },
) {
  if (!unitId) return null
  if (!below) return [unitId]
  const found = await unitsBelow(tx, actor.authorityId, unitId)
  return found.length > 0 ? found.map(u => u.id) : [unitId]
}
