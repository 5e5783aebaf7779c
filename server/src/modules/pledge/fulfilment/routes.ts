import * as api from '@jiannuo/contract/pledge/fulfilment.ts'
import { anyMember, role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { locked, seen } from '../pledge/paper.ts'
import { OFFICES } from '../pledge/policy.ts'
import { checkMidYear, confirmMidYear } from './check-mid-year.ts'
import { enterProgress, excuseItem, finishItem, unfinishItem } from './item/enter-progress.ts'
import { acceptRectification, finishRectification, openRectification, reopenRectification } from './item/rectify.ts'
import { mayCheckMidYear, mayDoItem, mayDoRectification, mayReadFulfilment } from './policy.ts'
import { itemLocked, itemSeen, readItem, readMine, readSheet, rectificationLocked } from './read-fulfilment.ts'

export const routes = [
  serve(api.readMyFulfilment, { policy: anyMember, run: readMine }),
  serve(api.readFulfilment, {
    facts: seen,
    policy: mayReadFulfilment,
    shows: { record: 'fulfilment', of: pledge => pledge.person_id },
    run: readSheet,
  }),
  serve(api.readItem, {
    facts: itemSeen,
    policy: (actor, { pledge }) => mayReadFulfilment(actor, pledge),
    shows: { record: 'fulfilment', of: ({ pledge }) => pledge.person_id },
    run: readItem,
  }),
  serve(api.enterProgress, { facts: itemLocked, policy: mayDoItem('progress'), run: enterProgress }),
  serve(api.finishItem, { facts: itemLocked, policy: mayDoItem('done'), run: finishItem }),
  serve(api.unfinishItem, { facts: itemLocked, policy: mayDoItem('undone'), run: unfinishItem }),
  serve(api.excuseItem, { facts: itemLocked, policy: mayDoItem('excuse'), run: excuseItem }),
  serve(api.openRectification, { facts: itemLocked, policy: mayDoItem('rectify'), run: openRectification }),
  serve(api.finishRectification, {
    facts: rectificationLocked,
    policy: mayDoRectification('finish'),
    run: finishRectification,
  }),
  serve(api.acceptRectification, {
    facts: rectificationLocked,
    policy: mayDoRectification('accept'),
    run: acceptRectification,
  }),
  serve(api.reopenRectification, {
    facts: rectificationLocked,
    policy: mayDoRectification('reopen'),
    run: reopenRectification,
  }),
  serve(api.checkMidYear, { facts: locked, policy: mayCheckMidYear, run: checkMidYear }),
  serve(api.confirmMidYear, { policy: role(...OFFICES), run: confirmMidYear }),
]
