import { createHash } from 'node:crypto'
import {
  confirmTotp,
  moveClock,
  readSession,
  readSignInOptions,
  setFirstPassword,
  signIn,
  signInAsPersona,
  signOut,
  switchCapacity,
} from '@jiannuo/contract/identity/session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('session', () => {
  it('says who is signed in and in which capacities', async () => {
    const { status, body } = await city.as('secA1')(readSession)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: '周海若',
      city: '青澜市',
      today: '2026-03-02',
      current: { role: 'branchSecretary', unitName: '规划支部' },
    })
    expect(body.capacities.map(c => c.role)).toEqual(['member', 'branchSecretary'])
  })

  it('answers 401 without a session and after it was revoked, on the next request', async () => {
    expect((await city.as(null)(readSession)).status).toBe(401)
    const caller = city.as('memB1')
    expect((await caller(readSession)).status).toBe(200)
    await city.owner.query('update identity_session set ended_at = now() where account_id = $1', [city.account.memB1])
    expect((await caller(readSession)).problem.code).toBe('NOT_SIGNED_IN')
  })

  it('ends a capacity with its post, on the next request', async () => {
    expect((await city.as('secA2')(readSession)).status).toBe(200)
    await city.owner.query("update organization_post set until_on = '2026-03-01' where id = $1", [city.capacity.secA2])
    expect((await city.as('secA2')(readSession)).status).toBe(401)
  })

  it('switches between posts without signing in again, and knows no key that is not his', async () => {
    const caller = city.as('ocsA')
    expect((await caller(switchCapacity, { body: { key: 'member' } })).body.current.role).toBe('member')
    expect((await caller(switchCapacity, { body: { key: city.capacity.ocsA } })).body.current.role).toBe(
      'organCommittee',
    )
    expect((await caller(switchCapacity, { body: { key: city.capacity.staff } })).status).toBe(404)
  })

  it('replaces a one-time code by a password, then signs in with it and out again', async () => {
    await city.owner.query(
      "update identity_account set one_time_sha256 = $1, one_time_until = app_now() + interval '1 day' where login = 'memA2'",
      [sha256('ABCD-1234')],
    )
    expect((await city.as(null)(signIn, { body: { login: 'memA2', password: 'ABCD-1234' } })).body).toEqual({
      next: 'setPassword',
    })
    const weak = await city.as(null)(setFirstPassword, {
      body: { login: 'memA2', oneTimeCode: 'ABCD-1234', password: 'short' },
    })
    expect(weak.problem).toMatchObject({ code: 'PASSWORD_WEAK', detail: '密码至少10个字符' })
    expect(
      (
        await city.as(null)(setFirstPassword, {
          body: { login: 'memA2', oneTimeCode: 'ABCD-1234', password: 'lake-and-river-7' },
        })
      ).body,
    ).toEqual({ next: 'done' })
    expect((await city.as(null)(signIn, { body: { login: 'memA2', password: 'ABCD-1234' } })).status).toBe(401)
    const signedIn = await city.as(null)(signIn, { body: { login: 'MEMA2', password: 'lake-and-river-7' } })
    expect(signedIn.body).toEqual({ next: 'done' })
    expect(String(signedIn.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await city.as('memA2')(signOut)).status).toBe(204)
  })

  it('locks an account out after five failures from one address, not from another', async () => {
    for (let i = 0; i < 5; i++)
      expect((await city.as(null)(signIn, { body: { login: 'memA1', password: 'wrong' } })).status).toBe(401)
    expect((await city.as(null)(signIn, { body: { login: 'memA1', password: 'wrong' } })).problem.code).toBe(
      'LOCKED_OUT',
    )
    const elsewhere = await city.app.inject({
      method: 'POST',
      url: '/api/session/sign-in',
      remoteAddress: '10.1.1.1',
      headers: { 'x-requested-with': 'jiannuo' },
      payload: { login: 'memA1', password: 'wrong' },
    })
    expect(elsewhere.statusCode).toBe(401)
  })

  it('has no personas and no second factor to confirm with real data', async () => {
    expect((await city.as(null)(readSignInOptions)).body).toEqual({ demo: false, setup: false, personas: [] })
    expect((await city.as(null)(signInAsPersona, { body: { accountId: city.account.staff } })).status).toBe(404)
    expect((await city.as(null)(confirmTotp, { body: { code: '123456' } })).status).toBe(401)
  })

  it('moves the clock of a test start', async () => {
    expect((await city.as(null)(moveClock, { body: { moment: '2026-03-03' } })).body).toEqual({ today: '2026-03-03' })
    await city.moveTo('2026-03-02')
  })
})

describe('commands', () => {
  it('answers the same key and body the same way, another body with 409, no key with 400', async () => {
    const caller = city.as('staff')
    const key = '7b1c1f0e-9a51-4a0d-8a4f-0c2c9c1f0001'
    const first = await caller(switchCapacity, { body: { key: city.capacity.staff } }, { key })
    const again = await caller(switchCapacity, { body: { key: city.capacity.staff } }, { key })
    expect(again.body).toEqual(first.body)
    expect((await caller(switchCapacity, { body: { key: 'member' } }, { key })).problem.code).toBe('KEY_REUSED')
    expect((await caller(switchCapacity, { body: { key: 'member' } }, { key: 'none' })).problem.code).toBe(
      'KEY_MISSING',
    )
  })

  it('refuses a request from a foreign page, an unknown field and a wrong type, in both languages', async () => {
    expect(
      (await city.as('staff')(switchCapacity, { body: { key: 'member' } }, { headers: { 'x-requested-with': 'x' } }))
        .problem.code,
    ).toBe('FOREIGN_ORIGIN')
    const zh = await city.as('staff')(switchCapacity, { body: { key: 5, extra: 1 } as never })
    expect(zh.problem.errors?.map(e => e.pointer)).toEqual(['/key', ''])
    const en = await city.as('staff')(
      switchCapacity,
      { body: { key: 5 } as never },
      { headers: { 'accept-language': 'en' } },
    )
    expect(en.problem.errors?.[0]?.detail).toBe('Enter text')
  })
})

describe('the second wall', () => {
  it('shows nothing to the application role without a session', async () => {
    const units = await city.platform.db.selectFrom('organization_unit').selectAll().execute()
    expect(units).toEqual([])
  })

  it('keeps the three administrators apart from each other and from business posts', async () => {
    const grant = (account: string, role: string) =>
      city.insert('identity_grant', {
        id: crypto.randomUUID(),
        account_id: account,
        role,
        from_on: '2026-01-01',
        granted_by: city.account.staff,
        granted_at: '2026-01-01T00:00:00Z',
      })
    await expect(grant(city.account.system, 'auditAdministrator')).rejects.toThrow(/administrator/)
    await expect(grant(city.account.staff, 'systemAdministrator')).rejects.toThrow(/administrator/)
    await expect(grant(city.account.security, 'workCommittee')).rejects.toThrow(/administrator/)
  })
})
