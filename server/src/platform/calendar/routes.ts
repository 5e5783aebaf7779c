import * as api from '@jiannuo/contract/calendar.ts'
import { anyMember } from '../http/actor.ts'
import { serve } from '../http/serve.ts'
import { recordLocalDays, withdrawLocalDay } from './change-days.ts'
import { mayChangeCalendar } from './policy.ts'
import { readCalendar } from './read-calendar.ts'
import { dayById } from './sql.ts'

export const routes = [
  serve(api.readCalendar, { policy: anyMember, run: readCalendar }),
  serve(api.recordLocalDays, { policy: mayChangeCalendar, run: recordLocalDays }),
  serve(api.withdrawLocalDay, {
    facts: async ({ tx, actor }, { params }) => (await dayById(tx, actor.authorityId, params.dayId)) ?? null,
    policy: mayChangeCalendar,
    run: withdrawLocalDay,
  }),
]
