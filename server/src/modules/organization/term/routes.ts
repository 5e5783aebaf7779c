import * as api from '@jiannuo/contract/organization/post.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayAppoint, mayReplyRenewal, mayRequestRenewal, unitFacts } from '../policy.ts'
import { listRenewals } from './list-renewals.ts'
import { openTerm } from './open-term.ts'
import { replyRenewal, requestRenewal, termFacts } from './renew-term.ts'

export const routes = [
  serve(api.openTerm, { facts: unitFacts, policy: mayAppoint, run: openTerm }),
  serve(api.listRenewals, {
    policy: role('workCommittee', 'organCommittee', 'districtCommittee', 'branchSecretary'),
    run: listRenewals,
  }),
  serve(api.requestRenewal, { facts: termFacts, policy: mayRequestRenewal, run: requestRenewal }),
  serve(api.replyRenewal, { facts: termFacts, policy: mayReplyRenewal, run: replyRenewal }),
]
