import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { demoAccounts, prepareCity } from './demo/prepare-city.ts'
import { jobs } from './jobs.ts'
import { type EmbeddedServer, startEmbedded } from './platform/database/embedded.ts'
import { buildApp } from './platform/http/app.ts'
import { listen } from './platform/http/wire/listen.ts'
import { servePages } from './platform/http/wire/pages.ts'
import { startQueue } from './platform/jobs/queue.ts'
import { openPlatform } from './platform/open-platform.ts'
import { loadSettings, StartError } from './platform/settings.ts'
import { allRoutes } from './routes.ts'

const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url))
/** Below the patience of whoever started us (scripts/children.mjs). */
const STOP_MS = 2100
const DATABASE_STOP_MS = 700
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts the product: database, migrations, demo city, web and API on one port. Stops everything in reverse on a signal. */
async function main() {
  const stops: (() => Promise<unknown>)[] = []
  const abort = new AbortController()
  let stopping: Promise<void> | null = null
  let embedded: EmbeddedServer | null = null
  const endAll = async () => {
    for (const end of stops.reverse()) await end().catch(error => process.stderr.write(`${error}\n`))
  }
  const stop = () => {
    abort.abort()
    stopping ??= (async () => {
      // The embedded database ends in good order within the time of an interrupt; what still runs by then is rolled back.
      const end = performance.now() + STOP_MS
      await (embedded ? Promise.race([endAll(), setTimeout(STOP_MS - DATABASE_STOP_MS)]) : endAll())
      await embedded?.stop(Math.max(DATABASE_STOP_MS, end - performance.now()))
      process.exit(process.exitCode ?? 0)
    })()
    return stopping
  }
  const fatal = (error: unknown) => {
    // A start that is called off fails wherever it stands.
    if (!abort.signal.aborted) {
      process.exitCode = 1
      process.stderr.write(
        error instanceof StartError ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`,
      )
    }
    return stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  try {
    const settings = loadSettings(process.env)
    embedded = settings.databaseUrl
      ? null
      : await startEmbedded({
          dataDir: settings.dataDir,
          log: { info: say, warn: say },
          signal: abort.signal,
          lost: fatal,
        })
    const platform = await openPlatform(settings, settings.databaseUrl ?? embedded!.url, say)
    stops.push(platform.close)
    await prepareCity(platform, say)
    const app = await buildApp(platform, allRoutes(platform))
    await servePages(app, WEB)
    const address = await listen(app, settings)
    stops.push(() => app.close())
    const onError = ({ message }: Error) => abort.signal.aborted || app.log.error(`the queue: ${message}`)
    stops.push(await startQueue(platform, platform.appUrl, jobs, onError))
    if (settings.demo !== 'none') say(demoAccounts)
    say(`践诺 is ready: ${settings.origin ?? address}`)
  } catch (error) {
    await fatal(error)
  }
}

void main()
