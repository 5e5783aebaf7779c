import * as api from '@jiannuo/contract/identity/administration.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import * as run from './account.ts'
import { mayResetCode, officeOver } from './policy.ts'
import { countRosterAccounts, createRosterAccounts } from './roster-codes.ts'

export const routes = [
  serve(api.listAccounts, {
    policy: role('systemAdministrator', 'securityAdministrator', 'workCommittee', 'organCommittee'),
    run: run.listAccounts,
  }),
  serve(api.createAdministratorAccount, { policy: role('systemAdministrator'), run: run.createAdministratorAccount }),
  serve(api.countRosterAccounts, {
    policy: role('systemAdministrator', 'workCommittee', 'organCommittee'),
    run: countRosterAccounts,
  }),
  serve(api.createRosterAccounts, { policy: role('workCommittee', 'organCommittee'), run: createRosterAccounts }),
  serve(api.resetCode, { facts: run.accountFacts, policy: mayResetCode, run: run.resetCode }),
  serve(api.setAccountState, {
    facts: run.accountFacts,
    policy: officeOver('systemAdministrator'),
    run: run.setAccountState,
  }),
  serve(api.resetSecondFactor, {
    facts: run.accountFacts,
    policy: officeOver('securityAdministrator'),
    run: run.resetSecondFactor,
  }),
  serve(api.listAccountSessions, {
    facts: run.accountFacts,
    policy: officeOver('systemAdministrator'),
    shows: { record: 'sessions', of: ({ account }) => account.person_id },
    run: run.listAccountSessions,
  }),
  serve(api.endAccountSessions, {
    facts: run.accountFacts,
    policy: officeOver('systemAdministrator'),
    run: run.endAccountSessions,
  }),
]
