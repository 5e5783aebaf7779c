import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedScheme } from '../modules/appraisal/index.ts'
import { openContext } from '../platform/http/context.ts'
import { allRoutes } from '../routes.ts'
import { type Entry, expected, type Sent } from './expectation.ts'
import { table } from './table.ts'
import { ACTORS, openWorld, type Place, placeOf, type Relation, type WalkingRole, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  for (const relation of ['own', 'sibling', 'foreign', 'elsewhere'] as const) await fill(relation)
})
afterAll(() => world?.city.close())

/** One row of everything private, of a colleague of the member’s in that relation. */
async function fill(relation: Relation) {
  const place = placeOf(world, 'member', relation, '')
  if (!place) throw new Error(relation)
  await fillAt(place)
}
async function fillAt(place: Place) {
  const { person, unit } = place
  const at = '2026-03-01T00:00:00Z'
  const cycle_id = await place.cycle()
  const about = { person_id: person, unit_id: unit }
  const pledge = await place.insert('pledge_pledge', {
    ...about,
    cycle_id,
    reviewer_unit_id: unit,
    level: 'member',
    state: 'draft',
    saved_at: at,
  })
  await place.insert('pledge_item', { pledge_id: pledge, position: 0, kind: 'party', title: '草稿', weight: 100 })
  await place.insert('inbox_item', {
    person_id: person,
    kind: 'x',
    object_id: pledge,
    title_zh: '信',
    title_en: 'x',
    link: '/',
    sent_at: at,
  })
  await place.insert('fact_entry', {
    kind: 'x',
    subject_id: person,
    unit_id: unit,
    on_day: '2026-02-01',
    value: '1',
    source_module: 'x',
    source_id: 'x',
    recorded_at: at,
  })
  await place.insert('audit_event', {
    at,
    account_id: place.account,
    action: 'x',
    object_id: person,
    outcome: 'done',
    route: 'x',
    address: 'x',
    request_id: 'x',
  })
  const scheme_id = await place.insert('appraisal_scheme', {
    subject: 'member',
    family: `walls-${nextVersion}`,
    owner_unit_id: unit,
    effective_from: '2026-01-01',
    year: 2026,
    version: nextVersion++,
    title: '方案',
    document: JSON.stringify(SCHEME.document),
    panels: JSON.stringify(SCHEME.panels),
    sha256: SCHEME.sha256,
  })
  const round_id = await place.insert('appraisal_round', {
    cycle_id,
    level: 'member',
    unit_id: unit,
    scheme_id,
    opened_by: randomUUID(),
    opened_at: at,
  })
  const subject_id = await place.insert('appraisal_subject', { ...about, round_id, home_unit_id: unit, scopes: '{}' })
  await place.insert('appraisal_result', {
    ...about,
    round_id,
    subject_id,
    to_be_decided: false,
    ranks: '[]',
    outcome: '{"blocked":[],"vetoes":[]}',
    trace: '{"steps":[],"scopes":{}}',
    inputs_sha256: 'x',
    released_at: at,
  })
}
let nextVersion = 1
const SCHEME = shippedScheme('member', 2026)

/** Reads a table in the application’s role under the session of that role, with no policy of a route in front. */
async function readAs(role: WalkingRole, name: string): Promise<Record<string, unknown>[]> {
  const secret = await world.open(ACTORS[role])
  return world.city.platform.db.transaction().execute(async tx => {
    await openContext(tx, secret)
    return (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(tx)).rows
  })
}

describe('the database alone, without any policy', () => {
  it('shows a member no draft, no result, no message, no fact and no event of anybody else', async () => {
    const me = world.person.memA1
    for (const [name, column] of [
      ['pledge_pledge', 'person_id'],
      ['appraisal_result', 'person_id'],
      ['appraisal_subject', 'person_id'],
      ['inbox_item', 'person_id'],
      ['fact_entry', 'subject_id'],
      ['audit_event', 'object_id'],
    ] as const) {
      const { rows } = await world.city.owner.query(`select count(*) as n from ${name}`)
      expect(rows[0].n, `${name} holds rows to hide`).toBeGreaterThan(3)
      expect(
        (await readAs('member', name)).filter(row => row[column] !== me),
        name,
      ).toEqual([])
    }
    expect(await readAs('member', 'pledge_item')).toEqual([])
    expect(await readAs('member', 'audit_leaf')).toEqual([])
  })

  it('shows a member the belongings of his own branch only, and no account but his own', async () => {
    const belongings = await readAs('member', 'membership_belonging')
    expect(new Set(belongings.map(b => b.unit_id))).toEqual(new Set([world.unit.a1]))
    expect((await readAs('member', 'identity_account')).map(a => a.id)).toEqual([world.account.memA1])
    expect(new Set((await readAs('member', 'identity_session')).map(s => s.account_id))).toEqual(
      new Set([world.account.memA1]),
    )
    expect(await readAs('member', 'identity_grant')).toEqual([])
  })

  it('shows nobody a row of another city', async () => {
    const tables = await world.city.owner.query<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'authority_id' and table_name in (select tablename from pg_tables) and table_name <> 'authority' order by 1",
    )
    expect(tables.rows.length).toBeGreaterThan(40)
    for (const role of [
      'member',
      'organCommittee',
      'workCommittee',
      'cityCommittee',
      'systemAdministrator',
      'auditAdministrator',
    ] as const) {
      for (const { name } of tables.rows) {
        const rows = await readAs(role, name).catch(error => {
          if (/permission denied/.test(String(error))) return []
          throw error
        })
        const foreign = rows.filter(row => row.authority_id !== world.city.authorityId)
        expect(foreign, `${name} as ${role}`).toEqual([])
      }
    }
  })

  it('has a policy on every table, forced on the owner too', async () => {
    const { rows } = await world.city.owner.query(
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('migration', 'installation', 'authority') and not (relrowsecurity and relforcerowsecurity)",
    )
    expect(rows).toEqual([])
  })
})

describe('non-interference', () => {
  const routes = allRoutes({ settings: { test: true, demo: 'none' } } as Parameters<typeof allRoutes>[0])
  /** Lists, one’s own pages and those about one’s own unit: what they answer may not depend on rows the caller may not see. */
  const read = routes.filter(({ route }) => {
    const entry = table[`${route.method} ${route.path}`]
    return route.method === 'GET' && entry && !entry.public && route.path !== '/session'
  })

  it('answers the same bytes whatever stands in foreign units', async () => {
    const roles = ['member', 'branchSecretary', 'organCommittee', 'partyGroupSecretary'] as const
    const sessions = new Map<string, string>()
    for (const role of roles) sessions.set(role, await world.open(ACTORS[role]))
    const asked = new Map<string, Sent>()
    const ask = async () => {
      const answers: Record<string, string> = {}
      for (const { route } of read) {
        const entry: Entry = table[`${route.method} ${route.path}`]!
        const relation = entry.about === 'nothing' ? null : 'own'
        for (const role of relation ? (['organCommittee'] as const) : roles) {
          if (expected(entry, role, relation) !== 'allowed') continue
          const place = placeOf(world, role, relation, sessions.get(role) ?? '')
          const name = `${role} ${route.path}`
          const sent = asked.get(name) ?? (place && (await entry.given?.(place))) ?? {}
          asked.set(name, sent)
          const answer = await world.city.as(null)(route, sent as object, {
            headers: { cookie: `jiannuo=${sessions.get(role)}` },
          })
          answers[name] = `${answer.status} ${answer.headers['content-length']} ${withoutZipTimes(answer.raw)}`
        }
      }
      return answers
    }
    await ask() // the first look begins drafts and marks things as seen
    const before = await ask()
    // Rows arranged for one page may close another’s; what most of them answer is compared, and every list.
    const shown = Object.keys(before).filter(name => before[name]?.startsWith('200 '))
    expect(Object.keys(before).filter(name => !name.includes(':') && !shown.includes(name))).toEqual([])
    expect(shown.length).toBeGreaterThan(100)
    await addForeignRows()
    const after = await ask()
    for (const name of shown) expect(withoutMoments(after[name] ?? ''), name).toBe(withoutMoments(before[name] ?? ''))
  })

  /** A workbook is a zip whose entries carry the moment of writing, in local headers and in the directory; all else must be alike. */
  function withoutZipTimes(raw: Buffer): string {
    if (!raw.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return raw.toString()
    const settled = Buffer.from(raw)
    for (const [signature, time] of [
      ['PK\x03\x04', 10],
      ['PK\x01\x02', 12],
    ] as const)
      for (let at = settled.indexOf(signature); at >= 0; at = settled.indexOf(signature, at + 4))
        settled.fill(0, at + time, at + time + 4)
    return settled.toString('latin1')
  }

  /** A new member of the foreign branch with an account, a transfer, an open notice and a submitted pledge. */
  async function addForeignRows() {
    const place = placeOf(world, 'member', 'foreign', '')
    if (!place) throw new Error('no foreign place')
    const person = await place.insert('membership_member', {
      code: 'zz',
      name: '支部新人',
      pinyin: 'aaa',
      initials: 'aaa',
      joined_on: '2020-01-01',
    })
    await place.insert('membership_belonging', { member_id: person, unit_id: place.unit, from_on: '2020-01-01' })
    await place.insert('membership_standing', {
      member_id: person,
      kind: 'regular',
      state: 'inService',
      from_on: '2020-01-01',
    })
    await place.insert('identity_account', {
      login: 'aaa',
      person_id: person,
      display_name: '支部新人',
      created_at: '2020-01-01T00:00:00Z',
    })
    await place.insert('membership_transfer', {
      member_id: person,
      from_unit_id: place.unit,
      to_unit_id: world.unit.ocB,
      state: 'requested',
      reason: '调动',
      effective_on: '2026-04-01',
      requested_by: randomUUID(),
      requested_at: '2026-03-01T00:00:00Z',
    })
    await place.insert('disclosure_notice', {
      unit_id: place.unit,
      reviewer_unit_id: place.unit,
      subject: 'pledge',
      title: '公示',
      object_ids: [randomUUID()],
      opens_on: '2026-03-01',
      closes_on: '2026-03-09',
      opened_by: randomUUID(),
      opened_at: '2026-03-01T00:00:00Z',
    })
    await place.insert('pledge_pledge', {
      cycle_id: await place.cycle(),
      person_id: person,
      unit_id: place.unit,
      reviewer_unit_id: place.unit,
      level: 'member',
      state: 'submitted',
      saved_at: '2026-03-01T00:00:00Z',
      submitted_at: '2026-03-01T00:00:00Z',
    })
  }
  /** Moments of writing differ between two requests of the same thing. */
  const withoutMoments = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
})
