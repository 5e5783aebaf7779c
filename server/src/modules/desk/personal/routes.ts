import * as api from '@jiannuo/contract/desk/desk.ts'
import { type Actor, anyMember, type Policy, refused, signedIn } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { readBranchDesk } from './read-branch-desk.ts'
import { readMyDesk } from './read-my-desk.ts'
import { readWaiting } from './read-waiting.ts'

const isPerson: Policy<unknown> = (actor, facts) => (actor.personId === null ? refused : anyMember(actor, facts))
/** The branch's desk is its secretary's and his deputy's; committee members see how the branch stands through other pages. */
const leadsBranch: Policy<unknown> = (actor: Actor) =>
  (actor.personId !== null && actor.capacity.role === 'branchSecretary' && actor.capacity.unitId !== null) || refused

export const routes = [
  serve(api.readMyDesk, { policy: isPerson, run: readMyDesk }),
  serve(api.readBranchDesk, { policy: leadsBranch, run: readBranchDesk }),
  serve(api.readWaiting, { policy: signedIn, run: readWaiting }),
]
