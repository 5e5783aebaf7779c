import type * as api from '@jiannuo/contract/appraisal/assessed-unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { fail } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { openCursor, pageOf } from '../../../../platform/http/wire/cursor.ts'
import { informMany } from '../../../cycle/index.ts'
import { audienceOf } from '../../edition/sql.ts'
import { gradesOf } from '../../scheme/ship-scheme.ts'
import { schemeById } from '../../scheme/sql.ts'
import { requireAction } from '../course/course.ts'
import { headOf } from '../read/read-assessment.ts'
import * as sql from '../sql.ts'
import { publishedUnits } from '../unit/sql.ts'

/** Shows everybody what the scheme lets be seen, and tells those it concerns. Fails RESULT_NOT_PUBLIC. */
export async function publishAssessment(change: Change, _input: unknown, assessment: sql.AssessmentRow) {
  const { tx, actor, now, today, audit, inform } = change
  const { authorityId } = actor
  requireAction(assessment, 'publish')
  if (assessment.publication === 'none' || assessment.publishedAt !== null) fail('RESULT_NOT_PUBLIC')
  await sql.setAssessment(tx, authorityId, assessment.id, {
    published_by: actor.personId ?? actor.accountId,
    published_at: now.toISOString(),
  })
  const { subject, unitId: ownerUnitId } = assessment
  await informMany(inform, await audienceOf(tx, authorityId, { subject, ownerUnitId }, today), {
    kind: 'assessment.published',
    objectId: assessment.id,
    title: {
      zh: `${assessment.schemeTitle}（${assessment.period}）结果公开`,
      en: `The results of “${assessment.schemeTitle}” (${assessment.period}) are public`,
    },
    link: `/unit-results/public/${assessment.id}`,
    unitId: assessment.unitId,
  })
  await audit('appraisal.publish-assessment', assessment.id, {
    unitId: assessment.unitId,
    values: { publication: assessment.publication },
  })
  return headOf((await sql.assessmentById(tx, authorityId, assessment.id))!)
}

async function shown({ tx, actor }: Change, row: sql.PublishedRow) {
  const { schemeId, ...rest } = row
  return { ...rest, schemeTitle: (await schemeById(tx, actor.authorityId, schemeId))?.title ?? '' }
}

const ListCursor = z.tuple([z.string(), z.string()])
export async function listPublished(change: Change, { query }: Input<typeof api.listPublished>) {
  const after = openCursor(ListCursor, query.after)
  const rows = await sql.publishedAssessments(change.tx, change.actor.authorityId, null, after, query.limit + 1)
  const { items, next } = pageOf(
    rows,
    query.limit,
    row => [row.publishedAt, row.id],
    row => row,
  )
  return { items: await Promise.all(items.map(row => shown(change, row))), next }
}

const UnitCursor = z.tuple([z.number(), z.string(), z.string()])
export async function readPublished(
  change: Change,
  { query }: Input<typeof api.readPublished>,
  published: sql.PublishedRow,
) {
  const { tx, actor } = change
  const scheme = (await schemeById(tx, actor.authorityId, published.schemeId))!
  const grades = gradesOf(scheme.document)
  const ladder = grades.map(each => each.id)
  const after = openCursor(UnitCursor, query.after)
  const rows = await publishedUnits(tx, actor.authorityId, published.id, ladder, query.q ?? '', after, query.limit + 1)
  const page = pageOf(
    rows,
    query.limit,
    row => [row.rung, row.name, row.id],
    ({ rung: _, total, ...row }) => ({ ...row, total: total === null ? null : Number(total) }),
  )
  return {
    ...page,
    assessment: await shown(change, published),
    grades,
    totals: rows.some(each => each.total !== null),
  }
}
