import { exportMyData, readMyData } from '@jiannuo/contract/identity/my-data.ts'
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  confirmTotp,
  endMySession,
  readMyAccount,
  readSession,
  signIn,
} from '@jiannuo/contract/identity/session.ts'
import { readSystem } from '@jiannuo/contract/identity/system.ts'
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { hashPassword } from '../password.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())
afterEach(() => {
  Object.assign(city.platform.settings, { test: true })
})

const MINUTE = 60_000
/** Moves the clock without touching sessions. */
async function pass(milliseconds: number) {
  city.platform.clock.offset += milliseconds
  await city.owner.query('update installation set clock_offset = make_interval(secs => $1)', [
    city.platform.clock.offset / 1000,
  ])
}
const codeOf = (secret: string, stepsAway = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: city.platform.clock.now().getTime() + stepsAway * 30_000,
  })
const cookieOf = (headers: Record<string, unknown>) => /jiannuo=([^;]+)/.exec(String(headers['set-cookie']))?.[1] ?? ''
const withCookie = (secret: string) => ({ headers: { cookie: `jiannuo=${secret}` } })

describe('sessions', () => {
  it('lists one’s own and ends one of them; another person’s does not exist', async () => {
    const mine = await city.as('memA1')(readMyAccount)
    expect(mine.body.sessions).toMatchObject([{ current: true, device: 'test' }])
    const theirs = await city.as('memB1')(readMyAccount)
    expect((await city.as('memA1')(endMySession, { params: { id: theirs.body.sessions[0]?.id ?? '' } })).status).toBe(
      404,
    )
    expect((await city.as('memA1')(endMySession, { params: { id: mine.body.sessions[0]?.id ?? '' } })).status).toBe(204)
    expect((await city.as('memA1')(readSession)).status).toBe(401)
  })

  it('ends after 30 idle minutes and after 12 hours whatever is done', async () => {
    const caller = city.as('secA1')
    expect((await caller(readSession)).status).toBe(200)
    await pass(29 * MINUTE)
    expect((await caller(readSession)).status).toBe(200)
    await pass(29 * MINUTE)
    expect((await caller(readSession)).status).toBe(200)
    await pass(31 * MINUTE)
    expect((await caller(readSession)).status).toBe(401)
    const busy = city.as('ocsB')
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect((await busy(readSession)).status).toBe(200)
      await pass(20 * MINUTE)
    }
    expect((await busy(readSession)).status).toBe(401)
    await city.moveTo('2026-03-02')
  })
})

describe('password', () => {
  it('changes with the present one, ends other sessions, keeps this one, refuses weak and wrong ones', async () => {
    await city.owner.query("update identity_account set password_hash = $1 where login = 'mem2A1'", [
      await hashPassword('old-and-known-1'),
    ])
    const here = cookieOf(
      (await city.as(null)(signIn, { body: { login: 'mem2A1', password: 'old-and-known-1' } })).headers,
    )
    const there = cookieOf(
      (await city.as(null)(signIn, { body: { login: 'mem2A1', password: 'old-and-known-1' } })).headers,
    )
    const change = (current: string, password: string) =>
      city.as(null)(changePassword, { body: { current, password } }, withCookie(here))
    expect((await change('nonsense', 'new-and-fresh-2')).problem.code).toBe('PASSWORD_WRONG')
    expect((await change('old-and-known-1', 'mem2A1-aaaa')).problem.code).toBe('PASSWORD_WEAK')
    expect((await change('old-and-known-1', 'new-and-fresh-2')).status).toBe(204)
    expect((await city.as(null)(readSession, {}, withCookie(here))).status).toBe(200)
    expect((await city.as(null)(readSession, {}, withCookie(there))).status).toBe(401)
    for (let i = 0; i < 4; i++) await change('nonsense', 'new-and-fresh-3')
    expect((await change('new-and-fresh-2', 'new-and-fresh-3')).problem.code).toBe('LOCKED_OUT')
  })
})

describe('second factor', () => {
  it('leads staff of a real city to enrol and lets them do nothing else before', async () => {
    Object.assign(city.platform.settings, { test: false })
    await city.owner.query("update identity_account set password_hash = $1 where login in ('staff2', 'system')", [
      await hashPassword('old-and-known-1'),
    ])
    const weak = cookieOf(
      (await city.as(null)(signIn, { body: { login: 'system', password: 'old-and-known-1' } })).headers,
    )
    expect((await city.as(null)(readSession, {}, withCookie(weak))).body).toMatchObject({
      mustEnrol: true,
      current: { role: 'systemAdministrator' },
    })
    expect((await city.as(null)(readSystem, {}, withCookie(weak))).problem.code).toBe('SECOND_FACTOR_MISSING')
    expect(
      (await city.as(null)(confirmSecondFactor, { body: { code: '123456' } }, withCookie(weak))).problem.code,
    ).toBe('STATE_CONFLICT')
    const { body } = await city.as(null)(beginSecondFactor, { body: {} }, withCookie(weak))
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/Jiannuo:system\?/)
    const stored = await city.owner.query(
      "select totp_new_sealed, totp_sealed from identity_account where login = 'system'",
    )
    expect(stored.rows[0].totp_new_sealed).not.toContain(body.secret)
    expect(stored.rows[0].totp_sealed).toBeNull()
    expect(
      (await city.as(null)(confirmSecondFactor, { body: { code: codeOf(body.secret, 5) } }, withCookie(weak))).problem
        .code,
    ).toBe('TOTP_WRONG')
    const code = codeOf(body.secret)
    expect((await city.as(null)(confirmSecondFactor, { body: { code } }, withCookie(weak))).status).toBe(204)
    expect((await city.as(null)(readSession, {}, withCookie(weak))).body.mustEnrol).toBe(false)
    expect((await city.as(null)(readSystem, {}, withCookie(weak))).status).toBe(200)
    await signsInAgain(body.secret, code)
  })

  async function signsInAgain(secret: string, used: string) {
    const half = await city.as(null)(signIn, { body: { login: 'system', password: 'old-and-known-1' } })
    expect(half.body).toEqual({ next: 'totp' })
    const pending = withCookie(cookieOf(half.headers))
    expect((await city.as(null)(readSession, {}, pending)).status).toBe(401)
    expect((await city.as(null)(confirmTotp, { body: { code: used } }, pending)).problem.code).toBe('TOTP_WRONG')
    expect((await city.as(null)(confirmTotp, { body: { code: codeOf(secret, 3) } }, pending)).problem.code).toBe(
      'TOTP_WRONG',
    )
    expect((await city.as(null)(confirmTotp, { body: { code: codeOf(secret, 1) } }, pending)).body).toEqual({
      next: 'done',
    })
    expect((await city.as(null)(readSystem, {}, pending)).status).toBe(200)
    await city.owner.query('delete from identity_failure')
    expect((await city.as(null)(beginSecondFactor, { body: {} }, pending)).problem.code).toBe('TOTP_WRONG')
    await pass(2 * MINUTE)
    expect((await city.as(null)(beginSecondFactor, { body: { code: codeOf(secret) } }, pending)).status).toBe(200)
    await city.owner.query('delete from identity_failure')
  }

  it('pauses after five wrong codes, from that address only', async () => {
    const { body } = await city.as('staff')(beginSecondFactor, { body: {} })
    await city.as('staff')(confirmSecondFactor, { body: { code: codeOf(body.secret) } })
    await city.owner.query("update identity_account set password_hash = $1 where login = 'staff'", [
      await hashPassword('old-and-known-1'),
    ])
    const pending = withCookie(
      cookieOf((await city.as(null)(signIn, { body: { login: 'staff', password: 'old-and-known-1' } })).headers),
    )
    for (let i = 0; i < 5; i++)
      expect(
        (await city.as(null)(confirmTotp, { body: { code: codeOf(body.secret, 9 + i) } }, pending)).problem.code,
      ).toBe('TOTP_WRONG')
    expect((await city.as(null)(confirmTotp, { body: { code: codeOf(body.secret, 1) } }, pending)).problem.code).toBe(
      'LOCKED_OUT',
    )
  })
})

describe('my data', () => {
  it('shows every field with its purpose, and who looked', async () => {
    await city.insert('audit_event', {
      id: crypto.randomUUID(),
      at: '2026-03-01T00:00:00Z',
      account_id: city.account.secA2,
      person_id: city.person.secA2,
      role: 'branchSecretary',
      unit_id: city.unit.a2,
      action: 'membership.reveal',
      object_id: city.person.memA2,
      outcome: 'done',
      route: 'x',
      address: 'x',
      request_id: 'x',
    })
    const { body } = await city.as('memA2')(readMyData)
    expect(body.fields.find(f => f.key === 'name')).toMatchObject({
      value: '林晓岚',
      purpose: { zh: expect.any(String) },
    })
    expect(body.belongings).toEqual([{ unit: '工程支部', from: '2020-01-01', until: null }])
    expect(body.views).toEqual([
      {
        at: '2026-03-01T00:00:00.000Z',
        action: 'membership.reveal',
        role: 'branchSecretary',
        name: '方文渊',
        unit: '工程支部',
      },
    ])
    expect(body.account.login).toBe('memA2')
  })

  it('has every column of the member’s file on the page', async () => {
    const columns = await city.owner.query(
      "select column_name from information_schema.columns where table_name = 'membership_member'",
    )
    const { body } = await city.as('memA2')(readMyData)
    const shown = body.fields.map(f => f.key)
    const searchKeys = ['authority_id', 'id', 'pinyin', 'initials']
    expect(
      columns.rows
        .map(r => r.column_name.replace(/_sealed$/, ''))
        .filter(c => !searchKeys.includes(c))
        .sort(),
    ).toEqual([...shown].sort())
  })

  it('exports the same, and gives an administrator nothing because nothing is held', async () => {
    const file = await city.as('secA2')(exportMyData)
    expect(String(file.headers['content-disposition'])).toContain('attachment')
    expect(JSON.parse(file.raw.toString())).toMatchObject({ posts: [{ unit: '工程支部', kind: 'secretary' }] })
    expect((await city.as('audit')(readMyData)).status).toBe(404)
  })
})
