// npm start: installs and builds what is missing, then runs the server with its embedded database until it is interrupted.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { interruptedCode, runNode, watch } from './children.mjs'
import { buildDir, ensureInstalled, main, node24, root, SetupFailure, say, underLock } from './setup.mjs'

const STAMP = join(buildDir, 'web.sha256')
const WEB_SOURCES = ['web/src', 'web/public', 'contract/src', 'engine/src', 'package-lock.json']

watch()
await main(async () => {
  await ensureInstalled()
  await ensureWebBuilt()
  say(1, '正在启动服务……', 'Starting the server…')
  const server = await runNode(node24(), [join(root, 'server', 'src', 'main.ts'), ...process.argv.slice(2)], {
    cwd: root,
  })
  stopLeftDatabase(server.pid)
  // A server that was told to stop and did is a success; one that had to be killed is not.
  if (server.stopped) return server.signal === 'SIGKILL' ? interruptedCode() : server.code === 143 ? 0 : server.code
  return server.code
})

async function ensureWebBuilt() {
  if (isBuilt(webHash())) return
  await underLock(async () => {
    const hash = webHash()
    if (isBuilt(hash)) return
    say(1, '正在构建网页(源码有变化时才需要)……', 'Building the web pages (only when their sources changed)…')
    rmSync(STAMP, { force: true })
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const ended = await runNode(node24(), [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'web'),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (ended.stopped) throw new SetupFailure('', interruptedCode())
    if (ended.code !== 0)
      throw new SetupFailure('网页构建失败,原因见上。\nBuilding the web pages failed, see above.', ended.code)
    mkdirSync(buildDir, { recursive: true })
    writeFileSync(STAMP, hash)
  })
}

function isBuilt(hash) {
  return (
    existsSync(join(root, 'web', 'dist', 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash
  )
}

/** SHA-256 over name and content of everything the web build reads, tests left out. */
function webHash() {
  const top = readdirSync(join(root, 'web')).filter(name => /\.(html|ts|json)$/.test(name))
  const files = [...WEB_SOURCES, ...top.map(name => `web/${name}`)].flatMap(source => filesUnder(join(root, source)))
  const hash = createHash('sha256')
  for (const file of files.filter(name => !/\.test\.tsx?$/.test(name)).sort()) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  const entries = readdirSafe(path)
  return entries ? entries.flatMap(entry => filesUnder(join(path, entry))) : [path]
}

function readdirSafe(path) {
  try {
    return readdirSync(path)
  } catch {
    return null
  }
}

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
