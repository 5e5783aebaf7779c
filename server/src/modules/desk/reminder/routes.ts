import * as api from '@jiannuo/contract/desk/reminder.ts'
import { role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { hasInbox } from '../inbox/policy.ts'
import {
  confirmAddress,
  dropAddress,
  readDeliveries,
  readReminders,
  retryDeliveries,
  setAddress,
  setReminders,
} from './settings.ts'

const mayOperate = role('systemAdministrator')

export const routes = [
  serve(api.readReminders, { policy: hasInbox, run: readReminders }),
  serve(api.setReminders, { policy: hasInbox, run: setReminders }),
  serve(api.setAddress, { policy: hasInbox, run: setAddress }),
  serve(api.confirmAddress, { policy: hasInbox, run: confirmAddress }),
  serve(api.dropAddress, { policy: hasInbox, run: dropAddress }),
  serve(api.readDeliveries, { policy: mayOperate, run: readDeliveries }),
  serve(api.retryDeliveries, { policy: mayOperate, run: retryDeliveries }),
]
