import { page } from './page-route.ts'

/** Pages with a shell around them, one line each; a path given in navigation.ts appears there by standing here. */
export const pages = [page('/', () => import('./shell/home.tsx').then(module => module.Home))]

/** Pages without a session; `/sign-in` is not among them, see main.tsx. */
export const publicPages = []
