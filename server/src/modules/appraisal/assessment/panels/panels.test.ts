import { randomUUID } from 'node:crypto'
import * as units from '@jiannuo/contract/appraisal/assessed-unit.ts'
import * as api from '@jiannuo/contract/appraisal/assessment.ts'
import { readFiling } from '@jiannuo/contract/appraisal/filing.ts'
import * as rating from '@jiannuo/contract/appraisal/rating.ts'
import { listTellerCandidates, prepareSitting, type Sitting, waiveSitting } from '@jiannuo/contract/appraisal/round.ts'
import * as panels from '@jiannuo/contract/appraisal/unit-panel.ts'
import { readBranchDesk } from '@jiannuo/contract/desk/desk.ts'
import { divideZones, readZones } from '@jiannuo/contract/organization/zone.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, sessionOf, type TestCity } from '../../../../testing/city.ts'
import type { PersonKey } from '../../../../testing/fixture.ts'
import { replayFiled } from '../../filing/replay.ts'
import { hashOf } from '../../scheme/ship-scheme.ts'

let city: TestCity
let id: string
const schemes = { branch: randomUUID(), organ: randomUUID() }
const scale = { excellent: 1, qualified: 0.8, unqualified: 0 }
const head = { decimals: 2, version: 1, year: 2026 }
const grades = [
  { grade: 'excellent', title: { zh: '优秀', en: 'Excellent' }, atLeast: 90 },
  { grade: 'qualified', title: { zh: '合格', en: 'Qualified' }, atLeast: 50 },
  { grade: 'unqualified', title: { zh: '不合格', en: 'Unqualified' }, atLeast: 0 },
]
const panelOf = (method: object) => [
  { id: 'everything', max: 100, indicators: [{ id: 'ratings', title: { zh: '评议', en: 'Ratings' }, method }] },
]
const sources = [
  { source: 'self', weight: 1 },
  { source: 'superior', weight: 2 },
  { source: 'organisation', weight: 3 },
  { source: 'democratic', weight: 4 },
]
const documents = {
  branch: {
    ...{ ...head, scheme: 'rated-branches', subject: 'branch', grades },
    groups: panelOf({ kind: 'panel', points: 100, scale, sources }),
  },
  organ: {
    ...{ ...head, scheme: 'contest', subject: 'organ', scopes: ['zone'], rank: [{ scope: 'zone' }] },
    groups: panelOf({
      ...{ kind: 'panel', points: 100, outOf: 100 },
      sources: [{ source: 'contest', weight: 1, minimum: 5, trim: 1 }],
    }),
  },
}

beforeAll(async () => {
  city = await openTestCity('2026-12-22')
  for (const subject of ['branch', 'organ'] as const)
    await city.insert('appraisal_scheme', {
      ...{ id: schemes[subject], subject, family: `rated-${subject}`, owner_unit_id: city.unit.wc, year: 2026 },
      ...{ version: 1, title: '评议方案', document: JSON.stringify(documents[subject]), panels: '[]' },
      ...{ effective_from: '2026-01-01', sha256: hashOf(documents[subject], []) },
    })
})
afterAll(() => city.close())

const open = async (subject: 'branch' | 'organ') =>
  (
    await city.as('staff')(api.runAssessment, {
      body: { schemeId: schemes[subject], period: '2026', cutOff: '2026-12-22' },
    })
  ).body
const assessmentId = () => ({ params: { assessmentId: id } })
const sittingsOf = async (who: PersonKey, source = 'democratic'): Promise<Sitting[]> =>
  (await city.as(who)(panels.listUnitSittings, { params: { assessmentId: id, source }, query: {} })).body.items
const rowOf = async (name: string) =>
  (await city.as('staff')(api.listAssessedUnits, { ...assessmentId(), query: { q: name } })).body.items[0]!
const rate = async (who: PersonKey, name: string, source: string, body: Record<string, unknown>) =>
  city.as(who)(panels.rateUnit, {
    params: { assessedId: (await rowOf(name)).id, source },
    body: { reason: '对照方案', ...body } as never,
  })
const compute = (withoutPanels = false) =>
  city.as('staff')(panels.computeAssessment, { ...assessmentId(), body: { withoutPanels } })
const name = (sitting: Sitting, who: PersonKey, first: PersonKey, second: PersonKey, added: number | null) =>
  city.as(who)(prepareSitting, {
    params: { sittingId: sitting.id },
    body: {
      ...{ added, firstTeller: city.person[first as keyof TestCity['person']] },
      secondTeller: city.person[second as keyof TestCity['person']],
    },
  })

/** Rows of slips that the database lets the application read in somebody's session. */
async function slipsSeenBy(who: PersonKey): Promise<number> {
  const of = { account: city.account[who], capacity: city.capacity[who] }
  const secret = await sessionOf(city.owner, new Map(), city.authorityId, of)
  return city.platform.db.transaction().execute(async tx => {
    await sql`select open_context(${secret})`.execute(tx)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from appraisal_slip`.execute(tx)
    return rows[0]!.n
  })
}

describe('R4.2 panels of a scheme on units', () => {
  it('opens for rating: slips at every branch, one rating of every body, nothing computed', async () => {
    const opened = await open('branch')
    id = opened.id
    expect([opened.state, opened.inputsSha256, opened.units]).toEqual(['rating', null, 3])
    const seen = (await city.as('staff')(panels.readUnitPanels, assessmentId())).body
    expect(seen.panels.map(each => [each.source, each.modes[0], each.done, each.of, each.mine])).toEqual([
      ['self', 'app', 0, 3, false],
      ['superior', 'app', 0, 3, false],
      ['organisation', 'app', 0, 3, true],
      ['democratic', 'paper', 0, 3, true],
    ])
    expect((await sittingsOf('staff')).map(each => [each.homeUnitName, each.counted, each.minimum])).toEqual([
      ['工程支部', 3, 5],
      ['规划支部', 8, 5],
      ['预算支部', 4, 5],
    ])
    expect((await city.as('secB1')(readBranchDesk)).body.asks.map(each => each.kind)).toContain('rateUnits')
    const result = (
      await city.as('staff')(units.readAssessedUnit, { params: { assessedId: (await rowOf('规划')).id } })
    ).body
    expect([result.trace, result.total]).toEqual([null, null])
    expect(
      (
        await city.as('staff')(api.decideAssessment, {
          ...assessmentId(),
          body: { version: 'x', meeting: '会', meetingOn: '2026-12-22', units: [] },
        })
      ).problem.code,
    ).toBe('STATE_CONFLICT')
  })

  it('each body rates its own units; the office enters what another decided by its document', async () => {
    expect((await rate('secA1', '规划', 'self', { value: 'excellent' })).status).toBe(200)
    expect((await rate('ocsA', '规划', 'superior', { value: 'qualified' })).status).toBe(200)
    expect((await rate('secA1', '规划', 'superior', { value: 'excellent' })).status).toBe(403)
    expect((await rate('ocsB', '规划', 'superior', { value: 'excellent' })).status).toBe(404)
    expect((await rate('ocsA', '规划', 'organisation', { value: 'excellent' })).status).toBe(403)
    expect((await rate('ocsA', '规划', 'democratic', { value: 'excellent' })).status).toBe(404)
    const wrong = await rate('staff', '预算', 'superior', { value: 'splendid' })
    expect(wrong.problem.errors?.map(each => each.pointer)).toEqual(['/value', '/document'])
    expect(
      (await rate('staff', '预算', 'superior', { value: 'qualified', document: '财税党〔2026〕7号' })).status,
    ).toBe(200)
    for (const unit of ['规划', '工程', '预算']) await rate('staff', unit, 'organisation', { value: 'qualified' })
    const own = (
      await city.as('secA1')(panels.listUnitRatings, { params: { assessmentId: id, source: 'self' }, query: {} })
    ).body
    expect(own.items.map(each => [each.name, each.rated?.value, each.mayRate])).toEqual([
      ['规划支部', 'excellent', 'yes'],
    ])
    // An organ's committee finds no rating of another organ's branches.
    const below = await city.as('ocsA')(panels.listUnitRatings, {
      params: { assessmentId: id, source: 'superior' },
      query: {},
    })
    expect(below.body.items.map(each => each.name)).toEqual(['工程支部', '规划支部'])
  })

  it('the committee above names tellers of the organ who lead none of the units on the slips', async () => {
    expect((await sittingsOf('ocsA')).map(each => [each.homeUnitName, each.mayName])).toEqual([
      ['工程支部', true],
      ['规划支部', true],
    ])
    const sitting = (await sittingsOf('staff')).find(each => each.homeUnitName === '规划支部')!
    const found = await city.as('ocsA')(listTellerCandidates, { params: { sittingId: sitting.id }, query: { q: '' } })
    expect(found.body.people.map(each => each.name)).not.toContain('周海若')
    expect((await name(sitting, 'ocsA', 'secA1', 'memA2', 2)).problem.code).toBe('TELLER_UNFIT')
    expect((await name(sitting, 'secA1', 'memA1', 'memA2', 2)).status).toBe(403)
    expect((await name(sitting, 'ocsB', 'memA1', 'memA2', 2)).status).toBe(404)
    expect((await name(sitting, 'ocsA', 'memA1', 'memA2', null)).problem.code).toBe('REPRESENTATIVES_MISSING')
    expect((await name(sitting, 'ocsA', 'memA1', 'memA2', 4)).body).toMatchObject({ entitled: 12, state: 'open' })
  })

  it('two tellers count blind to each other; who leads the units sees how far it is, never a grade', async () => {
    const sitting = (await sittingsOf('staff')).find(each => each.homeUnitName === '规划支部')!
    const params = { sittingId: sitting.id }
    const sheet = (await city.as('memA1', 'member')(rating.readTelling, { params })).body
    expect([sheet.about, sheet.subjects.map(each => each.name), sheet.outOf]).toEqual(['branch', ['规划支部'], null])
    const [subject] = sheet.subjects
    const count = (excellent: number) => ({
      ...{ handedOut: 12, returned: 12 },
      counts: [{ subjectId: subject!.id, grades: { excellent, qualified: 10 - excellent }, invalid: 2 }],
    })
    await city.as('memA1', 'member')(rating.enterFirstCount, { params, body: count(6) })
    const second = (body: rating.SlipCount) => city.as('memA2', 'member')(rating.enterSecondCount, { params, body })
    expect((await second(count(5))).body).toMatchObject({ matched: false, triesLeft: 2 })
    expect((await second(count(6))).body.matched).toBe(true)
    expect((await sittingsOf('ocsA')).find(each => each.id === sitting.id)?.state).toBe('valid')
    for (const [who, sees] of [
      ['ocsA', 0],
      ['staff', 4],
    ] as const) {
      expect([who, await slipsSeenBy(who)]).toEqual([who, sees])
    }
  })

  it('computing names what is missing and asks; then it counts as the scheme says, and the calculation shows it', async () => {
    const refused = await compute()
    expect([refused.status, refused.problem.code]).toEqual([409, 'PANELS_MISSING'])
    expect(refused.problem.detail).toContain('自评缺工程支部等2个；上级评定缺工程支部；民主测评缺工程支部等2个')
    expect((await compute(true)).body.state).toBe('provisional')
    // (1 × 1 + 2 × 0.8 + 3 × 0.8 + 4 × 0.92) / 10; the others by the panels they have.
    expect([(await rowOf('规划')).total, (await rowOf('工程')).total, (await rowOf('预算')).total]).toEqual([
      86.8, 80, 80,
    ])
    const params = { assessedId: (await rowOf('规划')).id }
    const { trace } = (await city.as('staff')(units.readAssessedUnit, { params })).body
    expect(JSON.stringify(trace)).toContain('"source":"democratic"')
    expect((await rate('staff', '规划', 'organisation', { value: 'excellent' })).problem.code).toBe('STATE_CONFLICT')
    expect((await city.as('secA1')(panels.readUnitPanels, assessmentId())).status).toBe(404)
  })

  it('rating opens again and is computed again: rulings stay, and who moved is told', async () => {
    const exempt = { kind: 'indicator' as const, target: 'ratings' }
    const ruling = { what: exempt, meeting: '工委会议', meetingOn: '2026-12-22', document: '一号', reason: '年中新设' }
    await city.as('staff')(units.ruleOnUnit, { params: { assessedId: (await rowOf('工程')).id }, body: ruling })
    expect((await city.as('staff')(panels.reopenAssessment, assessmentId())).body.state).toBe('rating')
    expect((await rowOf('规划')).total).toBeNull()
    await rate('staff', '规划', 'organisation', { value: 'excellent' })
    for (const sitting of (await sittingsOf('staff')).filter(each => each.state === 'notStarted'))
      await city.as('staff')(waiveSitting, { params: { sittingId: sitting.id }, body: { reason: '人数不足' } })
    await compute(true)
    const page = (await city.as('staff')(api.readAssessment, assessmentId())).body
    expect(page.runs.map(each => [each.cause, each.moved.map(moved => [moved.name, moved.after.total])])).toEqual([
      ['ratings', [['规划支部', 92.8]]],
      ['ruling', [['工程支部', null]]],
      ['first', []],
    ])
  })

  it('is decided and filed with its ratings, and computed again byte for byte', async () => {
    const { version } = (await city.as('staff')(api.readAssessment, assessmentId())).body
    const meeting = { version, meeting: '工委会议', meetingOn: '2026-12-22' }
    expect(
      (await city.as('staff')(api.decideAssessment, { ...assessmentId(), body: { ...meeting, units: [] } })).status,
    ).toBe(200)
    await city.as('staff')(api.releaseAssessment, assessmentId())
    await city.moveTo('2027-01-20')
    const filed = (await city.as('staff')(api.fileAssessment, { ...assessmentId(), body: { totalAs: null } })).body
    // Slips of more than one rater stand in it, so the document stays where it is kept.
    const shown = (await city.as('staff')(readFiling, { params: { filingId: filed.filingId } })).body
    expect([shown.replay.intact, shown.document]).toEqual([true, null])
    const { rows } = await city.owner.query<{ document: string }>(
      'select document from appraisal_filing where id = $1',
      [filed.filingId],
    )
    const { document } = rows[0]!
    expect(document).toContain('"decision":"工委会议 2026-12-22 一号","indicator":"ratings"')
    expect(replayFiled(document)).toMatchObject({ intact: true, sha256: filed.sha256 })
    expect(replayFiled(document.replace('"value":"excellent"', '"value":"qualified"')).differences).toContain('input')
  })

  it('a jury’s scores of all organs together enter as they were given, the highest and lowest left out', async () => {
    // R2.12: the organs are compared within the cooperation zones of the day they are placed on.
    const { ocA, ocB, w1 } = city.unit
    const divide = (from: string, zones: { name: string; organIds: string[] }[]) =>
      city.as('staff')(divideZones, { body: { from, document: '青工委〔2026〕3号', zones } })
    const twice = [
      { name: '一区', organIds: [ocA, ocB] },
      { name: '一区', organIds: [ocA, randomUUID()] },
    ]
    expect((await divide('2026-01-01', twice)).problem.errors?.map(each => each.pointer)).toEqual([
      '/zones/1/name',
      '/zones/1/organIds/0',
      '/zones/1/organIds/1',
    ])
    await divide('2026-01-01', [{ name: '一区', organIds: [ocA, ocB] }])
    await divide('2027-01-01', [{ name: '二区', organIds: [ocA, ocB, w1] }])
    const zoned = (await city.as('memA1')(readZones, { query: { on: '2026-06-30' } })).body
    expect([zoned.zones[0]?.name, zoned.free.map(each => each.id), zoned.mayDivide]).toEqual(['一区', [w1], false])
    id = (await open('organ')).id
    const [sitting, ...others] = await sittingsOf('staff', 'contest')
    expect([others, sitting?.homeUnitName, sitting?.counted]).toEqual([[], '市委机关工委', 0])
    expect((await name(sitting!, 'staff', 'memA1', 'memB1', 5)).status).toBe(200)
    const params = { sittingId: sitting!.id }
    const { subjects, outOf } = (await city.as('memA1', 'member')(rating.readTelling, { params })).body
    expect([subjects.length, outOf]).toEqual([3, 100])
    const scores = (one: Record<string, number>) => ({
      ...{ handedOut: 5, returned: 5 },
      counts: subjects.map((each, at) => ({ subjectId: each.id, grades: at === 0 ? one : { '80': 5 }, invalid: 0 })),
    })
    const enter = (body: rating.SlipCount) => city.as('memA1', 'member')(rating.enterFirstCount, { params, body })
    const wrong = await enter(scores({ '90.50': 1, '120': 4 }))
    expect(wrong.problem.errors?.map(each => each.pointer)).toEqual(['/counts/0/grades/120', '/counts/0/grades/90.50'])
    await enter(scores({ '90.5': 1, '92': 2, '88': 1, '100': 1 }))
    const check = (one: Record<string, number>) =>
      city.as('memB1', 'member')(rating.enterSecondCount, { params, body: scores(one) })
    // The score that only the first teller has would tell his count: its unit alone is named.
    expect((await check({ '92': 4, '100': 1 })).body.differing).toEqual(
      expect.arrayContaining([
        { subjectId: subjects[0]!.id, grade: '92' },
        { subjectId: subjects[0]!.id, grade: 'scores' },
      ]),
    )
    await check({ '92': 2, '90.5': 1, '100': 1, '88': 1 })
    await compute()
    const all = (await city.as('staff')(api.listAssessedUnits, { ...assessmentId(), query: {} })).body.items
    expect(all.map(each => each.total)).toEqual([91.5, 80, 80])
    const inZone = all.filter(each => each.zone === '一区').map(each => each.ranks.zone)
    const alone = all.filter(each => each.zone === null).map(each => each.ranks.zone)
    expect([inZone.length, alone, inZone.includes(1)]).toEqual([2, [1], true])
    const query = { zone: '一区' }
    const { items } = (await city.as('staff')(api.listAssessedUnits, { ...assessmentId(), query })).body
    expect(items).toHaveLength(2)
  })
})
