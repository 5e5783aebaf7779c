import type { listRenewals as api } from '@jiannuo/contract/organization/post.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addMonths } from '@jiannuo/rules/day.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import { mayReplyRenewal, mayRequestRenewal } from '../policy.ts'
import { scopeOf } from '../scope.ts'
import { holderNames, postsOn, unitsById, visibleUnits } from '../sql.ts'
import { TERM_FLOW } from './flow.ts'
import { withClock } from './read-term.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.iso.date(), z.uuid()])

/** Terms that end within some months of a day, or have ended by then, of the units in scope. What can be done, can be done today only. */
export async function listRenewals({ tx, actor, today }: Change, { query }: Input<typeof api>) {
  const { authorityId } = actor
  const on = query.on ?? today
  const visible = await visibleUnits(tx)
  const at = openCursor(Cursor, query.after)
  const found = await sql.termsEnding(tx, authorityId, {
    before: addMonths(on, query.months),
    ...{ on, today },
    units: visible && [...visible],
    after: at && { endsOn: at[0], id: at[1] },
    limit: query.limit + 1,
  })
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  const units = new Map(
    (
      await unitsById(
        tx,
        authorityId,
        rows.map(r => r.unitId),
      )
    ).map(u => [u.id, u]),
  )
  const heads = (
    await postsOn(
      tx,
      authorityId,
      on,
      rows.map(r => r.unitId),
    )
  ).filter(h => h.kind === 'secretary')
  const names = await holderNames(
    tx,
    heads.map(h => h.personId),
  )
  const items = []
  for (const { unitName, unitKind, endsOn, ...row } of rows) {
    const unit = units.get(row.unitId)
    const facts = unit && { unit, scope: await scopeOf(tx, actor, row.unitId, today) }
    const head = heads.find(h => h.unitId === row.unitId)
    items.push({
      unit: { id: row.unitId, name: unitName, kind: unitKind },
      term: withClock(row, unitKind, on),
      endsOn,
      secretary: names.get(head?.personId ?? '') ?? null,
      may: {
        request: Boolean(
          facts && on === today && TERM_FLOW[row.state].request && mayRequestRenewal(actor, facts) === true,
        ),
        reply: Boolean(
          facts && on === today && TERM_FLOW[row.state].approved && mayReplyRenewal(actor, facts) === true,
        ),
      },
    })
  }
  return { items, next: found.length > rows.length && last ? sealCursor([last.endsOn, last.id]) : null }
}
