import * as api from '@jiannuo/contract/pledge/report.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayReadReport, mayRemark, mayWriteReport } from './policy.ts'
import { listMine, listReports, reportFacts, toReport } from './read-report.ts'
import { remarkReport, saveReport, submitReport } from './write-report.ts'

export const routes = [
  serve(api.listMyReports, { policy: anyMember, run: listMine }),
  serve(api.listReports, { policy: anyMember, run: listReports }),
  serve(api.readReport, {
    facts: reportFacts,
    policy: mayReadReport,
    shows: { record: 'report', of: ({ pledge }) => pledge.person_id },
    run: (change, _input, facts) => toReport(change, facts),
  }),
  serve(api.saveReport, { facts: reportFacts, policy: mayWriteReport, run: saveReport }),
  serve(api.submitReport, { facts: reportFacts, policy: mayWriteReport, run: submitReport }),
  serve(api.remarkReport, { facts: reportFacts, policy: mayRemark, run: remarkReport }),
]
