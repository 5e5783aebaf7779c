import {
  admitMember,
  changeStanding,
  correctMember,
  leave,
  listMembers,
  readCoverage,
  readMember,
  revealPersonal,
  search,
} from '@jiannuo/contract/membership/member.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { votingMembers } from '../index.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-03-02')
})
afterAll(() => city?.close())

const entry = () => ({
  name: '单云舒',
  joinedOn: '2025-11-01',
  unitId: city.unit.a1,
  kind: 'probationary' as const,
  state: 'inService' as const,
  leadingCadre: false,
  from: '2025-11-01',
  reason: '新发展党员',
  phone: '13800001234',
  idNumber: '11010519491231002x',
})

describe('members', () => {
  it('R4.1 lists the members of a subtree by name, page by page, each once', async () => {
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const { body } = await city.as('ocsA')(listMembers, {
        query: { unitId: city.unit.ocA, limit: 4, ...(after ? { after } : {}) },
      })
      expect(body.total).toBe(11)
      seen.push(...body.items.map(m => m.name))
      if (!body.next) break
      after = body.next
    }
    expect(seen).toEqual([
      '白启明',
      '陈砚青',
      '戴云归',
      '方文渊',
      '何静言',
      '林晓岚',
      '罗敏之',
      '唐志遥',
      '许知非',
      '周海若',
      '祝长青',
    ])
    expect(new Set(seen).size).toBe(11)
  })

  it('R4.1 lists by the strokes of names, page by page', async () => {
    const byStroke = async (query: object = {}) =>
      (await city.as('ocsA')(listMembers, { query: { sort: 'stroke', ...query } })).body
    const listed = (await byStroke()).items.map(m => m.name)
    // 方 4, 白 5, 许 6, 何 陈 周 … : the collation of Node, which is ICU as well, is the independent reference.
    expect(listed[0]).toBe('方文渊')
    expect(listed).toEqual([...listed].sort(new Intl.Collator('zh-u-co-stroke').compare))
    expect(listed).not.toEqual([...listed].sort())
    const paged: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await byStroke({ limit: 4, ...(after ? { after } : {}) })
      paged.push(...page.items.map(m => m.name))
      if (!page.next) break
      after = page.next
    }
    expect(paged).toEqual(listed)
  })

  it('R4.1 filters by standing, post holder’s unit and words, in characters, pinyin and initials', async () => {
    const names = async (query: object) => (await city.as('ocsA')(listMembers, { query })).body.items.map(m => m.name)
    expect(await names({ q: '周' })).toEqual(['周海若'])
    expect(await names({ q: 'zhouhai' })).toEqual(['周海若'])
    expect(await names({ q: 'Z H R' })).toEqual(['周海若'])
    expect(await names({ q: '%' })).toEqual([])
    expect(await names({ unitId: city.unit.a2, kind: 'regular' })).toEqual(['戴云归', '方文渊', '林晓岚'])
    expect(await names({ kind: 'probationary' })).toEqual([])
    expect(await names({ unitId: city.unit.ocA, below: 'false' as never })).toEqual([])
    const { body } = await city.as('secA1')(listMembers, { query: { q: '周海若' } })
    expect(body.items[0]).toMatchObject({ post: 'secretary', unit: { name: '规划支部' }, kind: 'regular' })
  })

  it('R4.1 shows nobody beyond one’s scope', async () => {
    expect((await city.as('secA1')(listMembers)).body.total).toBe(8)
    expect((await city.as('secA1')(listMembers, { query: { unitId: city.unit.b1 } })).body).toMatchObject({
      items: [],
      total: 0,
    })
    expect((await city.as('memA1')(listMembers)).status).toBe(403)
    expect((await city.as('cityStaff')(listMembers)).status).toBe(403)
    expect((await city.as('secA1')(readMember, { params: { memberId: city.person.memB1 } })).status).toBe(404)
    expect((await city.as('memA1')(readMember, { params: { memberId: city.person.mem2A1 } })).status).toBe(404)
    expect((await city.as('memA1')(readMember, { params: { memberId: city.person.memA1 } })).body).toMatchObject({
      name: '陈砚青',
      may: { reveal: true, correct: false, manage: false, transfer: true },
    })
    expect((await city.as('pgsA')(readMember, { params: { memberId: city.person.memA2 } })).body.may).toEqual({
      reveal: false,
      correct: false,
      manage: false,
      transfer: false,
    })
  })

  it('R4.1 admits a member by hand; phone and ID number lie sealed and are shown masked', async () => {
    const done = await city.as('ocsA')(admitMember, { body: entry() })
    expect(done.status).toBe(200)
    const { id } = done.body
    const row = (await city.owner.query('select * from membership_member where id = $1', [id])).rows[0]
    expect(JSON.stringify(row)).not.toMatch(/13800001234|11010519491231002/)
    expect(row).toMatchObject({ pinyin: 'shanyunshu', initials: 'sys' })
    const { body } = await city.as('secA1')(readMember, { params: { memberId: id } })
    expect(body).toMatchObject({
      phone: '138******34',
      idNumber: '110*************2X',
      may: { reveal: false, correct: true, manage: false },
    })
    expect(body.standings).toMatchObject([{ kind: 'probationary', from: '2025-11-01', until: null }])
    expect(
      (await city.as('secA1')(revealPersonal, { params: { memberId: id }, body: { purpose: '联系' } })).status,
    ).toBe(403)
    expect(
      (await city.as('ocsB')(revealPersonal, { params: { memberId: id }, body: { purpose: '联系' } })).status,
    ).toBe(404)
    const whole = await city.as('ocsA')(revealPersonal, { params: { memberId: id }, body: { purpose: '核对身份' } })
    expect(whole.body).toEqual({ phone: '13800001234', idNumber: '11010519491231002X' })
    const looked = await city.owner.query(
      "select action from audit_event where object_id = $1 and action = 'member.reveal-personal'",
      [id],
    )
    expect(looked.rowCount).toBe(1)
    const kept = await city.owner.query(
      "select reply::text as reply from platform_command where reply::text like '%13800001234%'",
    )
    expect(kept.rowCount).toBe(0)
  })

  it.each`
    change                                | code
    ${{ idNumber: '110105194912310021' }} | ${'INVALID_INPUT'}
    ${{ name: '' }}                       | ${'INVALID_INPUT'}
    ${{ joinedOn: '2025-02-30' }}         | ${'INVALID_INPUT'}
    ${{ phone: '打我电话' }}              | ${'INVALID_INPUT'}
    ${{ code: 'memA1' }}                  | ${'MEMBER_CODE_TAKEN'}
    ${{ code: 'memB1' }}                  | ${'MEMBER_CODE_TAKEN'}
    ${{ unitId: 'ocA' }}                  | ${'NOT_A_BRANCH'}
    ${{ unitId: 'b1' }}                   | ${'NOT_ALLOWED'}
  `('R4.1 does not admit with $change: $code', async ({ change, code }) => {
    const unitId = change.unitId ? city.unit[change.unitId as 'b1'] : city.unit.a1
    const answer = await city.as('ocsA')(admitMember, { body: { ...entry(), ...change, unitId } })
    expect(answer.problem.code).toBe(code)
  })

  it('R4.1 corrects fields with a trace of who, which and why', async () => {
    const params = { memberId: city.person.memA1 }
    expect(
      (
        await city.as('secA1')(correctMember, {
          params,
          body: { name: '单砚清', phone: '13900000000', reason: '更名' },
        })
      ).status,
    ).toBe(204)
    const { body } = await city.as('secA1')(readMember, { params })
    expect(body).toMatchObject({
      name: '单砚清',
      phone: '139******00',
      corrections: [{ fields: ['name', 'phone'], reason: '更名' }],
    })
    expect((await city.as('secA1')(search, { query: { q: 'shanyan' } })).body.members.map(m => m.name)).toEqual([
      '单砚清',
    ])
    expect(
      (await city.as('secA1')(correctMember, { params, body: { name: '单砚清', reason: '再改' } })).problem.code,
    ).toBe('NOTHING_CHANGED')
    expect((await city.as('secA2')(correctMember, { params, body: { name: '甲', reason: '改名' } })).status).toBe(404)
    expect((await city.as('memA1')(correctMember, { params, body: { name: '甲', reason: '改名' } })).status).toBe(403)
    expect((await city.as('secA1')(correctMember, { params, body: { name: '陈砚青', reason: '改回' } })).status).toBe(
      204,
    )
  })

  it('R4.1 keeps standings dated', async () => {
    const params = { memberId: city.person.mem2A1 }
    const body = {
      kind: 'regular' as const,
      state: 'retired' as const,
      leadingCadre: false,
      from: '2026-02-01',
      reason: '退休',
    }
    expect((await city.as('secA1')(changeStanding, { params, body })).status).toBe(403)
    expect((await city.as('ocsA')(changeStanding, { params, body })).status).toBe(204)
    expect(
      (await city.as('ocsA')(changeStanding, { params, body: { ...body, from: '2026-02-02' } })).problem.code,
    ).toBe('NOTHING_CHANGED')
    expect(
      (await city.as('ocsA')(changeStanding, { params, body: { ...body, state: 'inService', from: '2026-02-01' } }))
        .problem.code,
    ).toBe('LATER_ENTRY')
    const on = async (day: string) =>
      (await city.as('ocsA')(readMember, { params, query: { on: day } })).body.standings.map(s => s.state)
    expect([await on('2026-01-31'), await on('2026-02-01')]).toEqual([['inService'], ['retired', 'inService']])
    expect((await city.as('ocsA')(listMembers, { query: { state: 'retired' } })).body.items.map(m => m.name)).toEqual([
      '何静言',
    ])
  })

  it('R4.1 a member who leaves keeps his past and loses posts and belonging', async () => {
    const params = { memberId: city.person.secA2 }
    const body = { on: '2026-03-02', reason: '调往外省' }
    expect((await city.as('ocsA')(leave, { params, body })).status).toBe(204)
    expect((await city.as('ocsA')(leave, { params, body })).problem.code).toBe('STATE_CONFLICT')
    const page = (await city.as('staff')(readMember, { params })).body
    expect(page.posts.map(p => p.until)).toEqual(['2026-03-02'])
    expect(page.belongings.map(b => b.until)).toEqual(['2026-03-02'])
    const votes = await city.platform.db
      .transaction()
      .execute(tx => votingMembers(tx, city.authorityId, city.unit.a2, '2026-03-02'))
    expect(votes).toEqual([]) // without a session nothing is visible, whatever the code asks
  })
})

describe('search', () => {
  it.each`
    who         | q             | units                                   | members
    ${'staff'}  | ${'水务'}     | ${['市水务局党组', '市水务局机关党委']} | ${[]}
    ${'staff'}  | ${'sswj'}     | ${['市水务局党组', '市水务局机关党委']} | ${[]}
    ${'staff'}  | ${'guihua'}   | ${['规划支部']}                         | ${[]}
    ${'staff'}  | ${'jzw'}      | ${[]}                                   | ${['姜知微']}
    ${'secA1'}  | ${'jzw'}      | ${[]}                                   | ${[]}
    ${'secA1'}  | ${'xuzhifei'} | ${[]}                                   | ${['许知非']}
    ${'memA1'}  | ${'许知'}     | ${[]}                                   | ${['许知非']}
    ${'system'} | ${'水务'}     | ${[]}                                   | ${[]}
    ${'staff'}  | ${"'; drop"}  | ${[]}                                   | ${[]}
  `('R4.1 $who looks for $q', async ({ who, q, units, members }) => {
    const { body } = await city.as(who)(search, { query: { q } })
    expect(body.units.map((u: { name: string }) => u.name)).toEqual(units)
    expect(body.members.map((m: { name: string }) => m.name)).toEqual(members)
  })

  it('R4.1 for members offers branches, not the committee above them or a Party group', async () => {
    const offered = async (q: string) =>
      (await city.as('staff')(search, { query: { q, for: 'members' } })).body.units.map(u => u.name)
    expect(await offered('水务')).toEqual([])
    expect(await offered('guihua')).toEqual(['规划支部'])
  })
})

describe('coverage', () => {
  it('R4.1 finds units without organisation, members without branch, posts without holder, wrong sizes', async () => {
    const bureau = crypto.randomUUID()
    await city.insert('organization_unit', {
      id: bureau,
      code: 'office',
      kind: 'businessUnit',
      name: '水文站',
      pinyin: 'shuiwenzhan',
      initials: 'swz',
      founded_on: '2020-01-01',
    })
    await city.insert('organization_name', {
      id: crypto.randomUUID(),
      unit_id: bureau,
      name: '水文站',
      from_on: '2020-01-01',
    })
    await city.owner.query('update membership_belonging set section_id = $1 where unit_id = $2', [bureau, city.unit.b1])
    const lost = crypto.randomUUID()
    await city.insert('membership_member', {
      id: lost,
      code: 'lost',
      name: '游思远',
      pinyin: 'yousiyuan',
      initials: 'ysy',
    })
    await city.insert('membership_standing', {
      id: crypto.randomUUID(),
      member_id: lost,
      kind: 'regular',
      state: 'inService',
      from_on: '2020-01-01',
    })
    const { body } = await city.as('staff')(readCoverage)
    const named = (kind: string) => body.gaps.filter(g => g.kind === kind).map(g => g.name)
    expect(named('unitWithoutOrganization')).toEqual(['水文站'])
    expect(named('memberWithoutBranch')).toEqual(['游思远'])
    expect(named('postWithoutHolder')).toEqual(expect.arrayContaining(['市委机关工委', '机关工委机关支部', '工程支部']))
    expect(named('postWithoutHolder').filter(name => name.includes('区'))).toEqual([]) // a district keeps its own register
    expect(named('branchTooSmall')).toEqual(['工程支部'])
    expect(body.counts).toMatchObject({ unitWithoutOrganization: 1, branchTooLarge: 0, branchTooSmall: 1 })
    await city.insert('organization_relation', {
      id: crypto.randomUUID(),
      kind: 'formedIn',
      upper_id: bureau,
      lower_id: city.unit.b1,
      from_on: '2020-01-01',
    })
    expect((await city.as('staff')(readCoverage, { query: { kind: 'unitWithoutOrganization' } })).body.gaps).toEqual([])
    expect((await city.as('ocsB')(readCoverage)).body.gaps.map(g => g.name)).toEqual([])
    expect((await city.as('secA1')(readCoverage)).status).toBe(403)
  })

  it('R4.1 names the gaps there were on a day gone by', async () => {
    await city.insert('organization_post', {
      ...{ id: crypto.randomUUID(), unit_id: city.unit.w1, kind: 'secretary', person_id: city.person.memB1 },
      ...{ from_on: '2021-01-01', until_on: '2022-01-01' },
    })
    const vacant = async (on: string) =>
      (await city.as('staff')(readCoverage, { query: { on, kind: 'postWithoutHolder' } })).body.gaps.map(g => g.name)
    expect(await vacant('2021-12-31')).not.toContain('机关工委机关支部')
    expect(await vacant('2022-01-01')).toContain('机关工委机关支部')
  })
})
