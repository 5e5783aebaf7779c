import * as api from '@jiannuo/contract/appraisal/what-if.ts'
import { serve } from '../../../platform/http/serve.ts'
import { triesSchemes } from '../policy.ts'
import { readWhatIf } from './read-what-if.ts'

export const routes = [serve(api.readWhatIf, { policy: triesSchemes, run: readWhatIf })]
