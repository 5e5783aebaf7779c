import { randomUUID } from 'node:crypto'
import type { AnyRoute } from '@jiannuo/contract/route.ts'
import type { EmptyCity } from './empty-city.ts'

/** Calls a route as the one person of the city. Fails on any answer but a good one. */
export async function send(
  { app, secret }: EmptyCity,
  route: AnyRoute,
  { id = '', query = {}, payload }: { id?: string; query?: Record<string, string>; payload?: Buffer | object },
) {
  const answer = await app.inject({
    method: route.method,
    url: `/api${route.path.replace(/:\w+/, id)}`,
    query,
    headers: {
      'x-requested-with': 'jiannuo',
      'idempotency-key': randomUUID(),
      ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}),
    },
    cookies: { jiannuo: secret },
    ...(payload ? { payload } : {}),
  })
  if (answer.statusCode >= 300) throw new Error(answer.body)
  return answer
}

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}

export const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
