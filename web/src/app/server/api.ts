import type { Problem } from '@jiannuo/contract/errors.ts'
import type { AnyRoute, Reply } from '@jiannuo/contract/route.ts'
import type { z } from 'zod'
import { languageTag } from '../../i18n/language.ts'
import { ownProblem, ProblemError } from './problem.ts'

type Part<Name extends string, S extends z.ZodType> =
  Record<never, never> extends z.input<S> ? { [K in Name]?: z.input<S> } : { [K in Name]: z.input<S> }

/** What a caller hands over: a part is required as soon as it has a required field; a route with `upload` takes the file as body. */
export type Sent<T extends AnyRoute> = Part<'params', T['params']> & Part<'query', T['query']> & Part<'body', T['body']>

export type Args<T extends AnyRoute> = Record<never, never> extends Sent<T> ? [sent?: Sent<T>] : [sent: Sent<T>]

interface Loose {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** How long to wait before a failed connection is tried again, milliseconds. */
const PAUSES = [400, 1500]

/** The address of a route, for downloads and `href`s. */
export const address = <T extends AnyRoute>(route: T, ...[sent]: Args<T>): string => addressOf(route, sent)

function addressOf(route: AnyRoute, sent: Loose | undefined): string {
  const { params, query }: Loose = sent ?? {}
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one))
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

interface Options {
  signal?: AbortSignal
  /** One per intention of the user: sending the same key again never does the thing twice. */
  key?: string
}

/** Calls one route of the contract. Fails with ProblemError, never anything else. */
export const call = <T extends AnyRoute>(route: T, ...[sent]: Args<T>): Promise<Reply<T>> => send(route, sent)

/** `call` with the signal and the key of whoever manages the request; pages use `query` and `useCommand` instead. */
export async function send<T extends AnyRoute>(
  route: T,
  sent: Sent<T> | undefined,
  { signal, key }: Options = {},
): Promise<Reply<T>> {
  const { body }: Loose = sent ?? {}
  const file = body instanceof Blob
  const headers: Record<string, string> = {
    accept: 'application/json, application/problem+json',
    'accept-language': languageTag(),
  }
  if (route.method !== 'GET') headers['x-requested-with'] = 'jiannuo'
  if (route.once) headers['idempotency-key'] = key ?? crypto.randomUUID()
  if (body !== undefined) headers['content-type'] = file ? body.type || 'application/octet-stream' : 'application/json'
  if (body instanceof File) headers['x-file-name'] = encodeURIComponent(body.name)
  const request: RequestInit = { method: route.method, headers, credentials: 'same-origin', signal }
  if (body !== undefined) request.body = file ? body : JSON.stringify(body)
  // Without a key a command might be done twice, so its first failure is final; a query is repeated by the query client.
  return read(route, await connect(() => fetch(addressOf(route, sent), request), route.once ? PAUSES : [], signal))
}

async function connect(
  attempt: () => Promise<Response>,
  pauses: readonly number[],
  signal?: AbortSignal,
): Promise<Response> {
  try {
    return await attempt()
  } catch (error) {
    if (signal?.aborted) throw error
    const [pause, ...rest] = pauses
    if (pause === undefined || !navigator.onLine) throw ownProblem('NETWORK', 0)
    await new Promise(resolve => setTimeout(resolve, pause))
    return connect(attempt, rest, signal)
  }
}

async function read<T extends AnyRoute>(route: T, response: Response): Promise<Reply<T>> {
  const text = await response.text().catch(() => null)
  if (text === null) throw ownProblem('NETWORK', 0)
  const content = parse(text)
  if (!response.ok) {
    throw isProblem(content) ? new ProblemError(content) : ownProblem('UNREADABLE', response.status)
  }
  const reply = route.reply.safeParse(content)
  if (!reply.success) throw ownProblem('STALE', response.status, response.headers.get('x-request-id') ?? undefined)
  return reply.data
}

function parse(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isProblem = (content: unknown): content is Problem =>
  typeof content === 'object' && content !== null && 'code' in content && 'detail' in content

/** Signing in is a page of its own, loaded anew; it comes back to the page that was asked for. */
export function leaveForSignIn() {
  if (window.location.pathname === '/sign-in') return
  const target = window.location.pathname + window.location.search
  window.location.assign(target === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(target)}`)
}
