// Preloaded into every process the launcher starts: when the launcher dies without a word (kill -9), so does this process.
const { isMainThread } = require('node:worker_threads')

const POLL_MS = 250
/** Long enough for a graceful stop, short enough that nothing outlives its launcher by 3 s. */
const GRACE_MS = 2300

if (isMainThread) {
  // The launcher names itself, in case it is gone before this line runs. Not handed on: our own children have another parent.
  const parent = Number(process.env.LAUNCHER_PID) || process.ppid
  delete process.env.LAUNCHER_PID
  const poll = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(poll)
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  }, POLL_MS)
  poll.unref()
}
