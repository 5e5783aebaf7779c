import { applyChange, type Plan, previewChange, reverseChange } from '@jiannuo/contract/organization/change.ts'
import { readUnit } from '@jiannuo/contract/organization/unit.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-03-02')
})
afterAll(() => city.close())

const paper = { document: '青水党发〔2026〕7号', reason: '按业务线调整支部设置' }

describe('sections, groups and what is formed in a unit', () => {
  it('R4.1 an organ keeps its own sections and groups: what ends with one is told, its members stay in their branch', async () => {
    const setUp = async (name: string, unitKind: 'section' | 'group', upperId: string) =>
      (
        await city.as('ocsA')(applyChange, {
          body: { kind: 'setUp', name, unitKind, upperId, memberIds: [], effectiveOn: '2026-03-02', ...paper },
        })
      ).body.units.find(u => u.name === name)!.id
    const planning = await setUp('规划处', 'section', city.unit.ocA)
    const survey = await setUp('测绘处', 'section', city.unit.ocA)
    const group = await setUp('第一党小组', 'group', city.unit.a1)
    await city.owner.query('update membership_belonging set section_id = $1, group_id = $2 where member_id = $3', [
      planning,
      group,
      city.person.memA1,
    ])
    await city.moveTo('2026-04-01')
    const parts = async () =>
      (
        await city.owner.query(
          'select unit_id, section_id, group_id from membership_belonging where member_id = $1 and until_on is null',
          [city.person.memA1],
        )
      ).rows
    const merge: Plan = { kind: 'merge', intoId: survey, unitIds: [planning], effectiveOn: '2026-04-01' }
    expect((await city.as('ocsA')(previewChange, { body: merge })).body).toMatchObject({
      membersMoved: 1,
      verdicts: [],
    })
    expect((await city.as('ocsA')(applyChange, { body: { ...merge, ...paper } })).status).toBe(200)
    expect(await parts()).toEqual([{ unit_id: city.unit.a1, section_id: survey, group_id: group }])
    await city.moveTo('2026-04-02')
    const dissolve = { kind: 'dissolve', unitId: group, effectiveOn: '2026-04-02' } as const
    expect((await city.as('ocsB')(previewChange, { body: dissolve })).status).toBe(403)
    expect((await city.as('ocsA')(previewChange, { body: dissolve })).body).toMatchObject({ membersMoved: 1 })
    const done = await city.as('ocsA')(applyChange, { body: { ...dissolve, ...paper } })
    expect(await parts()).toEqual([{ unit_id: city.unit.a1, section_id: survey, group_id: null }])
    await city.as('ocsA')(reverseChange, {
      params: { changeId: done.body.id },
      body: { ...paper, effectiveOn: '2026-04-02' },
    })
    expect((await parts())[0]).toMatchObject({ group_id: group })
  })

  it('R4.1 a branch is set up with its members in the unit it is formed in; the branch they leave must stay large enough', async () => {
    const section = (
      await city.as('staff')(applyChange, {
        body: {
          ...{ kind: 'setUp', name: '测绘处', unitKind: 'section', upperId: city.unit.ocA, memberIds: [] },
          ...{ effectiveOn: '2026-04-03', ...paper },
        },
      })
    ).body.units.find(u => u.name === '测绘处')!.id
    const memberIds = [city.person.memA1, city.person.mem2A1, city.person.mem3A1]
    const body: Plan & { kind: 'setUp' } = {
      ...{ kind: 'setUp', name: '测绘支部', unitKind: 'branch', upperId: city.unit.ocA, memberIds },
      ...{ formedInId: section, effectiveOn: '2026-04-03' },
    }
    expect((await city.as('ocsA')(previewChange, { body })).body).toMatchObject({ membersMoved: 3, verdicts: [] })
    const small = await city.as('ocsA')(previewChange, {
      body: { ...body, memberIds: [...memberIds, city.person.memA2] },
    })
    expect(small.body.verdicts.map(v => [v.severity, v.zh.split('：')[0]])).toEqual([['obstacle', '工程支部']])
    const odd = await city.as('ocsA')(previewChange, { body: { ...body, formedInId: city.unit.a2 } })
    expect(odd.body.verdicts[0]?.zh).toBe('党组织组建于业务单位或处室')
    const done = await city.as('ocsA')(applyChange, { body: { ...body, ...paper } })
    const unitId = done.body.units.find(u => u.name === '测绘支部')!.id
    expect((await city.as('ocsA')(readUnit, { params: { unitId }, query: { on: '2026-04-03' } })).body).toMatchObject({
      counts: { members: 3 },
      upper: [{ kind: 'formedIn', unit: { name: '测绘处' } }, { kind: 'leads' }],
    })
  })
})
