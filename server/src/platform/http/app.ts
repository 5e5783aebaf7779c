import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, {
  type ConnectionError,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { answer } from './answer.ts'
import { languageOf, SESSION_COOKIE } from './context.ts'
import { CatalogueError } from './fail.ts'
import type { Platform } from './platform.ts'
import type { Served } from './serve.ts'
import { addHealth } from './wire/health.ts'
import { openApi } from './wire/openapi.ts'
import { problem } from './wire/problem.ts'

/** The HTTP application over the given routes. Refuses to start when two routes share a place or one has no policy. */
export async function buildApp(platform: Platform, routes: readonly Served[]): Promise<FastifyInstance> {
  const { settings } = platform
  const app = fastify({
    logger:
      settings.logLevel === 'silent'
        ? false
        : { level: settings.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: settings.logLevel !== 'debug' }),
    trustProxy:
      typeof settings.trustProxy === 'number'
        ? (_address, hop) => hop < Number(settings.trustProxy)
        : settings.trustProxy,
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => `S-${crypto.randomUUID().slice(0, 8)}`,
    // What never becomes a request has no hooks: it brings its headers itself.
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply.headers(BARE_HEADERS)),
    clientErrorHandler: refuseBytes,
  })
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: CSP },
    frameguard: { action: 'deny' },
    hsts: settings.origin?.startsWith('https://') ?? false,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(rateLimit, {
    max: settings.test ? 1_000_000 : 1200,
    timeWindow: '1 minute',
    keyGenerator: request => request.cookies[SESSION_COOKIE] ?? request.ip,
    errorResponseBuilder: tooMany,
  })
  app.addContentTypeParser('*', leaveBody)
  app.setErrorHandler((error: FastifyError, request, reply) =>
    request.is404 && error.code?.startsWith('FST_ERR_CTP')
      ? refuseAddress(routes, request, reply)
      : sendError(error, request, reply),
  )
  addRoutes(app, platform, routes)
  addHealth(app, platform)
  // Made when first asked for: it would take a tenth of the start.
  let document: object | undefined
  app.get('/api/openapi.json', () => (document ??= openApi(routes)))
  return app
}

const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  fontSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

/** For answers that no hook reaches. */
const BARE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

function addRoutes(app: FastifyInstance, platform: Platform, routes: readonly Served[]) {
  const places = new Set<string>()
  for (const served of routes) {
    const { method, path } = served.route
    const place = `${method} ${path.replaceAll(/:\w+/g, ':')}`
    if (places.has(place)) throw new Error(`Two routes share ${method} ${path}.`)
    if (served.access === 'session' && !served.policy) throw new Error(`${method} ${path} has no policy.`)
    places.add(place)
  }
  for (const served of routes) if (!served.route.upload) addRoute(app, platform, served)
  // A file is a file whatever it is declared as: nothing reads the body before the use case does.
  app.register(async uploads => {
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser('*', leaveBody)
    for (const served of routes) if (served.route.upload) addRoute(uploads, platform, served)
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => refuseAddress(routes, request, reply))
}

function addRoute(app: FastifyInstance, platform: Platform, served: Served) {
  const { method, path } = served.route
  const max = served.access === 'public' && method !== 'GET' && !platform.settings.test ? 30 : undefined
  app.route({
    method,
    url: `/api${path}`,
    config: max ? { rateLimit: { max, timeWindow: '1 minute' } } : {},
    handler: (request, reply) => answer(platform, served, request, reply),
  })
}

const leaveBody = (_request: FastifyRequest, _payload: unknown, done: (error: null) => void) => done(null)

/** Nothing is served there, or not by this method; whatever the body is. */
function refuseAddress(routes: readonly Served[], request: FastifyRequest, reply: FastifyReply) {
  const accepted = methodsAt(routes, request.url).join(', ')
  if (accepted === '') return sendError(new CatalogueError('NOT_FOUND', undefined), request, reply)
  return sendError(new CatalogueError('METHOD_NOT_ALLOWED', { accepted }), request, reply.header('allow', accepted))
}

/** Methods served at that address. */
function methodsAt(routes: readonly Served[], url: string): string[] {
  const path = url.split('?', 1)[0]!
  const here = routes.filter(({ route }) => new RegExp(`^/api${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
  return [...new Set(here.map(({ route }) => route.method))].sort()
}

/** Bytes that are no HTTP request, or headers without end. */
function refuseBytes(error: ConnectionError, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy(error)
  const body = JSON.stringify(problem('MALFORMED_REQUEST', undefined, [], 'zh', 'S-0'))
  const headers = Object.entries({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
    ...BARE_HEADERS,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return socket.end(`HTTP/1.1 400 Bad Request\r\n${headers.join('')}\r\n${body}`)
}

function tooMany(_request: FastifyRequest, context: { ttl: number }) {
  return new CatalogueError('TOO_MANY_REQUESTS', { seconds: Math.ceil(context.ttl / 1000) })
}

function sendError(
  error: Error & { code?: string; statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const known = error instanceof CatalogueError ? error : translate(error)
  if (known.code === 'UNEXPECTED' || known.code === 'UNAVAILABLE') request.log.error(error)
  const body = problem(known.code, known.data, known.fields, languageOf(request), request.id)
  return reply.status(body.status).type('application/problem+json').header('cache-control', 'no-store').send(body)
}

/** What the framework and the database say, as errors of the catalogue. A row level security refusal is the second wall speaking. */
function translate(error: Error & { code?: string; statusCode?: number }): CatalogueError {
  const code = error.code ?? ''
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return new CatalogueError('INVALID_JSON', undefined)
  if (code === 'FST_ERR_BAD_URL') return new CatalogueError('MALFORMED_REQUEST', undefined)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new CatalogueError('FILE_TOO_LARGE', { maxMebibytes: 1 })
  if (code === '42501' || code === 'JN001') return new CatalogueError('NOT_ALLOWED', undefined)
  if (code === '23505' || code === '23001' || code === '40001' || code === '40P01')
    return new CatalogueError('CHANGED_MEANWHILE', undefined)
  if (
    /^(08|53|57P|ECONN|ETIMEDOUT|EPIPE)/.test(code) ||
    /Connection terminated|not queryable|timeout exceeded/i.test(error.message)
  )
    return new CatalogueError('UNAVAILABLE', undefined)
  if (error.statusCode === 415) return new CatalogueError('CONTENT_TYPE', undefined)
  if (error.statusCode === 400) return new CatalogueError('INVALID_JSON', undefined)
  return new CatalogueError('UNEXPECTED', undefined)
}
