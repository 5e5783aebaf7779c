import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from '@jiannuo/contract/identity/set-up.ts'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectOwner } from '../../../platform/database/connect.ts'
import { buildApp } from '../../../platform/http/app.ts'
import { type OpenPlatform, openPlatform } from '../../../platform/open-platform.ts'
import { loadSettings } from '../../../platform/settings.ts'
import { databaseUrl, withOwner } from '../../../testing/server.ts'
import { routes } from '../routes.ts'
import { printSetupToken } from './token.ts'

let app: FastifyInstance
let platform: OpenPlatform
let owner: pg.Client
let dataDir: string
const printed: string[] = []
const server = inject('postgres')
const name = `${server.template}_${randomUUID().slice(0, 8)}`

beforeAll(async () => {
  await withOwner(server.url, client => client.query(`create database ${name} template ${server.template}`))
  dataDir = await mkdtemp(join(tmpdir(), 'jiannuo-set-up-'))
  const settings = loadSettings({ JIANNUO_DEMO: 'none', JIANNUO_LOG_LEVEL: 'silent', JIANNUO_DATA: dataDir })
  platform = await openPlatform(settings, databaseUrl(server.url, name), () => {})
  owner = await connectOwner(databaseUrl(server.url, name))
  app = await buildApp(platform, routes)
  await printSetupToken(owner, line => printed.push(line))
})
afterAll(async () => {
  await app?.close()
  await platform?.close()
  await owner?.end()
  await withOwner(server.url, client => client.query(`drop database ${name} with (force)`))
  await rm(dataDir, { recursive: true, force: true })
})

const token = () => /: (\S+)$/.exec(printed[0] ?? '')?.[1] ?? ''
const plan = (over: object = {}) => ({
  token: token(),
  city: '澄江市',
  cityCommittee: { code: 'SW', name: '中共澄江市委' },
  workCommittee: { code: 'GW', name: '市委机关工委' },
  staff: { login: 'staff', name: '岳清和', code: 'P001' },
  systemAdministrator: { login: 'system', name: '程守一' },
  securityAdministrator: { login: 'security', name: '安之若' },
  auditAdministrator: { login: 'audit', name: '鉴明' },
  ...over,
})
const post = async (url: string, payload: object, cookie = '') => {
  const response = await app.inject({
    method: 'POST',
    url: `/api${url}`,
    payload,
    headers: { 'x-requested-with': 'jiannuo', cookie },
  })
  return {
    status: response.statusCode,
    body: response.body ? response.json() : undefined,
    cookie: String(response.headers['set-cookie'] ?? '').split(';')[0] ?? '',
  }
}
const get = async (url: string, cookie = '') => (await app.inject({ url: `/api${url}`, headers: { cookie } })).json()

describe('first run', () => {
  it('prints a token and says on the sign-in page that a set-up is due', async () => {
    expect(token()).toMatch(/^\w{5}-\w{5}-\w{5}$/)
    expect(await get('/session/options')).toEqual({ demo: false, setup: true, personas: [] })
    const kept = await owner.query('select setup_token_sha256 from installation')
    expect(kept.rows[0].setup_token_sha256).not.toContain(token())
  })

  it('refuses a wrong token, equal account names, and writes nothing', async () => {
    expect((await post(setUp.path, plan({ token: 'AAAAA-AAAAA-AAAAA' }))).body.code).toBe('SETUP_TOKEN_WRONG')
    const twice = await post(setUp.path, plan({ auditAdministrator: { login: 'SYSTEM', name: '鉴明' } }))
    expect(twice.body.errors[0].pointer).toBe('/auditAdministrator/login')
    expect((await owner.query('select * from authority')).rows).toEqual([])
  })

  it('makes the city once, of two simultaneous tries one, and everybody gets in by his code', async () => {
    const [first, second] = await Promise.all([post(setUp.path, plan()), post(setUp.path, plan())])
    const done = first.status === 200 ? first : second
    const late = first.status === 200 ? second : first
    expect([done.status, late.status, late.body.code]).toEqual([200, 409, 'SETUP_DONE'])
    expect(done.body.accounts.map((a: { role: string }) => a.role)).toEqual([
      'workCommittee',
      'systemAdministrator',
      'securityAdministrator',
      'auditAdministrator',
    ])
    for (const account of done.body.accounts) {
      const set = await post('/session/first-password', {
        login: account.login,
        oneTimeCode: account.code,
        password: 'lake-and-river-7',
      })
      expect(set.body).toEqual({ next: 'done' })
      const session = await get('/session', set.cookie)
      expect(session).toMatchObject({ city: '澄江市', mustEnrol: true, current: { role: account.role } })
    }
    expect(await get('/session/options')).toMatchObject({ setup: false })
    const tree = await owner.query('select depth from organization_place order by depth')
    expect(tree.rows.map(r => r.depth)).toEqual([0, 1])
    const logged = await owner.query("select count(*) as n from audit_event where action = 'identity.set-up'")
    expect(logged.rows[0].n).toBe(1)
  })

  it('prints no token any more', async () => {
    const later: string[] = []
    await printSetupToken(owner, line => later.push(line))
    expect(later).toEqual([])
    expect((await owner.query('select setup_token_sha256 from installation')).rows[0].setup_token_sha256).toBeNull()
    expect((await post(setUp.path, plan())).body.code).toBe('SETUP_DONE')
  })

  it('is not started as a demo by mistake, nor a demo as real, and the clock stays where it was', async () => {
    const startAs = (demo: 'full' | 'none') =>
      openPlatform({ ...platform.settings, demo }, databaseUrl(server.url, name), () => {})
    await expect(startAs('full')).rejects.toThrow('这里已有正式数据')
    await owner.query("update installation set demo = 'small', clock_offset = '3 days'")
    await expect(startAs('none')).rejects.toThrow('这里是演示城市的数据')
    expect((await owner.query('select extract(day from clock_offset)::int as days from installation')).rows).toEqual([
      { days: 3 },
    ])
  })
})
