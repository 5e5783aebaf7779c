import { openApi } from '../../server/src/platform/http/wire/openapi.ts'
import { loadSettings } from '../../server/src/platform/settings.ts'
import { allRoutes } from '../../server/src/routes.ts'

/** The OpenAPI document of a production start: the clock route of demos is not part of it. */
export function produceOpenApi(): Promise<string> {
  const settings = loadSettings({ JIANNUO_DEMO: 'none' })
  return Promise.resolve(`${JSON.stringify(openApi(allRoutes({ settings } as never)), null, 2)}\n`)
}
