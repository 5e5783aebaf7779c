import * as api from '@jiannuo/contract/membership/service.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayAppoint, unitFacts } from '../../organization/index.ts'
import { mayListMembers } from '../policy.ts'
import { beginService, endService, listServices, serviceFacts } from './serve-in.ts'

export const routes = [
  serve(api.listServices, { facts: unitFacts, policy: mayListMembers, run: listServices }),
  serve(api.beginService, { facts: unitFacts, policy: mayAppoint, run: beginService }),
  serve(api.endService, { facts: serviceFacts, policy: mayAppoint, run: endService }),
]
