import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { cycleById, informMany } from '../../cycle/index.ts'
import { requireAction } from '../flow.ts'
import { lockRound, type RoundRow, setRound, subjectsOf } from '../sql.ts'
import { showRound } from './read-round.ts'

/** Begins the rating and asks everybody appraised for his own. Fails PHASE_NOT_BEGUN before the rating phase of the year. */
export async function startRating(change: Change, _input: unknown, { round }: { round: RoundRow }) {
  const { tx, actor, today, audit, inform } = change
  requireAction(round, 'start')
  const rating = (await cycleById(tx, actor.authorityId, round.cycleId, today))?.phases.find(
    each => each.phase === 'rating',
  )
  if (rating && today < rating.from) fail('PHASE_NOT_BEGUN', { phase: { zh: '评议', en: 'Rating' }, from: rating.from })
  await setRound(tx, actor.authorityId, round.id, { state: 'rating' })
  const people = await subjectsOf(tx, actor.authorityId, round.id)
  await informMany(
    inform,
    people.map(each => each.personId),
    {
      kind: 'appraisal.self',
      objectId: round.id,
      title: {
        zh: `${round.year}年度评议开始了，请您自评，约3分钟`,
        en: `The ${round.year} appraisal has begun; rate yourself, about 3 minutes`,
      },
      link: '/my-results',
      unitId: round.unitId,
    },
  )
  await audit('appraisal.start-rating', round.id, { unitId: round.unitId })
  return showRound(change, round.id)
}

/** From the trial computation back to rating: the panels are open again. */
export async function reopenRating(change: Change, _input: unknown, { round }: { round: RoundRow }) {
  requireAction(round, 'reopen')
  await setRound(change.tx, change.actor.authorityId, round.id, { state: 'rating' })
  await change.audit('appraisal.reopen-rating', round.id, { unitId: round.unitId })
  return showRound(change, round.id)
}

export const roundLocked = async ({ tx, actor }: Change, roundId: string): Promise<{ round: RoundRow } | null> => {
  const round = await lockRound(tx, actor.authorityId, roundId)
  return round && { round }
}
