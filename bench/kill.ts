import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { connectOwner } from '../server/src/platform/database/connect.ts'
import { startEmbedded } from '../server/src/platform/database/embedded.ts'

const COMMANDS = 2000
const WRITERS = 8
const MAIN = fileURLToPath(new URL('../server/src/main.ts', import.meta.url))

/** A product that is killed and started again until all commands are acknowledged. */
class Victim {
  readonly port = randomInt(20_000, 40_000)
  readonly url = `http://127.0.0.1:${this.port}`
  readonly data: string
  child: ChildProcess | null = null
  constructor(data: string) {
    this.data = data
  }

  async start() {
    const env = {
      ...process.env,
      PORT: String(this.port),
      JIANNUO_DATA: this.data,
      JIANNUO_TEST: '1',
      JIANNUO_DEMO: 'small',
      JIANNUO_LOG_LEVEL: 'silent',
      DATABASE_URL: '',
    }
    for (let tries = 0; tries < 5; tries++) if (await this.tryStart(env)) return
    throw new Error('the product did not come back after a kill')
  }

  private async tryStart(env: NodeJS.ProcessEnv): Promise<boolean> {
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    this.child = child
    while (child.exitCode === null && child.signalCode === null) {
      if (
        await fetch(`${this.url}/api/health`).then(
          r => r.ok,
          () => false,
        )
      )
        return true
      await wait(50)
    }
    return false
  }

  /** kill -9 of the server process, of PostgreSQL with all its children, or of both. */
  kill(what: 'node' | 'postgres' | 'both') {
    if (what !== 'postgres') this.child?.kill('SIGKILL')
    if (what !== 'node') {
      const postmaster = Number(readFileSync(join(this.data, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
      spawnSync('pkill', ['-9', '-P', String(postmaster)])
      process.kill(postmaster, 'SIGKILL')
      this.child?.kill('SIGKILL') // a server without its database is restarted by whoever runs it
    }
  }
}

/**
 * Kills the product at random while 2,000 commands are being acknowledged; a writer sends a command again with the same key until it has an answer.
 * Every acknowledged command must have had its effect exactly once. Returns false when one was lost or doubled.
 */
export async function benchKill(): Promise<boolean> {
  const data = await mkdtemp(join(tmpdir(), 'jiannuo-kill-'))
  await chmod(data, 0o755) // under root the database runs as another account
  const victim = new Victim(data)
  const kills = { node: 0, postgres: 0, both: 0 }
  try {
    await victim.start()
    const { cookie, key } = await signIn(victim.url)
    const acknowledged = new Set<string>()
    const left = { count: COMMANDS }
    const writers = Array.from({ length: WRITERS }, () => write(victim, cookie, key, left, acknowledged))
    const killer = (async () => {
      while (acknowledged.size < COMMANDS) {
        await wait(randomInt(300, 1500))
        if (acknowledged.size >= COMMANDS) break
        const what = (['node', 'postgres', 'both'] as const)[randomInt(3)]!
        victim.kill(what)
        kills[what]++
        await victim.start()
      }
    })()
    await Promise.all([...writers, killer])
    victim.kill('both')
    return await compare(data, acknowledged, kills)
  } finally {
    victim.child?.kill('SIGKILL')
    await rm(data, { recursive: true, force: true })
  }
}

const HEADERS = { 'x-requested-with': 'jiannuo', 'content-type': 'application/json' }

async function signIn(url: string) {
  const { personas } = (await (await fetch(`${url}/api/session/options`)).json()) as {
    personas: { accountId: string }[]
  }
  const signedIn = await fetch(`${url}/api/session/persona`, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify({ accountId: personas[0]?.accountId }),
  })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { current } = (await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()) as {
    current: { key: string }
  }
  return { cookie, key: current.key }
}

async function write(
  victim: Victim,
  cookie: string,
  capacity: string,
  left: { count: number },
  acknowledged: Set<string>,
) {
  while (left.count-- > 0) {
    const id = randomUUID()
    for (;;) {
      const status = await fetch(`${victim.url}/api/session/switch`, {
        method: 'POST',
        headers: { ...HEADERS, cookie, 'idempotency-key': id },
        body: JSON.stringify({ key: capacity }),
      }).then(
        r => r.status,
        () => 0,
      )
      if (status === 200) break
      if (status >= 400 && status < 500 && status !== 429) throw new Error(`unexpected answer ${status}`)
      await wait(20)
    }
    acknowledged.add(id)
  }
}

async function compare(data: string, acknowledged: Set<string>, kills: Record<string, number>): Promise<boolean> {
  const server = await startEmbedded({ dataDir: data, log: { info: () => {}, warn: () => {} } })
  const client = await connectOwner(server.url)
  const { rows: commands } = await client.query<{ key: string }>('select key from platform_command')
  const { rows: effects } = await client.query<{ count: number }>(
    "select count(*) from audit_event where action = 'identity.switch-capacity'",
  )
  await client.end()
  await server.stop()
  const kept = new Set(commands.map(c => c.key))
  const lost = [...acknowledged].filter(id => !kept.has(id)).length
  const doubled = (effects[0]?.count ?? 0) - kept.size
  console.log(
    `kill -9: ${Object.entries(kills)
      .map(([what, n]) => `${what} ${n}`)
      .join(', ')}; acknowledged ${acknowledged.size}, lost ${lost}, doubled ${doubled}`,
  )
  return lost === 0 && doubled === 0 && acknowledged.size === COMMANDS
}
