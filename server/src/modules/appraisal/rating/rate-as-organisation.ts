import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/rating.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { FLOW, requireAction } from '../flow.ts'
import { ratesForOrganisation } from '../policy.ts'
import { scaleOf } from '../scheme/ship-scheme.ts'
import { pledgedAt, schemeById } from '../scheme/sql.ts'
import { type RoundRow, type SubjectRow, subjectsOf } from '../sql.ts'
import { requireGrade } from './rate-self.ts'
import * as sql from './sql.ts'

export async function listOrganisationRatings({ tx, actor }: Change, _input: unknown, { round }: { round: RoundRow }) {
  const { authorityId } = actor
  const scheme = (await schemeById(tx, authorityId, round.schemeId))!
  const panel = scheme.panels.find(each => each.source === 'organisation')
  const ratings = await sql.ratingsOf(tx, authorityId, round.id)
  const pledged = await pledgedAt(tx, authorityId, round.cycleId, round.level, round.unitId)
  const rating = (subject: SubjectRow, source: string) =>
    ratings.find(each => each.subjectId === subject.id && each.source === source) ?? null
  return {
    title: panel?.title ?? { zh: '组织评定', en: 'Rating by the organisation' },
    grades: scaleOf(scheme.document, 'organisation'),
    takesDocument: panel?.modes.includes('imported') ?? false,
    state: round.state,
    mayRate:
      FLOW[round.state].actions.includes('rateAsOrganisation') && ratesForOrganisation(actor.capacity.role, round),
    rows: (await subjectsOf(tx, authorityId, round.id)).map(subject => ({
      subjectId: subject.id,
      name: subject.name,
      homeUnitName: subject.homeUnitName,
      self: rating(subject, 'self'),
      rated: rating(subject, 'organisation'),
      fulfilment: pledged.find(each => each.person_id === subject.personId)?.fulfilment ?? null,
      mayRate: subject.personId !== actor.personId,
    })),
  }
}

/** The rating of the body that the level above names (R0.8). Nobody rates himself; a decision by document only where the panel takes one. */
export async function rateAsOrganisation(
  { tx, actor, now, audit }: Change,
  { body }: Input<typeof api.rateAsOrganisation>,
  { round, subject }: { round: RoundRow; subject: SubjectRow },
) {
  requireAction(round, 'rateAsOrganisation')
  if (subject.personId === actor.personId) fail('RATING_ONESELF')
  const scheme = (await schemeById(tx, actor.authorityId, round.schemeId))!
  if (
    body.document !== null &&
    !scheme.panels.some(each => each.source === 'organisation' && each.modes.includes('imported'))
  )
    fail('DOCUMENT_NOT_TAKEN')
  requireGrade(body.grade, scaleOf(scheme.document, 'organisation'))
  const at = now.toISOString()
  const rating = {
    subject,
    source: 'organisation' as const,
    grade: body.grade,
    reason: body.reason,
    document: body.document,
  }
  await sql.saveRating(tx, {
    ...rating,
    authorityId: actor.authorityId,
    id: randomUUID(),
    by: actor.personId ?? actor.accountId,
    at,
  })
  await audit('appraisal.rate-as-organisation', subject.id, { unitId: round.unitId, values: body })
  return { grade: body.grade, ratedAt: at }
}
