import * as api from '@jiannuo/contract/membership/member.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayCorrect, mayListMembers, mayManage, mayReadMember, mayReveal, memberFacts } from '../policy.ts'
import { restoreRights, suspendRights } from '../rights/suspend-rights.ts'
import { admitFacts, admitMember, mayAdmit } from './admit-member.ts'
import { changeStanding, leave } from './change-standing.ts'
import { correctMember } from './correct-member.ts'
import { listMembers } from './list-members.ts'
import { readMember, revealPersonal } from './read-member.ts'

export const routes = [
  serve(api.listMembers, { policy: mayListMembers, run: listMembers }),
  serve(api.readMember, {
    facts: memberFacts,
    policy: mayReadMember,
    shows: { record: 'member', of: ({ member }) => member.id },
    run: readMember,
  }),
  serve(api.revealPersonal, { facts: memberFacts, policy: mayReveal, run: revealPersonal }),
  serve(api.admitMember, { facts: admitFacts, policy: mayAdmit, run: admitMember }),
  serve(api.correctMember, { facts: memberFacts, policy: mayCorrect, run: correctMember }),
  serve(api.changeStanding, { facts: memberFacts, policy: mayManage, run: changeStanding }),
  serve(api.suspendRights, { facts: memberFacts, policy: mayManage, run: suspendRights }),
  serve(api.restoreRights, { facts: memberFacts, policy: mayManage, run: restoreRights }),
  serve(api.leave, { facts: memberFacts, policy: mayManage, run: leave }),
]
