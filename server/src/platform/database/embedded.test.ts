import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { StartError } from '../settings.ts'
import { connectApp, connectOwner } from './connect.ts'
import { isAlive, readPidFile, stopPostmaster } from './embedded/process.ts'
import { createDatabase, type EmbeddedServer, startEmbedded } from './embedded.ts'

const log = { info: () => {}, warn: () => {} }
const asRoot = process.getuid?.() === 0
const MODULE = JSON.stringify(new URL('embedded.ts', import.meta.url).href)
/** Another process that starts the server on the directory in argv[1], says so and stays. */
const OTHER = `const { startEmbedded } = await import(${MODULE})
const log = { info() {}, warn() {} }
try { const server = await startEmbedded({ dataDir: process.argv[1], log }); console.log(JSON.stringify(server)) }
catch (error) { console.log(JSON.stringify({ name: error.name, message: error.message })); process.exit(3) }
setInterval(() => {}, 1000)`

let folder: string
let dataDir: string
let servers: EmbeddedServer[]
let others: ChildProcess[]

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jiannuo-embedded-')))
  chmodSync(folder, 0o755)
  dataDir = join(folder, '数据 与 空格')
  servers = []
  others = []
})
afterEach(async () => {
  for (const other of others) other.kill('SIGKILL')
  const left = postmaster()
  if (left) await stopPostmaster(left.pid, join(dataDir, 'pg'), 0)
  for (const server of servers) await server.stop(0)
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** Initialising takes most of a second: done once, then copied with owners and modes. Tests of the first start do without. */
let pristine: string
beforeAll(async () => {
  pristine = realpathSync(mkdtempSync(join(tmpdir(), 'jiannuo-pristine-')))
  chmodSync(pristine, 0o755)
  await (await startEmbedded({ dataDir: join(pristine, 'data'), log })).stop()
}, 60_000)
afterAll(() => rmSync(pristine, { recursive: true }))
const initialised = () => execFileSync('cp', ['-a', join(pristine, 'data'), dataDir])

const start = async (options: { signal?: AbortSignal; lost?: (reason: unknown) => void } = {}) => {
  const server = await startEmbedded({ dataDir, log, ...options })
  servers.push(server)
  return server
}
const postmaster = () => readPidFile(join(dataDir, 'pg'))

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function startOther(
  account: { uid?: number; gid?: number } = {},
  first = '',
): Promise<{ child: ChildProcess; said: Record<string, string> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${first}\n${OTHER}`, dataDir], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  others.push(child)
  const [line] = await once(child.stdout, 'data')
  return { child, said: JSON.parse(String(line)) }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof StartError)) throw new Error(`expected a StartError, got ${String(error)}`)
  return error.message
}

describe('the embedded server', { timeout: 30_000 }, () => {
  test('starts durable and on loopback only, stops, and starts again with port, password and data as they were', async () => {
    const first = await start()
    expect(await query(first.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }])
    expect(await query(first.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(
      await query(
        first.url,
        "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'on'",
      ),
    ).toHaveLength(3)
    await query(first.url, "create table kept as select '践诺' as word")
    await first.stop()
    await first.stop()
    expect(postmaster()).toBeNull()
    const second = await start()
    expect(second.url).toBe(first.url)
    expect(second.adopted).toBe(false)
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: '践诺' }])
    expect(statSync(join(dataDir, 'embedded.password')).mode & 0o777).toBe(0o600)
  })

  test('asks for the password, sorts by code point and finds Chinese by trigram', async () => {
    initialised()
    const { url } = await start()
    const wrong = new URL(url)
    wrong.password = 'password'
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    wrong.password = 'not-to-be-shown'
    const sentence = await refusal(connectOwner(wrong.href))
    expect(sentence).toMatch(/连不上数据库 127\.0\.0\.1:\d+\/jiannuo:.*DATABASE_URL.*cannot be reached/s)
    expect(sentence).not.toContain(wrong.password)
    expect(
      await query(url, "select string_agg(x, '' order by x) as sorted from unnest(array['b','B','a','一']) x"),
    ).toEqual([{ sorted: 'Bab一' }])
    await query(url, 'create extension pg_trgm')
    expect(await query(url, "select similarity('市直机关工委', '市直机关工委') as alike")).toEqual([{ alike: 1 }])
  })

  test('creates a database once, of any name, and from a template', async () => {
    initialised()
    const { url } = await start()
    const odd = await createDatabase(url, 'a "b" 库')
    expect(await createDatabase(url, 'a "b" 库')).toBe(odd)
    await query(odd, 'create table marked (x int)')
    const copy = await createDatabase(url, 'copy', 'a "b" 库')
    expect(await query(copy, 'select count(*)::int as n from marked')).toEqual([{ n: 0 }])
  })

  test('a server left by a killed process is taken over, with its data and without its connections', async () => {
    initialised()
    const { child, said } = await startOther()
    await query(said.url ?? '', 'create table kept (x int)')
    await kill(child)
    const orphan = postmaster()
    const server = await start()
    expect(server.adopted).toBe(true)
    expect(postmaster()?.pid).toBe(orphan?.pid)
    expect(await query(server.url, 'select * from kept')).toEqual([])
    await server.stop()
    expect(isAlive(orphan?.pid ?? 0)).toBe(false)
  })

  test('a left server that was started with other settings is replaced', async () => {
    initialised()
    const { child } = await startOther()
    await kill(child)
    const orphan = postmaster()
    const opts = join(dataDir, 'pg', 'postmaster.opts')
    writeFileSync(opts, readFileSync(opts, 'utf8').replace('fsync=on', 'fsync=off'))
    expect((await start()).adopted).toBe(false)
    expect(postmaster()?.pid).not.toBe(orphan?.pid)
  })

  test('a second process on the same directory is refused by a sentence that names the first', async () => {
    initialised()
    const { child } = await startOther()
    const message = await refusal(start())
    expect(message).toContain(`正被进程 ${child.pid} 使用`)
    expect(message).toContain(`in use by process ${child.pid}`)
    expect(isAlive(postmaster()?.pid ?? 0)).toBe(true)
  })

  test('server and owner both killed: the next start recovers', async () => {
    initialised()
    const { child, said } = await startOther()
    await query(said.url ?? '', 'create table kept (x int)')
    child.kill('SIGSTOP') // keeps the dead postmaster a zombie
    process.kill(postmaster()?.pid ?? 0, 'SIGKILL')
    await kill(child)
    const server = await start()
    expect(server.adopted).toBe(false)
    expect(await query(server.url, 'select * from kept')).toEqual([])
  })

  test('locks whose process numbers now belong to other programs stand in nobody’s way', async () => {
    initialised()
    await (await start()).stop()
    const pid = join(dataDir, 'pg', 'postmaster.pid')
    writeFileSync(
      pid,
      `${process.pid}\n${join(dataDir, 'pg')}\n1\n5432\n\n127.0.0.1\n        0         0\nready   \n`,
      { mode: 0o600 },
    )
    writeFileSync(
      join(dataDir, 'embedded.lock'),
      JSON.stringify({ pid: process.pid, started: 'earlier boot/1', cluster: '' }),
    )
    expect((await start()).adopted).toBe(false)
  })

  test('a torn lock file and a half-made cluster are cleared away', async () => {
    mkdirSync(join(dataDir, 'pg.new-1', 'base'), { recursive: true })
    writeFileSync(join(dataDir, 'embedded.lock'), '')
    await start()
    expect(readdirSync(dataDir).filter(name => name.startsWith('pg.new'))).toEqual([])
  })

  test('another program on the kept port makes it move', async () => {
    initialised()
    const first = await start()
    await first.stop()
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
    await once(squatter, 'listening')
    try {
      expect((await start()).url).not.toBe(first.url)
    } finally {
      squatter.close()
    }
  })

  test.each([5, 300, 800])(
    'interrupted after %i ms it leaves nothing running and the next start works',
    async afterMs => {
      const interrupt = AbortSignal.timeout(afterMs)
      const outcome = await start({ signal: interrupt }).then(
        () => 'started',
        (error: unknown) => error,
      )
      if (outcome !== 'started') {
        expect(interrupt.aborted).toBe(true)
        expect(postmaster()).toBeNull()
        expect(existsSync(join(dataDir, 'embedded.lock'))).toBe(false)
      }
      for (const server of servers) await server.stop()
      await start()
    },
  )

  test.each([200, 500])('a process that exits %i ms into the first start takes everything with it', async afterMs => {
    const { child } = await startOther({}, `setTimeout(() => process.exit(7), ${afterMs}); console.log('{}')`)
    await once(child, 'exit')
    await expect.poll(() => spawnSync('pgrep', ['-f', dataDir]).status, { timeout: 3000 }).toBe(1)
    await start()
  })

  test('a process that exits without stopping its server takes it with it', async () => {
    initialised()
    const { child } = await startOther({}, "process.on('SIGTERM', () => process.exit(7))")
    const pid = postmaster()?.pid ?? 0
    expect(isAlive(pid)).toBe(true)
    child.kill('SIGTERM')
    await expect.poll(() => isAlive(pid), { timeout: 3000 }).toBe(false)
  })

  test('a server that is killed is started again where it was; killed once more at once it is given up by a sentence', async () => {
    initialised()
    const reasons: unknown[] = []
    const { url, stop } = await start({ lost: reason => reasons.push(reason) })
    await query(url, 'create table kept (x int)')
    const killServer = () => process.kill(postmaster()?.pid ?? 0, 'SIGKILL')
    killServer()
    await expect.poll(() => query(url, 'select * from kept').catch(() => 'no answer'), { timeout: 10_000 }).toEqual([])
    expect(reasons).toEqual([])
    killServer()
    await expect.poll(() => reasons, { timeout: 5000 }).toHaveLength(1)
    expect(String(reasons[0])).toMatch(/又意外结束.*postgres\.log.*ended once more/s)
    await stop()
    await start()
  })

  test('stops fast although clients are busy', async () => {
    initialised()
    const { url, stop } = await start()
    const busy = query(url, 'select pg_sleep(60)').catch((error: { code: string }) => error.code)
    await new Promise(resolve => setTimeout(resolve, 200))
    const before = performance.now()
    await stop()
    expect(performance.now() - before).toBeLessThan(2600)
    expect(await busy).toBe('57P01')
  })

  test('a request that stands between two queries while the server stops is refused, and the process lives on', async () => {
    initialised()
    const { url, stop } = await start()
    const { db } = connectApp(url, 1)
    const request = db.transaction().execute(async tx => {
      await sql`select 1`.execute(tx)
      await stop()
      await sql`select 1`.execute(tx)
    })
    await expect(request).rejects.toThrow(/terminat|not queryable/)
    await db.destroy()
  })

  test('a cluster of another major version is refused by a sentence', async () => {
    initialised()
    await (await start()).stop()
    writeFileSync(join(dataDir, 'pg', 'PG_VERSION'), '17\n')
    expect(await refusal(start())).toContain('PostgreSQL 17')
    expect(existsSync(join(dataDir, 'embedded.lock'))).toBe(false)
  })

  test('a data directory that cannot be made is refused by a sentence', async () => {
    writeFileSync(join(folder, 'file'), '')
    dataDir = join(folder, 'file', 'data')
    expect(await refusal(start())).toContain(dataDir)
  })

  test.runIf(asRoot)(
    'started by root, a directory that only root can enter keeps the cluster in the system’s place',
    async () => {
      chmodSync(folder, 0o700)
      const { url, stop } = await start()
      const { cluster } = JSON.parse(readFileSync(join(dataDir, 'embedded.lock'), 'utf8'))
      expect(cluster).toMatch(/^\/var\/lib\/jiannuo\//)
      await query(url, 'create table kept (x int)')
      await stop()
      expect(await query((await start()).url, 'select * from kept')).toEqual([])
      await servers.at(-1)?.stop()
      rmSync(join(cluster, '..'), { recursive: true })
    },
  )

  test.runIf(asRoot)('an ordinary user runs it as himself', async () => {
    mkdirSync(dataDir)
    chownSync(dataDir, 65_534, 65_534)
    const { child, said } = await startOther({ uid: 65_534, gid: 65_534 })
    expect(statSync(join(dataDir, 'pg')).uid).toBe(65_534)
    expect(await query(said.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    await kill(child)
    // root afterwards takes over as the owner of the cluster, whichever account it would choose for a new one
    expect((await start()).adopted).toBe(true)
  })
})
