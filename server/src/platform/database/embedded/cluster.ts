import { createHash } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from '../../settings.ts'
import { SYSTEM_DIR } from './binaries.ts'
import { type Account, run } from './process.ts'

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
  for (const left of readdirSync(folder).filter(name => name.startsWith('pg.new-'))) {
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
    const common = [
      '-D',
      draft,
      '-U',
      OWNER,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--data-checksums',
    ]
    // Sorted by code point everywhere; the C.UTF-8 character classes let trigram search see Chinese. Some systems lack that locale.
    const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const initdb = join(binDir, 'initdb')
    let made = await run(initdb, [...common, ...builtin, '--lc-ctype=C.UTF-8'], account, signal)
    if (made.code !== 0 && /locale/.test(made.output))
      made = await run(initdb, [...common, ...builtin], account, signal)
    signal?.throwIfAborted()
    if (made.code !== 0) {
      const reason =
        made.output
          .split('\n')
          .filter(line => /error|fatal/i.test(line))
          .join(' ') || made.output
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
