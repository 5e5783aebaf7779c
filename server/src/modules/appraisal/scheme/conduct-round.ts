import type * as api from '@jiannuo/contract/appraisal/round.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { cycleById, informMany } from '../../cycle/index.ts'
import { requireAction } from '../flow.ts'
import { lockRound, type RoundRow, type SittingRow, setRound, subjectsOf } from '../sql.ts'
import { showRound } from './read-round.ts'
import { isUnfinished, stateOf } from './sitting-state.ts'
import * as sql from './sql.ts'

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

interface SittingFacts {
  round: RoundRow
  sitting: SittingRow
}

const MOST_CANDIDATES = 30

export async function listTellerCandidates(
  { tx }: Change,
  { query }: Input<typeof api.listTellerCandidates>,
  { sitting }: SittingFacts,
) {
  const found = await sql.candidates(tx, sitting.id, query.q, MOST_CANDIDATES)
  return { people: found.map(each => ({ personId: each.person_id, name: each.name, unitName: each.unit_name })) }
}

/** Names two tellers of the organ who are not appraised in this round. A count begun under others no longer stands. Fails TELLER_UNFIT, REPRESENTATIVES_MISSING. */
export async function prepareSitting(
  change: Change,
  { body }: Input<typeof api.prepareSitting>,
  { round, sitting }: SittingFacts,
) {
  const { tx, actor, audit, inform } = change
  requireAction(round, 'nameTellers')
  if (sitting.countState === 'confirmed')
    fail('STATE_CONFLICT', { state: { zh: '已计票', en: 'counted' }, action: '更换计票人' })
  if (sitting.takesAdded && body.added === null) fail('REPRESENTATIVES_MISSING')
  if (body.firstTeller === body.secondTeller)
    fail('TELLER_UNFIT', { zh: '两名计票人要是两个人', en: 'The two tellers must be two persons' })
  const fit = await sql.fitTellers(tx, sitting.id, [body.firstTeller, body.secondTeller])
  const [first, second] = [body.firstTeller, body.secondTeller].map(id => fit.find(each => each.person_id === id))
  if (!first || !second)
    fail('TELLER_UNFIT', {
      zh: '计票人应是本机关党员，并且不是本轮考评对象',
      en: 'A teller is a member of the organ and not appraised in this round',
    })
  await sql.prepareSitting(tx, actor.authorityId, sitting.id, {
    added: sitting.takesAdded ? body.added : null,
    first: { personId: first.person_id, name: first.name },
    second: { personId: second.person_id, name: second.name },
  })
  await sql.rejectCount(tx, actor.authorityId, sitting.id, 'tellers or entitlement changed')
  await inform([first.person_id, second.person_id], {
    kind: 'appraisal.teller',
    objectId: sitting.id,
    title: {
      zh: `请您担任${round.unitName}评议的计票人`,
      en: `You are a teller of the appraisal of ${round.unitName}`,
    },
    link: `/tellings/${sitting.id}`,
    unitId: round.unitId,
  })
  await audit('appraisal.name-tellers', sitting.id, { unitId: round.unitId, values: body })
  return showRound(change, round.id)
}

/** Records that a panel was not held; it is then not rated, and the result says so. */
export async function waiveSitting(
  change: Change,
  { body }: Input<typeof api.waiveSitting>,
  { round, sitting }: SittingFacts,
) {
  const { tx, actor, audit } = change
  requireAction(round, 'nameTellers')
  const quorum =
    (await sql.schemeById(tx, actor.authorityId, round.schemeId))?.panels.find(each => each.id === sitting.panel)
      ?.quorum ?? null
  if (!isUnfinished(stateOf(sitting, quorum).state))
    fail('STATE_CONFLICT', { state: { zh: '已计票', en: 'counted' }, action: '记为没有组织' })
  await sql.waiveSitting(tx, actor.authorityId, sitting.id, body.reason)
  await audit('appraisal.waive-sitting', sitting.id, { unitId: round.unitId, values: body })
  return showRound(change, round.id)
}

export const roundLocked = async ({ tx, actor }: Change, roundId: string): Promise<{ round: RoundRow } | null> => {
  const round = await lockRound(tx, actor.authorityId, roundId)
  return round && { round }
}
