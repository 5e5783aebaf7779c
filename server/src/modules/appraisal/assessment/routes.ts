import * as api from '@jiannuo/contract/appraisal/assessment.ts'
import { hidden, type Policy, refused } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { listAssessments, showAssessment } from './read-assessment.ts'
import { runAssessment } from './run-assessment.ts'
import { assessmentById } from './sql.ts'

/** The work committee assesses all branches or organs, an organ committee its own branches. */
const assesses: Policy<unknown> = ({ capacity }) =>
  ['workCommittee', 'organCommittee'].includes(capacity.role) || refused
/** No leader board: a run is read by the office that made it, and by the work committee. */
const mayRead: Policy<{ unitId: string }> = ({ capacity }, { unitId }) =>
  capacity.role === 'workCommittee' || (capacity.role === 'organCommittee' && capacity.unitId === unitId) || hidden

export const routes = [
  serve(api.listAssessments, { policy: assesses, run: listAssessments }),
  serve(api.runAssessment, { policy: assesses, run: runAssessment }),
  serve(api.readAssessment, {
    facts: async ({ tx, actor }, { params }) =>
      (await assessmentById(tx, actor.authorityId, params.assessmentId)) ?? null,
    policy: mayRead,
    run: showAssessment,
  }),
]
