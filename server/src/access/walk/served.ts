import type { AnyRoute } from '@jiannuo/contract/route.ts'
import type { Served } from '../../platform/http/serve.ts'
import { allRoutes } from '../../routes.ts'

const settings = { test: true, demo: 'none' }
/** Every route the product serves. */
export const servedRoutes: Served[] = allRoutes({ settings } as Parameters<typeof allRoutes>[0])
export const nameOf = (route: AnyRoute) => `${route.method} ${route.path}`
