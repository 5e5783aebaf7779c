import { randomUUID } from 'node:crypto'
import type { Moved, Standing } from '@jiannuo/contract/appraisal/assessment.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import type { FactRow, RulingRow } from '@jiannuo/engine/score.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { Filed } from '../../filing/filed.ts'
import { type RoundInput, sealInput } from '../../result/gather-input.ts'
import { jsonOf } from '../../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../../scheme/sql.ts'
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

/** The frozen input with one amendment; everything else stays as it was known at the cut-off. */
export const amend =
  (amendment: Amendment) =>
  (before: RoundInput): RoundInput => ({
    facts: before.facts.map(row => amended(row, amendment)),
    ratings: before.ratings,
    rulings: amendment.ruling
      ? [...before.rulings, { subject: amendment.unitId, ...amendment.ruling }]
      : before.rulings,
  })

/** The input of the last computation with its number; null before the first. */
export async function frozenInput({ tx, actor }: Change, assessmentId: string) {
  const last = await sql.lastRun(tx, actor.authorityId, assessmentId)
  return last ? { number: last.number, input: Filed.shape.input.parse(JSON.parse(last.input)) } : null
}

/** Scores the input, freezes it as the next computation, and writes what every unit got. */
export async function saveRun(
  { tx, actor, now }: Change,
  assessment: Pick<sql.AssessmentRow, 'id' | 'unitId'>,
  scheme: SchemeRow,
  input: RoundInput,
  of: { number: number; cause: sql.RunCause; moved: (reckoned: readonly Reckoned[]) => Moved[] },
): Promise<{ runId: string; number: number; moved: Moved[] }> {
  const { authorityId } = actor
  const outcome = runOn(scheme, input)
  const reckoned = reckonedOf(outcome)
  const moved = of.moved(reckoned)
  const sealed = sealInput(input, scheme)
  const runId = randomUUID()
  const made = { by: actor.personId ?? actor.accountId, at: now.toISOString() }
  await sql.insertRun(tx, authorityId, {
    ...{ id: runId, assessmentId: assessment.id, unitId: assessment.unitId, number: of.number, cause: of.cause },
    ...{ moved: JSON.stringify(moved), input: sealed.text, inputsSha256: sealed.sha256 },
    ...{ places: canonical(jsonOf(placesOf(outcome))), ...made },
  })
  await updateUnits(tx, authorityId, assessment.id, reckoned)
  await sql.setAssessment(tx, authorityId, assessment.id, {
    ...{ inputs_sha256: sealed.sha256, computed_by: made.by, computed_at: made.at },
  })
  return { runId, number: of.number, moved }
}

/** Computes again from a change of the input of the last run, which stays on record. Returns the new run with everybody whose total, grade or stars it moved. */
export async function computeAgain(
  change: Change,
  assessment: sql.AssessmentRow,
  cause: Exclude<sql.RunCause, 'first'>,
  changed: (before: RoundInput) => RoundInput,
) {
  const { tx, actor } = change
  const scheme = (await schemeById(tx, actor.authorityId, assessment.schemeId))!
  const last = (await frozenInput(change, assessment.id))!
  const known = new Map(reckonedOf(runOn(scheme, last.input)).map(each => [each.unitId, each]))
  const names = new Map((await unitsOf(tx, actor.authorityId, assessment.id)).map(each => [each.unitId, each.name]))
  const moved = (reckoned: readonly Reckoned[]) =>
    reckoned.flatMap((after): Moved[] => {
      const { unitId } = after
      const sides = { before: proposedOf(known.get(unitId)!), after: proposedOf(after) }
      return canonical(jsonOf(sides.before)) === canonical(jsonOf(sides.after))
        ? []
        : [{ unitId, name: names.get(unitId) ?? '', ...sides }]
    })
  return saveRun(change, assessment, scheme, changed(last.input), { number: last.number + 1, cause, moved })
}
