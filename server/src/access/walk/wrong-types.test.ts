import { randomUUID } from 'node:crypto'
import type { AnyRoute } from '@jiannuo/contract/route.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Sent } from '../expectation.ts'
import { table } from '../table.ts'
import { openWorld, placeOf, type World } from '../world.ts'
import { nameOf, servedRoutes } from './served.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.city.close())

const WRONG: unknown[] = [{}, [], ['x'], true, 'x\u0000', '', 'no such', -1.5, 1e30, null, { a: { b: [] } }]
/** What a library says and no official would. */
const JARGON = /期望|实际接收|无效输入|NaN|undefined|received|Invalid (input|option|string)|regex|\/\^/

describe('wrong types in any field of any route', { timeout: 120_000 }, () => {
  it.each(servedRoutes.map(r => [nameOf(r.route), r.route] as const))('%s', async (name, route) => {
    const session = await world.open('staff')
    const place = placeOf(world, 'workCommittee', 'own', session)
    const good: Sent = (place && !table[name]?.public && (await table[name]?.given?.(place))) || {}
    const odd: string[] = []
    for (const [what, sent] of variations(route, good)) {
      for (const language of ['zh', 'en'] as const) {
        const { status, problem } = await send(route, sent, session, language)
        odd.push(...faults(status, problem, language).map(fault => `${what}: ${fault}`))
      }
    }
    expect(odd).toEqual([])
  })
})

/** The acceptable request with one field changed at a time, and the body as a whole. */
function* variations(route: AnyRoute, good: Sent): Generator<[string, Sent]> {
  for (const part of ['query', 'body'] as const) {
    if (part === 'body' && (route.method === 'GET' || route.upload)) continue
    for (const field of fieldsOf(route[part]))
      for (const wrong of WRONG)
        yield [
          `${part}.${field} = ${JSON.stringify(wrong)}`,
          { ...good, [part]: { ...(good[part] as object), [field]: wrong } },
        ]
  }
  for (const field of fieldsOf(route.params))
    for (const wrong of ['x', '%00', '一', '-1', '1e30'])
      yield [`params.${field} = ${wrong}`, { ...good, params: { ...good.params, [field]: wrong } }]
  if (route.method !== 'GET' && !route.upload)
    for (const body of [[], 'text', 5]) yield [`body = ${JSON.stringify(body)}`, { ...good, body }]
}

function fieldsOf(schema: z.ZodType): string[] {
  const { properties } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { properties?: object }
  return Object.keys(properties ?? {})
}

interface Said {
  code?: string
  title?: string
  detail?: string
  errors?: { pointer: string; detail: string }[]
}

/** What is wrong with an answer: a failure of ours, or a refusal that is not said plainly in the caller’s language. */
function faults(status: number, problem: Said | undefined, language: 'zh' | 'en'): string[] {
  if (status < 400) return []
  if (status >= 500) return [`${status} ${problem?.code}`]
  if (!problem?.code || !problem.detail) return [`${status} without a problem`]
  const sentences = [problem.title ?? '', problem.detail, ...(problem.errors ?? []).map(e => e.detail)]
  const Han = /\p{Script=Han}/u
  return sentences
    .filter(said => JARGON.test(said) || said === '' || (language === 'zh' && !Han.test(said)))
    .map(said => `“${said}” (${problem.code})`)
}

async function send(route: AnyRoute, sent: Sent, session: string, language: 'zh' | 'en') {
  return world.city.as(null)(route, sent as object, {
    headers: { cookie: `jiannuo=${session}`, 'accept-language': language },
    ...(sent.payload ? { payload: sent.payload } : {}),
    key: randomUUID(),
  })
}
