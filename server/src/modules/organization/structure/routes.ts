import * as api from '@jiannuo/contract/organization/unit.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayDescribe, maySeeStructure, unitFacts } from '../policy.ts'
import { describeUnit } from './describe-unit.ts'
import { readChildren, readPath, readTop, readTree } from './read-tree.ts'
import { readUnit } from './read-unit.ts'

export const routes = [
  serve(api.readTree, { policy: anyMember, run: readTree }),
  serve(api.readTop, { policy: anyMember, run: readTop }),
  serve(api.readChildren, { facts: unitFacts, policy: maySeeStructure, run: readChildren }),
  serve(api.readPath, { facts: unitFacts, policy: maySeeStructure, run: readPath }),
  serve(api.readUnit, { facts: unitFacts, policy: maySeeStructure, run: readUnit }),
  serve(api.describeUnit, { facts: unitFacts, policy: mayDescribe, run: describeUnit }),
]
