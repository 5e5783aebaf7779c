import * as api from '@jiannuo/contract/appraisal/round.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayRead, mayReadRound, mayRun } from '../policy.ts'
import { roundById } from '../sql.ts'
import { reopenRating, roundLocked, startRating } from './conduct-round.ts'
import { openRound, roundToOpen } from './open-round.ts'
import { listRounds, showRound } from './read-round.ts'
import { enterFacts, readRoundFacts } from './round-facts.ts'

const locked = (change: Change, { params }: { params: { roundId: string } }) => roundLocked(change, params.roundId)
const found = async ({ tx, actor }: Change, { params }: { params: { roundId: string } }) => {
  const round = await roundById(tx, actor.authorityId, params.roundId)
  return round ? { round } : null
}
export const routes = [
  serve(api.listRounds, { policy: anyMember, run: listRounds }),
  serve(api.openRound, { facts: roundToOpen, policy: mayRun, run: openRound }),
  serve(api.readRound, {
    facts: found,
    policy: mayReadRound,
    run: (change, { params }) => showRound(change, params.roundId),
  }),
  serve(api.startRating, { facts: locked, policy: mayRun, run: startRating }),
  serve(api.reopenRating, { facts: locked, policy: mayRun, run: reopenRating }),
  serve(api.readRoundFacts, { facts: found, policy: mayRead, run: readRoundFacts }),
  serve(api.enterFacts, { facts: locked, policy: mayRun, run: enterFacts }),
]
