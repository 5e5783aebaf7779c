import type * as api from '@jiannuo/contract/appraisal/assessment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { fail } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../../platform/http/wire/cursor.ts'
import { gradesOf } from '../../scheme/ship-scheme.ts'
import { schemeById } from '../../scheme/sql.ts'
import { type AssessmentRow, sameLine } from '../sql.ts'
import { movesBetween, namer, tracesOf } from '../unit/show-unit.ts'
import { type UnitRow, unitsOf } from '../unit/sql.ts'
import { gradeOf, headOf, starsOf } from './read-assessment.ts'

const Cursor = z.tuple([z.number(), z.string()])
const standing = (row: UnitRow) => ({ total: row.total, grade: gradeOf(row), stars: starsOf(row) })
const moveOf = (before: UnitRow, after: UnitRow) => -Math.abs((after.total ?? 0) - (before.total ?? 0))

/** Two assessments by one line of schemes: whose points moved most, and by which indicators. Traces are reckoned for the page that is shown. */
export async function compareAssessments(
  change: Change,
  { query }: Input<typeof api.compareAssessments>,
  assessment: AssessmentRow,
) {
  const { tx, actor } = change
  const { authorityId } = actor
  const others = await sameLine(tx, authorityId, assessment)
  const earlier = query.with
    ? others.find(each => each.id === query.with)
    : others.find(each => each.period < assessment.period)
  if (query.with && !earlier) fail('NOT_FOUND')
  const scheme = (await schemeById(tx, authorityId, assessment.schemeId))!
  const about = { head: headOf(assessment), others: others.map(headOf), grades: gradesOf(scheme.document) }
  if (!earlier) return { ...about, earlier: null, items: [], next: null, added: 0, gone: 0 }
  const rows = await unitsOf(tx, authorityId, assessment.id)
  const before = new Map((await unitsOf(tx, authorityId, earlier.id)).map(each => [each.unitId, each]))
  const pairs = rows
    .flatMap(after => {
      const was = before.get(after.unitId)
      return was ? [{ was, after, key: [moveOf(was, after), after.id] as const }] : []
    })
    .toSorted((a, b) => a.key[0] - b.key[0] || (a.key[1] < b.key[1] ? -1 : 1))
  const cursor = openCursor(Cursor, query.after)
  const rest = cursor
    ? pairs.filter(({ key }) => key[0] > cursor[0] || (key[0] === cursor[0] && key[1] > cursor[1]))
    : pairs
  const earlierScheme = (await schemeById(tx, authorityId, earlier.schemeId))!
  const traceBefore = await tracesOf(change, earlierScheme, earlier.id)
  const traceAfter = await tracesOf(change, scheme, assessment.id)
  const nameOf = namer(earlierScheme, scheme)
  const page = pageOf(
    rest.slice(0, query.limit + 1),
    query.limit,
    each => each.key,
    ({ was, after }) => ({
      ...{ unitId: after.unitId, name: after.name, before: standing(was), after: standing(after) },
      moves: movesBetween(traceBefore(after.unitId), traceAfter(after.unitId), nameOf).slice(0, 5),
    }),
  )
  return {
    ...about,
    ...page,
    earlier: headOf(earlier),
    added: rows.length - pairs.length,
    gone: before.size - pairs.length,
  }
}
