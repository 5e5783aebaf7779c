import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/assessment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { fail } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { FiledAssessment } from '../../filing/filed-assessment.ts'
import { resultsOf } from '../../filing/replay.ts'
import { insertFiling } from '../../filing/sql.ts'
import { gradesOf, jsonOf, sha256 } from '../../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../../scheme/sql.ts'
import { decidersOf, managingUnit } from '../../sql.ts'
import { requireAction } from '../course/course.ts'
import { countObjections, objectionsOf } from '../objection/sql.ts'
import { obstaclesTo } from '../read/read-assessment.ts'
import * as sql from '../sql.ts'
import { rulingsOf, type UnitRow, unitsOf } from '../unit/sql.ts'

/** The document that is filed: canonical JSON of scheme, input, results, rulings, decisions and answers. Fails when replaying it would not give the stored totals. */
async function draw(
  { tx, actor }: Change,
  assessment: sql.AssessmentRow,
  scheme: SchemeRow,
  rows: readonly UnitRow[],
  managing: { id: string; name: string },
): Promise<string> {
  const { authorityId } = actor
  const run = (await sql.lastRun(tx, authorityId, assessment.id))!
  const input = FiledAssessment.shape.input.parse(JSON.parse(run.input))
  const document = FiledAssessment.shape.scheme.parse(JSON.parse(JSON.stringify(scheme.document)))
  const again = resultsOf(document, input)
  const totals = new Map(rows.map(each => [each.unitId, each.total]))
  if (again.rows.some(each => each.total !== totals.get(each.subject)))
    fail('FILING_OBSTACLE', {
      zh: '存着的结果与重新计算的不一致',
      en: 'The stored results differ from those computed again',
    })
  return canonical(
    jsonOf(
      FiledAssessment.parse({
        format: 'jiannuo-assessment-1',
        authority: authorityId,
        year: Number(periodOf(assessment.period)!.from.slice(0, 4)),
        subject: assessment.subject,
        period: assessment.period,
        cutOff: assessment.cutOff,
        placedOn: assessment.placedOn,
        unit: { id: assessment.unitId, name: assessment.unitName },
        managingUnit: managing,
        scheme: document,
        panels: JSON.parse(JSON.stringify(scheme.panels)),
        schemeSha256: scheme.sha256,
        input,
        inputSha256: run.inputsSha256,
        results: again.results,
        tracesSha256: again.tracesSha256,
        units: rows.map(({ unitId: id, name, organ, organClass }) => ({ id, name, organ, organClass })),
        meeting: { name: assessment.meeting ?? '', on: assessment.meetingOn ?? '', document: assessment.document },
        rulings: (await rulingsOf(tx, authorityId, assessment.id)).map(({ unitId, meetingOn, ...ruling }) => ({
          ...ruling,
          unit: unitId,
          on: meetingOn,
        })),
        decisions: rows.map(each => ({
          unit: each.unitId,
          grade: each.grade,
          stars: each.stars,
          reason: each.reason,
          by: each.decidedBy,
          at: each.decidedAt,
        })),
        objections: (await objectionsOf(tx, authorityId, assessment.id)).map(each => ({
          unit: each.unitId,
          node: each.node,
          outcome: each.state,
          answer: each.answer,
        })),
      }),
    ),
  )
}

/** Stars, the place of the grade counted from the best, and the points under the name the office gave them, as facts of the period for other schemes to read. */
async function recordFacts(
  { record }: Change,
  { period, cutOff }: sql.AssessmentRow,
  scheme: SchemeRow,
  rows: readonly UnitRow[],
  filingId: string,
  totalAs: string | null,
) {
  const grades = gradesOf(scheme.document).map(each => each.id)
  const last = addDays(periodOf(period)!.until, -1)
  const on = cutOff < last ? cutOff : last
  for (const { unitId, grade, stars, total } of rows) {
    const values: [string, number | null][] = [
      ['filedGrade', grade === null ? null : grades.indexOf(grade) + 1],
      ['starLevel', stars],
      ...(totalAs ? [[totalAs, total] as [string, number | null]] : []),
    ]
    for (const [kind, value] of values)
      if (value !== null)
        await record({
          ...{ kind, subjectId: unitId, unitId, on, value: String(value), period },
          source: { module: 'appraisal', id: filingId },
        })
  }
}

/** Files the assessment. From then on neither document nor results can be changed, by anybody; what it gave goes to the fact ledger. */
export async function fileAssessment(
  change: Change,
  { body }: Input<typeof api.fileAssessment>,
  assessment: sql.AssessmentRow,
) {
  const { tx, actor, now, today, audit, inform } = change
  const { authorityId } = actor
  requireAction(assessment, 'file')
  const [obstacle] = obstaclesTo(assessment, (await countObjections(tx, authorityId, assessment.id)).open, today)
  if (obstacle) fail('FILING_OBSTACLE', obstacle)
  const scheme = (await schemeById(tx, authorityId, assessment.schemeId))!
  const rows = await unitsOf(tx, authorityId, assessment.id)
  const managing = await managingUnit(tx, authorityId, 'branchSecretary', assessment.unitId)
  const text = await draw(change, assessment, scheme, rows, managing)
  const filing = { id: randomUUID(), sha256: sha256(text) }
  await insertFiling(tx, {
    ...{ authorityId, ...filing, assessmentId: assessment.id, unitId: assessment.unitId, managingUnitId: managing.id },
    ...{ level: assessment.subject, year: Number(assessment.period.slice(0, 4)), document: text },
    ...{ by: actor.personId ?? actor.accountId, at: now.toISOString() },
  })
  await recordFacts(change, assessment, scheme, rows, filing.id, body.totalAs)
  await sql.setAssessment(tx, authorityId, assessment.id, { state: 'filed' })
  await inform(await decidersOf(tx, authorityId, managing.id, today), {
    kind: 'assessment.filed',
    objectId: filing.id,
    title: {
      zh: `${assessment.unitName}的${assessment.schemeTitle}（${assessment.period}）结果已报备`,
      en: `${assessment.unitName} has filed “${assessment.schemeTitle}” (${assessment.period})`,
    },
    link: `/appraisal/filings/${filing.id}`,
    unitId: managing.id,
  })
  await audit('appraisal.file-assessment', filing.id, { unitId: assessment.unitId, values: filing.sha256 })
  return { filingId: filing.id, sha256: filing.sha256 }
}
