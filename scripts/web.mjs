// The web pages are built only when their sources changed; a stamp under .build/ holds the hash of what was built.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { interruptedCode, runNode } from './children.mjs'
import { buildDir, node24, root, SetupFailure, say, underLock } from './setup.mjs'

const STAMP = join(buildDir, 'web.sha256')
const WEB_SOURCES = ['web/src', 'web/public', 'contract/src', 'engine/src', 'package-lock.json']

/** Builds the web pages when what they are made of has changed. `out` is where it says so: 1 or 2. */
export async function ensureWebBuilt({ out }) {
  if (isBuilt(webHash())) return
  await underLock(async () => {
    const hash = webHash()
    if (isBuilt(hash)) return
    say(out, '正在构建网页(源码有变化时才需要)……', 'Building the web pages (only when their sources changed)…')
    rmSync(STAMP, { force: true })
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const ended = await runNode(node24(), [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'web'),
      stdio: ['ignore', out, 2],
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
