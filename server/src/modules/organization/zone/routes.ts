import * as api from '@jiannuo/contract/organization/zone.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { divideZones, mayDivide, readZones } from './divide-zones.ts'

export const routes = [
  serve(api.readZones, { policy: anyMember, run: readZones }),
  serve(api.divideZones, { policy: mayDivide, run: divideZones }),
]
