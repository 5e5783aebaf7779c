import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '@jiannuo/contract/errors.ts'
import type { AnyRoute, Reply, Request } from '@jiannuo/contract/route.ts'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { inject } from 'vitest'
import { connectOwner } from '../platform/database/connect.ts'
import { buildApp } from '../platform/http/app.ts'
import { type OpenPlatform, openPlatform } from '../platform/open-platform.ts'
import { loadSettings } from '../platform/settings.ts'
import { allRoutes } from '../routes.ts'
import { AUTHORITY, type Fixture, insertFixture, insertRow, type PersonKey } from './fixture.ts'
import { databaseUrl, withOwner } from './server.ts'

export interface Answer<T> {
  status: number
  body: T
  problem: Problem
  headers: Record<string, unknown>
  raw: Buffer
}

/** A test city on a database of its own: the real application, the small fixture, a clock that can be moved. */
export interface TestCity extends Fixture {
  authorityId: string
  app: FastifyInstance
  platform: OpenPlatform
  /** The owner's connection, for arranging rows and looking behind the application. */
  owner: pg.Client
  moveTo: (day: string) => Promise<void>
  /** Calls a route as a person in his post (or as plain member with `as('secA1', 'member')`), or as nobody with `null`. */
  as: (who: PersonKey | null, capacity?: string) => Caller
  insert: (table: string, row: Record<string, unknown>) => Promise<void>
  close: () => Promise<void>
}
export type Caller = <T extends AnyRoute>(
  route: T,
  request?: Request<T>,
  options?: { key?: string; headers?: Record<string, string>; payload?: Buffer },
) => Promise<Answer<Reply<T>>>

/** The real application on an empty database of its own. */
export async function openApplication(today: string) {
  const server = inject('postgres')
  const name = `${server.template}_${randomUUID().slice(0, 8)}`
  await withOwner(server.url, client => client.query(`create database ${name} template ${server.template}`))
  const dataDir = await mkdtemp(join(tmpdir(), 'jiannuo-city-'))
  const settings = loadSettings({
    JIANNUO_TEST: '1',
    JIANNUO_DEMO: 'none',
    JIANNUO_LOG_LEVEL: 'silent',
    JIANNUO_DATA: dataDir,
    JIANNUO_CLOCK: today,
    JIANNUO_DATABASE_POOL: '4',
  })
  const url = databaseUrl(server.url, name)
  const platform = await openPlatform(settings, url, () => {})
  const owner = await connectOwner(url)
  // On a server of somebody else's the owner is no superuser: as a member he may look as the application, and end its connections.
  await owner.query(`grant ${new URL(platform.appUrl).username} to current_user`)
  const app = await buildApp(platform, allRoutes(platform))
  const close = async () => {
    await app.close()
    await platform.close()
    await owner.end()
    // By force the server would also have to end its own housekeeping, which an owner without superuser rights may not on PostgreSQL 15.
    await withOwner(server.url, client =>
      client.query(`drop database ${name}`).catch(() => client.query(`drop database ${name} with (force)`)),
    )
    await rm(dataDir, { recursive: true, force: true })
  }
  return { platform, owner, ownerUrl: url, app, close }
}

/** Clones the template database, inserts the fixture and opens the application on it. Today is 2026-03-02 unless moved. */
export async function openTestCity(today = '2026-03-02'): Promise<TestCity> {
  const { platform, owner, app, close } = await openApplication(today)
  const fixture = await insertFixture(owner)
  const moveTo = async (day: string) => {
    platform.clock.moveTo(day)
    await owner.query('update installation set clock_offset = make_interval(secs => $1)', [
      platform.clock.offset / 1000,
    ])
    await owner.query(
      "update identity_session set seen_at = app_now(), ends_at = app_now() + interval '12 hours' where ended_at is null",
    )
    await owner.query('select place_units($1)', [AUTHORITY])
  }
  const secrets = new Map<string, string>()
  const as: TestCity['as'] = (who, capacity) => async (route, request, options) => {
    const session = who && { account: fixture.account[who], capacity: capacity ?? fixture.capacity[who] }
    const secret = session && (await sessionOf(owner, secrets, AUTHORITY, session))
    return callRoute(app, route, request, secret, options)
  }
  return {
    ...fixture,
    authorityId: AUTHORITY,
    app,
    platform,
    owner,
    moveTo,
    as,
    insert: (table, row) => insertRow(owner, table, { authority_id: AUTHORITY, ...row }),
    close,
  }
}

/** The secret of a session of the account in one of its capacities; the same one when asked again. */
export async function sessionOf(
  owner: pg.Client,
  secrets: Map<string, string>,
  authorityId: string,
  { account, capacity }: { account: string; capacity: string },
) {
  const known = secrets.get(`${account} ${capacity}`)
  if (known) return known
  const secret = randomBytes(32).toString('base64url')
  await owner.query('select open_session($1, $2, $3, $4, false, true, $5, $6)', [
    authorityId,
    account,
    randomUUID(),
    createHash('sha256').update(secret).digest('hex'),
    '127.0.0.1',
    'test',
  ])
  await owner.query('update identity_session set capacity_key = $1 where secret_sha256 = $2', [
    capacity,
    createHash('sha256').update(secret).digest('hex'),
  ])
  secrets.set(`${account} ${capacity}`, secret)
  return secret
}

export async function callRoute<T extends AnyRoute>(
  app: FastifyInstance,
  route: T,
  request: Request<T> | undefined,
  secret: string | null,
  options: Parameters<Caller>[2] = {},
): Promise<Answer<Reply<T>>> {
  const params = (request?.params ?? {}) as Record<string, unknown>
  const path = route.path.replaceAll(/:(\w+)/g, (_: string, name: string) => encodeURIComponent(String(params[name])))
  const query = Object.entries((request?.query ?? {}) as Record<string, unknown>).filter(([, v]) => v !== undefined)
  const response = await app.inject({
    method: route.method,
    url: `/api${path}`,
    query: Object.fromEntries(query.map(([k, v]) => [k, String(v)])),
    headers: {
      'x-requested-with': 'jiannuo',
      'idempotency-key': options.key ?? randomUUID(),
      ...(options.payload ? { 'content-type': 'application/octet-stream' } : {}),
      ...options.headers,
    },
    cookies: secret ? { jiannuo: secret } : {},
    ...(route.method === 'GET' ? {} : { payload: options.payload ?? ((request?.body ?? {}) as object) }),
  })
  const json = response.headers['content-type']?.toString().includes('json') ? response.json() : undefined
  return {
    status: response.statusCode,
    body: json as Reply<T>,
    problem: json as Problem,
    headers: response.headers,
    raw: response.rawPayload,
  }
}
