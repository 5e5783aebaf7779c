import { readCoverage as api } from '@jiannuo/contract/pledge/pledge.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { readCoverage } from './read-coverage.ts'

export const routes = [
  serve(api, {
    policy: role('workCommittee', 'organCommittee', 'branchSecretary', 'partyGroupSecretary', 'cityCommittee'),
    run: readCoverage,
  }),
]
