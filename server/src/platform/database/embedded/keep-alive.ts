import { StartError } from '../../settings.ts'
import type { ClusterContext } from './cluster.ts'
import { launch } from './launch.ts'
import { endWithUs, isAlive, type Postmaster, stopPostmaster } from './process.ts'

const LOOK_MS = 250
/** A server that ends again so soon would go on doing so. */
const SHORT_LIFE_MS = 10_000

/**
 * Looks after the running server until `stop`: one that ended by itself (killed, out of memory) is started again at its port, and recovers
 * what was acknowledged. `lost` hears why when that is not possible.
 */
export function keepAlive(first: Postmaster, context: ClusterContext, lost: (reason: unknown) => void) {
  const { cluster, log } = context
  let running = first
  let forget = endWithUs(running.pid, 'SIGINT')
  let revived = Number.NEGATIVE_INFINITY
  let reviving: Promise<void> | null = null

  const revive = async () => {
    forget()
    if (performance.now() - revived < SHORT_LIFE_MS) throw endsAgain(context)
    log.warn('正在重新启动数据库…… Starting the database again…')
    const { port } = running
    running = await launch(context)
    forget = endWithUs(running.pid, 'SIGINT')
    if (running.port !== port) throw portTaken(port)
    revived = performance.now()
    log.info('数据库已恢复。 The database is back.')
  }
  const watch = setInterval(() => {
    if (reviving || isAlive(running.pid)) return
    reviving = revive().then(
      () => {
        reviving = null
      },
      reason => {
        clearInterval(watch)
        lost(reason)
      },
    )
  }, LOOK_MS).unref()

  return {
    async stop(withinMs: number): Promise<void> {
      clearInterval(watch)
      await reviving
      await stopPostmaster(running.pid, cluster, withinMs)
      forget()
    },
  }
}

const endsAgain = ({ dataDir }: ClusterContext) =>
  new StartError(
    `内嵌数据库重新启动后又意外结束,系统停止运行:原因见 ${dataDir} 中的 postgres.log。已保存的内容不受影响。`,
    `The embedded database was started again and ended once more, so the product stops: see postgres.log in ${dataDir}. What was saved is kept.`,
  )

const portTaken = (port: number) =>
  new StartError(
    `内嵌数据库意外结束后,它的端口 ${port} 被别的程序占用,系统停止运行:请重新启动。`,
    `The embedded database ended unexpectedly and another program took its port ${port}, so the product stops: start it again.`,
  )
