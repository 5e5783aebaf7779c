import { z } from 'zod'
import type { ErrorCode } from './errors.ts'

/**
 * One route as both sides agree on it: the server serves it with a policy, the web client is typed from it, OpenAPI is generated from it.
 * `path` is below `/api`, parameters as `:name`. `query` values arrive as text, so coerce numbers there. A route without `reply` answers 204.
 * `upload` takes the raw bytes of one file as the body; `download` answers a file of that media type instead of JSON.
 * `once: false` switches the idempotency key off, for commands that have no account yet (sign-in).
 */
export interface Route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  params: P
  query: Q
  body: B
  reply: R
  errors: readonly ErrorCode[]
  upload?: { maxBytes: number }
  download?: string
  once: boolean
}

interface Spec<P, Q, B, R> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  params?: P
  query?: Q
  body?: B
  reply?: R
  errors?: readonly ErrorCode[]
  upload?: { maxBytes: number }
  download?: string
  once?: boolean
}

const nothing = z.strictObject({})

export function route<
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
  R extends z.ZodType = z.ZodVoid,
>(spec: Spec<P, Q, B, R>): Route<P, Q, B, R> {
  return {
    ...spec,
    params: spec.params ?? (nothing as unknown as P),
    query: spec.query ?? (nothing as unknown as Q),
    body: spec.body ?? (nothing as unknown as B),
    reply: spec.reply ?? (z.void() as unknown as R),
    errors: spec.errors ?? [],
    once: spec.once ?? spec.method !== 'GET',
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the one place that names "any route", whatever its schemas
export type AnyRoute = Route<any, any, any, any>

/** What a handler receives: the three parts, parsed. */
export type Input<T extends AnyRoute> = {
  params: z.output<T['params']>
  query: z.output<T['query']>
  body: z.output<T['body']>
}
/** What a caller sends; parts without fields may be left out. */
export type Request<T extends AnyRoute> = {
  params?: z.input<T['params']>
  query?: z.input<T['query']>
  body?: z.input<T['body']>
}
export type Reply<T extends AnyRoute> = z.output<T['reply']>
