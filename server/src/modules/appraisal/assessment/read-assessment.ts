import type * as api from '@jiannuo/contract/appraisal/assessment.ts'
import { AssessedUnit, type AssessmentHead } from '@jiannuo/contract/appraisal/assessment.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import type { Change } from '../../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../../platform/http/wire/cursor.ts'
import * as sql from './sql.ts'

const Cursor = z.tuple([z.string(), z.string()])
const Subjects = z.array(AssessedUnit.pick({ name: true, organ: true, organClass: true }).extend({ id: z.string() }))
/** Outcomes of the engine as they were stored. */
const Outcomes = z.array(
  AssessedUnit.omit({ unitId: true, name: true, organ: true, organClass: true, toBeDecided: true }).extend({
    subject: z.string(),
    toBeDecided: z.boolean().nullable(),
  }),
)

export const headOf = ({ subjects, outcomes: _, ...row }: sql.AssessmentRow): AssessmentHead => ({
  ...row,
  units: Subjects.parse(subjects).length,
})

/** The work committee sees every run, an organ committee its own. */
export async function listAssessments({ tx, actor }: Change, { query }: Input<typeof api.listAssessments>) {
  const { role, unitId } = actor.capacity
  const only = role === 'workCommittee' ? null : (unitId ?? '')
  const after = openCursor(Cursor, query.after)
  const rows = await sql.assessmentsInView(tx, actor.authorityId, only, after, query.limit + 1)
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return {
    items: rows.slice(0, query.limit).map(headOf),
    next: last ? sealCursor([last.computedAt, last.id]) : null,
  }
}

const placeOf = (row: AssessedUnit) => (row.toBeDecided ? 0 : row.total === null ? 2 : 1)

/** Every unit with what the computation gave: ties that a meeting must decide first, then by total, what could not be scored last. */
export async function showAssessment(_change: Change, _input: unknown, row: sql.AssessmentRow) {
  const outcomes = new Map(Outcomes.parse(row.outcomes).map(({ subject, ...outcome }) => [subject, outcome]))
  const rows = Subjects.parse(row.subjects).map(({ id, ...unit }): AssessedUnit => {
    const { toBeDecided, ...outcome } = outcomes.get(id)!
    return { unitId: id, ...unit, ...outcome, toBeDecided: toBeDecided ?? false }
  })
  return {
    ...headOf(row),
    rows: rows.toSorted((a, b) => placeOf(a) - placeOf(b) || (b.total ?? 0) - (a.total ?? 0)),
  }
}
