import * as api from '@jiannuo/contract/desk/overview.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { countCityNow } from './city/count-city.ts'
import { readCity } from './city/read-city.ts'
import { readLevelFour } from './city/read-level-four.ts'
import { exportBranches } from './unit/export-branches.ts'
import { readOrgan } from './unit/read-organ.ts'
import { readPartyGroup } from './unit/read-party-group.ts'

export const routes = [
  serve(api.readOrganOverview, { policy: role('organCommittee', 'districtCommittee'), run: readOrgan }),
  serve(api.exportBranches, { policy: role('organCommittee', 'districtCommittee'), run: exportBranches }),
  serve(api.readPartyGroupOverview, { policy: role('partyGroupSecretary'), run: readPartyGroup }),
  serve(api.readCityOverview, { policy: role('workCommittee'), run: readCity }),
  serve(api.countCity, { policy: role('workCommittee'), run: countCityNow }),
  serve(api.readLevelFour, { policy: role('cityCommittee'), run: readLevelFour }),
]
