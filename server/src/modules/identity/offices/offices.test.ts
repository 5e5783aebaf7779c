import { listGrants, requestGrant, revokeGrant, signGrant } from '@jiannuo/contract/identity/administration.ts'
import { readSession, switchCapacity } from '@jiannuo/contract/identity/session.ts'
import { listCheckpoints, markEvent, readSystem, searchAudit } from '@jiannuo/contract/identity/system.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sequenceEvents } from '../../../platform/audit/sequence-events.ts'
import { openContext } from '../../../platform/http/context.ts'
import { runJob } from '../../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
let second: string
beforeAll(async () => {
  city = await openTestCity()
  second = await blankAccount('security2')
  await city.insert('identity_grant', {
    id: crypto.randomUUID(),
    account_id: second,
    role: 'securityAdministrator',
    from_on: '2020-01-01',
    granted_by: crypto.randomUUID(),
    granted_at: '2020-01-01T00:00:00Z',
    signed_by: crypto.randomUUID(),
    signed_at: '2020-01-01T00:00:00Z',
  })
})
afterAll(() => city?.close())

async function blankAccount(login: string) {
  const id = crypto.randomUUID()
  await city.insert('identity_account', { id, login, display_name: login, created_at: '2026-01-01T00:00:00Z' })
  return id
}
const from = '2026-03-02'

/** Runs SQL in the application's role under the session of one person: the database's own walls and no other. */
async function bare(secret: string, statement: ReturnType<typeof sql>) {
  return city.platform.db.transaction().execute(async tx => {
    await openContext(tx, secret)
    return statement.execute(tx)
  })
}
async function openSecret(account: string) {
  const secret = crypto.randomUUID()
  await city.owner.query(
    "select open_session($1, $2, gen_random_uuid(), encode(sha256(convert_to($3, 'UTF8')), 'hex'), false, true, 'x', 'x')",
    [city.authorityId, account, secret],
  )
  return secret
}

describe('grants', () => {
  it('take effect with another person’s signature and end on the next request after a revocation', async () => {
    const asked = await city.as('security')(requestGrant, {
      body: { accountId: city.account.memA1, role: 'cityCommittee', unitId: city.unit.city, fromOn: from },
    })
    expect(asked.status).toBe(200)
    const { id } = asked.body
    const capacitiesOf = async () => (await city.as('memA1')(readSession)).body.capacities.map(c => c.role)
    expect(await capacitiesOf()).toEqual(['member'])
    expect((await city.as('security')(signGrant, { params: { id } })).problem.code).toBe('GRANT_SECOND_PERSON')
    expect((await city.as('audit')(signGrant, { params: { id } })).status).toBe(403)
    expect((await city.as('staff')(signGrant, { params: { id } })).status).toBe(404)
    expect((await city.as('memA1')(signGrant, { params: { id } })).status).toBe(403)
    const toSign = await city.as('system')(listGrants, { query: { state: 'requested' } })
    expect(toSign.body.items).toMatchObject([
      { id, name: '陈砚青', unitName: '中共青澜市委', maySign: true, state: 'requested' },
    ])
    expect((await city.as('system')(signGrant, { params: { id } })).status).toBe(204)
    expect(await capacitiesOf()).toContain('cityCommittee')
    expect((await city.as('system')(signGrant, { params: { id } })).problem.code).toBe('STATE_CONFLICT')
    const caller = city.as('memA1')
    expect((await caller(switchCapacity, { body: { key: id } })).body.current.role).toBe('cityCommittee')
    expect((await city.as('system')(revokeGrant, { params: { id } })).status).toBe(403)
    expect((await city.as('security')(revokeGrant, { params: { id } })).status).toBe(204)
    expect((await caller(readSession)).status).toBe(401)
    expect((await city.as('security')(revokeGrant, { params: { id } })).problem.code).toBe('STATE_CONFLICT')
  })

  it('run from–until', async () => {
    const { body } = await city.as('security')(requestGrant, {
      body: {
        accountId: city.account.memB1,
        role: 'districtCommittee',
        unitId: city.unit.d1,
        fromOn: '2026-03-05',
        untilOn: '2026-03-08',
      },
    })
    await city.as('system')(signGrant, { params: { id: body.id } })
    const has = async (day: string) => {
      await city.moveTo(day)
      return (await city.as('memB1')(readSession)).body.capacities.some(c => c.role === 'districtCommittee')
    }
    expect([
      await has('2026-03-04'),
      await has('2026-03-05'),
      await has('2026-03-07'),
      await has('2026-03-08'),
    ]).toEqual([false, true, true, false])
    await city.moveTo('2026-03-02')
  })

  it('refuse oneself, a member as administrator, two offices in one account, wrong days, a business role without unit', async () => {
    const ask = (accountId: string, role: 'auditAdministrator' | 'workCommittee', more = {}) =>
      city.as('security')(requestGrant, { body: { accountId, role, fromOn: from, ...more } })
    expect((await ask(city.account.security, 'auditAdministrator')).problem.code).toBe('OWN_ACCOUNT')
    expect((await ask(city.account.memA1, 'auditAdministrator')).problem.code).toBe('GRANT_CLASH')
    expect((await ask(city.account.system, 'auditAdministrator')).problem.code).toBe('GRANT_CLASH')
    expect((await ask(city.account.audit, 'workCommittee', { unitId: city.unit.wc })).problem.code).toBe('GRANT_CLASH')
    expect((await ask(city.account.memA1, 'workCommittee')).problem.errors?.[0]?.pointer).toBe('/unitId')
    expect((await ask(second, 'auditAdministrator', { untilOn: from })).problem.errors?.[0]?.pointer).toBe('/untilOn')
    expect(
      (await city.as('system')(requestGrant, { body: { accountId: second, role: 'auditAdministrator', fromOn: from } }))
        .status,
    ).toBe(403)
  })
})

describe('the database keeps the offices apart on its own', () => {
  const request = (by: string, account: string, signedBy: string | null = null) =>
    sql`insert into identity_grant (authority_id, id, account_id, role, from_on, granted_by, granted_at, signed_by) values (${city.authorityId}, gen_random_uuid(), ${account}, 'auditAdministrator', '2026-03-02', ${by}, now(), ${signedBy})`

  it('refuses direct SQL of a security administrator for himself, in another’s name, or signed at once', async () => {
    const target = await blankAccount('target1')
    const secret = await openSecret(city.account.security)
    await expect(bare(secret, request(city.account.security, city.account.security))).rejects.toThrow(
      /nobody grants to himself|no other role/,
    )
    await expect(bare(secret, request(second, target))).rejects.toThrow(/begins as a request/)
    await expect(bare(secret, request(city.account.security, target, second))).rejects.toThrow(/begins as a request/)
    await expect(bare(secret, request(city.account.security, city.account.memA1))).rejects.toThrow(/no other role/)
    await expect(bare(await openSecret(city.account.system), request(city.account.system, target))).rejects.toThrow(
      /begins as a request/,
    )
    await expect(bare(await openSecret(city.account.memB1), request(city.account.memB1, target))).rejects.toThrow(
      /begins as a request|row-level security/,
    )
    await expect(bare(secret, request(city.account.security, target))).resolves.toBeDefined()
    const sign = (by: string) =>
      sql`update identity_grant set signed_by = ${by}, signed_at = now() where account_id = ${target}`
    await expect(bare(secret, sign(city.account.security))).rejects.toThrow(/another person|signed_by/)
    await expect(bare(secret, sign(second))).rejects.toThrow(/another person/)
    await expect(
      bare(secret, sql`update identity_grant set role = 'systemAdministrator' where account_id = ${target}`),
    ).rejects.toThrow(/never changed/)
    await expect(bare(await openSecret(second), sign(second))).resolves.toBeDefined()
  })

  it('shows none of the three a row of business data, nor lets one change the log', async () => {
    const tables = await city.owner.query(
      "select tablename from pg_tables where schemaname = 'public' and tablename ~ '^(membership|pledge|appraisal|disclosure|fact|inbox|roster|organization_change)' order by 1",
    )
    expect(tables.rows.length).toBeGreaterThan(20)
    await city.insert('inbox_item', {
      id: crypto.randomUUID(),
      person_id: city.person.memA1,
      kind: 'x',
      object_id: 'x',
      title_zh: 'x',
      title_en: 'x',
      link: '/',
      sent_at: '2026-01-01T00:00:00Z',
    })
    for (const who of ['system', 'security', 'audit'] as const) {
      const secret = await openSecret(city.account[who])
      for (const { tablename } of tables.rows) {
        if (['pledge_duty', 'pledge_template', 'appraisal_scheme', 'documents_mapping'].includes(tablename)) continue
        const { rows } = await bare(secret, sql`select * from ${sql.table(tablename)} limit 1`)
        expect(rows, `${tablename} for ${who}`).toEqual([])
      }
      await expect(bare(secret, sql`update audit_event set action = 'x'`)).rejects.toThrow(
        /permission denied|append-only/,
      )
      await expect(bare(secret, sql`delete from audit_event`)).rejects.toThrow(/permission denied|append-only/)
    }
  })
})

describe('the system administrator', () => {
  it('reads sizes and counts', async () => {
    const { body } = await city.as('system')(readSystem)
    expect(body).toMatchObject({ accounts: expect.any(Number), demo: 'none', backups: [] })
    expect(body.databaseBytes).toBeGreaterThan(1e6)
    expect((await city.as('security')(readSystem)).status).toBe(403)
    expect((await city.as('staff')(readSystem)).status).toBe(403)
  })
})

describe('the audit administrator', () => {
  it('searches the log, the other administrators’ deeds included, page by page, and marks a row', async () => {
    const { body } = await city.as('audit')(searchAudit, {
      query: { action: 'identity.', login: 'security', limit: 2 },
    })
    expect(body.items).toHaveLength(2)
    const rest = await city.as('audit')(searchAudit, {
      query: { action: 'identity.', login: 'security', limit: 200, after: body.next ?? '' },
    })
    const all = await city.owner.query(
      "select id from audit_event where action like 'identity.%' and account_id = $1 order by at desc, id desc",
      [city.account.security],
    )
    expect([...body.items, ...rest.body.items].map(i => i.id)).toEqual(all.rows.map(r => r.id))
    const [row] = body.items
    expect(
      (await city.as('audit')(markEvent, { params: { id: row?.id ?? '' }, body: { note: '请安全保密管理员说明' } }))
        .status,
    ).toBe(204)
    const marked = await city.as('audit')(searchAudit, { query: { marked: 'yes' } })
    expect(marked.body.items).toMatchObject([{ id: row?.id, marks: [{ note: '请安全保密管理员说明', by: 'audit' }] }])
    await expect(city.owner.query('delete from identity_audit_mark')).rejects.toThrow(/append-only/)
    expect(
      (await city.as('audit')(markEvent, { params: { id: crypto.randomUUID() }, body: { note: 'x' } })).status,
    ).toBe(404)
    expect((await city.as('system')(searchAudit)).status).toBe(403)
    const refused = await city.as('audit')(searchAudit, {
      query: { outcome: 'refused', login: 'system', object: '/api/audit/events' },
    })
    expect(refused.body.items[0]).toMatchObject({ action: 'refused', route: 'GET /audit/events' })
  })

  it('finds by day in the city’s zone, and is itself in the log', async () => {
    const on = (fromOn: string, untilOn: string) => city.as('audit')(searchAudit, { query: { fromOn, untilOn } })
    expect((await on('2026-03-02', '2026-03-03')).body.items.length).toBeGreaterThan(3)
    expect((await on('2026-02-01', '2026-03-01')).body.items).toEqual([])
    expect(
      (await city.as('audit')(searchAudit, { query: { action: 'identity.search-audit' } })).body.items.length,
    ).toBeGreaterThan(3)
  })

  it('reads the signed heads', async () => {
    await runJob(city.platform, { name: 'sequence-audit', cron: '* * * * *', run: sequenceEvents })
    const { body } = await city.as('audit')(listCheckpoints)
    expect(body.items[0]).toMatchObject({
      rootSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      signature: expect.any(String),
    })
    const { body: found } = await city.as('audit')(searchAudit, { query: { action: 'identity.sign-grant' } })
    expect(found.items[0]?.seq).toEqual(expect.any(Number))
  })
})
