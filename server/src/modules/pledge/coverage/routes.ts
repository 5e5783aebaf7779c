import * as api from '@jiannuo/contract/pledge/pledge.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { readCoverage } from './read-coverage.ts'
import { remindUnit, unitInCharge } from './remind-unit.ts'

export const routes = [
  serve(api.readCoverage, {
    policy: role(
      'workCommittee',
      'districtCommittee',
      'organCommittee',
      'branchSecretary',
      'partyGroupSecretary',
      'cityCommittee',
    ),
    run: readCoverage,
  }),
  serve(api.remindUnit, {
    facts: unitInCharge,
    policy: role('branchSecretary', 'organCommittee', 'districtCommittee', 'workCommittee'),
    run: remindUnit,
  }),
]
