import { readMyData } from '@jiannuo/contract/identity/my-data.ts'
import type { AnyRoute } from '@jiannuo/contract/route.ts'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Entry, expected, relationsOf } from './expectation.ts'
import { table } from './table.ts'
import { nameOf, servedRoutes } from './walk/served.ts'
import { ACTORS, openWorld, placeOf, ROLES, type WalkingRole, type World } from './world.ts'

/** Of a person by the table, and yet not his personal record: a counting sheet holds names alone; a pledge is written to be hung in the unit, and says itself when its reviewer opened it. */
const NOT_PERSONAL = /^GET \/(appraisal\/tellings|pledges)\//

/** Whose id stands in the address. */
const PERSONAL = /:(personId|memberId|pledgeId|itemId|resultId|transferId)\b/

const reads = servedRoutes.filter(r => r.route.method === 'GET' && r.access === 'session')
const personal = reads.filter(
  ({ route }) =>
    (table[nameOf(route)]?.about === 'person' || PERSONAL.test(route.path)) && !NOT_PERSONAL.test(nameOf(route)),
)

test('trust 3 every route that shows one person’s record says so, and no other', () => {
  const declared = reads.filter(r => r.shows).map(r => nameOf(r.route))
  expect(declared.sort()).toEqual(personal.map(r => nameOf(r.route)).sort())
  expect(declared.length).toBeGreaterThan(9)
})

describe('trust 3 who looked', { timeout: 60_000 }, () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world?.city.close())

  /** The looks of that account at records of that kind. */
  const looks = async (account: string, record: string) =>
    (
      await world.city.owner.query<{ object_id: string; role: string }>(
        'select object_id, role from audit_event where account_id = $1 and action = $2',
        [account, `view.${record}`],
      )
    ).rows

  /** The first office that may see another person's, and that person's object. */
  async function looker(entry: Entry, session: (role: WalkingRole) => Promise<string>) {
    for (const role of ROLES.filter(r => r !== 'member' && r !== 'partyGroupMember'))
      for (const relation of relationsOf(entry)) {
        if (relation === 'self' || expected(entry, role, relation) !== 'allowed') continue
        const secret = await session(role)
        const place = placeOf(world, role, relation, secret)
        if (place) return { place, secret, sent: (await entry.given?.(place)) ?? {} }
      }
    return null
  }
  const ask = (route: AnyRoute, sent: object, secret: string) =>
    world.city.as(null)(route, sent, { headers: { cookie: `jiannuo=${secret}` } })

  it.each(personal.map(r => [nameOf(r.route), r] as const))(
    '%s is noted once a day, whoever looks again',
    async (name, { route, shows }) => {
      const open = (role: WalkingRole) => world.open(ACTORS[role])
      const { place, secret, sent } = (await looker(table[name]!, open))!
      const earlier = await looks(place.actor.account, shows!.record)
      expect((await ask(route, sent, secret)).status).toBe(200)
      expect((await ask(route, sent, secret)).status).toBe(200)
      const all = await looks(place.actor.account, shows!.record)
      expect(all.filter(look => look.role === place.role && look.object_id !== place.actor.person)).toEqual(all)
      expect(new Set(all.map(look => look.object_id)).size, 'one row a person').toBe(all.length)
      expect(all.length - earlier.length, 'pages of one kind share a row').toBe(earlier.length === 0 ? 1 : 0)
    },
  )

  it('stands in the person’s own data with name, office and unit; the person’s own look does not', async () => {
    const route = personal.find(r => nameOf(r.route) === 'GET /members/:memberId')!.route
    const sent = { params: { memberId: world.person.memA1 } }
    for (const who of ['memA1', 'secA1', 'ocsA'] as const)
      expect((await ask(route, sent, await world.open(who))).status, who).toBe(200)
    const { body } = await world.city.as('memA1')(readMyData)
    expect(body.views.map(v => [v.action, v.role, v.unit])).toEqual(
      expect.arrayContaining([
        ['view.member', 'branchSecretary', expect.stringMatching(/支部/)],
        ['view.member', 'organCommittee', expect.stringMatching(/机关党委/)],
      ]),
    )
    expect(body.views).toHaveLength(2)
  })
})
