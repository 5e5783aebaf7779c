import * as api from '@jiannuo/contract/appraisal/round.ts'
import { type Change, serve } from '../../../platform/http/serve.ts'
import { assessmentById, lockAssessment } from '../assessment/sql.ts'
import { lockRound, roundById } from '../sql.ts'
import {
  listTellerCandidates,
  mayHold,
  prepareSitting,
  readSlipForm,
  type SittingFacts,
  waiveSitting,
} from './hold-sitting.ts'
import { sittingById } from './sql.ts'

/** A sitting with its round or assessment, which `load` may lock; the sitting is read after that. */
const sitting =
  (load: { round: typeof lockRound | typeof roundById; assessment: typeof lockAssessment | typeof assessmentById }) =>
  async ({ tx, actor }: Change, { params }: { params: { sittingId: string } }): Promise<SittingFacts | null> => {
    const { authorityId } = actor
    const known = await sittingById(tx, authorityId, params.sittingId)
    const round = known?.roundId && (await load.round(tx, authorityId, known.roundId))
    const assessment = known?.assessmentId && (await load.assessment(tx, authorityId, known.assessmentId))
    const found = (round || assessment) && (await sittingById(tx, authorityId, params.sittingId))
    if (!found) return null
    if (round) return { sitting: found, round, assessment: null }
    return assessment ? { sitting: found, round: null, assessment } : null
  }
const found = sitting({ round: roundById, assessment: assessmentById })
const locked = sitting({ round: lockRound, assessment: lockAssessment })

export const routes = [
  serve(api.listTellerCandidates, { facts: found, policy: mayHold, run: listTellerCandidates }),
  serve(api.prepareSitting, { facts: locked, policy: mayHold, run: prepareSitting }),
  serve(api.waiveSitting, { facts: locked, policy: mayHold, run: waiveSitting }),
  serve(api.readSlipForm, { facts: found, policy: mayHold, run: readSlipForm }),
]
