import { randomUUID } from 'node:crypto'
import type { AnyRoute } from '@jiannuo/contract/route.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Entry, type Expected, expected, relationsOf, type Sent } from '../expectation.ts'
import { table } from '../table.ts'
import { ACTORS, openWorld, type Place, placeOf, ROLES, type WalkingRole, type World } from '../world.ts'
import { nameOf, servedRoutes } from './served.ts'

let world: World
const sessions = new Map<WalkingRole, string>()

/**
 * Walks every `of`th route from the `first` with every role in every relation. Each share has a city of its own, so shares run side by side.
 *
 * What a route costs: a request for each cell (60 when it is about an object of a person, 49 of a unit, 12 of neither), and rows arranged
 * for each of the 21 places those cells are about and once more after each command that got through. Reading and refusals change nothing:
 * whoever meets the same object next finds it as it was arranged. So cells of one place follow each other, and those who may come last.
 */
export function walk(first: number, of: number) {
  beforeAll(async () => {
    sessions.clear()
    world = await openWorld()
  })
  afterAll(() => world?.city.close())
  const walked = servedRoutes.filter(r => r.access === 'session' && nameOf(r.route) in table)
  const share = walked.filter((_, at) => at % of === first)
  describe('every route × role × relation', { timeout: 120_000 }, () => {
    it.each(share.map(r => [nameOf(r.route), r] as const))('%s', async (name, { route }) => {
      const entry = table[name]!
      const arranged = arranging(entry, route)
      const cells = cellsOf(entry)
      const [first] = cells
      expect((await send(route, await arranged.arrange(await signedIn(first!.place)), '')).status, 'no session').toBe(
        401,
      )
      const wrong: string[] = []
      for (const cell of cells) wrong.push(...(await walkCell(cell, route, arranged)))
      expect(wrong, `differs from server/src/access/table`).toEqual([])
    })
  })
}

interface Cell {
  place: Place
  wanted: Expected
}

/** Every role in every relation the city has. */
function cellsOf(entry: Entry): Cell[] {
  const cells: Cell[] = []
  for (const role of ROLES)
    for (const relation of relationsOf(entry)) {
      const place = placeOf(world, role, relation)
      if (place) cells.push({ place, wanted: expected(entry, role, relation) })
    }
  const turn = ({ place, wanted }: Cell) => `${place.unit} ${place.person} ${wanted === 'allowed' ? 2 : 1}`
  return cells.sort((a, b) => turn(a).localeCompare(turn(b)))
}

/** The rows a route’s object is made of: made anew only where the place is another one or, told by `spoil`, somebody got through. */
function arranging(entry: Entry, route: AnyRoute) {
  let last: { sent: Sent; serves: (place: Place) => boolean } | null = null
  const arrange = async (place: Place): Promise<Sent> => {
    if (last?.serves(place)) return last.sent
    // What the entry looks at decides for whom its rows serve as well: most look at the unit and the person only.
    const looked = new Set<keyof Place>(['unit', 'person'])
    const watched = new Proxy(place, {
      get(target, name: keyof Place) {
        looked.add(name === 'actor' ? 'role' : name)
        return target[name]
      },
    })
    const sent = (await entry.given?.(watched)) ?? {}
    check(route, sent)
    for (const boundToUnit of ['insert', 'cycle'] as const) looked.delete(boundToUnit)
    last = { sent, serves: other => [...looked].every(name => other[name] === place[name]) }
    return sent
  }
  const spoil = () => {
    last = null
  }
  return { arrange, spoil }
}

/** The place with a session of its walker: the one he has, or a new one where it may have ended. */
async function signedIn(place: Place): Promise<Place> {
  const session = sessions.get(place.role) ?? (await world.open(ACTORS[place.role]))
  sessions.set(place.role, session)
  place.actor.session = session
  return place
}

async function walkCell(
  { place, wanted }: Cell,
  route: AnyRoute,
  { arrange, spoil }: ReturnType<typeof arranging>,
): Promise<string[]> {
  const { role, relation } = place
  const answer = await send(route, await arrange(await signedIn(place)), place.actor.session)
  const found = outcome(answer)
  if (found !== 403 && found !== 404 && route.method !== 'GET') {
    spoil()
    sessions.delete(role) // it may have ended its own session
  }
  const fits = relation === 'elsewhere' ? found !== 'allowed' : found === wanted
  return fits
    ? []
    : [`${role} × ${relation ?? '-'}: table ${wanted}, server ${found} (${answer.status} ${answer.code})`]
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

async function send(route: AnyRoute, sent: Sent, session: string) {
  const { status, problem } = await world.city.as(null)(route, sent as object, {
    headers: { cookie: session ? `jiannuo=${session}` : '' },
    ...(sent.payload ? { payload: sent.payload } : {}),
    key: randomUUID(),
  })
  return { status, code: problem?.code ?? '' }
}
