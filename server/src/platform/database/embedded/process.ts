import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The operating-system account the database runs as; null is our own. */
export type Account = { uid: number; gid: number } | null
export type Postmaster = { pid: number; port: number; ready: boolean }

const HAS_PROC = existsSync('/proc/self/stat')

/** What PostgreSQL sees of our environment: nothing of PG* and no locale but the cluster's own. */
export const SERVER_ENV = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** False for a zombie too: a dead server whose parent never fetches its exit status stays in the process table. */
export function isAlive(pid: number): boolean {
  if (HAS_PROC) return !['Z', 'X', undefined].includes(statOf(pid)?.[0])
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Tells two processes with the same id apart: when this one started, within which boot. '' when it does not run. */
export function startedAt(pid: number): string {
  if (!HAS_PROC) return describe(pid, 'lstart=')
  const ticks = statOf(pid)?.[19]
  return ticks ? `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}` : ''
}

/** The fields of /proc/PID/stat from the state on; the name before it may contain blanks and brackets. */
function statOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .trim()
      .split(' ')
  } catch {
    return null
  }
}

function describe(pid: number, format: string): string {
  try {
    return execFileSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** The live server of this cluster. null when there is none, also when postmaster.pid names a process that is something else by now. */
export function livePostmaster(cluster: string): Postmaster | null {
  const written = readPidFile(cluster)
  return written && isAlive(written.pid) && worksOn(written.pid, cluster) ? written : null
}

export function readPidFile(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : null
  } catch {
    return null
  }
}

/** Every PostgreSQL process has its cluster as working directory. */
function worksOn(pid: number, cluster: string): boolean {
  if (!HAS_PROC) return /postgres/.test(describe(pid, 'command='))
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}

/** Whether any process, a backend that lost its postmaster for one, still works on the cluster. Where it cannot be told, yes. */
export function anyWorksOn(cluster: string): boolean {
  if (!HAS_PROC) return true
  return readdirSync('/proc').some(
    entry => /^\d+$/.test(entry) && isAlive(Number(entry)) && worksOn(Number(entry), cluster),
  )
}

/** Fast shutdown; past `withinMs` immediate, and last of all killed. */
export async function stopPostmaster(pid: number, cluster: string, withinMs: number): Promise<void> {
  const steps = [
    ['SIGINT', withinMs],
    ['SIGQUIT', 600],
    ['SIGKILL', 1000],
  ] as const
  for (const [signal, patienceMs] of steps) {
    if (!isAlive(pid) || !worksOn(pid, cluster)) return
    process.kill(pid, signal)
    if (await goneWithin(pid, patienceMs)) return
  }
}

async function goneWithin(pid: number, patienceMs: number): Promise<boolean> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(15)) {
    if (!isAlive(pid)) return true
  }
  return !isAlive(pid)
}

/** Signals the process (a negative id: its group) should ours exit in good order without having ended it. Returns how to call that off. */
export function endWithUs(pid: number, signal: NodeJS.Signals): () => void {
  const end = () => {
    try {
      process.kill(pid, signal)
    } catch {
      // it has ended by itself
    }
  }
  process.once('exit', end)
  return () => process.removeListener('exit', end)
}

/** Runs a command to its end as the account; an abort kills it. Resolves to its exit code (null: could not run) and what it printed. */
export function run(
  command: string,
  args: readonly string[],
  account: Account,
  signal?: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      ...account,
      cwd: '/',
      env: SERVER_ENV,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const kill = () => child.pid && process.kill(-child.pid, 'SIGKILL')
    const forget = child.pid ? endWithUs(-child.pid, 'SIGKILL') : () => {}
    signal?.addEventListener('abort', kill, { once: true })
    let output = ''
    const collect = (text: string) => {
      output += text
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    const end = (code: number | null) => {
      forget()
      signal?.removeEventListener('abort', kill)
      resolve({ code, output: output.trim() })
    }
    child.once('error', error => {
      output += error.message
      end(null)
    })
    child.once('close', code => end(code))
    if (signal?.aborted) kill()
  })
}
