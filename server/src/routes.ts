import { jobs } from './jobs.ts'
import { routes as appraisal } from './modules/appraisal/routes.ts'
import { routes as cycle } from './modules/cycle/routes.ts'
import { routes as overview } from './modules/desk/overview/routes.ts'
import { routes as desk } from './modules/desk/routes.ts'
import { routes as disclosure } from './modules/disclosure/routes.ts'
import { routes as facts } from './modules/facts/routes.ts'
import { routes as identity } from './modules/identity/routes.ts'
import { routes as election } from './modules/meeting-life/election/routes.ts'
import { routes as meetingLife } from './modules/meeting-life/routes.ts'
import { routes as membership } from './modules/membership/routes.ts'
import { routes as organization } from './modules/organization/routes.ts'
import { routes as fulfilmentOverview } from './modules/pledge/fulfilment/overview/routes.ts'
import { routes as fulfilment } from './modules/pledge/fulfilment/routes.ts'
import { routes as pledgeNotice } from './modules/pledge/notice/routes.ts'
import { routes as pledgeReport } from './modules/pledge/report/routes.ts'
import { routes as pledge } from './modules/pledge/routes.ts'
import { routes as roster } from './modules/roster/routes.ts'
import { routes as supervision } from './modules/supervision/routes.ts'
import { routes as calendar } from './platform/calendar/routes.ts'
import { clockRoutes } from './platform/clock/routes.ts'
import type { Platform } from './platform/http/platform.ts'
import type { Served } from './platform/http/serve.ts'

/** Every route of the product. A module's routes are served because they are listed here. */
export const allRoutes = (platform: Platform): Served[] => [
  ...clockRoutes(platform, jobs),
  ...identity,
  ...organization,
  ...membership,
  ...roster,
  ...facts,
  ...cycle,
  ...calendar,
  ...pledge,
  ...disclosure,
  ...pledgeNotice,
  ...fulfilment,
  ...fulfilmentOverview,
  ...pledgeReport,
  ...meetingLife,
  ...election,
  ...supervision,
  ...appraisal,
  ...desk,
  ...overview,
]
