import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { FailedShell, NotFoundPage } from './boundaries.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** A flow (an editor, a wizard): on a phone back and help instead of the bottom bar. */
    flow?: boolean
  }
}

/** Must match the name of a component without obligatory props; they read their parameters with `useParam`. */
type Load = () => Promise<ComponentType>

export const rootRoute = createRootRoute()

/** Everything that needs a session: the shell of the present post stands around it. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
  errorComponent: FailedShell,
})

/** Any other address: the words for it, with the navigation still around them. */
export const anyOtherRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage })

const lazy = (load: Load) => lazyRouteComponent(() => load().then(component => ({ component })), 'component')

/** `page('/pledges/$id', () => import('../features/pledge/pledge-page.tsx').then((m) => m.PledgePage))` */
export const page = <const Path extends string>(path: Path, load: Load, staticData: { flow?: boolean } = {}) =>
  createRoute({ getParentRoute: () => shellRoute, path, component: lazy(load), staticData })

/** A page for people without a session, such as the set-up of a new city; it brings its own frame. */
export const publicPage = <const Path extends string>(path: Path, load: Load) =>
  createRoute({ getParentRoute: () => rootRoute, path, component: lazy(load) })
