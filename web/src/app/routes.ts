import { page, publicPage } from './page-route.ts'

/** Pages with a shell around them, one line each; a path given in navigation.ts appears there by standing here. */
export const pages = [
  page('/', () => import('./shell/home.tsx').then(module => module.Home)),
  page('/my-data', () => import('../features/account/my-data-page.tsx').then(module => module.MyDataPage)),
  page('/my-account', () => import('../features/account/my-account-page.tsx').then(module => module.MyAccountPage)),
  page('/accounts', () => import('../features/administration/accounts-page.tsx').then(module => module.AccountsPage)),
  page('/admin/grants', () => import('../features/administration/grants-page.tsx').then(module => module.GrantsPage)),
  page('/admin/system', () => import('../features/administration/system-page.tsx').then(module => module.SystemPage)),
  page('/admin/audit', () => import('../features/administration/audit-page.tsx').then(module => module.AuditPage)),
  page('/cycle', () => import('../features/cycle/cycle-page.tsx').then(module => module.CyclePage)),
  page('/my-pledge', () => import('../features/pledge/editor/my-pledge-page.tsx').then(module => module.MyPledgePage)),
  page('/my-pledge/$id', () => import('../features/pledge/editor/pledge-page.tsx').then(module => module.PledgePage), {
    flow: true,
  }),
  page('/review', () => import('../features/pledge/review/review-page.tsx').then(module => module.ReviewPage)),
  page('/review/$id', () => import('../features/pledge/review/review-page.tsx').then(module => module.ReviewOnePage), {
    flow: true,
  }),
  page('/pledges', () => import('../features/pledge/office/coverage-page.tsx').then(module => module.CoveragePage)),
  page('/pledges/templates', () =>
    import('../features/pledge/office/templates-page.tsx').then(module => module.TemplatesPage),
  ),
  page('/pledges/duties', () => import('../features/pledge/office/duties-page.tsx').then(module => module.DutiesPage)),
  page('/pledges/posts', () =>
    import('../features/pledge/office/descriptions-page.tsx').then(module => module.DescriptionsPage),
  ),
  page('/pledges/posts/$id', () =>
    import('../features/pledge/office/description-page.tsx').then(module => module.DescriptionPage),
  ),
]

/** Pages without a session; `/sign-in` is not among them, see main.tsx. */
export const publicPages = [publicPage('/setup', () => import('../features/administration/set-up-page.tsx').then(module => module.SetUpPage))]
