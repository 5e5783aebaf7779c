import * as api from '@jiannuo/contract/organization/post.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayAppoint, unitFacts } from '../policy.ts'
import { appoint } from './appoint.ts'
import { closePost, postFacts } from './close-post.ts'
import { listStaffing } from './list-staffing.ts'

export const routes = [
  serve(api.appoint, { facts: unitFacts, policy: mayAppoint, run: appoint }),
  serve(api.closePost, { facts: postFacts, policy: mayAppoint, run: closePost }),
  serve(api.listStaffing, { policy: role('workCommittee', 'organCommittee', 'districtCommittee'), run: listStaffing }),
]
