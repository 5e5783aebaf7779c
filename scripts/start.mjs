// npm start: installs and builds what is missing, then runs the server with its embedded database until it is interrupted.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { interruptedCode, runNode, watch } from './children.mjs'
import { ensureInstalled, main, node24, root, say, withCompileCache } from './setup.mjs'
import { ensureWebBuilt } from './web.mjs'

watch()
await main(async () => {
  await ensureInstalled()
  await ensureWebBuilt({ out: 1 })
  say(1, '正在启动服务……', 'Starting the server…')
  const server = await runNode(node24(), [join(root, 'server', 'src', 'main.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: withCompileCache,
  })
  stopLeftDatabase(server.pid)
  // A server that was told to stop and did is a success; one that had to be killed is not.
  if (server.stopped) return server.signal === 'SIGKILL' ? interruptedCode() : server.code === 143 ? 0 : server.code
  return server.code
})

/** A server that ended in disorder leaves its lock and its database behind. PostgreSQL is told to stop at once; it recovers at the next start. */
function stopLeftDatabase(serverPid) {
  try {
    const dataDir = resolve(root, process.env.JIANNUO_DATA || '.data')
    const { pid, cluster } = JSON.parse(readFileSync(join(dataDir, 'embedded.lock'), 'utf8'))
    if (pid !== serverPid) return
    const [postmaster, directory] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    if (directory === cluster) process.kill(Number(postmaster), 'SIGQUIT')
  } catch {
    // No lock, no database or no right to stop it: nothing of ours is left.
  }
}
