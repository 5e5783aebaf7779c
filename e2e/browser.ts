import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Where Chromium is: CHROMIUM_PATH, else Debian's place; null when there is none. */
export function findChromium(): string | null {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return places.find(place => place && existsSync(place)) ?? null
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const DESKTOP = { width: 1280, height: 900 }
export const PHONE = { width: 375, height: 812 }

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium was not found; set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** A browser of its own cookies, as one person would have it. Times are China's; every console error is kept. */
export async function openPerson(
  browser: Browser,
  baseURL: string,
  viewport = DESKTOP,
  locale = 'zh-CN',
): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale,
    timezoneId: 'Asia/Shanghai',
    hasTouch: viewport.width < 600,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      errors.push(`${message.text()} ${message.location().url}`)
  })
  return { page, context, errors }
}

/**
 * WCAG 2.2 AA violations of the page as it stands, one line each. The product has no frames, so the findings are put together in the page
 * itself (`legacy`) and not in a blank one opened beside it; nothing but violations is worked out in detail.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  // The half megabyte of its source is read once a document, not once a look.
  const isThere = await page.evaluate('typeof axe === "object"')
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`)
}

/** Pixels the page scrolls sideways; 0 at every width. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
