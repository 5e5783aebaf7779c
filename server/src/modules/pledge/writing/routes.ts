import * as api from '@jiannuo/contract/pledge/pledge.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { checkAgainstOthers } from '../pledge/compare-texts.ts'
import { locked, seen, writtenItem } from '../pledge/paper.ts'
import { mayDo, mayReadPledge } from '../pledge/policy.ts'
import { itemsOf } from '../pledge/sql.ts'
import { amendPledge, dropAmendment } from './amend-pledge.ts'
import { listMyPledges } from './begin-pledge.ts'
import { followable } from './follow-facts.ts'
import { readPledge } from './read-pledge.ts'
import { saveItems } from './save-items.ts'
import { submitPledge, withdrawPledge } from './submit-pledge.ts'

export const routes = [
  serve(api.listMyPledges, { policy: anyMember, run: listMyPledges }),
  serve(api.readPledge, { facts: seen, policy: mayReadPledge, run: readPledge }),
  serve(api.listFollowable, {
    facts: seen,
    policy: mayReadPledge,
    run: async (_change, _input, p) => ({ facts: followable(p) }),
  }),
  serve(api.saveItems, { facts: locked, policy: mayDo('edit'), run: saveItems }),
  serve(api.readCheck, {
    facts: seen,
    policy: (actor, p) => (p.person_id === actor.personId ? true : mayDo('review')(actor, p)),
    run: async ({ tx, actor }, _input, p) =>
      checkAgainstOthers(tx, p, (await itemsOf(tx, actor.authorityId, [p.id])).map(writtenItem)),
  }),
  serve(api.checkItems, {
    facts: seen,
    policy: mayDo('edit'),
    run: ({ tx }, { body }, p) => checkAgainstOthers(tx, p, body.items),
  }),
  serve(api.submitPledge, { facts: locked, policy: mayDo('submit'), run: submitPledge }),
  serve(api.withdrawPledge, { facts: locked, policy: mayDo('withdraw'), run: withdrawPledge }),
  serve(api.amendPledge, { facts: locked, policy: mayDo('amend'), run: amendPledge }),
  serve(api.dropAmendment, { facts: locked, policy: mayDo('drop'), run: dropAmendment }),
]
