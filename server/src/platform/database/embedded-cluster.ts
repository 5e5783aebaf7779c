import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../settings.ts'
import { SYSTEM_DIR } from './embedded-binaries.ts'
import { type Account, anyWorksOn, isAlive, livePostmaster, type Postmaster, readPidFile, run, SERVER_ENV, stopPostmaster } from './embedded-process.ts'

/** The cluster's superuser, owner of every table; the application's own role is made by the migrations. */
export const OWNER = 'jiannuo_owner'

export type EmbeddedLog = { info(message: string): void; warn(message: string): void }
export type ClusterContext = {
  dataDir: string
  cluster: string
  binDir: string
  account: Account
  password: string
  log: EmbeddedLog
  signal?: AbortSignal | undefined
}

/** Given on the command line, so that no edited file can weaken them. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
}

const LOG_LIMIT_BYTES = 10_000_000
const START_TRIES = 12

/** `<data directory>/pg`, or under root a folder of the system when the database's account cannot reach that one. */
export async function clusterPlace(dataDir: string, account: Account): Promise<string> {
  const real = realpathSync(dataDir)
  const inside = join(real, 'pg')
  if (!account) return ownCluster(inside)
  const outside = join(SYSTEM_DIR, createHash('sha256').update(real).digest('hex').slice(0, 16), 'pg')
  if (!existsSync(inside) && existsSync(outside)) return outside
  if ((await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', real], account)).code === 0) return inside
  mkdirSync(dirname(outside), { recursive: true, mode: 0o755 })
  return outside
}

function ownCluster(cluster: string): string {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid
  if (owner === undefined || process.getuid === undefined || owner === process.getuid()) return cluster
  throw new StartError(
    `数据库目录 ${cluster} 属于另一个系统账户(编号 ${owner}):请用当初的账户启动,或用 JIANNUO_DATA 指定其他目录。`,
    `The database directory ${cluster} belongs to another account (number ${owner}): start as the account that made it, or name another one in JIANNUO_DATA.`,
  )
}

/** Makes the cluster unless it exists: beside its place, then moved there, so that an interrupted attempt never looks finished. */
export async function initialise(context: ClusterContext): Promise<void> {
  const { cluster, binDir, account, password, log, signal } = context
  const folder = dirname(cluster)
  for (const left of readdirSync(folder).filter((name) => name.startsWith('pg.new-'))) {
    rmSync(join(folder, left), { recursive: true, force: true, maxRetries: 5 })
  }
  if (existsSync(cluster)) return requireSameMajor(context)
  log.info('正在建立内嵌数据库(仅首次)…… Creating the embedded database (first start only)…')
  const draft = join(folder, `pg.new-${process.pid}`)
  const secret = `${draft}-secret`
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(secret, password, { mode: 0o600 })
  if (account) for (const path of [draft, secret]) chownSync(path, account.uid, account.gid)
  try {
    const common = ['-D', draft, '-U', OWNER, `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums']
    // Sorted by code point everywhere; the C.UTF-8 character classes let trigram search see Chinese. Some systems lack that locale.
    const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const initdb = join(binDir, 'initdb')
    let made = await run(initdb, [...common, ...builtin, '--lc-ctype=C.UTF-8'], account, signal)
    if (made.code !== 0 && /locale/.test(made.output)) made = await run(initdb, [...common, ...builtin], account, signal)
    signal?.throwIfAborted()
    if (made.code !== 0) {
      const reason = made.output.split('\n').filter((line) => /error|fatal/i.test(line)).join(' ') || made.output
      throw new StartError(`无法建立内嵌数据库:${reason}`, `The embedded database cannot be created: ${reason}`)
    }
    renameSync(draft, cluster)
    syncFolder(folder)
  } finally {
    rmSync(secret, { force: true })
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

async function requireSameMajor({ cluster, binDir, account }: ClusterContext): Promise<void> {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const { output } = await run(join(binDir, 'postgres'), ['--version'], account)
  const now = / (\d+)/.exec(output)?.[1]
  if (made === now) return
  throw new StartError(
    `数据库由 PostgreSQL ${made} 建立,当前程序为 ${now}:请先用旧版本备份,再在新的数据目录恢复。`,
    `The database was made by PostgreSQL ${made}, this program brings ${now}: back up with the old version, then restore into a new data directory.`,
  )
}

const commandLine = (cluster: string, port: number): string[] => [
  '-D',
  cluster,
  ...Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

/** Whether the server that runs was started with the binaries and settings we would use; PostgreSQL keeps its command line in a file. */
export function runsAsPlanned({ cluster, binDir }: ClusterContext, port: number): boolean {
  const planned = [join(binDir, 'postgres'), ...commandLine(cluster, port).map((word) => `"${word}"`)].join(' ')
  return existsSync(join(cluster, 'postmaster.opts')) && readFileSync(join(cluster, 'postmaster.opts'), 'utf8').trim() === planned
}

/** Starts the server and waits until it accepts connections. Tries again when the port was taken or a lock of a dead server is still about. */
export async function launch(context: ClusterContext): Promise<Postmaster> {
  let reason = ''
  for (let attempt = 0; attempt < START_TRIES; attempt += 1) {
    context.signal?.throwIfAborted()
    const port = await freePort(context.dataDir, /Address already in use|TCP\/IP sockets/.test(reason))
    const started = await spawnServer(context, port)
    if (typeof started !== 'string') return started
    reason = started
    if (!/lock file|Address already in use|TCP\/IP sockets|shared memory block/.test(reason)) break
    if (/lock file/.test(reason) && attempt > 1) dropDeadLock(context.cluster)
    await sleep(250)
  }
  throw new StartError(`内嵌数据库无法启动:${reason}(日志:${logFile(context)})`, `The embedded database does not start: ${reason} (log: ${logFile(context)})`)
}

/** postmaster.pid of a server that is gone, where its number lives on as a zombie or as another program. Left alone while any process works there. */
function dropDeadLock(cluster: string): void {
  if (livePostmaster(cluster) === null && !anyWorksOn(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

const logFile = ({ dataDir }: ClusterContext): string => join(dataDir, 'postgres.log')

/** The running server, or the reason it gave for ending. */
async function spawnServer(context: ClusterContext, port: number): Promise<Postmaster | string> {
  const { cluster, binDir, account, log, signal } = context
  const output = logFile(context)
  const before = statSync(output, { throwIfNoEntry: false })?.size ?? 0
  if (before > LOG_LIMIT_BYTES) truncateSync(output)
  const handle = openSync(output, 'a', 0o600)
  // In a process group of its own: an interrupt from the terminal must reach our server first, which then stops this one.
  const child = spawn(join(binDir, 'postgres'), commandLine(cluster, port), {
    ...account, cwd: '/', env: SERVER_ENV, detached: true, stdio: ['ignore', handle, handle],
  })
  closeSync(handle)
  let ended = false
  let failure = ''
  child.once('error', (error) => {
    ended = true
    failure = error.message
  })
  child.once('exit', () => {
    ended = true
  })
  while (!ended) {
    if (signal?.aborted && child.pid) await stopPostmaster(child.pid, cluster, 300)
    const written = readPidFile(cluster)
    if (written?.ready && written.pid === child.pid && isAlive(written.pid)) {
      child.unref()
      child.once('exit', (code, by) => {
        if (code !== 0) log.warn(`数据库进程意外结束(${by ?? code})。 The database process ended unexpectedly (${by ?? code}).`)
      })
      return written
    }
    await sleep(15)
  }
  signal?.throwIfAborted()
  const said = readFileSync(output, 'utf8').slice(before > LOG_LIMIT_BYTES ? 0 : before)
  return failure || said.split('\n').filter((line) => /FATAL|ERROR|LOG: {2}could not|HINT/.test(line)).map((line) => line.replace(/^.*?(FATAL|ERROR|LOG|HINT): +/, '')).join(' ') || said.trim()
}

/** The port of last time while it is free, else a new one, kept for the next start. */
async function freePort(dataDir: string, another: boolean): Promise<number> {
  const file = join(dataDir, 'embedded.port')
  const kept = existsSync(file) && !another ? Number(readFileSync(file, 'utf8')) : 0
  const port = (kept > 0 && kept < 65_536 && (await listenable(kept))) || (await listenable(0))
  writeFileSync(file, String(port), { mode: 0o600 })
  return port
}

/** The port when it can be listened on (0: any), else 0. */
function listenable(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
