import { randomUUID } from 'node:crypto'
import type { AnyRoute } from '@jiannuo/contract/route.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Entry, expected, relationsOf, type Sent } from '../expectation.ts'
import { table } from '../table.ts'
import { ACTORS, openWorld, placeOf, type Relation, ROLES, type WalkingRole, type World } from '../world.ts'
import { nameOf, servedRoutes } from './served.ts'

let world: World

/** Walks every `of`th route from the `first` with every role in every relation. Each share has a city of its own, so shares run side by side. */
export function walk(first: number, of: number) {
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world?.city.close())
  const walked = servedRoutes.filter(r => r.access === 'session' && nameOf(r.route) in table)
  const share = walked.filter((_, at) => at % of === first)
  describe('every route × role × relation', { timeout: 120_000 }, () => {
    it.each(share.map(r => [nameOf(r.route), r] as const))('%s', async (name, { route }) => {
      const entry = table[name]!
      const wrong: string[] = []
      expect(
        (await send(route, await sentFor(entry, route, 'workCommittee', null), '')).status,
        'without a session',
      ).toBe(401)
      for (const role of ROLES) wrong.push(...(await walkRole(entry, route, role)))
      expect(wrong, `differs from server/src/access/table`).toEqual([])
    })
  })
}

async function walkRole(entry: Entry, route: AnyRoute, role: WalkingRole): Promise<string[]> {
  const wrong: string[] = []
  const session = await world.open(ACTORS[role])
  for (const relation of relationsOf(entry)) {
    const place = placeOf(world, role, relation, session)
    if (!place) continue
    const sent = (await entry.given?.(place)) ?? {}
    check(route, sent)
    const answer = await send(route, sent, session)
    const found = outcome(answer)
    const wanted = expected(entry, role, relation)
    const fits = relation === 'elsewhere' ? found !== 'allowed' : found === wanted
    if (!fits)
      wrong.push(`${role} × ${relation ?? '-'}: table ${wanted}, server ${found} (${answer.status} ${answer.code})`)
  }
  return wrong
}

/** An unexpected failure is neither allowed nor refused: it fails the walk. */
function outcome({ status, code }: { status: number; code: string }) {
  if (status >= 500 || code === 'NOT_SIGNED_IN') return `failed with ${status} ${code}`
  return status === 403 || status === 404 ? status : 'allowed'
}

/** A request the schema refuses would never reach the policy, and the walk would prove nothing. */
function check(route: AnyRoute, sent: Sent) {
  for (const part of ['params', 'query', 'body'] as const) {
    if (part === 'body' && (route.upload || route.method === 'GET')) continue
    const parsed = route[part].safeParse(sent[part] ?? {})
    if (!parsed.success)
      throw new Error(`the entry’s ${part} of ${nameOf(route)} is not acceptable: ${parsed.error.message}`)
  }
}

async function sentFor(entry: Entry, route: AnyRoute, role: WalkingRole, relation: Relation | null): Promise<Sent> {
  const place = placeOf(world, role, relation ?? 'own', await world.open(ACTORS[role]))
  const sent = (place && (await entry.given?.(place))) ?? {}
  check(route, sent)
  return sent
}

async function send(route: AnyRoute, sent: Sent, session: string) {
  const { status, problem } = await world.city.as(null)(route, sent as object, {
    headers: { cookie: session ? `jiannuo=${session}` : '' },
    ...(sent.payload ? { payload: sent.payload } : {}),
    key: randomUUID(),
  })
  return { status, code: problem?.code ?? '' }
}
