import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { DESKTOP, PHONE } from '../browser.ts'
import { Caller, PASSWORD, Person, type Someone } from './person.ts'
import { CITY, WORK_COMMITTEE } from './roster-file.ts'
import type { Step } from './world.ts'

/** From nothing to a city in which everybody is signed in. */
export const beginning: Step[] = [
  [
    'an empty city is set up in the browser with the token of the console; a wrong token loses nothing typed',
    async world => {
      const token = /set-up token: (\S+)/.exec(world.product.output())?.[1] ?? ''
      const code = await setUpCity(
        await Person.at(world.browser, world.product.url, { login: '', name: '' }),
        token,
        world.cast.staff,
      )
      world.at.staff = await signInFirst(world.browser, world.product.url, world.cast.staff, code)
      world.callers.set(world.cast.staff.login, world.at.staff)
    },
  ],
  [
    'the generated roster is imported in the browser, and nothing is written before it is confirmed',
    async ({ at: { staff }, roster }) => {
      await staff.goTo('/roster')
      await staff.page.locator('input[type=file]').setInputFiles(roster)
      await staff.press('上传并核对')
      await staff.headed(/文件没有错误，将有 \d+ 处变化/)
      await staff.follow('去确认')
      await staff.headed('确认导入花名册')
      await staff.press('确认导入')
      await staff.headed('花名册已经导入')
    },
  ],
  [
    'accounts are made and the sheet of one-time codes comes once, as a file',
    async world => {
      const { staff } = world.at
      await staff.follow('制作账号，下载一次性口令表')
      await staff.headed('27人还没有账号')
      const [download] = await Promise.all([staff.page.waitForEvent('download'), staff.press(/给没有账号的党员建账号/)])
      const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1)
      for (const line of lines) {
        const [, , login = '', code = ''] = line.split(',').map(cell => cell.replaceAll('"', ''))
        world.codes.set(login, code)
      }
      expect(world.codes.size).toBe(27)
    },
  ],
  [
    'the year is set up from the usual dates',
    async ({ at: { staff } }) => {
      await staff.actAs('workCommittee')
      await staff.goTo('/cycle')
      await staff.press('建立年度')
      await staff.headed(/2026 年度正在筹备/)
    },
  ],
  [
    'members and secretaries sign in with their codes and choose a password',
    async world => {
      const { cast, browser, product } = world
      const shown = {
        city: cast.cityStaff,
        organ: cast.organSecretary,
        group: cast.groupSecretary,
        branch: cast.branchSecretaries[0]!,
        member: cast.plain[0]!,
        colleague: cast.plain[1]!,
      }
      for (const key of ['city', 'organ', 'group', 'branch', 'member', 'colleague'] as const) {
        const person = await signInFirst(
          browser,
          product.url,
          shown[key],
          world.codes.get(shown[key].login) ?? '',
          key === 'city' || key === 'organ' ? DESKTOP : PHONE,
        )
        world.at[key] = person
        world.callers.set(person.login, person)
      }
      for (const one of cast.members.flat())
        if (!world.callers.has(one.login))
          world.callers.set(one.login, await Caller.open(product.url, one, world.codes.get(one.login) ?? ''))
      // A code works once.
      const again = await Person.at(browser, product.url, shown.member, PHONE)
      await enterCode(again, world.codes.get(shown.member.login) ?? '')
      await again.sees('账号或密码不对')
      await again.page.context().close()
    },
  ],
]

/** Fills the set-up page; returns the one-time code of the first staff account. */
async function setUpCity(visitor: Person, token: string, staff: Someone): Promise<string> {
  const { page } = visitor
  await visitor.goTo('/setup')
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
  await group(/^机关工委干部/)
    .getByLabel('姓名')
    .fill(staff.name)
  await group(/^机关工委干部/)
    .getByLabel('账号')
    .fill(staff.login)
  await group(/^机关工委干部/)
    .getByLabel('党员编号')
    .fill(staff.login)
  for (const [role, name] of [
    ['系统管理员', '苏管一'],
    ['安全保密管理员', '苏管二'],
    ['安全审计员', '苏管三'],
  ] as const)
    await group(role).getByLabel('姓名').fill(name)
  await visitor.press('建立')
  await page.getByRole('alert').first().waitFor()
  expect(await group(/^市委/).getByLabel('全称').inputValue()).toBe(CITY.name)
  await page.getByLabel('设置口令').fill(token)
  await visitor.press('建立')
  await visitor.headed('建好了，请把口令分别交给四个人')
  expect(await page.locator('code').count()).toBe(4)
  const row = page
    .locator('div')
    .filter({ hasText: `（${staff.login}）` })
    .filter({ has: page.locator('code') })
    .last()
  const code = (await row.locator('code').first().textContent()) ?? ''
  await page.context().close()
  return code
}

async function enterCode(person: Person, code: string): Promise<void> {
  await person.goTo('/sign-in')
  await person.page.getByLabel('账号').fill(person.login)
  await person.page.getByLabel('密码').first().fill(code)
  await person.press('登录')
}

/** First sign-in at the page: one-time code, then a password of one's own. */
async function signInFirst(
  browser: Browser,
  url: string,
  who: Someone,
  code: string,
  viewport = DESKTOP,
): Promise<Person> {
  const person = await Person.at(browser, url, who, viewport)
  await enterCode(person, code)
  await person.headed('请设一个自己的密码')
  await person.page.getByLabel('新密码').fill(PASSWORD)
  await person.page.getByLabel('再填一遍').fill(PASSWORD)
  await person.press('保存并登录')
  await person.page.waitForURL(to => !to.pathname.startsWith('/sign-in'))
  await person.heading()
  return person
}
