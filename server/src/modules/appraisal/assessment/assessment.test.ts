import { randomUUID } from 'node:crypto'
import * as units from '@jiannuo/contract/appraisal/assessed-unit.ts'
import * as api from '@jiannuo/contract/appraisal/assessment.ts'
import { listFilings, readFiling } from '@jiannuo/contract/appraisal/filing.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { replayFiled } from '../filing/replay.ts'
import { hashOf } from '../scheme/ship-scheme.ts'

let city: TestCity
let schemeId: string
const body = () => ({ schemeId, period: '2026-H1', cutOff: '2026-06-30' })

async function given(unit: 'a1' | 'a2' | 'b1', kind: string, value: string, recorded = '2026-06-30T02:00:00Z') {
  await city.insert('fact_entry', {
    ...{ id: randomUUID(), kind, subject_id: city.unit[unit], unit_id: city.unit[unit], value },
    ...{ on_day: '2026-06-30', period: '2026-H1', source_module: 'import', source_id: randomUUID() },
    recorded_at: recorded,
  })
}

/** Branches by their business score: half of them may have five stars, and a weak organisation at most two. */
const document = {
  ...{ scheme: 'branch-trial', version: 1, title: { zh: '星级支部', en: 'Stars' }, subject: 'branch', year: 2026 },
  ...{ decimals: 2, missing: 'block', scopes: ['organ'] },
  groups: [
    {
      ...{ id: 'business', title: { zh: '业务', en: 'Business' }, max: 100 },
      indicators: [
        {
          ...{ id: 'score', title: { zh: '业务得分', en: 'Score' }, fact: 'businessScore' },
          method: { kind: 'linear', from: 0, to: 100, points: 100 },
        },
      ],
    },
  ],
  rank: [{ scope: 'all' }],
  grades: [
    { grade: 'advanced', title: { zh: '先进', en: 'Advanced' }, atLeast: 80 },
    { grade: 'middle', title: { zh: '中间', en: 'Middle' }, atLeast: 0 },
  ],
  vetoes: [
    {
      ...{ id: 'weak', title: { zh: '软弱涣散', en: 'Weak' }, when: { fact: 'weakOrganization', atLeast: 1 } },
      ...{ gradeAtMost: 'middle', starsAtMost: 2, cite: 'weak-organization' },
    },
  ],
  lights: { green: 80, yellow: 60 },
  stars: [
    { stars: 5, atLeast: 85, cap: { share: 0.34, of: 'all' } },
    { stars: 2, atLeast: 0 },
  ],
}

beforeAll(async () => {
  city = await openTestCity('2026-07-08')
  schemeId = randomUUID()
  await city.insert('appraisal_scheme', {
    ...{ id: schemeId, subject: 'branch', family: 'stars', owner_unit_id: city.unit.wc, year: 2026, version: 1 },
    ...{ title: '星级支部', document: JSON.stringify(document), panels: '[]', effective_from: '2026-01-01' },
    ...{ sha256: hashOf(document, []), publication: 'grades' },
  })
  await given('a1', 'businessScore', '90')
  await given('a2', 'businessScore', '90')
  await given('a2', 'weakOrganization', '1')
  await given('b1', 'businessScore', '70')
})
afterAll(() => city.close())

const run = async (asked = body()) => (await city.as('staff')(api.runAssessment, { body: asked })).body
const rowsOf = async (assessmentId: string, query: Record<string, unknown> = {}) =>
  (await city.as('staff')(api.listAssessedUnits, { params: { assessmentId }, query: query as never })).body.items
const page = async (assessmentId: string) =>
  (await city.as('staff')(api.readAssessment, { params: { assessmentId } })).body
const decision = { meeting: '工委会议', meetingOn: '2026-07-07', document: '青工委〔2026〕9号' }

describe('R4.5 an assessment of branches for a period', () => {
  it('scores what was known at the cut-off, the same again for the same cut-off, whatever is recorded later', async () => {
    const first = await run()
    expect([first.units, first.subject, first.state, first.placedOn]).toEqual([
      3,
      'branch',
      'provisional',
      '2026-06-30',
    ])
    const rows = await rowsOf(first.id)
    expect(rows.map(each => [each.name, each.total, each.proposedStars, each.light])).toEqual([
      ['工程支部', 90, 2, 'green'],
      ['规划支部', 90, 5, 'green'],
      ['预算支部', 70, 2, 'yellow'],
    ])
    await given('b1', 'businessScore', '95', '2026-07-02T02:00:00Z')
    expect((await run()).inputsSha256).toBe(first.inputsSha256)
    const later = await run({ ...body(), cutOff: '2026-07-08' })
    expect(later.inputsSha256).not.toBe(first.inputsSha256)
    expect((await rowsOf(later.id))[0]?.name).toBe('预算支部')
  })
  it('finds units by name, initials, organ, light, stars and mark, and pages by key', async () => {
    const { id } = await run()
    const names = async (query: Record<string, unknown>) => (await rowsOf(id, query)).map(each => each.name)
    expect(await names({ q: '预算' })).toEqual(['预算支部'])
    expect(await names({ q: 'gh' })).toEqual(['规划支部'])
    expect(await names({ organId: city.unit.ocB })).toEqual(['预算支部'])
    expect(await names({ light: 'yellow' })).toEqual(['预算支部'])
    expect(await names({ stars: 5 })).toEqual(['规划支部'])
    expect(await names({ mark: 'limited' })).toEqual(['工程支部'])
    const read = city.as('staff')
    const first = (await read(api.listAssessedUnits, { params: { assessmentId: id }, query: { limit: 2 } })).body
    const next = { limit: 2, after: first.next ?? '' }
    const second = (await read(api.listAssessedUnits, { params: { assessmentId: id }, query: next })).body
    expect([first.items.length, second.items.map(each => each.name), second.next]).toEqual([2, ['预算支部'], null])
    const shown = await page(id)
    expect(shown.limits[0]?.clause).toContain('软弱涣散')
    expect([shown.counts.limited, shown.counts.stars]).toEqual([1, { '2': 2, '5': 1 }])
  })
  it('an organ sees neither the assessments of the work committee nor their results', async () => {
    const { items } = (await city.as('staff')(api.listAssessments, {})).body
    expect((await city.as('ocsA')(api.listAssessments, {})).body.items).toEqual([])
    const params = { assessmentId: items[0]!.id }
    expect((await city.as('ocsA')(api.readAssessment, { params })).status).toBe(404)
  })
  it('refuses a cut-off to come and a scheme that is not for units', async () => {
    const asked = { schemeId: randomUUID(), period: '2026-H1', cutOff: '2026-12-01' }
    const answer = await city.as('staff')(api.runAssessment, { body: asked })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer)).toContain('/schemeId')
    expect(JSON.stringify(answer)).toContain('/cutOff')
  })
  it('places units as they stood at the end of the period, and says what became of them', async () => {
    const { rows: ended } = await city.owner.query(
      "update organization_unit set dissolved_on = '2026-07-03' where id = $1 returning id",
      [city.unit.b1],
    )
    const touched = { units: [city.unit.a1, city.unit.b1], dissolved: [city.unit.b1] }
    await city.insert('organization_change', {
      ...{ id: randomUUID(), kind: 'merge', unit_id: city.unit.wc, effective_on: '2026-07-03', document: '一号' },
      ...{ reason: '合并', touched: JSON.stringify(touched), made_by: randomUUID(), made_at: '2026-07-03T01:00:00Z' },
    })
    await city.owner.query('select place_units($1)', [city.authorityId])
    const { id } = await run()
    const row = (await rowsOf(id)).find(each => each.unitId === ended[0]?.id)
    expect([row?.organ, row?.since?.zh]).toEqual(['市财税局机关党委', '已于2026-07-03并入规划支部'])
    expect((await run({ ...body(), period: '2026-07', cutOff: '2026-07-08' })).units).toBe(2)
    await city.owner.query('update organization_unit set dissolved_on = null where id = $1', [city.unit.b1])
    await city.owner.query('select place_units($1)', [city.authorityId])
  })
})

describe('R4.2 R4.9 the course of an assessment', () => {
  let id: string
  const params = () => ({ assessmentId: id })
  const unitOf = async (name: string) => (await rowsOf(id)).find(each => each.name === name)!

  it('a ruling lifts a veto, or says what counts for a fact; it is computed again and the difference is told', async () => {
    id = (await run()).id
    const weak = await unitOf('工程支部')
    const ruling = { ...decision, clause: '容错办法第六条', reason: '整顿已经验收' }
    const rule = (assessedId: string, what: object) =>
      city.as('staff')(units.ruleOnUnit, { params: { assessedId }, body: { what, ...ruling } as never })
    const lifted = await rule(weak.id, { kind: 'limit', target: 'weak' })
    const tied = { total: 90, grade: 'advanced', stars: 2 }
    expect([lifted.status, lifted.body.run]).toEqual([200, 2])
    expect(lifted.body.moved.find(each => each.name === '工程支部')?.after).toEqual(tied)
    expect((await rule(weak.id, { kind: 'limit', target: 'none' })).problem.code).toBe('LIMIT_UNKNOWN')
    const wrong = await rule(weak.id, { kind: 'fact', target: 'businessScore', value: '500' })
    expect([wrong.status, wrong.problem.errors?.[0]?.pointer]).toEqual([422, '/what/value'])
    const none = await rule(weak.id, { kind: 'indicator', target: 'none' })
    expect([none.status, none.problem.errors?.[0]?.pointer]).toEqual([422, '/what/target'])
    const shown = await page(id)
    expect(shown.runs.map(each => each.cause)).toEqual(['ruling', 'first'])
    // Two branches with 90 points straddle the one place for five stars.
    expect(shown.places[0]).toMatchObject({ kind: 'stars', rung: '5', seats: 1, of: 3, given: 0, tied: 2 })
    expect((await rowsOf(id, { mark: 'toBeDecided' })).map(each => each.free.stars)).toEqual([
      [5, 2],
      [5, 2],
    ])
    const result = (await city.as('staff')(units.readAssessedUnit, { params: { assessedId: weak.id } })).body
    expect(result.rulings[0]).toMatchObject({ kind: 'limit', target: 'weak', clause: '容错办法第六条' })
    expect(result.rulings[0]?.decidedBy).toBe('韩立群')
  })
  it('a ruling exempts from an indicator, whose number then counts as missing; the calculation names the decision', async () => {
    const trial = (await run()).id
    const [unit] = await rowsOf(trial)
    const params = { assessedId: unit!.id }
    const body = { what: { kind: 'indicator' as const, target: 'score' }, ...decision, reason: '年中新设' }
    const ruled = await city.as('staff')(units.ruleOnUnit, { params, body })
    expect(ruled.body.moved.find(each => each.unitId === unit!.unitId)?.after.total).toBeNull()
    const seen = (await city.as('staff')(units.readAssessedUnit, { params })).body
    expect([seen.blocked, seen.rulings[0]?.kind]).toEqual([['everything'], 'indicator'])
    expect(JSON.stringify(seen.trace)).toContain('"exemptedBy":"工委会议 2026-07-07 青工委〔2026〕9号"')
  })
  it('a meeting decides: ties need its word, another result its reason, and more than the seats is said', async () => {
    const decide = (list: object[]) =>
      city.as('staff')(api.decideAssessment, { params: params(), body: { version, ...decision, units: list } as never })
    let { version } = await page(id)
    const [one, two, other] = [await unitOf('规划支部'), await unitOf('工程支部'), await unitOf('预算支部')]
    const open = await decide([{ id: other.id, grade: 'advanced', stars: 9 }])
    expect(open.problem.errors?.map(each => each.pointer)).toEqual(['/units/0/stars', '/units', '/units'])
    const silent = await decide([
      { id: one.id, grade: 'advanced', stars: 5 },
      { id: two.id, grade: 'advanced', stars: 5 },
      { id: other.id, grade: 'advanced', stars: 2 },
    ])
    expect(silent.problem.errors?.map(each => each.pointer)).toEqual(['/units/2/reason'])
    const done = await decide([
      { id: one.id, grade: 'advanced', stars: 5 },
      { id: two.id, grade: 'advanced', stars: 5 },
    ])
    expect(done.body.departures.map(each => each.say.zh)).toEqual(['“5星”定了2个，名额1个'])
    expect((await page(id)).state).toBe('decided')
    const ruling = {
      what: { kind: 'fact' as const, target: 'businessScore', value: '70' },
      ...decision,
      reason: '核定',
    }
    const about = { assessedId: other.id }
    expect((await city.as('staff')(units.ruleOnUnit, { params: about, body: ruling })).body.moved).toEqual([])
    const back = await page(id)
    expect([back.state, back.meeting, back.counts.toBeDecided]).toEqual(['provisional', null, 2])
    expect((await decide([])).problem.code).toBe('CHANGED_MEANWHILE')
    version = back.version
    await decide([
      { id: one.id, grade: 'advanced', stars: 5 },
      { id: two.id, grade: 'advanced', stars: 5 },
    ])
    expect((await city.as('ocsA')(api.releaseAssessment, { params: params() })).status).toBe(404)
  })
  it('a unit sees its result with its calculation once it is told, and no other; it objects within the set days', async () => {
    const mine = await unitOf('规划支部')
    const read = { params: { assessedId: mine.id } }
    expect((await city.as('secA1')(units.readAssessedUnit, read)).status).toBe(404)
    expect((await city.as('staff')(api.releaseAssessment, { params: params() })).body.state).toBe('objection')
    const seen = (await city.as('secA1')(units.readAssessedUnit, read)).body
    expect([seen.stars, seen.mayObject, seen.office]).toEqual([5, true, false])
    expect(JSON.stringify(seen.trace)).not.toContain(city.unit.b1)
    expect((await city.as('ocsA')(units.readAssessedUnit, read)).status).toBe(200)
    for (const who of ['secA2', 'secB1', 'depA1', 'memA1'] as const)
      expect((await city.as(who)(units.readAssessedUnit, read)).status).toBe(404)
    const told = await city.owner.query(
      "select person_id from inbox_item where kind = 'assessment.result' and object_id = $1",
      [mine.id],
    )
    expect(told.rows).toEqual([{ person_id: city.person.secA1 }])
    const object = { node: 'score', text: '漏算一项业务加分' }
    expect((await city.as('ocsA')(units.objectForUnit, { ...read, body: object })).status).toBe(403)
    const other = { params: { assessedId: (await unitOf('预算支部')).id } }
    expect((await city.as('secB1')(units.objectForUnit, { ...other, body: object })).body.objection?.state).toBe(
      'raised',
    )
    expect((await city.as('secB1')(units.objectForUnit, { ...other, body: object })).problem.code).toBe(
      'OBJECTION_EXISTS',
    )
    expect((await city.as('secB1')(units.listUnitResults, {})).body.items.map(each => each.objection)).toEqual([
      'raised',
    ])
  })
  it('an upheld objection mends a fact and computes again; the others keep what was decided', async () => {
    const { items, waiting } = (await city.as('staff')(units.listUnitObjections, {})).body
    expect([waiting, items[0]?.mayAnswer, items[0]?.nodeTitle.zh]).toEqual([1, true, '业务得分'])
    const facts = [{ fact: 'businessScore', value: '95', document: '绩效办更正函' }]
    const answered = await city.as('staff')(units.answerUnitObjection, {
      params: { objectionId: items[0]!.id },
      body: { answer: '经核实，应为95分', outcome: { kind: 'recomputed', facts } },
    })
    expect(answered.body).toMatchObject({ state: 'corrected', standing: { total: 95, grade: 'advanced', stars: 5 } })
    expect((await rowsOf(id)).map(each => [each.name, each.stars, each.reason])).toEqual([
      ['预算支部', 5, '异议更正后重新计算'],
      ['工程支部', 5, expect.stringContaining('维持会议原定')],
      ['规划支部', 5, expect.stringContaining('维持会议原定')],
    ])
  })
  it('is filed for good and computed again byte for byte; its stars and points become facts', async () => {
    const file = { params: params(), body: { totalAs: 'partyWorkAppraisal' as const } }
    const early = await city.as('staff')(api.fileAssessment, file)
    expect([early.status, early.problem.code]).toEqual([409, 'FILING_OBSTACLE'])
    await city.moveTo('2026-07-20')
    const filed = (await city.as('staff')(api.fileAssessment, file)).body
    const shown = (await city.as('staff')(readFiling, { params: { filingId: filed.filingId } })).body
    expect([shown.replay.intact, shown.level, shown.rows.length]).toEqual([true, 'branch', 3])
    expect(replayFiled(shown.document!)).toMatchObject({ intact: true, sha256: filed.sha256 })
    expect(replayFiled(shown.document!.replace('"95"', '"96"')).differences).toContain('input')
    expect((await city.as('staff')(listFilings, {})).body.items[0]?.schemeTitle).toBe('星级支部')
    const facts = await city.owner.query(
      'select kind, value::float8 as value from fact_entry where subject_id = $1 and source_id = $2 order by kind',
      [city.unit.b1, filed.filingId],
    )
    expect(facts.rows.map(each => [each.kind, each.value])).toEqual([
      ['filedGrade', 1],
      ['partyWorkAppraisal', 95],
      ['starLevel', 5],
    ])
    const change = city.owner.query('update appraisal_assessed_unit set stars = 1 where assessment_id = $1', [id])
    await expect(change).rejects.toThrow('immutable')
    await expect(city.owner.query('update appraisal_assessment set period = $1', ['2027'])).rejects.toThrow('immutable')
  })
  it('is made public as far as the scheme allows: stars and grades, no points', async () => {
    expect((await city.as('memA1')(units.listPublished, {})).body.items).toEqual([])
    expect((await city.as('staff')(api.publishAssessment, { params: params() })).status).toBe(200)
    expect((await city.as('staff')(api.publishAssessment, { params: params() })).problem.code).toBe('RESULT_NOT_PUBLIC')
    const seen = (await city.as('memA1')(units.readPublished, { params: params() })).body
    expect([seen.totals, seen.items.map(each => [each.stars, each.total])]).toEqual([
      false,
      [
        [5, null],
        [5, null],
        [5, null],
      ],
    ])
    const table = await city.as('staff')(api.exportAssessment, { params: params() })
    expect([table.status, table.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })
  it('is compared with the period before: who moved, and by which indicator', async () => {
    await given('a1', 'businessScore', '0')
    const later = await run({ ...body(), period: '2026-Q3', cutOff: '2026-07-20' })
    const compared = await city.as('staff')(api.compareAssessments, { params: { assessmentId: later.id }, query: {} })
    expect(compared.body.earlier?.id).toBe(id)
    expect(compared.body.items[0]).toMatchObject({ before: { total: 95 }, moves: [{ before: 95, after: 0 }] })
  })
})
