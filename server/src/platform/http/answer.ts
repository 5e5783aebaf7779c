import type { AnyRoute, Input } from '@jiannuo/contract/route.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { noteView } from '../audit/note-view.ts'
import { writeEvent } from '../audit/write-event.ts'
import type { Tx } from '../database/connect.ts'
import { recordFact } from '../facts/record-fact.ts'
import { inform } from '../inbox/inform.ts'
import type { Actor } from './actor.ts'
import { languageOf, openContext, SESSION_COOKIE } from './context.ts'
import { CatalogueError, fail } from './fail.ts'
import { claimKey, keepReply } from './once.ts'
import type { Platform } from './platform.ts'
import { demandSecondFactor } from './second-factor.ts'
import type { Change, Context, Download, Served } from './serve.ts'
import { parsePart } from './wire/parse.ts'

/** One answer, as it is sent once its transaction has committed. */
interface Answer {
  status: number
  body: unknown
  /** The person whose record it shows. */
  shown?: string | null
}

/** Answers one request of a served route: input, session, key, facts, policy, use case and reply in one transaction; tasks after the commit. */
export async function answer(
  platform: Platform,
  served: Served,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { route } = served
  const input = readInput(route, request)
  const tasks: (() => Promise<unknown>)[] = []
  const kept: ((tx: Tx) => Promise<unknown>)[] = []
  let actor: Actor | null = null
  let done: Answer
  try {
    done = await platform.db.transaction().execute(async tx => {
      const context = contextOf(platform, request, reply, tx, tasks, kept)
      if (served.access === 'public')
        return { status: 200, body: await served.run(context as never, input as never, undefined as never) }
      actor = context.session.secret ? await openContext(tx, context.session.secret) : null
      if (!actor) fail('NOT_SIGNED_IN')
      demandSecondFactor(actor, route, platform.settings)
      return runOnce(served, changeOf(context, actor, route), input, request)
    })
  } catch (error) {
    for (const keep of kept) await platform.db.transaction().execute(keep)
    if (actor && error instanceof CatalogueError && (error.code === 'NOT_ALLOWED' || error.code === 'NOT_FOUND'))
      await noteRefusal(platform, actor, route, request)
    throw error
  }
  if (actor && done.shown) tasks.push(() => noteLook(platform, served, actor!, done.shown!, request))
  for (const task of tasks) await task().catch(error => request.log.error(error, 'a task after the commit failed'))
  return send(route, done, reply)
}

function readInput(route: AnyRoute, request: FastifyRequest): Input<AnyRoute> {
  if (request.method !== 'GET' && request.headers['x-requested-with'] !== 'jiannuo') fail('FOREIGN_ORIGIN')
  if (!route.upload && hasBody(request) && !/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    fail('CONTENT_TYPE')
  return {
    params: parseAddress(route, request),
    query: parsePart(route.query, request.query ?? {}, '/query'),
    body: route.upload || request.method === 'GET' ? {} : parsePart(route.body, request.body ?? {}, ''),
  }
}

const hasBody = ({ headers }: FastifyRequest) =>
  Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined

/** An address that no link of ours has leads nowhere: it is not found rather than filled in wrongly. */
function parseAddress(route: AnyRoute, request: FastifyRequest): Input<AnyRoute>['params'] {
  const parsed = route.params.safeParse(request.params)
  return parsed.success ? parsed.data : fail('NOT_FOUND')
}

async function runOnce(
  served: Served,
  change: Change,
  input: Input<AnyRoute>,
  request: FastifyRequest,
): Promise<Answer> {
  const key = served.route.once && !served.route.download ? keyOf(request) : null // a file is made again, not kept
  if (key) {
    const fingerprint = `${request.method} ${request.url} ${request.headers['content-length'] ?? ''} ${served.route.upload ? '' : JSON.stringify(request.body ?? null)}`
    const earlier = await claimKey(change.tx, change.actor, key, fingerprint)
    if (earlier) return { status: earlier.status, body: earlier.reply }
  }
  const facts = served.facts ? await served.facts(change, input as never) : undefined
  if (facts === null) fail('NOT_FOUND')
  const verdict = served.policy ? served.policy(change.actor, facts as never) : fail('NOT_ALLOWED')
  if (verdict !== true) throw new CatalogueError(verdict.deny, verdict.data)
  const result = await served.run(change as never, input as never, facts as never)
  const shown = served.shows?.of(facts as never) ?? null
  if (served.route.download) return { status: 200, body: result, shown }
  const body = served.route.reply.parse(result)
  if (key) await keepReply(change.tx, change.actor, key, body === undefined ? 204 : 200, body)
  return { status: body === undefined ? 204 : 200, body, shown }
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) fail('KEY_MISSING')
  return key
}

function contextOf(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  tx: Tx,
  tasks: (() => Promise<unknown>)[],
  kept: ((tx: Tx) => Promise<unknown>)[],
): Context {
  const declared = Number(request.headers['content-length'])
  return {
    tx,
    now: platform.clock.now(),
    today: platform.clock.today(),
    language: languageOf(request),
    requestId: request.id,
    address: request.ip,
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    settings: platform.settings,
    files: platform.files,
    key: platform.key,
    after: task => tasks.push(task),
    afterRollback: task => kept.push(task),
    session: {
      secret: request.cookies[SESSION_COOKIE] ?? null,
      set: secret => setCookie(platform, reply, secret),
    },
    upload: {
      stream: request.raw,
      name: fileNameOf(request.headers['x-file-name']),
      bytes: Number.isFinite(declared) ? declared : null,
    },
  }
}

/** Percent-encoded by the page; a name that is not is kept as it came. */
function fileNameOf(sent: string | string[] | undefined): string {
  if (typeof sent !== 'string') return 'file'
  try {
    return decodeURIComponent(sent).slice(0, 200)
  } catch {
    return sent.slice(0, 200)
  }
}

function setCookie(platform: Platform, reply: FastifyReply, secret: string | null) {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: platform.settings.origin?.startsWith('https://') ?? false,
  } as const
  if (secret) reply.setCookie(SESSION_COOKIE, secret, options)
  else reply.clearCookie(SESSION_COOKIE, options)
}

function changeOf(context: Context, actor: Actor, route: AnyRoute): Change {
  const { tx, now, requestId, address } = context
  const { authorityId } = actor
  return {
    ...context,
    actor,
    audit: (action, objectId, about = {}) =>
      writeEvent(tx, {
        actor,
        authorityId,
        at: now,
        action,
        objectId,
        outcome: 'done',
        route: `${route.method} ${route.path}`,
        address,
        requestId,
        ...about,
      }),
    record: fact => recordFact(tx, authorityId, actor.personId, now, fact),
    inform: (personIds, message) => inform(tx, authorityId, now, personIds, message),
  }
}

/** A refusal is an event of its own; it is written by itself after the refused transaction was rolled back. */
async function noteRefusal(platform: Platform, actor: Actor, route: AnyRoute, request: FastifyRequest) {
  const event = {
    actor,
    authorityId: actor.authorityId,
    at: platform.clock.now(),
    action: 'refused',
    objectId: request.url.slice(0, 300),
    outcome: 'refused',
  } as const
  await writeEvent(platform.db, {
    ...event,
    route: `${route.method} ${route.path}`,
    address: request.ip,
    requestId: request.id,
  })
}

function noteLook(platform: Platform, served: Served, actor: Actor, personId: string, request: FastifyRequest) {
  const { route, shows } = served
  return noteView(write => platform.db.transaction().execute(write), actor, {
    ...{ record: shows!.record, personId, day: platform.clock.today(), at: platform.clock.now() },
    ...{ route: `${route.method} ${route.path}`, address: request.ip, requestId: request.id },
  })
}

function send(route: AnyRoute, done: Answer, reply: FastifyReply) {
  reply.header('cache-control', 'no-store')
  if (route.download) {
    const { body, fileName } = done.body as Download
    const ascii = fileName.replaceAll(/[^\w.-]+/g, '_')
    reply.header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    )
    return reply.type(route.download).send(body)
  }
  return reply.status(done.status).send(done.status === 204 ? undefined : done.body)
}
