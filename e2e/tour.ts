import type { Browser, Page } from 'playwright-core'
import { shownNavigation } from '../web/src/app/navigation.ts'
import { DESKTOP, openPerson, PHONE } from './browser.ts'

interface Visitor {
  login: string
  role: string
  /** Whether his pages must be good on a phone too. */
  phone: boolean
  /** Pages that no navigation shows: `from` leads to the first address there that `leads` fits. */
  beyond: readonly (string | Leading)[]
}
interface Leading {
  from: string
  leads: RegExp
}

const ID = '[0-9a-f-]{36}'
const leading = (from: string, to: string): Leading => ({ from, leads: new RegExp(`^${to.replaceAll('ID', ID)}$`) })

const OWN = ['/inbox', '/my-data', '/my-account']
const ORGANISATION = [
  '/members',
  '/search',
  '/organisation/changes',
  '/organisation/renewals',
  '/organisation/staffing',
  '/organisation/coverage',
  '/organisation/advice',
  '/organisation/transfers',
  leading('/organisation', '/organisation/ID'),
  leading('/members', '/members/ID'),
]
const APPRAISAL = [
  '/appraisal/objections',
  '/appraisal/filings',
  '/appraisal/eligibility',
  leading('/appraisal', '/appraisal/ID'),
  leading('/appraisal/filings', '/appraisal/filings/ID'),
]
const UNIT_RESULTS = [leading('/unit-results', '/assessed/ID'), leading('/unit-results', '/unit-results/public/ID')]
const WRITING = [leading('/my-pledge', '/my-pledge/ID'), leading('/fulfilment', '/fulfilment/items/ID')]
const REVIEW = [
  leading('/review', '/review/ID'),
  leading('/unit-fulfilment', '/fulfilment/pledges/ID'),
  '/unit-fulfilment/draws',
  leading('/notices', '/notices/ID'),
]

const VISITORS: readonly Visitor[] = [
  {
    login: 'dangyuan',
    role: 'member',
    phone: true,
    beyond: [
      ...OWN,
      ...WRITING,
      leading('/fulfilment', '/fulfilment/mid-year/ID'),
      leading('/my-results', '/results/ID'),
      leading('/notices', '/notices/ID'),
    ],
  },
  {
    login: 'zhibu',
    role: 'branchSecretary',
    phone: true,
    beyond: [
      ...OWN,
      ...WRITING,
      ...REVIEW,
      ...APPRAISAL,
      ...UNIT_RESULTS,
      '/my-results',
      '/members/new',
      leading('/organisation', '/organisation/ID'),
      leading('/members', '/members/ID'),
    ],
  },
  {
    login: 'jiguan',
    role: 'organCommittee',
    phone: true,
    beyond: [
      ...OWN,
      ...WRITING,
      ...REVIEW,
      ...APPRAISAL,
      ...ORGANISATION,
      '/pledges/templates',
      '/pledges/posts',
      leading('/pledges/posts', '/pledges/posts/ID'),
    ],
  },
  {
    login: 'dangzu',
    role: 'partyGroupSecretary',
    phone: true,
    beyond: [...OWN, ...WRITING, leading('/my-results', '/results/ID')],
  },
  {
    login: 'gongwei',
    role: 'workCommittee',
    phone: false,
    beyond: [
      ...OWN,
      ...REVIEW,
      ...APPRAISAL,
      ...ORGANISATION,
      '/organisation/reorganise',
      '/pledges/duties',
      '/pledges/templates',
      '/scheme/templates',
      { from: '/scheme/templates', leads: /^\/scheme\/templates\/[a-z\d-]+$/i },
      leading('/scheme', '/scheme/ID'),
      leading('/appraisal', '/appraisal/ID'),
      leading('/assessments', '/assessments/ID'),
      '/assessments/objections',
    ],
  },
  {
    login: 'zuzhibu',
    role: 'cityCommittee',
    phone: false,
    beyond: [...OWN, ...APPRAISAL, '/notices', leading('/review', '/review/ID')],
  },
  { login: 'xitong', role: 'systemAdministrator', phone: false, beyond: ['/my-account'] },
  { login: 'baomi', role: 'securityAdministrator', phone: false, beyond: ['/my-account'] },
  { login: 'shenji', role: 'auditAdministrator', phone: false, beyond: ['/my-account'] },
]

/** Every page a persona of the demo city has: the whole of his navigation, then those behind it. */
const TOUR = VISITORS.map(({ login, role, phone, beyond }) => ({
  login,
  phone,
  pages: shownNavigation(role, () => true).flatMap(group => group.entries.map(entry => entry.path)),
  beyond,
}))

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

interface Stop {
  login: string
  path: string
  width: number
  page: Page
}

/**
 * Goes to the pages of the tour and calls `look` when each has settled: of every persona's navigation, or with `deep` also those behind it,
 * each loaded afresh.
 * Where a page must be good on a phone too, the same page is looked at again at that width. Two walk at a time. Returns the errors the browser reported, with the page they came from.
 */
export async function travel(
  browser: Browser,
  url: string,
  password: string,
  look: (stop: Stop) => Promise<void>,
  { deep }: { deep: boolean },
): Promise<string[]> {
  const said: string[] = []
  const walks = [...TOUR]
  const walk = async () => {
    for (let next = walks.shift(); next; next = walks.shift()) {
      const { login, phone } = next
      const { page, context, errors } = await openPerson(browser, url)
      await signIn(page, login, password)
      for (const goal of deep ? [...next.pages, ...next.beyond] : next.pages) {
        await page.setViewportSize(DESKTOP)
        const path = typeof goal === 'string' ? goal : await findLink(page, goal)
        if (path === null) continue
        await (deep ? settle(page, path) : lead(page, path))
        for (const viewport of phone ? [DESKTOP, PHONE] : [DESKTOP]) {
          await resize(page, viewport)
          await look({ login, path, width: viewport.width, page })
          said.push(...errors.splice(0).map(error => `${login} ${path} ${viewport.width}: ${error}`))
        }
      }
      await context.close()
    }
  }
  await Promise.all([walk(), walk()])
  return said
}

/** Gives the page that size; two frames later what depends on it has been laid out. */
async function resize(page: Page, viewport: typeof DESKTOP): Promise<void> {
  await page.setViewportSize(viewport)
  await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))')
}

/** Goes on to a page as its link would, without loading the program again; rests when nothing is asked of the server any more. */
async function lead(page: Page, path: string): Promise<void> {
  let asked = 0
  let since = Date.now()
  const count = (change: number) => () => {
    asked += change
    since = Date.now()
  }
  const [begins, ends] = [count(1), count(-1)]
  page.on('request', begins).on('requestfinished', ends).on('requestfailed', ends)
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  while (asked > 0 || Date.now() - since < 300) await page.waitForTimeout(50)
  page.off('request', begins).off('requestfinished', ends).off('requestfailed', ends)
}

async function settle(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** The address of the first link of that kind, null where there is none now (nothing waits, nothing filed). */
async function findLink(page: Page, { from, leads }: Leading): Promise<string | null> {
  await settle(page, from)
  const paths = await page
    .locator('main a[href]')
    .evaluateAll(links => links.map(link => new URL(String(Reflect.get(link, 'href'))).pathname))
  return paths.find(path => leads.test(path)) ?? null
}
