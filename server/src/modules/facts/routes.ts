import * as api from '@jiannuo/contract/facts.ts'
import { anyMember, role } from '../../platform/http/actor.ts'
import { serve } from '../../platform/http/serve.ts'
import { exportTable } from './export-table.ts'
import { maySeeRecords } from './policy.ts'
import { readCatalogue } from './read-catalogue.ts'
import { readRecords, recordFacts } from './read-records.ts'

export const routes = [
  serve(api.listFacts, { policy: anyMember, run: readCatalogue }),
  serve(api.exportFacts, { policy: role('workCommittee'), run: exportTable }),
  serve(api.readFactRecords, { facts: recordFacts, policy: maySeeRecords, run: readRecords }),
]
