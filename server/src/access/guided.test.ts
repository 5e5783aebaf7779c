import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { shippedScheme } from '../modules/appraisal/index.ts'
import { openContext } from '../platform/http/context.ts'
import { ACTORS, openWorld, type Place, placeOf, type WalkingRole, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.city.close())

/** Runs one statement as the application in that office, past every policy; answers how many rows it changed or gave. Nothing is kept. */
async function bare(role: WalkingRole, statement: ReturnType<typeof sql>): Promise<number> {
  const secret = await world.open(ACTORS[role])
  let rows = 0
  await world.city.platform.db
    .transaction()
    .execute(async tx => {
      await openContext(tx, secret)
      const done = await statement.execute(tx)
      rows = Number(done.numAffectedRows ?? done.rows.length)
      throw new Error('undo')
    })
    .catch(error => {
      if (error.message !== 'undo') throw error
    })
  return rows
}

describe('what a unit only guides', () => {
  const changes = (unit: string, person: string) => ({
    organization_unit: sql`update organization_unit set staff_count = 3 where id = ${unit}`,
    organization_name: sql`update organization_name set name = '新名称' where unit_id = ${unit}`,
    organization_relation: sql`update organization_relation set until_on = '2026-03-01' where lower_id = ${unit} and kind = 'leads'`,
    organization_post: sql`update organization_post set until_on = '2026-03-01' where unit_id = ${unit}`,
    membership_belonging: sql`update membership_belonging set until_on = '2026-03-01' where unit_id = ${unit}`,
    membership_member: sql`update membership_member set gender = 'female' where id = ${person}`,
    membership_standing: sql`update membership_standing set leading_cadre = true where member_id = ${person}`,
  })
  const TABLES = Object.keys(changes('', '')) as (keyof ReturnType<typeof changes>)[]

  beforeAll(async () => {
    for (const place of ['d1x', 'a1'] as const)
      await world.city.insert('organization_post', {
        ...{ id: randomUUID(), unit_id: world.unit[place], kind: 'groupLeader' },
        ...{ person_id: world.person.memD, from_on: '2020-01-01' },
      })
  })

  it.each(TABLES)('R3.1 the database lets the city’s work committee change no %s of a guided district', async name => {
    expect(await bare('workCommittee', changes(world.unit.d1x, world.person.memD!)[name])).toBe(0)
    expect(await bare('workCommittee', changes(world.unit.a1, world.person.memA1!)[name])).toBeGreaterThan(0)
  })

  it('R3.1 and lets it add nothing there either, while the district’s own committee may', async () => {
    const post = sql`insert into organization_post (authority_id, id, unit_id, kind, person_id, from_on)
      values (${world.city.authorityId}, ${randomUUID()}, ${world.unit.d1x}, 'secretary', ${world.person.memD}, '2026-03-01')`
    await expect(bare('workCommittee', post)).rejects.toThrow(/row-level security/)
    expect(await bare('districtCommittee', post)).toBe(1)
    const { d1x } = world.unit
    expect(await bare('districtCommittee', changes(d1x, world.person.memD!).organization_unit)).toBe(1)
  })

  it('R3.1 shows its register all the same', async () => {
    expect(await bare('workCommittee', sql`select 1 from membership_member where id = ${world.person.memD}`)).toBe(1)
  })
})

describe('work of a unit only guided: what was submitted and what was released', () => {
  const YEARS = [2041, 2042, 2043] as const
  const placed = (relation: 'guided' | 'child', role: WalkingRole = 'workCommittee') => {
    const place = placeOf(world, role, relation, '')
    if (!place) throw new Error(relation)
    return place
  }
  const STATES = ['draft', 'submitted', 'returned', 'inForce'] as const

  /** In that unit a pledge in each state with progress, and three rounds with a rating and a result: under way, released in the unit, filed. */
  async function fill({ insert, unit, person }: Place) {
    const at = '2026-03-01T00:00:00Z'
    const about = { person_id: person, unit_id: unit }
    const year = async (year: number) => {
      const { rows } = await world.city.owner.query('select id from cycle_year where year = $1', [year])
      return rows[0]?.id ?? (await insert('cycle_year', { year, title: `${year}`, created_at: at }))
    }
    for (const [version, state] of STATES.entries()) {
      const pledge = await insert('pledge_pledge', {
        ...{ ...about, cycle_id: await year(2041), reviewer_unit_id: unit, level: 'member', state, saved_at: at },
        ...{ version: version + 1, amends: version ? randomUUID() : null },
      })
      const item = { pledge_id: pledge, position: 0, kind: 'party', title: state, weight: 100 }
      const item_id = await insert('pledge_item', item)
      await insert('pledge_progress', {
        ...{ pledge_id: pledge, item_id, on_day: '2026-03-01', achieved: '1', statement: '已办', written_at: at },
        written_by: person,
      })
    }
    const scheme = shippedScheme('member', 2026)
    const scheme_id = await insert('appraisal_scheme', {
      ...{ subject: 'member', family: `guided-${unit}`, owner_unit_id: unit, effective_from: '2026-01-01', year: 2026 },
      ...{
        version: 1,
        title: '方案',
        document: JSON.stringify(scheme.document),
        panels: JSON.stringify(scheme.panels),
      },
      sha256: scheme.sha256,
    })
    for (const [i, state] of (['rating', 'objection', 'filed'] as const).entries()) {
      const round_id = await insert('appraisal_round', {
        ...{
          cycle_id: await year(YEARS[i]!),
          level: 'member',
          unit_id: unit,
          scheme_id,
          state: 'rating',
          opened_at: at,
        },
        opened_by: person,
      })
      const subject_id = await insert('appraisal_subject', { ...about, round_id, home_unit_id: unit, scopes: '{}' })
      const rating = { ...about, subject_id, source: 'organisation', grade: 'good', rated_by: person, rated_at: at }
      await insert('appraisal_rating', { ...rating, reason: '' })
      await insert('appraisal_result', {
        ...{ ...about, round_id, subject_id, to_be_decided: false, ranks: '[]', outcome: '{}', trace: '{}' },
        ...{ inputs_sha256: 'x', released_at: state === 'rating' ? null : at },
      })
      await world.city.owner.query('update appraisal_round set state = $1 where id = $2', [state, round_id])
      const by = { inputs_sha256: 'x', computed_by: person, computed_at: at }
      const assessment_id = await insert('appraisal_assessment', {
        ...{
          ...by,
          unit_id: unit,
          scheme_id,
          period: String(YEARS[i]),
          cut_off: '2026-03-01',
          placed_on: '2026-03-01',
        },
      })
      const run = { number: 1, cause: 'first', input: '{}', moved: '[]', places: '[]' }
      await insert('appraisal_assessment_run', { ...by, ...run, assessment_id, unit_id: unit })
      await insert('appraisal_assessed_unit', {
        ...{ assessment_id, office_id: unit, unit_id: unit, organ_id: unit, name: '一', pinyin: 'yi', initials: 'y' },
        ...{
          organ: '一',
          released_at: at,
          ranks: '{}',
          to_be_decided: false,
          ungraded: false,
          blocked: '{}',
          limits: '{}',
          barred: '{}',
        },
      })
      if (state !== 'rating')
        await world.city.owner.query(
          'update appraisal_assessment set state = $1, meeting = $2, meeting_on = $3, decided_by = $4 where id = $5',
          [state, '会议', '2026-03-01', person, assessment_id],
        )
    }
  }
  beforeAll(async () => {
    await fill(placed('guided'))
    await fill(placed('child'))
  })

  test.each`
    what                     | rows                                                                                                                     | guided | led
    ${'pledges'}             | ${(u: string) => sql`select 1 from pledge_pledge where unit_id = ${u}`}                                                  | ${2}   | ${4}
    ${'items of pledges'}    | ${(u: string) => sql`select 1 from pledge_item i join pledge_pledge p on p.id = i.pledge_id where p.unit_id = ${u}`}     | ${2}   | ${4}
    ${'progress of persons'} | ${(u: string) => sql`select 1 from pledge_progress g join pledge_pledge p on p.id = g.pledge_id where p.unit_id = ${u}`} | ${0}   | ${4}
    ${'rounds'}              | ${(u: string) => sql`select 1 from appraisal_round where unit_id = ${u}`}                                                | ${1}   | ${3}
    ${'persons appraised'}   | ${(u: string) => sql`select 1 from appraisal_subject where unit_id = ${u}`}                                              | ${1}   | ${3}
    ${'results'}             | ${(u: string) => sql`select 1 from appraisal_result where unit_id = ${u}`}                                               | ${1}   | ${3}
    ${'assessments'}         | ${(u: string) => sql`select 1 from appraisal_assessment where unit_id = ${u}`}                                           | ${1}   | ${3}
    ${'units assessed'}      | ${(u: string) => sql`select 1 from appraisal_assessed_unit where office_id = ${u}`}                                      | ${1}   | ${3}
    ${'computations'}        | ${(u: string) => sql`select 1 from appraisal_assessment_run where unit_id = ${u}`}                                       | ${1}   | ${3}
    ${'ratings'}             | ${(u: string) => sql`select 1 from appraisal_rating where unit_id = ${u}`}                                               | ${0}   | ${3}
  `(
    'R3.1 the city’s work committee sees $guided of the district’s $what, and all $led where it leads',
    async ({ rows, guided, led }) => {
      expect(await bare('workCommittee', rows(world.unit.d1x))).toBe(guided)
      expect(await bare('workCommittee', rows(world.unit.a1))).toBe(led)
      expect(await bare('districtCommittee', rows(world.unit.d1x))).toBe(led)
    },
  )

  it('R3.1 lists of persons in its fulfilment leave the district out, counts by unit keep it', async () => {
    const { rows } = await world.city.owner.query('select id from cycle_year where year = 2041')
    const { d1x } = world.unit
    const lines = sql`select 1 from fulfilment_lines(${rows[0].id}, ${d1x}, false)`
    expect(await bare('workCommittee', lines)).toBe(0)
    expect(await bare('districtCommittee', lines)).toBe(1)
    const counts = sql`select 1 from pledge_by_unit(${rows[0].id}, '2026-03-01', false, 0, 0, 0) where unit_id = ${d1x} and red_items + yellow_items + green_items + grey_items = 1`
    expect(await bare('workCommittee', counts)).toBe(1)
  })
})

describe('a unit that was dissolved', () => {
  let branch: string
  let pledge: string
  beforeAll(async () => {
    const { authorityId, owner, insert } = world.city
    branch = randomUUID()
    await insert('organization_unit', {
      ...{ id: branch, code: 'gone', kind: 'branch', name: '勘测支部', pinyin: 'x', initials: 'x' },
      ...{ founded_on: '2020-01-01', dissolved_on: '2026-02-01' },
    })
    const led = { kind: 'leads', lower_id: branch }
    const { ocA, ocB } = world.unit
    const [first, second] = [randomUUID(), randomUUID()]
    await insert('organization_relation', {
      ...{ ...led, id: first, upper_id: ocB, from_on: '2020-01-01', until_on: '2023-01-01' },
    })
    await insert('organization_relation', {
      ...{ ...led, id: second, upper_id: ocA, from_on: '2023-01-01', until_on: '2026-02-01' },
    })
    await owner.query('select place_units($1)', [authorityId])
    const cycle = randomUUID()
    await insert('cycle_year', { id: cycle, year: 2025, title: '2025年度', created_at: '2025-01-01T00:00:00Z' })
    pledge = randomUUID()
    await insert('pledge_pledge', {
      ...{ id: pledge, cycle_id: cycle, person_id: world.person.memA2, unit_id: branch, reviewer_unit_id: branch },
      ...{ level: 'member', state: 'closed', saved_at: '2025-03-01T00:00:00Z' },
    })
  })

  test.each<[WalkingRole, number, string]>([
    ['organCommittee', 1, 'the organ committee that led it last'],
    ['partyGroupSecretary', 1, 'the Party group that leads that committee concretely'],
    ['workCommittee', 1, 'the work committee'],
    ['branchSecretary', 0, 'a neighbour branch'],
    ['districtCommittee', 0, 'a district'],
  ])('R4.1 %s sees %i of its pledges: %s', async (role, count) => {
    expect(await bare(role, sql`select 1 from pledge_pledge where id = ${pledge}`)).toBe(count)
  })

  it('R4.1 the committee that led it earlier, and no longer at the end, does not', async () => {
    const secret = await world.open('ocsB')
    const rows = await world.city.platform.db.transaction().execute(async tx => {
      await openContext(tx, secret)
      return (await sql`select 1 from pledge_pledge where id = ${pledge}`.execute(tx)).rows
    })
    expect(rows).toEqual([])
  })
})
