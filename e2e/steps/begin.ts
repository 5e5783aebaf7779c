import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { readSession, setFirstPassword, switchCapacity } from '@jiannuo/contract/session.ts'
import { DESKTOP } from '../browser.ts'
import { PASSWORD, Person } from './person.ts'
import { CITY, type Cast, type Someone, WORK_COMMITTEE } from './roster-file.ts'

/** The set-up page with the token of the console; returns the one-time code of every account by login. */
export async function setUpCity(browser: Browser, url: string, token: string, staff: Someone): Promise<Map<string, string>> {
  const { page, context, goTo } = await opened(browser, url)
  await goTo('/setup')
  const group = (name: string | RegExp) => page.getByRole('group', { name })
  await page.getByLabel('设置口令').fill('not the token')
  await page.getByLabel('城市').fill('云汀市')
  for (const [name, unit] of [
    [/^市委/, CITY],
    [/^机关工委$/, WORK_COMMITTEE],
  ] as const) {
    await group(name).getByLabel('全称').fill(unit.name)
    await group(name).getByLabel('组织编码').fill(unit.code)
  }
  await group(/^机关工委干部/).getByLabel('姓名').fill(staff.name)
  await group(/^机关工委干部/).getByLabel('账号').fill(staff.login)
  await group(/^机关工委干部/).getByLabel('党员编号').fill(staff.login)
  for (const [role, name] of [
    ['系统管理员', '苏管一'],
    ['安全保密管理员', '苏管二'],
    ['安全审计员', '苏管三'],
  ] as const)
    await group(role).getByLabel('姓名').fill(name)
  await page.getByRole('button', { name: '建立', exact: true }).click()
  await page.getByRole('alert').first().waitFor()
  // What was typed is still there: only the token is put right.
  expect(await group(/^市委/).getByLabel('全称').inputValue()).toBe(CITY.name)
  await page.getByLabel('设置口令').fill(token)
  await page.getByRole('button', { name: '建立', exact: true }).click()
  await page.getByRole('heading', { name: '建好了，请把口令分别交给四个人' }).waitFor()
  const codes = new Map<string, string>()
  for (const login of [staff.login, 'system', 'security', 'audit']) {
    const row = page.locator('.row, li, div').filter({ hasText: `（${login}）` }).filter({ has: page.locator('code') }).last()
    codes.set(login, (await row.locator('code').textContent()) ?? '')
  }
  await context.close()
  return codes
}

async function opened(browser: Browser, url: string) {
  const person = await Person.open(browser, url, { name: '', login: '' })
  return { page: person.page, context: person.context, goTo: (path: string) => person.goTo(path) }
}

/** First sign-in as it is at the page: one-time code, then a password of one's own. */
export async function signInFirst(browser: Browser, url: string, who: Someone, code: string, viewport = DESKTOP): Promise<Person> {
  const person = await Person.open(browser, url, who, viewport)
  const { page } = person
  await person.goTo('/sign-in')
  await page.getByLabel('账号').fill(who.login)
  await page.getByLabel('密码').first().fill(code)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '请设一个自己的密码' }).waitFor()
  await page.getByLabel('新密码').fill(PASSWORD)
  await page.getByLabel('再填一遍').fill(PASSWORD)
  await page.getByRole('button', { name: '保存并登录' }).click()
  await page.waitForURL(to => !to.pathname.startsWith('/sign-in'))
  await person.heading()
  return person
}

/** The same by the interface alone, for the many. */
export async function signInQuietly(browser: Browser, url: string, who: Someone, code: string, viewport = DESKTOP): Promise<Person> {
  const person = await Person.open(browser, url, who, viewport)
  await person.send(setFirstPassword, { body: { login: who.login, oneTimeCode: code, password: PASSWORD } })
  return person
}

/** Acts in the post of that role; by the post menu when the page is open on a desktop. */
export async function actAs(person: Person, role: string, unitName?: string): Promise<void> {
  const session = await person.send(readSession)
  const wanted = session.capacities.find(one => one.role === role && (!unitName || one.unitName === unitName))
  if (!wanted) throw new Error(`${person.name} has no post ${role}: ${JSON.stringify(session.capacities)}`)
  if (wanted.key !== session.current.key) await person.send(switchCapacity, { body: { key: wanted.key } })
}

/** The roster taken in at the page, and nothing written before the confirmation. */
export async function importRoster(staff: Person, path: string): Promise<void> {
  const { page } = staff
  await staff.goTo('/roster')
  await page.locator('input[type=file]').setInputFiles(path)
  await staff.press('上传并核对')
  await page.getByRole('heading', { level: 1, name: /文件没有错误，将有 \d+ 处变化/ }).waitFor()
  await page.getByRole('link', { name: '去确认' }).click()
  await page.getByRole('heading', { name: '确认导入花名册' }).waitFor()
  await staff.press('确认导入')
  await page.getByRole('heading', { name: '花名册已经导入' }).waitFor()
}

/** The sheet of one-time codes, downloaded once: code by login. */
export async function fetchCodes(staff: Person): Promise<Map<string, string>> {
  await staff.page.getByRole('link', { name: '制作账号，下载一次性口令表' }).click()
  await staff.page.getByRole('heading', { name: '账号与一次性口令' }).waitFor()
  const [download] = await Promise.all([staff.page.waitForEvent('download'), staff.press('给没有账号的党员建账号')])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1)
  const cells = lines.map(line => line.split(',').map(cell => cell.replaceAll('"', '')))
  return new Map(cells.map(([, , login, code]) => [login ?? '', code ?? '']))
}

/** The year from the usual dates, at the page. */
export async function createYear(staff: Person): Promise<void> {
  await staff.goTo('/cycle')
  await staff.press('建立年度')
  await staff.page.getByRole('heading', { level: 1, name: /2026 年度正在/ }).waitFor()
}

export type { Cast }
