import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../../settings.ts'
import { isAlive, startedAt } from './process.ts'

/** Written to `<data directory>/embedded.lock`: which process owns the embedded server, and where its cluster is. */
type Owner = { pid: number; started: string; cluster: string }

/** Claims the data directory for this process. Fails with a StartError when a living process has it; a dead one's claim is replaced. */
export function claim(dataDir: string, cluster: string): string {
  const lock = join(dataDir, 'embedded.lock')
  const own: Owner = { pid: process.pid, started: startedAt(process.pid), cluster }
  const draft = `${lock}.${process.pid}`
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600, flush: true })
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (tryLink(draft, lock)) return lock
      const owner = readOwner(lock)
      if (owner && isAlive(owner.pid) && startedAt(owner.pid) === owner.started) throw inUse(dataDir, owner.pid)
      setAside(lock, owner)
    }
    throw inUse(dataDir, readOwner(lock)?.pid ?? 0)
  } finally {
    rmSync(draft, { force: true })
  }
}

export function release(lock: string): void {
  if (readOwner(lock)?.pid === process.pid) rmSync(lock, { force: true })
}

const inUse = (dataDir: string, pid: number): StartError =>
  new StartError(
    `数据目录 ${dataDir} 正被进程 ${pid} 使用:请先停止它,或用 JIANNUO_DATA 指定其他目录。`,
    `The data directory ${dataDir} is in use by process ${pid}: stop that first, or name another one in JIANNUO_DATA.`,
  )

/** A hard link appears whole or not at all, unlike a file that is created and then written. */
function tryLink(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Removes a dead owner's lock, unless another process has replaced it meanwhile: then it is put back. */
function setAside(lock: string, dead: Owner | null): void {
  const aside = `${lock}.${process.pid}.dead`
  try {
    renameSync(lock, aside)
  } catch {
    return // somebody else was quicker
  }
  if (readOwner(aside)?.pid !== dead?.pid) tryLink(aside, lock)
  rmSync(aside, { force: true })
}

function readOwner(lock: string): Owner | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'))
  } catch {
    return null
  }
}
