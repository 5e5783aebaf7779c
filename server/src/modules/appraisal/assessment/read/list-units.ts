import type * as api from '@jiannuo/contract/appraisal/assessment.ts'
import type { AssessedUnit } from '@jiannuo/contract/appraisal/assessment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { z } from 'zod'
import type { Change } from '../../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../../platform/http/wire/cursor.ts'
import type { AssessmentRow } from '../sql.ts'
import { endedSince, listUnits, type UnitRow } from '../unit/sql.ts'

const unique = <T>(...values: (T | null)[]): T[] => [...new Set(values.filter(each => each !== null))]

export const showUnit = (row: UnitRow, since: Both | null): AssessedUnit => ({
  id: row.id,
  unitId: row.unitId,
  name: row.name,
  organ: row.organ,
  organClass: row.organClass,
  zone: row.zone,
  since,
  total: row.total,
  ranks: row.ranks,
  proposed: row.proposed,
  proposedStars: row.proposedStars,
  light: row.light,
  toBeDecided: row.toBeDecided,
  free: { grades: unique(...row.tiedGrades, row.proposed), stars: unique(...row.tiedStars, row.proposedStars) },
  ungraded: row.ungraded,
  blocked: row.blocked,
  held: row.limits,
  barred: row.barred,
  grade: row.grade,
  stars: row.stars,
  reason: row.reason,
})

/** What became of units after the day they were placed on, in words. */
export async function sinceOf(
  { tx, actor }: Pick<Change, 'tx' | 'actor'>,
  assessment: Pick<AssessmentRow, 'placedOn'>,
  unitIds: readonly string[],
): Promise<Map<string, Both>> {
  const ended = await endedSince(tx, actor.authorityId, unitIds, assessment.placedOn)
  return new Map(
    ended.map(({ id, onDate, intoName }) => [
      id,
      intoName
        ? { zh: `已于${onDate}并入${intoName}`, en: `merged into ${intoName} on ${onDate}` }
        : { zh: `已于${onDate}撤销`, en: `dissolved on ${onDate}` },
    ]),
  )
}

const Cursor = z.tuple([z.number(), z.string(), z.string(), z.string()])
export async function listAssessedUnits(
  change: Change,
  { query: { after, limit, ...only } }: Input<typeof api.listAssessedUnits>,
  assessment: AssessmentRow,
) {
  const { authorityId } = change.actor
  const rows = await listUnits(change.tx, authorityId, assessment.id, only, openCursor(Cursor, after), limit + 1)
  const since = await sinceOf(
    change,
    assessment,
    rows.map(each => each.unitId),
  )
  return pageOf(
    rows,
    limit,
    row => [row.place, row.points, row.pinyin, row.id],
    row => showUnit(row, since.get(row.unitId) ?? null),
  )
}
