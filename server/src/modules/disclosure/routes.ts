import * as api from '@jiannuo/contract/disclosure.ts'
import { anyMember } from '../../platform/http/actor.ts'
import { serve } from '../../platform/http/serve.ts'
import { mayObject, mayReadNotice } from './policy.ts'
import { raiseObjection } from './raise-objection.ts'
import { list, readNotice, seen } from './read-notice.ts'

export const routes = [
  serve(api.listNotices, { policy: anyMember, run: list }),
  serve(api.readNotice, { facts: seen, policy: mayReadNotice, run: readNotice }),
  serve(api.raiseObjection, { facts: seen, policy: mayObject, run: raiseObjection }),
]
