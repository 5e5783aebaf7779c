import * as api from '@jiannuo/contract/appraisal/filing.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayRead, mayRun, readsAppraisals } from '../policy.ts'
import { roundLocked } from '../scheme/conduct-round.ts'
import { roundById } from '../sql.ts'
import { fileRound, previewFiling } from './file-round.ts'
import { listEligibility, listFilings, showFiling } from './read-filings.ts'
import { filingById } from './sql.ts'

export const routes = [
  serve(api.previewFiling, {
    facts: async ({ tx, actor }, { params }) => {
      const round = await roundById(tx, actor.authorityId, params.roundId)
      return round ? { round } : null
    },
    policy: mayRead,
    run: previewFiling,
  }),
  serve(api.fileRound, {
    facts: (change, { params }) => roundLocked(change, params.roundId),
    policy: mayRun,
    run: fileRound,
  }),
  serve(api.listFilings, { policy: readsAppraisals, run: listFilings }),
  serve(api.readFiling, {
    facts: async ({ tx, actor }, { params }) => (await filingById(tx, actor.authorityId, params.filingId)) ?? null,
    policy: readsAppraisals,
    run: showFiling,
  }),
  serve(api.listEligibility, { policy: readsAppraisals, run: listEligibility }),
]
