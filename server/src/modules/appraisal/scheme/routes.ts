import * as api from '@jiannuo/contract/appraisal/round.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayRead, mayReadRound, mayRun } from '../policy.ts'
import { lockRound, roundById, sittingById, subjectsOf } from '../sql.ts'
import {
  listTellerCandidates,
  prepareSitting,
  reopenRating,
  roundLocked,
  startRating,
  waiveSitting,
} from './conduct-round.ts'
import { openRound, roundToOpen } from './open-round.ts'
import { listRounds, showRound } from './read-round.ts'
import { enterFacts, readRoundFacts } from './round-facts.ts'
import { scaleOf } from './ship-scheme.ts'
import { entitledTo } from './sitting-state.ts'
import * as sql from './sql.ts'

const locked = (change: Change, { params }: { params: { roundId: string } }) => roundLocked(change, params.roundId)
const found = async ({ tx, actor }: Change, { params }: { params: { roundId: string } }) => {
  const round = await roundById(tx, actor.authorityId, params.roundId)
  return round ? { round } : null
}
const sittingFound = async ({ tx, actor }: Change, { params }: { params: { sittingId: string } }) => {
  const sitting = await sittingById(tx, actor.authorityId, params.sittingId)
  const round = sitting && (await roundById(tx, actor.authorityId, sitting.roundId))
  return round && sitting ? { round, sitting } : null
}
const sittingLocked = async ({ tx, actor }: Change, { params }: { params: { sittingId: string } }) => {
  const known = await sittingById(tx, actor.authorityId, params.sittingId)
  const round = known && (await lockRound(tx, actor.authorityId, known.roundId))
  const sitting = round && (await sittingById(tx, actor.authorityId, params.sittingId))
  return round && sitting ? { round, sitting } : null
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
  serve(api.listTellerCandidates, { facts: sittingFound, policy: mayRun, run: listTellerCandidates }),
  serve(api.prepareSitting, { facts: sittingLocked, policy: mayRun, run: prepareSitting }),
  serve(api.waiveSitting, { facts: sittingLocked, policy: mayRun, run: waiveSitting }),
  serve(api.readSlipForm, {
    facts: sittingFound,
    policy: mayRun,
    run: async ({ tx, actor }, _input, { round, sitting }) => {
      const scheme = (await sql.schemeById(tx, actor.authorityId, round.schemeId))!
      const people = await subjectsOf(tx, actor.authorityId, round.id)
      const here = people.filter(each => sitting.homeUnitId === round.unitId || each.homeUnitId === sitting.homeUnitId)
      const panel = scheme.panels.find(each => each.id === sitting.panel)
      return {
        title: panel?.title ?? { zh: sitting.panel, en: sitting.panel },
        unitName: round.unitName,
        homeUnitName: sitting.homeUnitName,
        year: round.year,
        level: round.level,
        grades: scaleOf(scheme.document, sitting.source),
        subjects: here.map(each => ({ id: each.id, name: each.name })),
        entitled: entitledTo(sitting),
      }
    },
  }),
]
