// What every npm script needs before it can run: the packages of package-lock.json, and Node 24. Plain JavaScript for Node 18 and later.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { interruptedCode, runNode } from './children.mjs'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
export const buildDir = join(root, '.build')
const NODE_MAJOR = 24

/** A failure with its own plain sentence; printed without a stack. */
export class SetupFailure extends Error {
  constructor(message, code = 1) {
    super(message)
    this.code = code
  }
}

/** Runs a script's body; its result is the exit code. */
export async function main(body) {
  try {
    process.exitCode = await body()
  } catch (failure) {
    if (!(failure instanceof SetupFailure)) throw failure
    if (failure.message) console.error(failure.message)
    process.exitCode = failure.code
  }
}

/** Node 24 from the installed platform package, else the running one when it is new enough. */
export function node24() {
  const platform = `${process.platform}-${process.arch}`
  const installed = [`node-${platform}`, `node-bin-${platform}`].map(name =>
    join(root, 'node_modules', name, 'bin', 'node'),
  )
  const found = installed.find(existsSync)
  if (found) return found
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  throw new SetupFailure(
    `本机的 Node ${process.versions.node} 过旧,且没有适用于 ${platform} 的 Node ${NODE_MAJOR} 程序包:请安装 Node ${NODE_MAJOR} 后重试。\n` +
      `This Node ${process.versions.node} is too old and there is no packaged Node ${NODE_MAJOR} for ${platform}: install Node ${NODE_MAJOR} and try again.`,
  )
}

/** Compiled code is kept from one run to the next: half of what a start does is reading its own sources. */
export const withCompileCache = { ...process.env, NODE_COMPILE_CACHE: join(buildDir, 'compiled') }

/** Installs the packages unless they already are what package-lock.json asks for. `out` is the file descriptor messages go to. */
export async function ensureInstalled({ out = 1 } = {}) {
  if (isInstalled()) return
  await underLock(async () => {
    if (isInstalled()) return
    say(out, '正在安装程序包(仅首次或更新后需要)……', 'Installing packages (first start, or after an update)…')
    const { node, npm } = npmCommand()
    const flags = [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--no-progress',
      '--loglevel=error',
    ]
    const ended = await runNode(node, [npm, ...flags], {
      cwd: root,
      stdio: ['ignore', out, 2],
      env: outsideProject(process.env),
    })
    if (ended.stopped) throw new SetupFailure('', interruptedCode())
    if (ended.code !== 0) {
      throw new SetupFailure(
        `安装程序包失败(npm ci 退出码 ${ended.code}),原因见上;请检查网络或 npm 镜像设置后重试。\n` +
          `Installing the packages failed (npm ci exited with ${ended.code}), see above; check the network or the npm registry setting and try again.`,
      )
    }
  })
}

export function say(out, zh, en) {
  const stream = out === 1 ? process.stdout : process.stderr
  stream.write(`${zh} ${en}\n`)
}

/**
 * npm removes node_modules/.package-lock.json before it changes anything and writes it last, so it is the stamp of a finished
 * install: installed means that it lists every package of package-lock.json in the same version. Optional ones may be absent (other platforms).
 */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!wanted)
    throw new SetupFailure(
      '缺少 package-lock.json,或其内容已损坏:请重新取得完整的代码。\npackage-lock.json is missing or damaged: get a complete copy of the code.',
    )
  if (!present) return false
  return Object.entries(wanted).every(([path, { version, integrity, optional, peer }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    const found = present[path]
    return found ? found.version === version && found.integrity === integrity : Boolean(optional || peer)
  })
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** npm's own script and a Node to run it with that does not itself live in node_modules, which `npm ci` empties. */
function npmCommand() {
  const inProject = file => file.startsWith(join(root, 'node_modules'))
  const onPath = outsideProject(process.env).PATH.split(delimiter)
  const find = (...names) => onPath.flatMap(folder => names.map(name => join(folder, name))).find(existsSync)
  const node = [process.env.npm_node_execpath, process.execPath, find('node')].find(
    file => file && existsSync(file) && !inProject(file),
  )
  const beside = node && join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const npm = [process.env.npm_execpath, beside, find('npm')].find(file => file && existsSync(file) && !inProject(file))
  if (node && npm) return { node, npm }
  throw new SetupFailure(
    '找不到 npm:请安装带 npm 的 Node 20 或更新版本。\nnpm was not found: install Node 20 or later together with npm.',
  )
}

function outsideProject(env) {
  const path = (env.PATH ?? '').split(delimiter).filter(folder => !folder.startsWith(join(root, 'node_modules')))
  return { ...env, PATH: path.join(delimiter) }
}

const LOCK_STALE_MS = 6000

/** One setup at a time: a second start or test run waits for the first. A holder that died is noticed by its silence. */
export async function underLock(work) {
  const lock = join(buildDir, 'setup.lock')
  mkdirSync(buildDir, { recursive: true })
  for (let waited = false; !take(lock); waited = true) {
    if (!waited)
      say(2, '另一个进程正在安装或构建,等待其完成……', 'Another process is installing or building; waiting for it…')
    await sleep(300)
  }
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  const beat = setInterval(() => existsSync(lock) && utimesSync(lock, new Date(), new Date()), 1000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.removeListener('exit', release)
    release()
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (age > LOCK_STALE_MS) rmSync(lock, { force: true })
  return false
}
