import * as data from '@jiannuo/contract/identity/my-data.ts'
import * as api from '@jiannuo/contract/identity/session.ts'
import { signedIn } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { exportMyData, myFile, readMyData } from './my-data.ts'
import * as run from './own-account.ts'

export const routes = [
  serve(api.readMyAccount, { facts: run.ownAccount, policy: signedIn, run: run.readMyAccount }),
  serve(api.endMySession, { policy: signedIn, run: run.endMySession }),
  serve(api.changePassword, { facts: run.ownAccount, policy: signedIn, run: run.changePassword }),
  serve(api.beginSecondFactor, { facts: run.ownAccount, policy: signedIn, run: run.beginSecondFactor }),
  serve(api.confirmSecondFactor, { facts: run.ownAccount, policy: signedIn, run: run.confirmSecondFactor }),
  serve(data.readMyData, { facts: myFile, policy: signedIn, run: readMyData }),
  serve(data.exportMyData, { facts: myFile, policy: signedIn, run: exportMyData }),
]
