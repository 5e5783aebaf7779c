import {
  addDuty,
  adoptTemplate,
  endDuty,
  listDescriptions,
  listDuties,
  listTemplates,
  readDescription,
  writeDescription,
} from '@jiannuo/contract/pledge/duty.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { insertTestCycle } from '../testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  await insertTestCycle(city)
})
afterAll(() => city?.close())

describe('R0.1 duty catalogue', () => {
  it('has duties of all four levels, and those of leading cadres', async () => {
    const { body } = await city.as('memA1')(listDuties)
    expect(new Set(body.duties.map(d => d.level))).toEqual(
      new Set(['member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary']),
    )
    expect(body.duties.filter(d => d.leadingCadre).length).toBeGreaterThanOrEqual(6)
    expect(new Set(body.duties.map(d => d.id)).size).toBe(body.duties.length)
    expect((await city.as('audit')(listDuties)).status).toBe(403)
  })

  it('takes own duties of the city from the work committee alone, dated', async () => {
    const body = {
      level: 'member' as const,
      orientation: '服务发展',
      title: '每年到联系社区办1件实事',
      titleEn: 'Settle one matter a year for the community one is linked with',
      source: '青澜市委机关工委2026年要点',
    }
    expect((await city.as('ocsA')(addDuty, { body })).status).toBe(403)
    expect((await city.as('staff')(addDuty, { body: { ...body, title: '' } })).status).toBe(422)
    const { body: duty } = await city.as('staff')(addDuty, { body })
    expect(duty).toMatchObject({ own: true, title: { zh: body.title } })
    const members = async () => (await city.as('memA1')(listDuties, { query: { level: 'member' } })).body.duties
    expect((await members()).some(d => d.id === duty.id)).toBe(true)
    expect(
      (await city.as('staff')(endDuty, { params: { dutyId: duty.id }, body: { until: '2026-03-02' } })).problem
        .errors?.[0]?.pointer,
    ).toBe('/until')
    await city.as('staff')(endDuty, { params: { dutyId: duty.id }, body: { until: '2026-03-03' } })
    await city.moveTo('2026-03-03')
    expect((await members()).some(d => d.id === duty.id)).toBe(false)
    const shipped = (await members())[0]!
    expect(
      (await city.as('staff')(endDuty, { params: { dutyId: shipped.id }, body: { until: '2026-05-01' } })).status,
    ).toBe(404)
  })
})

describe('R0.2 duty description of a post', () => {
  const body = {
    position: '规划处主任科员',
    scope: '一、水利规划编制；二、项目前期审查',
    power: '提出初审意见，重大事项报处长',
    standard: '5个工作日内出意见',
    accountability: '本人负责初审质量',
  }
  it('is written by the person or his offices, read by nobody else', async () => {
    const params = { personId: city.person.memA1 }
    expect((await city.as('memA1')(readDescription, { params })).body).toMatchObject({
      personName: '陈砚青',
      described: null,
      mayEdit: true,
    })
    expect((await city.as('memA1')(writeDescription, { params, body })).body.described?.scope).toContain('水利规划')
    expect(
      (await city.as('secA1')(writeDescription, { params, body: { ...body, position: '规划处四级调研员' } })).body
        .described?.position,
    ).toBe('规划处四级调研员')
    expect((await city.as('ocsA')(readDescription, { params })).body.described?.position).toBe('规划处四级调研员')
    expect((await city.as('staff')(readDescription, { params })).body.mayEdit).toBe(false)
    expect((await city.as('staff')(writeDescription, { params, body })).status).toBe(403)
    for (const who of ['mem2A1', 'secA2', 'secB1', 'ocsB', 'pgsA'] as const)
      expect([who, (await city.as(who)(readDescription, { params })).status]).toEqual([who, 404])
    expect(
      (await city.as('memA1')(writeDescription, { params, body: { ...body, standard: '' } })).problem.errors?.[0]
        ?.pointer,
    ).toBe('/standard')
  })

  it('lists those without one first, within the units in view', async () => {
    const { people } = (await city.as('secA1')(listDescriptions)).body
    expect(people.at(-1)).toMatchObject({ personName: '陈砚青', position: '规划处四级调研员' })
    expect(people.map(p => p.unitName)).toEqual(people.map(() => '规划支部'))
    expect((await city.as('ocsA')(listDescriptions)).body.people.some(p => p.personName === '林晓岚')).toBe(true)
    expect((await city.as('memA1')(listDescriptions)).status).toBe(403)
  })
})

describe('R0.10 templates', () => {
  it('are adopted by an organ with its own items, and counted', async () => {
    const before = (await city.as('ocsA')(listTemplates)).body
    expect(before).toMatchObject({ year: 2026, mayAdopt: true, adopted: null, coverage: { organs: 3, adopted: 0 } })
    const template = before.templates[0]!
    const member = template.levels.find(l => l.level === 'member')!
    const levels = [{ level: 'member' as const, items: member.items.slice(0, 2) }]
    expect((await city.as('memA1')(adoptTemplate, { body: { templateId: template.id, levels } })).status).toBe(403)
    expect((await city.as('secA1')(adoptTemplate, { body: { templateId: template.id, levels } })).status).toBe(403)
    expect((await city.as('ocsA')(adoptTemplate, { body: { templateId: city.authorityId, levels } })).status).toBe(404)
    expect(
      (await city.as('ocsA')(adoptTemplate, { body: { templateId: template.id, levels: [...levels, ...levels] } }))
        .status,
    ).toBe(422)
    expect((await city.as('ocsA')(adoptTemplate, { body: { templateId: template.id, levels } })).status).toBe(204)
    expect((await city.as('ocsA')(adoptTemplate, { body: { templateId: template.id, levels } })).status).toBe(204)
    const seen = (await city.as('memA1')(listTemplates)).body
    expect(seen).toMatchObject({
      mayAdopt: false,
      adopted: { templateId: template.id, levels },
      coverage: { organs: 3, adopted: 1 },
    })
    expect((await city.as('memB1')(listTemplates)).body.adopted).toBeNull()
  })
})
