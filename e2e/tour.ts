import type { Browser, Page } from 'playwright-core'
import { DESKTOP, openPerson, PHONE } from './browser.ts'

/** Every persona of the demo city with the pages he has, and the widths they must be good at. */
export const TOUR: { login: string; phone: boolean; pages: string[] }[] = [
  {
    login: 'dangyuan',
    phone: true,
    pages: ['/today', '/my-pledge', '/fulfilment', '/my-results', '/notices', '/inbox', '/my-data'],
  },
  {
    login: 'zhibu',
    phone: true,
    pages: ['/this-week', '/review', '/pledges', '/notices', '/members', '/appraisal', '/organisation', '/inbox'],
  },
  {
    login: 'jiguan',
    phone: true,
    pages: ['/branches', '/review', '/pledges', '/appraisal', '/organisation', '/members'],
  },
  { login: 'dangzu', phone: true, pages: ['/our-unit', '/my-pledge', '/decisions', '/my-results'] },
  {
    login: 'gongwei',
    phone: false,
    pages: [
      '/city',
      '/review',
      '/cycle',
      '/pledges',
      '/pledges/duties',
      '/pledges/templates',
      '/appraisal',
      '/organisation',
      '/members',
      '/import',
      '/inbox',
    ],
  },
  { login: 'zuzhibu', phone: false, pages: ['/level-four', '/review', '/appraisal'] },
  { login: 'xitong', phone: false, pages: ['/admin/accounts', '/admin/system'] },
  { login: 'baomi', phone: false, pages: ['/admin/grants'] },
  { login: 'shenji', phone: false, pages: ['/admin/audit'] },
]

/** Signs a persona in by name and password, as a person would on the sign-in page. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel(/账号|Account/).fill(login)
  await page
    .getByLabel(/密码|Password/)
    .first()
    .fill(password)
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
}

export interface Stop {
  login: string
  path: string
  width: number
  page: Page
}

/** Goes to every page of the tour and calls `look` when it has settled. Returns the errors the browser reported, with the page they came from. */
export async function travel(
  browser: Browser,
  url: string,
  password: string,
  look: (stop: Stop) => Promise<void>,
): Promise<string[]> {
  const said: string[] = []
  for (const { login, phone, pages } of TOUR) {
    for (const viewport of phone ? [DESKTOP, PHONE] : [DESKTOP]) {
      const { page, context, errors } = await openPerson(browser, url, viewport)
      await signIn(page, login, password)
      for (const path of pages) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.waitForLoadState('networkidle')
        await look({ login, path, width: viewport.width, page })
        said.push(...errors.splice(0).map(error => `${login} ${path} ${viewport.width}: ${error}`))
      }
      await context.close()
    }
  }
  return said
}
