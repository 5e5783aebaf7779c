import { moveClock } from '@jiannuo/contract/session.ts'
import { sql } from 'kysely'
import type { Platform } from '../http/app.ts'
import { type Served, servePublic } from '../http/serve.ts'

/** The clock route exists in test and demo starts only; in production there is no such address. */
export function clockRoutes(platform: Platform): Served[] {
  if (!platform.settings.test && platform.settings.demo === 'none') return []
  return [
    servePublic(moveClock, async ({ tx }, { body }) => {
      platform.clock.moveTo(body.moment)
      await sql`select move_clock_for_demo(make_interval(secs => ${platform.clock.offset / 1000}))`.execute(tx)
      return { today: platform.clock.today() }
    }),
  ]
}
