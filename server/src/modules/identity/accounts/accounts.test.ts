import {
  countRosterAccounts,
  createAdministratorAccount,
  createRosterAccounts,
  endAccountSessions,
  listAccountSessions,
  listAccounts,
  resetCode,
  resetSecondFactor,
  setAccountState,
} from '@jiannuo/contract/identity/administration.ts'
import { readSession, setFirstPassword, signIn } from '@jiannuo/contract/identity/session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { newCode, normalCode, sha256 } from '../one-time-code.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const lines = (raw: Buffer) =>
  raw
    .toString()
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map(line => line.slice(1, -1).split('","'))

describe('one-time codes', () => {
  it('has 60 bits or more, no look-alikes, and reads as a person types it', () => {
    const codes = Array.from({ length: 500 }, newCode)
    expect(new Set(codes).size).toBe(500)
    for (const code of codes) expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{5}(-[ACDEFGHJKMNPQRTWXY34679]{5}){2}$/)
    expect(15 * Math.log2(23)).toBeGreaterThan(60)
    const [code] = codes
    expect(normalCode(` ${code?.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
    expect(normalCode('my own password')).toBe('my own password')
  })
})

describe('accounts of the roster', () => {
  it('makes accounts for members without one, hands the codes out once and lets each sign in', async () => {
    for (const [code, name, unit] of [
      ['n1', '=胡可', 'a1'],
      ['n2', '戚远', 'b1'],
    ] as const) {
      const id = crypto.randomUUID()
      await city.insert('membership_member', { id, code, name, pinyin: 'x', initials: 'x' })
      await city.insert('membership_belonging', {
        id: crypto.randomUUID(),
        member_id: id,
        unit_id: city.unit[unit],
        from_on: '2026-01-01',
      })
    }
    const missing = async () =>
      Promise.all(
        (['system', 'staff', 'ocsA', 'ocsB'] as const).map(
          async who => (await city.as(who)(countRosterAccounts)).body.withoutAccount,
        ),
      )
    expect(await missing()).toEqual([2, 2, 1, 1])
    const organ = await city.as('ocsA')(createRosterAccounts, { body: {} })
    expect(organ.status).toBe(200)
    const [head, row, ...more] = lines(organ.raw)
    expect(head).toEqual(['党组织', '姓名', '账号', '一次性口令', '有效期至'])
    expect(row?.slice(0, 3)).toEqual(['规划支部', "'=胡可", 'n1'])
    expect(row?.[4]).toBe('2026-04-01')
    expect(more).toEqual([])
    expect(await missing()).toEqual([1, 1, 0, 1])
    const stored = await city.owner.query(
      "select one_time_sha256, password_hash from identity_account where login = 'n1'",
    )
    expect(stored.rows[0]).toEqual({ one_time_sha256: sha256(row?.[3] ?? ''), password_hash: null })
    const set = await city.as(null)(setFirstPassword, {
      body: { login: 'n1', oneTimeCode: (row?.[3] ?? '').toLowerCase(), password: 'river-and-hill-9' },
    })
    expect(set.body).toEqual({ next: 'done' })
    const whole = await city.as('staff')(createRosterAccounts, { body: {} })
    expect(
      lines(whole.raw)
        .slice(1)
        .map(r => r[2]),
    ).toEqual(['n2'])
    const renewed = await city.as('staff')(createRosterAccounts, { body: { renew: true, unitId: city.unit.ocB } })
    expect(lines(renewed.raw).map(r => r[2])).toContain('n2')
    expect(lines(renewed.raw).map(r => r[2])).not.toContain('n1')
    expect(
      (await city.as(null)(signIn, { body: { login: 'n2', password: lines(whole.raw)[1]?.[3] ?? '' } })).status,
    ).toBe(401)
    expect((await city.as('secA1')(createRosterAccounts, { body: {} })).status).toBe(403)
  })

  it('lets a code die after 30 days', async () => {
    const { body } = await city.as('system')(resetCode, { params: { id: city.account.mem3A1 } })
    expect((await city.as(null)(signIn, { body: { login: 'mem3A1', password: body.code } })).body).toEqual({
      next: 'setPassword',
    })
    await city.moveTo('2026-04-02')
    expect((await city.as(null)(signIn, { body: { login: 'mem3A1', password: body.code } })).status).toBe(401)
    const listed = await city.as('system')(listAccounts, { query: { search: 'mem3A1' } })
    expect(listed.body.items[0]).toMatchObject({ credential: 'expired', ofMember: true })
    await city.moveTo('2026-03-02')
  })
})

describe('reset of one code', () => {
  const reset = (who: Parameters<TestCity['as']>[0], whose: keyof TestCity['account']) =>
    city.as(who)(resetCode, { params: { id: city.account[whose] } })

  it('is the system administrator’s, the staff’s and the organ committee’s below it, never upwards, never one’s own', async () => {
    expect((await reset('system', 'memB1')).status).toBe(200)
    expect((await reset('ocsA', 'secA1')).status).toBe(200)
    expect((await reset('staff', 'ocsB')).status).toBe(200)
    expect((await reset('ocsA', 'memB1')).status).toBe(404)
    expect((await reset('ocsA', 'pgsA')).status).toBe(404)
    expect((await reset('ocsA', 'ocdA')).status).toBe(404)
    expect((await reset('ocsA', 'ocsA')).problem.code).toBe('OWN_ACCOUNT')
    expect((await reset('staff', 'staff2')).status).toBe(403)
    expect((await reset('staff', 'system')).status).toBe(404)
    expect((await reset('secA1', 'memA1')).status).toBe(404)
    expect((await reset('security', 'memA1')).status).toBe(404)
  })

  it('ends the sessions and the password of the account, and says so in the log', async () => {
    const caller = city.as('mem2A1')
    expect((await caller(readSession)).status).toBe(200)
    await city.owner.query("update identity_account set password_hash = 'x' where login = 'mem2A1'")
    await reset('ocsA', 'mem2A1')
    expect((await caller(readSession)).status).toBe(401)
    const logged = await city.owner.query("select action from audit_event where object_id = $1 and outcome = 'done'", [
      city.account.mem2A1,
    ])
    expect(logged.rows).toEqual([{ action: 'identity.reset-code' }])
  })

  it('keeps the code out of the kept replies', async () => {
    const { body } = await reset('system', 'memA2')
    const kept = await city.owner.query('select count(*) as n from platform_command where reply::text like $1', [
      `%${body.code}%`,
    ])
    expect(kept.rows[0].n).toBe(0)
  })
})

describe('the system administrator', () => {
  it('disables an account, which is out on its next request and cannot come back by its code', async () => {
    const caller = city.as('secB1')
    expect((await caller(readSession)).status).toBe(200)
    expect(
      (await city.as('system')(setAccountState, { params: { id: city.account.secB1 }, body: { state: 'disabled' } }))
        .status,
    ).toBe(204)
    expect((await caller(readSession)).status).toBe(401)
    await city.owner.query(
      "update identity_account set one_time_sha256 = $1, one_time_until = app_now() + interval '1 day' where login = 'secB1'",
      [sha256('AAAAA-AAAAA-AAAAA')],
    )
    expect((await city.as(null)(signIn, { body: { login: 'secB1', password: 'AAAAA-AAAAA-AAAAA' } })).status).toBe(401)
    expect(
      (
        await city.as(null)(setFirstPassword, {
          body: { login: 'secB1', oneTimeCode: 'AAAAA-AAAAA-AAAAA', password: 'river-and-hill-9' },
        })
      ).status,
    ).toBe(401)
    expect(
      (await city.as('system')(setAccountState, { params: { id: city.account.secB1 }, body: { state: 'active' } }))
        .status,
    ).toBe(204)
    expect(
      (await city.as('system')(setAccountState, { params: { id: city.account.system }, body: { state: 'disabled' } }))
        .problem.code,
    ).toBe('OWN_ACCOUNT')
    expect(
      (await city.as('staff')(setAccountState, { params: { id: city.account.secB1 }, body: { state: 'disabled' } }))
        .status,
    ).toBe(403)
  })

  it('sees and ends sessions of an account', async () => {
    await city.as('pgsB')(readSession)
    const sessions = await city.as('system')(listAccountSessions, { params: { id: city.account.pgsB } })
    expect(sessions.body.items).toMatchObject([{ address: '127.0.0.1', device: 'test', current: false }])
    expect((await city.as('system')(endAccountSessions, { params: { id: city.account.pgsB } })).status).toBe(204)
    expect((await city.as('pgsB')(readSession)).status).toBe(401)
  })

  it('makes accounts without a member, each name once', async () => {
    const made = await city.as('system')(createAdministratorAccount, {
      body: { login: 'second.security', name: '严谨' },
    })
    expect(made.body.code).toMatch(/^\w{5}-\w{5}-\w{5}$/)
    expect(
      (await city.as('system')(createAdministratorAccount, { body: { login: 'Second.Security', name: '严谨' } }))
        .problem.code,
    ).toBe('LOGIN_TAKEN')
  })

  it('cannot remove a second factor: who resets the code must not reset both', async () => {
    expect((await city.as('system')(resetSecondFactor, { params: { id: city.account.staff } })).status).toBe(403)
    expect((await city.as('security')(resetSecondFactor, { params: { id: city.account.staff2 } })).status).toBe(204)
  })

  it('pages through accounts without gap or repeat', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await city.as('system')(listAccounts, { query: { limit: 5, after } })
      seen.push(...body.items.map(i => i.login))
      after = body.next ?? undefined
    } while (after)
    const all = await city.owner.query('select login from identity_account order by login, id')
    expect(seen).toEqual(all.rows.map(r => r.login))
    const nonsense = await city.as('system')(listAccounts, { query: { after: 'bm9uc2Vuc2U' } })
    expect(nonsense.problem).toMatchObject({ code: 'INVALID_INPUT', errors: [{ pointer: '/query/after' }] })
    const organ = await city.as('ocsB')(listAccounts)
    expect(organ.body.items.map(i => i.login).filter(l => !['ocsB', 'secB1', 'memB1', 'n2'].includes(l))).toEqual([])
  })
})
