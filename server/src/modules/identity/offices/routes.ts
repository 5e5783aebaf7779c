import * as grants from '@jiannuo/contract/identity/administration.ts'
import * as api from '@jiannuo/contract/identity/system.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import * as audit from './audit-log.ts'
import * as grant from './grant.ts'
import { readSystem } from './system.ts'

export const routes = [
  serve(grants.listGrants, {
    policy: role('systemAdministrator', 'securityAdministrator', 'auditAdministrator'),
    run: grant.listGrants,
  }),
  serve(grants.requestGrant, { facts: grant.accountToGrant, policy: grant.mayRequest, run: grant.requestGrant }),
  serve(grants.signGrant, { facts: grant.grantFacts, policy: grant.maySign, run: grant.signGrant }),
  serve(grants.revokeGrant, { facts: grant.grantFacts, policy: grant.mayRevoke, run: grant.revokeGrant }),
  serve(api.readSystem, { policy: role('systemAdministrator'), run: readSystem }),
  serve(api.searchAudit, { policy: role('auditAdministrator'), run: audit.searchAudit }),
  serve(api.markEvent, { facts: audit.eventToMark, policy: role('auditAdministrator'), run: audit.markEvent }),
  serve(api.listCheckpoints, { policy: role('auditAdministrator'), run: audit.listCheckpoints }),
]
