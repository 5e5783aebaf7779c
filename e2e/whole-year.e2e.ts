import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSession } from '@jiannuo/contract/session.ts'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openBrowser, PHONE } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { actAs, createYear, fetchCodes, importRoster, setUpCity, signInFirst, signInQuietly } from './steps/begin.ts'
import type { Person } from './steps/person.ts'
import { owed } from './steps/pledge.ts'
import { type Cast, writeRoster } from './steps/roster-file.ts'

let product: Product
let browser: Browser
let folder: string
let cast: Cast
let roster: string
let codes: Map<string, string>
const who: Record<string, Person> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiannuo-year-'))
  const written = await writeRoster(folder)
  cast = written.cast
  roster = written.path
  product = await startProduct({ JIANNUO_DEMO: 'none', JIANNUO_CLOCK: '2026-01-05' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

// One story: what comes after a broken step would only fail along with it.
let broken = false
beforeEach(context => context.skip(broken))
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' || broken) return
  broken = true
  for (const page of browser.contexts().flatMap(context => context.pages())) {
    if (page.url() === 'about:blank') continue
    console.error(page.url(), (await page.locator('main').first().innerText().catch(() => '')).slice(0, 1500))
  }
})

it('an empty city is set up in the browser with the token of the console', async () => {
  const token = /set-up token: (\S+)/.exec(product.output())?.[1]
  expect(token).toBeTruthy()
  const given = await setUpCity(browser, product.url, token ?? '', cast.staff)
  expect(given.size).toBe(4)
  who.staff = await signInFirst(browser, product.url, cast.staff, given.get(cast.staff.login) ?? '')
})

it('its roster is imported, accounts are made, and the year is set up', async () => {
  const staff = who.staff!
  await importRoster(staff, roster)
  codes = await fetchCodes(staff)
  expect(codes.size).toBe(27)
  await actAs(staff, 'workCommittee')
  await createYear(staff)
})

it('members and secretaries sign in with their codes and write their pledges', async () => {
  await product.moveTo('2026-02-02')
  const everybody = [...cast.members.flat(), ...cast.branchSecretaries, cast.organSecretary, cast.organDeputy, cast.groupSecretary, cast.cityStaff]
  console.log(everybody.map(e => e.login + e.name).join(' '), cast.staff)
  for (const one of everybody) {
    if (who[one.login]) continue
    const person = await signInQuietly(browser, product.url, one, codes.get(one.login) ?? '', PHONE)
    who[one.login] = person
    console.log(one.login, JSON.stringify((await person.send(readSession)).capacities.map(c => `${c.role} ${c.unitName}`)), (await owed(person)).map(p => `${p.level}→${p.reviewerUnitName}`))
  }
})
