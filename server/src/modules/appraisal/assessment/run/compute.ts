import type { AssessmentHead } from '@jiannuo/contract/appraisal/assessment.ts'
import type * as api from '@jiannuo/contract/appraisal/unit-panel.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import type { FactRow } from '@jiannuo/engine/score.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { fail } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { factsAsOf } from '../../../facts/index.ts'
import { type SchemeRow, schemeById } from '../../scheme/sql.ts'
import { requireAction } from '../course/course.ts'
import { missingIn, ratingsIn } from '../panels/ratings-in.ts'
import { headOf } from '../read/read-assessment.ts'
import * as sql from '../sql.ts'
import { scopeOf } from '../unit/scope.ts'
import { clearUnits, unitsOf } from '../unit/sql.ts'
import { computeAgain, frozenInput, saveRun } from './compute-again.ts'

/** What every unit is scored from: the facts the scheme reads, as known at the cut-off. Missing stays missing. */
async function gather({ tx, actor }: Change, scheme: SchemeRow, assessment: sql.AssessmentRow): Promise<FactRow[]> {
  const { authorityId } = actor
  // Their ids keep one order, so that the same facts always give the same hash.
  const units = (await unitsOf(tx, authorityId, assessment.id)).toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))
  const facts = [...new Set(factsOf(scheme.document).map(use => use.fact))]
  const known = await factsAsOf(tx, {
    ...{ authorityId, facts, period: periodOf(assessment.period)!, cutOff: assessment.cutOff },
    subjectIds: units.map(each => each.unitId),
  })
  return units.map(unit => ({
    subject: unit.unitId,
    scopes: Object.fromEntries((scheme.document.scopes ?? []).map(scope => [scope, scopeOf(unit, scope)])),
    facts: Object.fromEntries(facts.map(fact => [fact, known.get(unit.unitId)?.get(fact)?.value ?? null])),
  }))
}

/**
 * Scores every unit and freezes scheme and input. The first computation gathers the facts; a later one, after the rating was opened again,
 * changes the ratings alone, so that rulings and facts stay. Panels that lack ratings are named first: PANELS_MISSING.
 */
export async function computeAssessment(
  change: Change,
  { body }: Pick<Input<typeof api.computeAssessment>, 'body'>,
  assessment: sql.AssessmentRow,
): Promise<AssessmentHead> {
  const { tx, actor, audit } = change
  requireAction(assessment, 'compute')
  const scheme = (await schemeById(tx, actor.authorityId, assessment.schemeId))!
  const missing = await missingIn(change, scheme, assessment)
  if (missing.length > 0 && !body.withoutPanels)
    fail('PANELS_MISSING', { zh: missing.map(each => each.zh).join('；'), en: missing.map(each => each.en).join('; ') })
  const ratings = await ratingsIn(change, scheme, assessment)
  if (await frozenInput(change, assessment.id))
    await computeAgain(change, assessment, 'ratings', before => ({ ...before, ratings }))
  else {
    const input = { facts: await gather(change, scheme, assessment), ratings, rulings: [] }
    await saveRun(change, assessment, scheme, input, { number: 1, cause: 'first', moved: () => [] })
  }
  await sql.setAssessment(tx, actor.authorityId, assessment.id, { state: 'provisional' })
  await audit('appraisal.compute-assessment', assessment.id, {
    unitId: assessment.unitId,
    values: { missing: missing.map(each => each.zh) },
  })
  return headOf((await sql.assessmentById(tx, actor.authorityId, assessment.id))!)
}

/** From the computation back to rating. What was computed stays on record; nobody has a result until the next one. */
export async function reopenAssessment({ tx, actor, audit }: Change, _input: unknown, assessment: sql.AssessmentRow) {
  requireAction(assessment, 'reopen')
  await clearUnits(tx, actor.authorityId, assessment.id)
  await sql.setAssessment(tx, actor.authorityId, assessment.id, { state: 'rating' })
  await audit('appraisal.reopen-assessment', assessment.id, { unitId: assessment.unitId })
  return headOf((await sql.assessmentById(tx, actor.authorityId, assessment.id))!)
}
