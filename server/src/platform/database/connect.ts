import { createHmac } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { StartError } from '../settings.ts'
import type { Database } from './tables.ts'

export type Tx = Transaction<Database>

/** Oldest PostgreSQL the product runs on, as `server_version_num`. */
const OLDEST = 150_000

// Days stay text, exact decimals stay text, counts are numbers, moments are ISO text: nothing is silently rounded or shifted.
const { builtins } = pg.types
const types = new pg.TypeOverrides()
types.setTypeParser(builtins.DATE, value => value)
types.setTypeParser(builtins.NUMERIC, value => value)
types.setTypeParser(builtins.INT8, value => Number(value))
types.setTypeParser(builtins.TIMESTAMPTZ, value =>
  new Date(value.includes(':') && /[+-]\d\d$/.test(value) ? `${value}:00` : value).toISOString(),
)
types.setTypeParser(1182 as never, value => pg.types.getTypeParser(1009 as never)(value))

/** An owner connection: migrations, roles, demo loading, backup. Never used to answer a request. Fails with a StartError that names the place, not the password. */
export async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types, application_name: 'jiannuo-owner' })
  client.on('error', () => {}) // a server that goes away is told by the query that was waiting for it
  await client.connect().catch((cause: Error & { code?: string }) => {
    const { host, pathname } = new URL(url)
    const reason = cause.message || cause.code
    throw new StartError(
      `连不上数据库 ${host}${pathname}:${reason}。请检查数据库是否已启动,以及 DATABASE_URL 的地址、账号和密码。`,
      `The database ${host}${pathname} cannot be reached: ${reason}. Check that it runs, and address, account and password in DATABASE_URL.`,
      { cause },
    )
  })
  return client
}

/**
 * The connection string of the application's own role: not the owner, no BYPASSRLS, member of `jiannuo_app`, which holds the grants.
 * Its password is derived from the installation's key, so that several servers of one installation share it.
 */
export async function prepareAppRole(owner: pg.Client, url: string, key: Buffer): Promise<string> {
  const { rows } = await owner.query<{ name: string; version: string }>(
    "select current_database() as name, current_setting('server_version_num') as version",
  )
  const database = rows[0]!
  if (Number(database.version) < OLDEST)
    throw new StartError(
      `数据库要求 PostgreSQL 15 或更新版本,现为 ${Math.floor(Number(database.version) / 10_000)}。`,
      `PostgreSQL 15 or newer is needed; this server is ${Math.floor(Number(database.version) / 10_000)}.`,
    )
  const role = `jiannuo_${createHmac('sha256', key).update(`role:${database.name}`).digest('hex').slice(0, 12)}`
  const password = createHmac('sha256', key).update(`password:${database.name}`).digest('hex')
  await ensureAppRole(owner, role, password)
  const app = new URL(url)
  app.username = role
  app.password = password
  return app.href
}

/** Makes the role or renews its password. An owner without superuser rights may do both; a role of that name with more power is refused. */
async function ensureAppRole(owner: pg.Client, role: string, password: string) {
  const { rows } = await owner.query<{ powerful: boolean }>(
    'select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as powerful from pg_roles where rolname = $1',
    [role],
  )
  if (rows[0]?.powerful)
    throw new Error(`The database role ${role} has more rights than the application may have; drop it.`)
  await owner.query(`${rows[0] ? 'alter' : 'create'} role ${role} login password '${password}'`)
  const { rows: members } = await owner.query<{ member: boolean }>(
    "select pg_has_role($1, 'jiannuo_app', 'member') as member",
    [role],
  )
  if (!members[0]?.member) await owner.query(`grant jiannuo_app to ${role}`)
}

export function connectApp(url: string, size: number): { db: Kysely<Database>; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    application_name: 'jiannuo',
    connectionTimeoutMillis: 5000,
  })
  pool.on('error', () => {}) // an idle connection lost to a server restart; the pool opens another
  pool.on('connect', client => client.on('error', () => {})) // one in use: its next query says so
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool }
}
