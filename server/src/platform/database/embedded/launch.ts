import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../../settings.ts'
import type { ClusterContext } from './cluster.ts'
import {
  anyWorksOn,
  endWithUs,
  isAlive,
  livePostmaster,
  type Postmaster,
  readPidFile,
  SERVER_ENV,
  stopPostmaster,
} from './process.ts'

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

const commandLine = (cluster: string, port: number): string[] => [
  '-D',
  cluster,
  ...Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

/** Whether the server that runs was started with the binaries and settings we would use; PostgreSQL keeps its command line in a file. */
export function runsAsPlanned({ cluster, binDir }: ClusterContext, port: number): boolean {
  const planned = [join(binDir, 'postgres'), ...commandLine(cluster, port).map(word => `"${word}"`)].join(' ')
  return (
    existsSync(join(cluster, 'postmaster.opts')) &&
    readFileSync(join(cluster, 'postmaster.opts'), 'utf8').trim() === planned
  )
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
  throw new StartError(
    `内嵌数据库无法启动:${reason}(日志:${logFile(context)})`,
    `The embedded database does not start: ${reason} (log: ${logFile(context)})`,
  )
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
    ...account,
    cwd: '/',
    env: SERVER_ENV,
    detached: true,
    stdio: ['ignore', handle, handle],
  })
  closeSync(handle)
  const forget = child.pid ? endWithUs(child.pid, 'SIGQUIT') : () => {}
  let ended = false
  let failure = ''
  child.once('error', error => {
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
      forget()
      child.once('exit', (code, by) => {
        if (code !== 0)
          log.warn(`数据库进程意外结束(${by ?? code})。 The database process ended unexpectedly (${by ?? code}).`)
      })
      return written
    }
    await sleep(15)
  }
  forget()
  signal?.throwIfAborted()
  const said = readFileSync(output, 'utf8').slice(before > LOG_LIMIT_BYTES ? 0 : before)
  return (
    failure ||
    said
      .split('\n')
      .filter(line => /FATAL|ERROR|LOG: {2}could not|HINT/.test(line))
      .map(line => line.replace(/^.*?(FATAL|ERROR|LOG|HINT): +/, ''))
      .join(' ') ||
    said.trim()
  )
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
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
