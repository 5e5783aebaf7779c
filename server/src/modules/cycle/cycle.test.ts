import { randomBytes, randomUUID } from 'node:crypto'
import {
  closeCycle,
  createCycle,
  extendPhase,
  listCycles,
  type Phase,
  proposeCycle,
  readCurrentCycle,
  readCycle,
} from '@jiannuo/contract/cycle.ts'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import { remindPhases } from './index.ts'
import { extended, phaseAt, phaseFaults, proposePhases } from './phases.ts'

describe('phases of a year', () => {
  const phases = proposePhases(2026)
  const at = (list: typeof phases, name: string) => list.find(p => p.phase === name)

  it('proposes a year without faults', () => expect(phaseFaults(phases, 2026)).toEqual([]))

  test.each`
    day             | phase           | midYear
    ${'2025-12-31'} | ${undefined}    | ${undefined}
    ${'2026-01-01'} | ${'preparing'}  | ${false}
    ${'2026-02-28'} | ${'pledging'}   | ${false}
    ${'2026-03-01'} | ${'review'}     | ${false}
    ${'2026-07-15'} | ${'fulfilling'} | ${true}
    ${'2026-07-16'} | ${'fulfilling'} | ${false}
    ${'2027-01-10'} | ${'rating'}     | ${false}
    ${'2027-02-28'} | ${'filing'}     | ${false}
    ${'2027-03-01'} | ${undefined}    | ${undefined}
  `('$day is in $phase', ({ day, phase, midYear }) => {
    const now = phaseAt(phases, day)
    expect([now?.phase, now?.midYear]).toEqual([phase, midYear])
  })

  const spoilt = (name: string, change: Partial<Phase>) => phases.map(p => (p.phase === name ? { ...p, ...change } : p))
  test.each([
    ['a gap', spoilt('review', { from: '2026-03-05' }), '应从2026-03-01开始'],
    ['an empty phase', spoilt('grading', { until: '2027-01-11' }), '结束要晚于开始'],
    ['mid-year outside', spoilt('midYear', { until: '2026-12-05' }), '年中自查应在践诺阶段'],
    ['another year', spoilt('preparing', { from: '2025-12-01' }), '筹备应在2026年内开始'],
    ['a phase twice', spoilt('preparing', { phase: 'pledging' }), '写了两次'],
  ])('names %s', (_what, list, said) => {
    expect(
      phaseFaults(list, 2026)
        .map(f => f.zh)
        .join(),
    ).toContain(said)
  })

  it('lets the next phase shrink to half, then moves it and those after it', () => {
    const little = extended(phases, 'pledging', '2026-03-11')
    expect(at(little, 'review')).toMatchObject({ from: '2026-03-11', until: '2026-03-21' })
    expect(at(little, 'fulfilling')).toEqual(at(phases, 'fulfilling'))
    const much = extended(phases, 'pledging', '2026-03-16')
    expect(at(much, 'review')).toMatchObject({ from: '2026-03-16', until: '2026-04-05' })
    expect(at(much, 'fulfilling')).toMatchObject({ from: '2026-04-05', until: '2026-12-01' })
    const very = extended(phases, 'review', '2026-07-10')
    expect(at(very, 'midYear')).toMatchObject({ from: '2026-07-10', until: '2026-07-25' })
    expect(phaseFaults(very, 2026)).toEqual([])
  })
})

describe('cycle', () => {
  let city: TestCity
  let cycleId: string
  beforeAll(async () => {
    city = await openTestCity('2026-01-10')
  })
  afterAll(() => city?.close())
  const proposal = async () => (await city.as('staff')(proposeCycle, { query: { year: 2026 } })).body

  it('is set up by the work committee alone, once, with dates that follow one another', async () => {
    const body = await proposal()
    expect((await city.as('ocsA')(createCycle, { body })).status).toBe(403)
    expect((await city.as('system')(listCycles)).status).toBe(403)
    expect((await city.as('memA1')(readCurrentCycle)).body.cycle).toBeNull()
    const bad = await city.as('staff')(createCycle, {
      body: { ...body, phases: body.phases.map(p => (p.phase === 'review' ? { ...p, from: '2026-03-09' } : p)) },
    })
    expect(bad.problem).toMatchObject({ code: 'INVALID_INPUT', errors: [{ pointer: '/phases/2/from' }] })
    const bounds = { lagRed: 5, lagYellow: 3, attentionYellow: 30, lowFulfilment: 50 }
    const above = await city.as('staff')(createCycle, { body: { ...body, bounds: { ...bounds, lagYellow: 6 } } })
    expect(above.problem).toMatchObject({ code: 'INVALID_INPUT', errors: [{ pointer: '/bounds/lagYellow' }] })
    const made = await city.as('staff')(createCycle, { body: { ...body, bounds } })
    expect(body.bounds).toEqual({ lagRed: 10, lagYellow: 8, attentionYellow: 20, lowFulfilment: 60 })
    expect(made.body.bounds).toEqual(bounds)
    expect(made.body).toMatchObject({ year: 2026, state: 'open', now: { phase: 'preparing', midYear: false } })
    cycleId = made.body.id
    expect((await city.as('staff')(createCycle, { body })).problem.code).toBe('CYCLE_EXISTS')
    expect((await city.as('memA1')(readCurrentCycle)).body.cycle?.id).toBe(cycleId)
  })

  it('is reminded of before each phase, nobody twice, retired members not', async () => {
    await city.owner.query("update membership_standing set state = 'retired' where member_id = $1", [
      city.person.mem3A1,
    ])
    const count = async () =>
      Number((await city.owner.query("select count(*) from inbox_item where kind = 'cycle.begins'")).rows[0].count)
    await asJob(city, remind)
    const first = await count()
    expect(first).toBeGreaterThan(10)
    await asJob(city, remind)
    expect(await count()).toBe(first)
    const { rows } = await city.owner.query('select title_zh from inbox_item where person_id = $1', [city.person.memA1])
    expect(rows).toEqual([{ title_zh: '2026年度“承诺”阶段2026年1月15日开始，2026年2月28日截止' }])
    expect(
      (await city.owner.query('select 1 from inbox_item where person_id = $1', [city.person.mem3A1])).rowCount,
    ).toBe(0)
  })

  it('extends a phase with its reason, moves the later ones and tells those concerned', async () => {
    const params = { cycleId }
    const body = { phase: 'pledging' as const, until: '2026-03-16', reason: '机构改革，部分支部刚重组' }
    expect((await city.as('ocsA')(extendPhase, { params, body })).status).toBe(403)
    expect(
      (await city.as('staff')(extendPhase, { params, body: { ...body, until: '2026-02-20' } })).problem.errors?.[0]
        ?.pointer,
    ).toBe('/until')
    const { body: cycle } = await city.as('staff')(extendPhase, { params, body })
    expect(cycle.extensions.map(e => [e.phase, e.untilAfter, e.reason])).toEqual(
      expect.arrayContaining([
        ['pledging', '2026-03-16', body.reason],
        ['review', '2026-04-05', body.reason],
      ]),
    )
    expect(cycle.phases.find(p => p.phase === 'fulfilling')?.from).toBe('2026-04-05')
    const told = await city.owner.query("select 1 from inbox_item where kind = 'cycle.extended' and person_id = $1", [
      city.person.memB1,
    ])
    expect(told.rowCount).toBe(1)
  })

  it('closes only from the filing phase on', async () => {
    expect((await city.as('staff')(closeCycle, { params: { cycleId } })).problem.code).toBe('STATE_CONFLICT')
    await city.moveTo('2027-02-10')
    expect((await city.as('memA1')(readCurrentCycle)).body.cycle?.id).toBe(cycleId)
    expect((await city.as('staff')(closeCycle, { params: { cycleId } })).body.state).toBe('closed')
    expect((await city.as('memA1')(readCurrentCycle)).body.cycle).toBeNull()
    expect((await city.as('memA1')(readCycle, { params: { cycleId: randomUUID() } })).status).toBe(404)
  })
})

const remind: Parameters<typeof asJob>[1] = (tx, city, inform) =>
  remindPhases(tx, city.authorityId, city.platform.clock.today(), inform)

/** Runs a night's work the way the job does: in the application's role, with a job session. */
async function asJob(
  city: TestCity,
  work: (
    tx: Parameters<typeof remindPhases>[0],
    city: TestCity,
    inform: Parameters<typeof remindPhases>[3],
  ) => Promise<void>,
) {
  const { inform } = await import('../../platform/inbox/inform.ts')
  const { createHash } = await import('node:crypto')
  const secret = randomBytes(32).toString('base64url')
  await city.owner.query('select open_job_session($1, $2, $3, $4)', [
    city.authorityId,
    'test',
    randomUUID(),
    createHash('sha256').update(secret).digest('hex'),
  ])
  await city.platform.db.transaction().execute(async tx => {
    const { sql } = await import('kysely')
    await sql`select open_context(${secret})`.execute(tx)
    await work(tx, city, (persons, message) =>
      inform(tx, city.authorityId, city.platform.clock.now(), persons, message),
    )
  })
}
