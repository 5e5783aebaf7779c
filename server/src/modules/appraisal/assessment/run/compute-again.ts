import { randomUUID } from 'node:crypto'
import type { Moved, Standing } from '@jiannuo/contract/appraisal/assessment.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import type { FactRow, RulingRow } from '@jiannuo/engine/score.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { Filed } from '../../filing/filed.ts'
import { sealInput } from '../../result/gather-input.ts'
import { jsonOf } from '../../scheme/ship-scheme.ts'
import { schemeById } from '../../scheme/sql.ts'
import * as sql from '../sql.ts'
import { unitsOf, updateUnits } from '../unit/sql.ts'
import { placesOf, type Reckoned, reckonedOf, runOn } from './reckon.ts'

/** What a computation proposed, before anybody decided. */
const proposedOf = (of: Pick<Reckoned, 'total' | 'proposed' | 'proposedStars'>): Standing => ({
  total: of.total,
  grade: of.proposed,
  stars: of.proposedStars,
})

/** What a decision changes of the frozen input: a fact of one unit, or a limit that is lifted. */
export interface Amendment {
  unitId: string
  facts?: Record<string, string | null>
  ruling?: Omit<RulingRow, 'subject'>
}

const amended = (row: FactRow, { unitId, facts }: Amendment): FactRow =>
  row.subject === unitId ? { ...row, facts: { ...row.facts, ...facts } } : row

/**
 * Computes again from the input of the last run with one amendment; everything else stays as it was known at the cut-off.
 * The earlier run stays on record. Returns the new run with everybody whose total, grade or stars it moved.
 */
export async function computeAgain(
  { tx, actor, now }: Change,
  assessment: sql.AssessmentRow,
  cause: 'ruling' | 'correction',
  amendment: Amendment,
): Promise<{ runId: string; number: number; moved: Moved[] }> {
  const { authorityId } = actor
  const scheme = (await schemeById(tx, authorityId, assessment.schemeId))!
  const last = await sql.lastRun(tx, authorityId, assessment.id)
  const before = Filed.shape.input.parse(JSON.parse(last.input))
  const input = {
    facts: before.facts.map(row => amended(row, amendment)),
    ratings: before.ratings,
    rulings: amendment.ruling
      ? [...before.rulings, { subject: amendment.unitId, ...amendment.ruling }]
      : before.rulings,
  }
  const outcome = runOn(scheme, input)
  const reckoned = reckonedOf(outcome)
  const known = new Map((await unitsOf(tx, authorityId, assessment.id)).map(each => [each.unitId, each]))
  const moved = reckoned.flatMap((after): Moved[] => {
    const unit = known.get(after.unitId)!
    const sides = { before: proposedOf(unit), after: proposedOf(after) }
    return canonical(jsonOf(sides.before)) === canonical(jsonOf(sides.after))
      ? []
      : [{ unitId: unit.unitId, name: unit.name, ...sides }]
  })
  const sealed = sealInput(input, scheme)
  const run = { id: randomUUID(), number: last.number + 1 }
  const made = { by: actor.personId ?? actor.accountId, at: now.toISOString() }
  await sql.insertRun(tx, authorityId, {
    ...{ ...run, assessmentId: assessment.id, unitId: assessment.unitId, cause, moved: JSON.stringify(moved) },
    ...{ input: sealed.text, inputsSha256: sealed.sha256, places: canonical(jsonOf(placesOf(outcome))), ...made },
  })
  await updateUnits(tx, authorityId, assessment.id, reckoned)
  await sql.setAssessment(tx, authorityId, assessment.id, {
    inputs_sha256: sealed.sha256,
    computed_by: made.by,
    computed_at: made.at,
  })
  return { runId: run.id, number: run.number, moved }
}
