// One child at a time, and one way to stop: an interrupt, or the death of whoever started us, ends the child and then this process.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const WATCHDOG = fileURLToPath(new URL('watchdog.cjs', import.meta.url))
const POLL_MS = 250
/** A child that has not ended by then is killed: everything must be gone within 3 s. */
const GRACE_MS = 2300

let child = null
let stoppedBy = null

const exitCodeOf = signal => 128 + constants.signals[signal]

function stop(signal) {
  if (stoppedBy) return
  stoppedBy = signal
  if (!child) process.exit(exitCodeOf(signal))
  child.kill('SIGTERM')
  setTimeout(() => child?.kill('SIGKILL'), GRACE_MS).unref()
}

/** Who must stay alive: our parent and, where npm put a shell between itself and us, npm too. Linux shows it; elsewhere the parent has to do. */
function ancestors() {
  const parent = process.ppid
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    const shell = /^\d+ \((?:sh|bash|dash|ash|zsh)\)/.test(stat)
    return shell && process.env.npm_lifecycle_event ? [parent, parentOf(parent)] : [parent]
  } catch {
    return [parent]
  }
}

const parentOf = pid =>
  Number(
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) \S /s, '')
      .split(' ')[0],
  )

/** npm was killed before this process could note who its parent is: it then belongs to the system's first process, which runs no scripts. */
function bornOrphan() {
  if (!process.env.npm_lifecycle_event || process.ppid !== 1) return false
  try {
    return !/npm|yarn|node|sh\b/.test(readFileSync('/proc/1/cmdline', 'utf8'))
  } catch {
    return false
  }
}

function orphaned([parent, grandparent]) {
  if (process.ppid !== parent) return true
  if (grandparent === undefined) return false
  try {
    return parentOf(parent) !== grandparent
  } catch {
    return true
  }
}

/** Call first in every script. From here on an interrupt to npm, to us or to the whole group stops everything. */
export function watch() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))
  if (bornOrphan()) stop('SIGTERM')
  const family = ancestors()
  setInterval(() => orphaned(family) && stop('SIGTERM'), POLL_MS).unref()
}

/**
 * Runs `node …args` under the watchdog and resolves to how it ended. When we were told to stop meanwhile, `stopped` is set and the
 * caller must finish; nothing more can be started.
 */
export function runNode(node, args, { stdio = 'inherit', cwd, env = process.env } = {}) {
  return new Promise(resolve => {
    child = spawn(node, ['--require', WATCHDOG, ...args], {
      stdio,
      cwd,
      env: { ...env, LAUNCHER_PID: String(process.pid) },
    })
    const { pid } = child
    const end = outcome => {
      child = null
      resolve({ pid, stopped: stoppedBy !== null, ...outcome })
    }
    child.once('error', error => end({ code: 127, error }))
    child.once('exit', (code, signal) => end({ code: code ?? exitCodeOf(signal), signal }))
  })
}

/** The exit code of a run that was interrupted before the program itself could answer for it. */
export const interruptedCode = () => (stoppedBy ? exitCodeOf(stoppedBy) : 1)
