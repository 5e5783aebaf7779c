import { createRouter } from '@tanstack/react-router'
import { Loading } from '../ui/state/loading.tsx'
import { FailedPage, NotFoundPage } from './boundaries.tsx'
import { anyOtherRoute, rootRoute, shellRoute } from './page-route.ts'
import { pages, publicPages } from './routes.ts'

export const router = createRouter({
  routeTree: rootRoute.addChildren([shellRoute.addChildren([...pages, anyOtherRoute]), ...publicPages]),
  defaultPendingComponent: Loading,
  defaultPendingMs: 0,
  defaultPendingMinMs: 0,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
