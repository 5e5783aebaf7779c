import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/rating.ts'
import type { OwnAppraisal } from '@jiannuo/contract/appraisal/rating.ts'
import type { Named } from '@jiannuo/contract/appraisal/round.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { requireState } from '../flow.ts'
import { gradesOf, scaleOf } from '../scheme/ship-scheme.ts'
import { schemeById } from '../scheme/sql.ts'
import { type RoundRow, roundById, type SubjectRow, subjectsOfPerson } from '../sql.ts'
import * as sql from './sql.ts'

export interface OwnFacts {
  subject: SubjectRow
  round: RoundRow
}

/** Fails GRADE_UNKNOWN with the labels the source takes. */
export function requireGrade(grade: string, known: readonly Named[]): void {
  if (!known.some(each => each.id === grade))
    fail('GRADE_UNKNOWN', { grade, known: known.map(each => each.title.zh).join('、') })
}

export async function showOwn({ tx, actor }: Change, { subject, round }: OwnFacts): Promise<OwnAppraisal> {
  const { authorityId } = actor
  const scheme = (await schemeById(tx, authorityId, round.schemeId))!
  const self = await sql.selfRatingOf(tx, authorityId, subject.id)
  const result = await sql.releasedResultOf(tx, authorityId, subject.id)
  const scale = scaleOf(scheme.document, 'self')
  return {
    subjectId: subject.id,
    roundId: round.id,
    level: round.level,
    year: round.year,
    unitName: round.unitName,
    state: round.state,
    grades: scale.length > 0 ? scale : gradesOf(scheme.document),
    self: self ?? null,
    mayRate: round.state === 'rating' && scale.length > 0,
    result: result?.releasedAt ? { ...result, releasedAt: result.releasedAt } : null,
    objectionUntil: round.objectionUntil,
  }
}

export async function listOwnAppraisals(change: Change) {
  const { tx, actor } = change
  if (!actor.personId) return { items: [] }
  const items: OwnAppraisal[] = []
  for (const subject of await subjectsOfPerson(tx, actor.authorityId, actor.personId)) {
    const round = await roundById(tx, actor.authorityId, subject.roundId)
    if (round && round.state !== 'preparing') items.push(await showOwn(change, { subject, round }))
  }
  return { items: items.toSorted((a, b) => b.year - a.year || a.level.localeCompare(b.level)) }
}

/** The person's own rating; it may be changed as long as the round is rating. */
export async function rateSelf(change: Change, { body }: Input<typeof api.rateSelf>, facts: OwnFacts) {
  const { tx, actor, now, audit } = change
  const { subject, round } = facts
  requireState(round, round.state === 'rating', '自评')
  const scheme = (await schemeById(tx, actor.authorityId, round.schemeId))!
  requireGrade(body.grade, scaleOf(scheme.document, 'self'))
  const rating = { subject, source: 'self' as const, grade: body.grade, reason: body.reason || null, document: null }
  await sql.saveRating(tx, {
    ...rating,
    authorityId: actor.authorityId,
    id: randomUUID(),
    by: subject.personId,
    at: now.toISOString(),
  })
  await audit('appraisal.rate-self', subject.id, { unitId: round.unitId, values: body })
  return showOwn(change, facts)
}
