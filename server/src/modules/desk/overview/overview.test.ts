import { randomUUID } from 'node:crypto'
import { proposeCycle } from '@jiannuo/contract/cycle.ts'
import {
  readCityOverview,
  readLevelFour,
  readOrganOverview,
  readPartyGroupOverview,
} from '@jiannuo/contract/desk/overview.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import type { PersonKey, UnitKey } from '../../../testing/fixture.ts'

const TODAY = '2026-07-08'
type Person = Exclude<PersonKey, 'system' | 'security' | 'audit'>

let city: TestCity
const cycles: Record<number, string> = {}

async function addYear(year: number, state: string) {
  cycles[year] = randomUUID()
  await city.insert('cycle_year', {
    id: cycles[year],
    year,
    title: `${year}年度`,
    state,
    created_at: `${year}-01-01T00:00:00Z`,
  })
  const { phases } = (await city.as('staff')(proposeCycle, { query: { year } })).body
  for (const p of phases)
    await city.insert('cycle_phase', { cycle_id: cycles[year], phase: p.phase, from_on: p.from, until_on: p.until })
}

interface Given {
  level?: string
  year?: number
  state?: string
  reviewer?: UnitKey
  submitted?: string
  due?: string
  inForce?: string
}
async function addPledge(who: Person, unit: UnitKey, given: Given = {}): Promise<string> {
  const {
    level = 'member',
    year = 2026,
    state = 'inForce',
    reviewer = unit,
    submitted,
    due,
    inForce = '2026-03-20',
  } = given
  const id = randomUUID()
  await city.insert('pledge_pledge', {
    id,
    cycle_id: cycles[year],
    level,
    person_id: city.person[who],
    unit_id: city.unit[unit],
    reviewer_unit_id: city.unit[reviewer],
    state,
    submitted_at: submitted ? `${submitted}T02:00:00Z` : null,
    review_due_on: due ?? null,
    in_force_on: ['inForce', 'closed', 'amending'].includes(state) ? inForce : null,
    saved_at: '2026-02-01T00:00:00Z',
  })
  return id
}
const addItem = (pledgeId: string, item: Record<string, unknown>) =>
  city.insert('pledge_item', {
    id: randomUUID(),
    pledge_id: pledgeId,
    position: 1,
    kind: 'party',
    title: '整理台账',
    unit: '份',
    weight: 10,
    due_on: '2026-12-20',
    target: 10,
    achieved: 5,
    state: 'underWay',
    ...item,
  })

beforeAll(async () => {
  city = await openTestCity(TODAY)
  await addYear(2025, 'closed')
  await addYear(2026, 'open')
  const good = await addPledge('memA1', 'a1')
  await addItem(good, {})
  const bad = await addPledge('mem2A1', 'a1', { inForce: '2026-04-10' })
  await addItem(bad, { due_on: '2026-06-30', state: 'lagging' })
  await city.insert('pledge_midyear', {
    id: randomUUID(),
    pledge_id: good,
    unit_id: city.unit.a1,
    checked_by: city.person.memA1,
    checked_at: '2026-07-02T00:00:00Z',
    confirmed_by: city.person.secA1,
    confirmed_at: '2026-07-03T00:00:00Z',
  })
  await addPledge('mem3A1', 'a1', { state: 'submitted', submitted: '2026-06-20', due: '2026-06-29' })
  await addPledge('secA1', 'a1', {
    level: 'branchSecretary',
    state: 'submitted',
    reviewer: 'ocA',
    submitted: '2026-07-06',
    due: '2026-07-13',
  })
  await addPledge('memA2', 'a2', { state: 'submitted', reviewer: 'ocA', submitted: '2026-06-25', due: '2026-07-10' })
  await addItem(await addPledge('memB1', 'b1'), { achieved: 10, state: 'done' })
  await addPledge('memB1', 'b1', { year: 2025, state: 'closed', inForce: '2025-03-18' })
  await addPledge('pgsA', 'pgA', {
    level: 'partyGroupSecretary',
    reviewer: 'city',
    state: 'submitted',
    submitted: '2026-07-01',
    due: '2026-07-06',
  })
  const later = {
    id: randomUUID(),
    cycle_id: cycles[2026],
    level: 'member',
    unit_id: city.unit.a2,
    reviewer_unit_id: city.unit.a2,
    saved_at: '2026-02-01T00:00:00Z',
    state: 'draft',
    person_id: city.person.secA2,
  }
  await city.insert('pledge_pledge', later)
  await city.insert('organization_term', {
    id: randomUUID(),
    unit_id: city.unit.a2,
    from_on: '2020-01-01',
    until_on: '2026-06-01',
  })
  await city.insert('pledge_template', {
    id: randomUUID(),
    title: '财税',
    origin: 'shipped',
    note: '',
    content: '[]',
    created_at: '2026-01-01T00:00:00Z',
  })
  const { rows } = await city.owner.query<{ id: string }>('select id from pledge_template')
  await city.insert('pledge_adoption', {
    id: randomUUID(),
    unit_id: city.unit.ocB,
    cycle_id: cycles[2026],
    template_id: rows[0]!.id,
    content: '[]',
    adopted_by: city.person.ocsB,
    adopted_at: '2026-01-20T00:00:00Z',
  })
  await city.owner.query("update organization_unit set organ_class = '经济管理类' where id = any ($1)", [
    [city.unit.ocA, city.unit.ocB],
  ])
})
afterAll(() => city.close())

describe('GET /overview/organ', () => {
  it('R0.4 shows the branches of the committee, those that need a word first and why', async () => {
    const { status, body } = await city.as('ocsA')(readOrganOverview)
    expect(status).toBe(200)
    expect(body.branches.map(b => b.name)).toEqual(['规划支部', '工程支部'])
    const [a1, a2] = body.branches
    expect(a1).toMatchObject({
      secretary: '周海若',
      members: 8,
      owed: 9,
      inForce: 2,
      submitted: 2,
      toReview: 1,
      late: 1,
      waitingDays: 18,
      red: 1,
      green: 1,
      redPeople: 1,
      checked: 1,
      confirmed: 1,
      attention: true,
    })
    expect(a1?.reason.zh).toBe('1份承诺超过审定时限，最久的等了18天；1人1项滞后')
    expect(a2).toMatchObject({ attention: true, drafted: 1, term: { endsOn: '2026-06-01', clock: 'overdue' } })
    expect(a2?.reason.en).toMatch(/not submitted a pledge/)
    expect(body.mine).toEqual({ waiting: 2, risen: 1, late: 0 })
    expect(body.total.owed).toBe(a1!.owed + a2!.owed + 1)
    expect(body.now).toMatchObject({ phase: 'fulfilling', midYear: true, endsOn: '2026-07-15', daysLeft: 7 })
  })

  it('R0.4 says the next thing of a branch in good order', async () => {
    const { body } = await city.as('ocsB')(readOrganOverview)
    expect(body.branches.map(b => b.name)).toEqual(['预算支部'])
    expect(body.total).toMatchObject({ inForce: 1, green: 1, red: 0 })
    expect(JSON.stringify(body)).not.toContain('规划支部')
  })
})

describe('GET /overview/party-group', () => {
  it('shows what the Party group leads concretely, its secretary’s own pledge and reviews that stand still', async () => {
    const { body } = await city.as('pgsA')(readPartyGroupOverview)
    expect(body.organs.map(o => o.name)).toEqual(['市水务局机关党委'])
    expect(body.own).toContainEqual(expect.objectContaining({ level: 'partyGroupSecretary', state: 'submitted' }))
    expect(body).toMatchObject({ branches: 2, members: 11, stuckAll: 3 })
    expect(body.stuck.map(s => [s.personName, s.reviewerName, s.overdueDays, s.risen])).toEqual([
      ['唐志遥', '规划支部', 9, false],
      ['林晓岚', '市水务局机关党委', -2, true],
      ['白启明', '中共青澜市委', 2, false],
    ])
    expect(body.stuck.map(s => s.next.zh)).toEqual([
      '今夜转到上一级审定',
      '已转市水务局机关党委，7月10日前审定',
      '已再次提醒审定人',
    ])
    expect(body.lagging).toEqual([expect.objectContaining({ name: '规划支部', red: 1, redPeople: 1 })])
  })

  it('R0.8 names the grades of the last year filed, of the own unit only', async () => {
    const [round, filing, scheme] = [randomUUID(), randomUUID(), randomUUID()]
    await city.insert('appraisal_scheme', {
      id: scheme,
      subject: 'member',
      family: 'member',
      owner_unit_id: city.unit.wc,
      effective_from: '2025-01-01',
      effective_until: '2026-01-01',
      year: 2025,
      version: 1,
      title: '',
      document: '{}',
      panels: '{}',
      sha256: '',
    })
    await city.insert('appraisal_round', {
      id: round,
      cycle_id: cycles[2025],
      level: 'member',
      unit_id: city.unit.a1,
      scheme_id: scheme,
      state: 'filed',
      opened_by: city.person.secA1,
      opened_at: '2025-12-20T00:00:00Z',
    })
    await city.insert('appraisal_filing', {
      id: filing,
      round_id: round,
      unit_id: city.unit.a1,
      managing_unit_id: city.unit.ocA,
      level: 'member',
      year: 2025,
      document: '',
      sha256: '',
      filed_by: city.person.secA1,
      filed_at: '2026-02-10T00:00:00Z',
    })
    for (const [who, grade] of [
      ['memA1', 'excellent'],
      ['mem2A1', 'qualified'],
      ['mem3A1', 'qualified'],
    ] as const)
      await city.insert('appraisal_filed_result', {
        id: randomUUID(),
        filing_id: filing,
        scheme_id: scheme,
        person_id: city.person[who],
        name: who,
        unit_id: city.unit.a1,
        level: 'member',
        year: 2025,
        grade,
        barred: [],
      })
    expect((await city.as('pgsA')(readPartyGroupOverview)).body.grades).toEqual({
      year: 2025,
      levels: [
        {
          level: 'member',
          grades: [
            { grade: { zh: '优秀', en: 'Excellent' }, people: 1 },
            { grade: { zh: '合格', en: 'Qualified' }, people: 2 },
          ],
        },
      ],
    })
    expect((await city.as('pgsB')(readPartyGroupOverview)).body.grades).toBeNull()
  })
})

describe('GET /overview/city', () => {
  it('R0.10 adds the city up: roster, pledges, lights by class, adoption, what stands still', async () => {
    const { status, body } = await city.as('staff')(readCityOverview)
    expect(status).toBe(200)
    expect(body.roster).toMatchObject({ grassroots: 6, members: 19, inService: 19, withoutSecretary: 1 })
    expect(body.total).toMatchObject({ inForce: 3, submitted: 4, red: 1, green: 2 })
    expect(body.organs).toBe(3)
    expect(body.classes).toContainEqual({ organClass: '经济管理类', organs: 2, red: 1, yellow: 0, green: 1, grey: 0 })
    expect(body.redOrgans.map(o => o.name)).toEqual(['市水务局机关党委'])
    expect(body.adoption).toMatchObject({ organs: 3, adopted: 1 })
    expect(body.stuck.map(s => [s.kind, s.where])).toEqual(
      expect.arrayContaining([
        ['review', '规划支部'],
        ['review', '市水务局机关党委'],
        ['term', '工程支部'],
        ['unsubmitted', '市水务局机关党委'],
      ]),
    )
    expect(body.stuckAll).toBe(body.stuck.length)
  })

  it('R0.10 draws coverage by week against last year and the goal', async () => {
    const { body } = await city.as('staff')(readCityOverview)
    const last = body.course.weeks.findLast(w => w.bp !== null)
    expect(last).toEqual({
      on: TODAY,
      bp: Math.floor((3 * 10_000) / body.total.owed),
      lastBp: Math.floor(10_000 / body.total.owed),
    })
    expect(body.course).toMatchObject({ goalBp: 7000, reachedGoalOn: null })
  })

  it('stands before a year is set up', async () => {
    const other = await openTestCity('2026-01-02')
    try {
      expect((await other.as('staff')(readCityOverview)).body).toMatchObject({
        now: null,
        phases: [],
        organs: 0,
        stuck: [],
        course: { weeks: [] },
      })
      expect((await other.as('ocsA')(readOrganOverview)).body.branches).toHaveLength(2)
      expect((await other.as('pgsA')(readPartyGroupOverview)).body).toMatchObject({ now: null, own: [], organs: [] })
      expect((await other.as('cityStaff')(readLevelFour)).body.secretaries).toHaveLength(2)
    } finally {
      await other.close()
    }
  })
})

describe('GET /overview/level-four', () => {
  it('R0.4 shows the leading Party group secretaries and nobody below them', async () => {
    const { body } = await city.as('cityStaff')(readLevelFour)
    expect(body.secretaries.map(s => [s.personName, s.state, s.turn, s.overdueDays])).toEqual([
      ['白启明', 'submitted', 'waits', 2],
      ['钟毓秀', null, 'author', 0],
    ])
    expect(JSON.stringify(body)).not.toMatch(/支部|机关党委/)
  })
})

describe('who may look', () => {
  const pages = {
    organ: readOrganOverview,
    partyGroup: readPartyGroupOverview,
    city: readCityOverview,
    levelFour: readLevelFour,
  }
  // A district's work committee leads its own branches like an organ committee.
  const may: Record<keyof typeof pages, readonly PersonKey[]> = {
    organ: ['ocsA', 'district'],
    partyGroup: ['pgsA'],
    city: ['staff'],
    levelFour: ['cityStaff'],
  }
  const everybody: PersonKey[] = [
    'staff',
    'cityStaff',
    'district',
    'pgsA',
    'pgmA',
    'ocsA',
    'secA1',
    'depA1',
    'memA1',
    'system',
    'security',
    'audit',
  ]
  for (const [name, route] of Object.entries(pages) as [keyof typeof pages, (typeof pages)['organ']][]) {
    it.each(everybody.filter(who => !may[name].includes(who)))(`R0.4 ${name} refuses %s`, async who => {
      expect((await city.as(who)(route)).status).toBe(403)
    })
  }
  it('asks a stranger to sign in', async () => expect((await city.as(null)(readCityOverview)).status).toBe(401))

  it('answers the counting functions for the caller’s own scope only', async () => {
    const rows = async (who: Person) => (await city.as(who)(readOrganOverview)).body.total.owed
    const everything = (await city.as('staff')(readCityOverview)).body.total.owed
    expect((await rows('ocsA')) + (await rows('ocsB'))).toBeLessThan(everything)
  })
})
