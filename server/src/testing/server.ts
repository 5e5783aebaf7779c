import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectOwner } from '../platform/database/connect.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'

/** One PostgreSQL for a whole test run, with one migrated template that each test file clones. */
export interface TestServer {
  url: string
  template: string
  stop: () => Promise<void>
}

const quiet = { info: () => {}, warn: () => {} }

/** The server named by DATABASE_URL, else an embedded one in a temporary folder. */
export async function startTestServer(): Promise<TestServer> {
  const folder = process.env.DATABASE_URL ? null : await mkdtemp(join(tmpdir(), 'jiannuo-test-'))
  if (folder) await chmod(folder, 0o755) // under root the database runs as another account
  const embedded = folder ? await startEmbedded({ dataDir: folder, log: quiet }) : null
  const url = process.env.DATABASE_URL ?? embedded!.url
  // Durability is not what these tests look at, and waiting for the disk at each commit is most of their time. The product's own start
  // forces it on and is tested by itself.
  if (embedded) await withOwner(url, client => client.query('alter role all set synchronous_commit = off'))
  const template = `jiannuo_template_${randomUUID().slice(0, 8)}`
  await withOwner(url, client => client.query(`create database ${template} template template0 encoding 'UTF8'`))
  await withOwner(databaseUrl(url, template), client => migrate(client, () => {}))
  return {
    url,
    template,
    stop: async () => {
      if (!embedded) await withOwner(url, client => dropAll(client, template))
      await embedded?.stop()
      if (folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function dropAll(client: Awaited<ReturnType<typeof connectOwner>>, template: string) {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname = $1 or datname like $1 || '\\_%'",
    [template],
  )
  for (const { name } of rows)
    await client
      .query(`drop database if exists "${name}"`)
      .catch(() => client.query(`drop database if exists "${name}" with (force)`))
  const { rows: roles } = await client.query<{ name: string }>(
    "select rolname as name from pg_roles where shobj_description(oid, 'pg_authid') = $1",
    [template],
  )
  for (const { name } of roles) await client.query(`drop role if exists "${name}"`)
}

export const databaseUrl = (server: string, name: string) => {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function withOwner<T>(
  url: string,
  run: (client: Awaited<ReturnType<typeof connectOwner>>) => Promise<T>,
): Promise<T> {
  const client = await connectOwner(url)
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}
