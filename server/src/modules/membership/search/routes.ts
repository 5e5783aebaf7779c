import * as api from '@jiannuo/contract/membership/member.ts'
import { role, signedIn } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { readCoverage } from './read-coverage.ts'
import { search } from './search.ts'

export const routes = [
  serve(api.search, { policy: signedIn, run: search }),
  serve(api.readCoverage, { policy: role('workCommittee', 'organCommittee', 'districtCommittee'), run: readCoverage }),
]
