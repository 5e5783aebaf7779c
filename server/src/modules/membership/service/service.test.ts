import { leave, readMember } from '@jiannuo/contract/membership/member.ts'
import * as api from '@jiannuo/contract/membership/service.ts'
import { applyChange, previewChange, reverseChange } from '@jiannuo/contract/organization/change.ts'
import { readUnit } from '@jiannuo/contract/organization/unit.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
let unitId: string
const paper = { document: '青水党发〔2026〕9号', reason: '重点项目专班' }
beforeAll(async () => {
  city = await openTestCity('2026-03-02')
  const plan = {
    kind: 'setUp',
    name: '项目专班临时党支部',
    unitKind: 'temporaryOrganization',
    upperId: city.unit.ocA,
  } as const
  const done = await city.as('ocsA')(applyChange, {
    body: { ...plan, memberIds: [], effectiveOn: '2026-03-02', ...paper },
  })
  unitId = done.body.units.find(each => each.name === plan.name)!.id
})
afterAll(() => city.close())

const begin = (who: 'ocsA' | 'ocsB' | 'secA1' | 'staff', member: keyof TestCity['person'], more = {}) =>
  city.as(who)(api.beginService, {
    params: { unitId },
    body: { memberId: city.person[member], from: '2026-03-10', until: null, ...more },
  })
const serving = async (on?: string, who: 'ocsA' | 'staff' = 'ocsA') =>
  (await city.as(who)(api.listServices, { params: { unitId }, query: on ? { on } : {} })).body

describe('R4.1 members serve in a temporary organisation', () => {
  it('a member of a branch serves from a day on and stays a member of his branch', async () => {
    const begun = await begin('ocsA', 'memA1')
    expect(begun.status).toBe(200)
    expect((await begin('ocsA', 'memA2', { until: '2026-04-01' })).status).toBe(200)
    expect((await serving('2026-03-09')).items).toEqual([])
    const { items, mayManage } = await serving('2026-03-10')
    expect(items.map(each => [each.name, each.home?.name, each.kind, each.from, each.until])).toEqual([
      ['陈砚青', '规划支部', 'regular', '2026-03-10', null],
      ['林晓岚', '工程支部', 'regular', '2026-03-10', '2026-04-01'],
    ])
    expect(mayManage).toBe(true)
    expect((await serving('2026-04-01')).items.map(each => each.name)).toEqual(['陈砚青'])
    const member = await city.as('secA1')(readMember, {
      params: { memberId: city.person.memA1 },
      query: { on: '2026-03-10' },
    })
    expect(member.body.services).toMatchObject([{ unit: { id: unitId }, from: '2026-03-10', until: null }])
    expect(member.body.belongings.map(each => each.unit.name)).toEqual(['规划支部'])
    const counts = async (id: string) =>
      (await city.as('ocsA')(readUnit, { params: { unitId: id }, query: { on: '2026-03-11' } })).body.counts
    expect((await counts(unitId))?.members).toBe(0)
    await city.moveTo('2026-03-11')
    const told = await city.owner.query("select person_id from inbox_item where kind = 'member.service'")
    expect(told.rows.map(row => row.person_id)).toContain(city.person.memA1)
  })

  it.each`
    who        | member     | more                                           | code                | why
    ${'ocsA'}  | ${'memA1'} | ${{}}                                          | ${'SERVES_ALREADY'} | ${'he serves on that day'}
    ${'ocsA'}  | ${'memA2'} | ${{ from: '2026-03-01', until: '2026-03-11' }} | ${'STATE_CONFLICT'} | ${'before its founding'}
    ${'ocsA'}  | ${'secA2'} | ${{ until: '2026-03-10' }}                     | ${'PERIOD_EMPTY'}   | ${'no day served'}
    ${'ocsA'}  | ${'memB1'} | ${{}}                                          | ${'NOT_FOUND'}      | ${'a member of another organ'}
    ${'secA1'} | ${'memA1'} | ${{}}                                          | ${'NOT_ALLOWED'}    | ${'a branch secretary fills no organisation beside his own'}
  `('$who may not add $member: $why', async ({ who, member, more, code }) => {
    expect((await begin(who, member, more)).problem.code).toBe(code)
  })

  it('only a temporary organisation takes members who serve', async () => {
    const answer = await city.as('ocsA')(api.beginService, {
      params: { unitId: city.unit.a2 },
      body: { memberId: city.person.memA1, from: '2026-03-10', until: null },
    })
    expect(answer.problem.code).toBe('NOT_TEMPORARY')
  })

  it('the work committee adds members across organs; the organ sees their names in its own task force', async () => {
    expect((await begin('staff', 'memB1')).status).toBe(200)
    expect((await serving('2026-03-11')).items.map(each => [each.name, each.home?.name])).toContainEqual([
      '姜知微',
      '预算支部',
    ])
  })

  it('a service ends on a day, or with the member’s leaving', async () => {
    const { items } = await serving('2026-03-11')
    const of = (name: string) => items.find(each => each.name === name)!.id
    const end = (id: string, until: string) =>
      city.as('ocsA')(api.endService, { params: { serviceId: id }, body: { until, reason: '任务完成' } })
    expect((await end(of('陈砚青'), '2026-03-10')).problem.code).toBe('PERIOD_EMPTY')
    expect((await end(of('陈砚青'), '2026-05-01')).status).toBe(204)
    expect((await end(of('陈砚青'), '2026-06-01')).problem.code).toBe('STATE_CONFLICT')
    await city.as('staff')(leave, {
      params: { memberId: city.person.memB1 },
      body: { on: '2026-03-20', reason: '调离本市' },
    })
    expect((await serving('2026-03-20', 'staff')).items.map(each => each.name)).toEqual(['陈砚青', '林晓岚'])
    expect((await serving('2026-05-01')).items).toEqual([])
  })

  it('dissolution ends every service on its day; undone, they run on', async () => {
    const body = { kind: 'dissolve', unitId, membersToId: null, effectiveOn: '2026-03-25', ...paper } as const
    const { document: _, reason: __, ...plan } = body
    expect((await city.as('ocsA')(previewChange, { body: plan })).body).toMatchObject({ servicesEnded: 2 })
    const dissolved = await city.as('ocsA')(applyChange, { body })
    expect(dissolved.status).toBe(200)
    expect((await serving('2026-03-24')).items).toHaveLength(2)
    expect((await serving('2026-03-25')).items).toEqual([])
    const own = async () =>
      (await city.as('ocsA')(readMember, { params: { memberId: city.person.memA1 }, query: { on: '2026-03-24' } })).body
        .services
    expect(await own()).toMatchObject([{ until: '2026-03-25' }])
    await city.as('ocsA')(reverseChange, {
      params: { changeId: dissolved.body.id },
      body: { effectiveOn: '2026-03-25', ...paper },
    })
    expect((await serving('2026-03-25')).items).toHaveLength(2)
    expect(await own()).toMatchObject([{ until: '2026-05-01' }])
  })
})
