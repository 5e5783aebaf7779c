import * as api from '@jiannuo/contract/pledge/review.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { locked } from '../pledge/paper.ts'
import { mayDo, OFFICES } from '../pledge/policy.ts'
import { approveClean, approvePledge, commentItem, removeComment, returnPledge } from './decide.ts'
import { listReviews } from './list-reviews.ts'

export const routes = [
  serve(api.listReviews, { policy: role(...OFFICES), run: listReviews }),
  serve(api.approveClean, { policy: role(...OFFICES), run: approveClean }),
  serve(api.commentItem, { facts: locked, policy: mayDo('review'), run: commentItem }),
  serve(api.removeComment, { facts: locked, policy: mayDo('review'), run: removeComment }),
  serve(api.returnPledge, { facts: locked, policy: mayDo('decide'), run: returnPledge }),
  serve(api.approvePledge, { facts: locked, policy: mayDo('decide'), run: approvePledge }),
]
