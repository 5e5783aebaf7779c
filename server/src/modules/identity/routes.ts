import * as api from '@jiannuo/contract/identity/session.ts'
import { signedIn } from '../../platform/http/actor.ts'
import { serve, servePublic } from '../../platform/http/serve.ts'
import { routes as accounts } from './accounts/routes.ts'
import { routes as offices } from './offices/routes.ts'
import { routes as own } from './own/routes.ts'
import {
  confirmTotp,
  readSession,
  setFirstPassword,
  signIn,
  signInAsPersona,
  signOut,
  switchCapacity,
} from './session.ts'
import { setUpRoute } from './set-up/set-up.ts'
import { needsSetup, personas } from './sql.ts'

export const routes = [
  servePublic(api.readSignInOptions, async ({ tx, settings }) => ({
    demo: settings.demo !== 'none',
    setup: await needsSetup(tx),
    personas: (await personas(tx)).map(p => ({
      accountId: p.account_id,
      name: p.display_name,
      login: p.login,
      ordinal: p.ordinal,
    })),
  })),
  servePublic(api.signIn, signIn),
  servePublic(api.signInAsPersona, signInAsPersona),
  servePublic(api.confirmTotp, confirmTotp),
  servePublic(api.setFirstPassword, setFirstPassword),
  serve(api.readSession, { policy: signedIn, run: readSession }),
  serve(api.switchCapacity, { policy: signedIn, run: switchCapacity }),
  serve(api.signOut, { policy: signedIn, run: signOut }),
  setUpRoute,
  ...own,
  ...accounts,
  ...offices,
]
