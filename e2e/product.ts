import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Product {
  url: string
  /** Everything it printed so far. */
  output: () => string
  /** Moves its clock to a day; the daily jobs have run when this returns. */
  moveTo: (day: string) => Promise<void>
  stop: () => Promise<void>
}

/** Starts the product as `npm start` does, on a free port and an embedded database in a temporary folder, and waits until it says it is ready. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), 'jiannuo-product-'))
  await chmod(data, 0o755) // under root the database runs as another account
  const main = fileURLToPath(new URL('../server/src/main.ts', import.meta.url))
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [main], {
    env: { ...inherited, PORT: '0', JIANNUO_DATA: data, JIANNUO_TEST: '1', JIANNUO_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk
      const ready = /ready: (http:\/\/\S+)/.exec(output)
      if (ready?.[1]) resolve(ready[1])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', code => reject(new Error(`the product ended with ${code}:\n${output}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  const moveTo = async (day: string) => {
    const answer = await fetch(`${url}/api/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'jiannuo' },
      body: JSON.stringify({ moment: `${day}T09:00:00+08:00` }),
    })
    if (!answer.ok) throw new Error(`the clock did not move to ${day}: ${answer.status} ${await answer.text()}`)
  }
  return { url, output: () => output, moveTo, stop }
}
