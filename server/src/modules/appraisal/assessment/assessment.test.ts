import { randomUUID } from 'node:crypto'
import { listAssessments, readAssessment, runAssessment } from '@jiannuo/contract/appraisal/assessment.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
let schemeId: string
const body = () => ({ schemeId, period: '2026-H1', cutOff: '2026-06-30' })

async function given(unit: 'ocA' | 'ocB', value: string, recorded = '2026-06-30T02:00:00Z') {
  await city.insert('fact_entry', {
    ...{ id: randomUUID(), kind: 'businessScore', subject_id: city.unit[unit], unit_id: city.unit[unit], value },
    ...{ on_day: '2026-06-30', period: '2026-H1', source_module: 'import', source_id: randomUUID() },
    recorded_at: recorded,
  })
}

beforeAll(async () => {
  city = await openTestCity('2026-07-08')
  const document = {
    ...{ scheme: 'organ-trial', version: 1, title: { zh: '机关考核', en: 'Organs' }, subject: 'organ', year: 2026 },
    ...{ decimals: 2, missing: 'block', scopes: ['class'] },
    groups: [
      {
        ...{ id: 'business', title: { zh: '业务', en: 'Business' }, max: 100 },
        indicators: [{ id: 'score', fact: 'businessScore', method: { kind: 'linear', from: 0, to: 100, points: 100 } }],
      },
    ],
    rank: [{ scope: 'all' }],
  }
  schemeId = randomUUID()
  await city.insert('appraisal_scheme', {
    ...{
      id: schemeId,
      subject: 'organ',
      family: 'organ',
      owner_unit_id: city.unit.wc,
      year: 2026,
      version: 1,
      title: '机关考核',
    },
    ...{ document: JSON.stringify(document), panels: '[]', sha256: 'x', effective_from: '2026-01-01' },
  })
  await given('ocA', '90')
})
afterAll(() => city.close())

describe('R4.5 an assessment of organs for a period', () => {
  it('scores what was known at the cut-off and says who could not be scored', async () => {
    const run = await city.as('staff')(runAssessment, { body: body() })
    expect([run.status, run.body.units, run.body.subject]).toEqual([200, 3, 'organ'])
    const { rows } = (await city.as('staff')(readAssessment, { params: { assessmentId: run.body.id } })).body
    expect([rows[0]?.unitId, rows[0]?.total, rows[0]?.ranks.all]).toEqual([city.unit.ocA, 90, 1])
    // A branch that the work committee leads itself stands as an organ; the guided district is nobody's to assess here.
    const blocked = rows.slice(1)
    expect(new Set(blocked.map(each => each.unitId))).toEqual(new Set([city.unit.ocB, city.unit.w1]))
    expect(blocked.map(each => each.total)).toEqual([null, null])
    expect(blocked[0]?.blocked).toContain('score')
  })
  it('gives the same again for the same cut-off, whatever is recorded later', async () => {
    const first = (await city.as('staff')(runAssessment, { body: body() })).body
    await given('ocB', '70', '2026-07-02T02:00:00Z')
    const again = (await city.as('staff')(runAssessment, { body: body() })).body
    const later = (await city.as('staff')(runAssessment, { body: { ...body(), cutOff: '2026-07-08' } })).body
    expect(again.inputsSha256).toBe(first.inputsSha256)
    expect(later.inputsSha256).not.toBe(first.inputsSha256)
    const { rows } = (await city.as('staff')(readAssessment, { params: { assessmentId: later.id } })).body
    expect(rows.map(each => each.total)).toEqual([90, 70, null])
  })
  it('an organ sees neither the runs of the work committee nor their results', async () => {
    const { items } = (await city.as('staff')(listAssessments, {})).body
    expect(items.length).toBeGreaterThan(0)
    expect((await city.as('ocsA')(listAssessments, {})).body.items).toEqual([])
    expect((await city.as('ocsA')(readAssessment, { params: { assessmentId: items[0]!.id } })).status).toBe(404)
  })
  it('refuses a cut-off to come and a scheme that is not for units', async () => {
    const answer = await city.as('staff')(runAssessment, {
      body: { schemeId: randomUUID(), period: '2026-H1', cutOff: '2026-12-01' },
    })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer)).toContain('/schemeId')
    expect(JSON.stringify(answer)).toContain('/cutOff')
  })
})
