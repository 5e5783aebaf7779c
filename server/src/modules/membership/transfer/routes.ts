import * as api from '@jiannuo/contract/membership/transfer.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayRequestTransfer, memberFacts } from '../policy.ts'
import { maySeeTransfer, mayTake, transferFacts } from './policy.ts'
import { listTransfers, readTransfer } from './read-transfers.ts'
import { requestTransfer } from './request-transfer.ts'
import { receiveTransfer, refuseTransfer, releaseTransfer, withdrawTransfer } from './take-step.ts'

export const routes = [
  serve(api.requestTransfer, { facts: memberFacts, policy: mayRequestTransfer, run: requestTransfer }),
  serve(api.listTransfers, { policy: anyMember, run: listTransfers }),
  serve(api.readTransfer, {
    facts: transferFacts(false),
    policy: maySeeTransfer,
    shows: { record: 'transfer', of: ({ transfer }) => transfer.memberId },
    run: (change, _, { transfer }) => readTransfer(change, transfer.id),
  }),
  serve(api.releaseTransfer, { facts: transferFacts(true), policy: mayTake('release'), run: releaseTransfer }),
  serve(api.receiveTransfer, { facts: transferFacts(true), policy: mayTake('receive'), run: receiveTransfer }),
  serve(api.refuseTransfer, { facts: transferFacts(true), policy: mayTake('refuse'), run: refuseTransfer }),
  serve(api.withdrawTransfer, { facts: transferFacts(true), policy: mayTake('withdraw'), run: withdrawTransfer }),
]
