import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../server/src/demo/load-demo.ts'
import { axeViolations, openBrowser, openPerson, PHONE, sidewaysScroll } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { signIn, travel } from './tour.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct({ JIANNUO_DEMO: 'small' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it('every page of every persona’s navigation opens without an error, a WCAG 2.2 AA violation or sideways scroll', async () => {
  const found: string[] = []
  const errors = await travel(
    browser,
    product.url,
    DEMO_PASSWORD,
    async ({ login, path, width, page }) => {
      const where = `${login} ${path} ${width}`
      if ((await page.locator('.failed').count()) > 0)
        found.push(`${where}: ${await page.locator('.failed').first().textContent()}`)
      if (new URL(page.url()).pathname !== path) found.push(`${where}: led to ${page.url()}`)
      found.push(...(await axeViolations(page)).map(violation => `${where}: ${violation}`))
      const sideways = await sidewaysScroll(page)
      if (sideways > 0) found.push(`${where}: scrolls sideways by ${sideways} px`)
    },
    { deep: process.env.E2E_TOUR === 'deep' },
  )
  expect([...found, ...errors]).toEqual([])
}, 900_000)

it('the served page says 践诺 and works in English', async () => {
  const html = await (await fetch(product.url)).text()
  expect(html).toMatch(/<title>[^<]*践诺/)
  const { page, context } = await openPerson(browser, product.url, PHONE, 'en-GB')
  await signIn(page, 'dangyuan', DEMO_PASSWORD)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  await context.close()
})

it('a wrong password gets a plain sentence and keeps the account name', async () => {
  const { page, context } = await openPerson(browser, product.url, PHONE)
  await page.goto('/sign-in')
  await page.getByLabel('账号').fill('dangyuan')
  await page.getByLabel('密码').first().fill('wrong')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('账号或密码不对').waitFor()
  expect(await page.getByLabel('账号').inputValue()).toBe('dangyuan')
  await context.close()
})

it('R4.1 the tree of organisations opens at one’s own and is walked by the arrow keys alone', async () => {
  const { page, context } = await openPerson(browser, product.url)
  await signIn(page, 'jiguan', DEMO_PASSWORD)
  await page.goto('/organisation')
  const own = page.getByRole('treeitem', { name: /^市发展改革委机关党委/ })
  const branch = page.getByRole('treeitem', { name: /^市发展改革委办公室党支部/ })
  const focused = () => page.locator('[role=treeitem]:focus').textContent()
  await branch.waitFor()
  await page.getByRole('treeitem').first().focus()
  await page.keyboard.press('End')
  expect(await focused()).toContain('市统计局')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('treeitem', { name: /^市统计局办公室/ }).waitFor()
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toContain('市统计局办公室')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await page.locator('[role=treeitem]:focus').getAttribute('aria-expanded')).toBe('false')
  await own.focus()
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '市发展改革委办公室党支部' }).waitFor()
  await context.close()
})
