import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Histogram, Registry, register } from 'prom-client'
import type { Platform } from '../platform.ts'

/** A database that does not answer for so long is not ready. */
const PATIENCE_MS = 2000
/** What a proxy adds: a reverse proxy on the same machine does not make its visitors local. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

const isOfThisMachine = (request: FastifyRequest) =>
  /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') &&
  !FORWARDED.some(name => name in request.headers)

/** `/api/health` (live and ready) and Prometheus metrics; metrics answer the machine itself only. What jobs measure is in the process's own register. */
export function addHealth(app: FastifyInstance, platform: Platform) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'jiannuo_http_seconds',
    help: 'Duration of requests',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/api/health', async (_request, reply) => {
    const answered = sql`select 1`.execute(platform.db).then(
      () => true,
      () => false,
    )
    const ready = await Promise.race([answered, setTimeout(PATIENCE_MS, false, { ref: false })])
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ live: true, ready, today: platform.clock.today(), demo: platform.settings.demo !== 'none' })
  })
  app.get('/api/metrics', async (request, reply) => {
    if (!isOfThisMachine(request)) return reply.callNotFound()
    return reply.type(registry.contentType).send(await Registry.merge([registry, register]).metrics())
  })
}
