import type * as api from '@jiannuo/contract/appraisal/assessed-unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import type { Change } from '../../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../../platform/http/wire/cursor.ts'
import { gradesOf } from '../../scheme/ship-scheme.ts'
import { schemeById } from '../../scheme/sql.ts'
import { statesOf } from '../objection/sql.ts'
import { speaksFor } from '../policy.ts'
import { releasedInView } from '../unit/sql.ts'

const Cursor = z.tuple([z.string(), z.string()])

/** Released results of the own unit and of the units it leads, the last told first. */
export async function listUnitResults({ tx, actor, today }: Change, { query }: Input<typeof api.listUnitResults>) {
  const { authorityId } = actor
  const rows = await releasedInView(tx, authorityId, openCursor(Cursor, query.after), query.limit + 1)
  const objections = new Map(
    (
      await statesOf(
        tx,
        authorityId,
        rows.map(each => each.id),
      )
    ).map(each => [each.assessedId, each.state]),
  )
  const grades = new Map<string, ReturnType<typeof gradesOf>>()
  for (const { schemeId } of rows)
    if (!grades.has(schemeId)) grades.set(schemeId, gradesOf((await schemeById(tx, authorityId, schemeId))!.document))
  return pageOf(
    rows,
    query.limit,
    row => [row.releasedAt, row.id],
    row => {
      const within = row.state === 'objection' && row.objectionUntil !== null && today < row.objectionUntil
      return {
        ...{ id: row.id, name: row.name, schemeTitle: row.schemeTitle, period: row.period, unitName: row.unitName },
        ...{ total: row.total, grade: row.grade, stars: row.stars, light: row.light, state: row.state },
        objectionUntil: row.objectionUntil,
        grades: grades.get(row.schemeId) ?? [],
        objection: objections.get(row.id) ?? null,
        mayObject: within && !objections.has(row.id) && speaksFor(actor, row.unitId),
      }
    },
  )
}
