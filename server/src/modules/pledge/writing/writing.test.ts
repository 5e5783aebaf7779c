import { randomUUID } from 'node:crypto'
import { writeDescription } from '@jiannuo/contract/pledge/duty.ts'
import {
  amendPledge,
  checkItems,
  dropAmendment,
  listMyPledges,
  readCheck,
  readPledge,
  saveItems,
  submitPledge,
  withdrawPledge,
} from '@jiannuo/contract/pledge/pledge.ts'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { GOOD, insertTestCycle, submitGood, writeGood } from '../testing.ts'
import { scopeLines } from './begin-pledge.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-02-10')
  await insertTestCycle(city)
})
afterAll(() => city?.close())

test.each([
  ['一、水利规划编制；二、项目前期审查', ['水利规划编制', '项目前期审查']],
  ['1. 预算编制\n2. 绩效评价\n\n3. 公开\n4. 其他', ['预算编制', '绩效评价', '公开']],
  ['；；。', []],
])('business items from the scope %s', (scope, lines) => expect(scopeLines(scope)).toEqual(lines))

describe('R0.1 who owes a pledge', () => {
  test.each`
    who        | levels
    ${'memA1'} | ${['member']}
    ${'secA1'} | ${['branchSecretary', 'member']}
    ${'ocsA'}  | ${['member', 'organCommitteeSecretary']}
    ${'ocdA'}  | ${['member']}
    ${'pgsA'}  | ${['member', 'partyGroupSecretary']}
    ${'staff'} | ${['member']}
  `('$who owes $levels', async ({ who, levels }) => {
    const { body } = await city.as(who)(listMyPledges)
    expect(body.pledges.map(p => p.level).sort()).toEqual(levels)
    expect(body).toMatchObject({ year: 2026, submitBy: '2026-02-28' })
  })

  it('R0.4 names the reviewing unit of each level', async () => {
    const reviewers = async (who: 'memA1' | 'secA1' | 'ocsA' | 'pgsA') =>
      (await city.as(who)(listMyPledges)).body.pledges.map(p => [p.level, p.reviewerUnitName])
    expect(await reviewers('memA1')).toEqual([['member', '规划支部']])
    expect(await reviewers('secA1')).toContainEqual(['branchSecretary', '市水务局机关党委'])
    expect(await reviewers('ocsA')).toContainEqual(['organCommitteeSecretary', '市委机关工委'])
    expect(await reviewers('pgsA')).toContainEqual(['partyGroupSecretary', '中共青澜市委'])
  })

  it('retired members owe none, and two pages opened at once begin one draft', async () => {
    await city.owner.query("update membership_standing set state = 'retired' where member_id = $1", [city.person.memA2])
    expect((await city.as('memA2')(listMyPledges)).body.pledges).toEqual([])
    const both = await Promise.all([1, 2, 3].map(() => city.as('memB1')(listMyPledges)))
    expect(new Set(both.map(b => b.body.pledges[0]?.id)).size).toBe(1)
    expect((await city.as('audit')(listMyPledges)).status).toBe(403)
  })

  it('R0.2 begins a draft from the described post', async () => {
    const described = {
      position: '工程处',
      scope: '一、在建工程质量抽查；二、防汛物资调度',
      power: '提出整改',
      standard: '每月1次',
      accountability: '本人负责',
    }
    await city.as('mem3A1')(writeDescription, { params: { personId: city.person.mem3A1 }, body: described })
    const { body } = await city.as('mem3A1')(listMyPledges)
    const pledge = (await city.as('mem3A1')(readPledge, { params: { pledgeId: body.pledges[0]!.id } })).body
    expect(pledge.items.map(i => [i.kind, i.title, i.weight])).toEqual([
      ['business', '在建工程质量抽查', 50],
      ['business', '防汛物资调度', 50],
    ])
  })
})

describe('R0.3 writing', () => {
  it('saves as one types, refuses an older version, repeats without conflict', async () => {
    const pledgeId = await writeGood(city, 'memA1', 'member')
    const params = { pledgeId }
    const first = (await city.as('memA1')(readPledge, { params })).body
    expect(first.items.map(i => i.title)).toEqual(GOOD.memA1!().map(i => i.title))
    const items = first.items.map(({ position: _, state: _s, achieved: _a, follows: _f, share: _share, ...i }) => i)
    const later = await city.as('memA1')(saveItems, {
      params,
      body: { savedAt: first.savedAt, items: items.slice(0, 1) },
    })
    expect(later.body.remarks.map(r => r.code)).toEqual(
      expect.arrayContaining(['too-few-items', 'no-business-item', 'weights-not-100']),
    )
    expect((await city.as('memA1')(saveItems, { params, body: { savedAt: first.savedAt, items } })).problem.code).toBe(
      'CHANGED_MEANWHILE',
    )
    expect(
      (await city.as('memA1')(saveItems, { params, body: { savedAt: first.savedAt, items: items.slice(0, 1) } })).body
        .savedAt,
    ).toBe(later.body.savedAt)
    const two = await Promise.all(
      [items, [...items].reverse()].map(list =>
        city.as('memA1')(saveItems, { params, body: { savedAt: later.body.savedAt, items: list } }),
      ),
    )
    expect(two.map(t => t.status).sort()).toEqual([200, 409])
  })

  it('refuses hostile lists, and nobody else writes or reads a draft', async () => {
    const mine = (await city.as('memA1')(listMyPledges)).body.pledges[0]!
    const params = { pledgeId: mine.id }
    const [item] = GOOD.memA1!()
    const put = (items: unknown[]) =>
      city.as('memA1')(saveItems, { params, body: { savedAt: mine.savedAt, items: items as never } })
    expect((await put([item, item])).problem.errors?.[0]?.pointer).toBe('/items/1/id')
    expect((await put([{ ...item, weight: 101 }])).problem.errors?.[0]?.pointer).toBe('/items/0/weight')
    expect((await put([{ ...item, dueOn: '2026-02-30' }])).problem.errors?.[0]?.pointer).toBe('/items/0/dueOn')
    expect((await put([{ ...item, title: 'x'.repeat(201) }])).status).toBe(422)
    expect((await put([{ ...item, state: 'done' }])).status).toBe(422)
    expect((await put(Array.from({ length: 21 }, () => ({ ...item, id: randomUUID() })))).status).toBe(422)
    const foreign = await city
      .as('mem3A1')(listMyPledges)
      .then(r => city.as('mem3A1')(readPledge, { params: { pledgeId: r.body.pledges[0]!.id } }))
    expect([403, 409]).toContain((await put([{ ...item, id: foreign.body.items[0]!.id }])).status)
    for (const who of ['secA1', 'ocsA', 'staff', 'mem2A1', 'secB1'] as const)
      expect([who, (await city.as(who)(readPledge, { params })).status]).toEqual([who, 404])
  })

  it('compares with colleagues’ submitted texts by name and wording only', async () => {
    await submitGood(city, 'mem2A1', 'member')
    const mine = (await city.as('memA1')(listMyPledges)).body.pledges[0]!
    const copied = GOOD.mem2A1!()
    const { body } = await city.as('memA1')(checkItems, { params: { pledgeId: mine.id }, body: { items: copied } })
    expect(body.compared).toEqual({ superior: 0, colleagues: 1, lastYear: 0 })
    expect(
      body.remarks.filter(r => r.code === 'copied-from-colleague').map(r => [r.similar?.label, r.similar?.percent]),
    ).toEqual([
      ['何静言', 100],
      ['何静言', 100],
    ])
    expect(
      (await city.as('memB1')(checkItems, { params: { pledgeId: mine.id }, body: { items: copied } })).status,
    ).toBe(404)
    expect(
      (await city.as('memA1')(readCheck, { params: { pledgeId: mine.id } })).body.remarks.filter(
        r => r.code === 'copied-from-colleague',
      ),
    ).toEqual([])
  })

  it('is submitted once nothing must be mended, withdrawn while unread', async () => {
    const pledgeId = await writeGood(
      city,
      'memA1',
      'member',
      GOOD.memA1!().map(i => ({ ...i, weight: 45 })),
    )
    const params = { pledgeId }
    const refused = await city.as('memA1')(submitPledge, { params })
    expect(refused.problem).toMatchObject({
      code: 'PLEDGE_NOT_READY',
      detail: '还有1处须修改，第1处：权重合计90，还差10',
    })
    await writeGood(city, 'memA1', 'member')
    const sent = (await city.as('memA1')(submitPledge, { params })).body
    expect(sent).toMatchObject({ state: 'submitted', reviewerUnitName: '规划支部', may: ['withdraw'] })
    expect(sent.reviewDueOn! > '2026-02-16').toBe(true)
    expect((await city.as('memA1')(submitPledge, { params })).problem.code).toBe('STATE_CONFLICT')
    const told = await city.owner.query(
      "select title_zh, link from inbox_item where person_id = $1 and kind = 'pledge.submitted' and link like '%' || $2",
      [city.person.secA1, pledgeId],
    )
    expect(told.rows).toEqual([{ title_zh: '陈砚青的2026年承诺等您审定', link: `/review/${pledgeId}` }])
    expect((await city.as('memA1')(withdrawPledge, { params })).body.state).toBe('draft')
    await city.as('memA1')(submitPledge, { params })
    expect((await city.as('secA1')(readPledge, { params })).body.may).toEqual(['review', 'decide'])
    expect((await city.as('memA1')(withdrawPledge, { params })).problem.code).toBe('PLEDGE_BEING_READ')
  })

  it('R0.4 nobody reviews his own: the secretary’s own pledge as a member rises to the organ committee', async () => {
    const items = GOOD.secA1!().map((i, n) => ({
      ...i,
      id: randomUUID(),
      title: n ? '修订防汛预案2件并演练' : '到社区报到服务4次',
      target: '4',
      unit: '次',
    }))
    const id = await submitGood(city, 'secA1', 'member', items)
    expect((await city.as('secA1')(readPledge, { params: { pledgeId: id } })).body).toMatchObject({
      reviewerUnitName: '市水务局机关党委',
      may: ['withdraw'],
    })
  })
})

describe('R0.5 amendment of a pledge in force', () => {
  it('leaves the old wording in force, can be dropped, goes through review again', async () => {
    const id = await writeGood(city, 'ocsA', 'organCommitteeSecretary')
    const params = { pledgeId: id }
    await city.owner.query("update pledge_pledge set state = 'inForce', in_force_on = '2026-02-09' where id = $1", [id])
    expect((await city.as('ocsA')(amendPledge, { params, body: { reason: '' } })).status).toBe(422)
    const amendment = (await city.as('ocsA')(amendPledge, { params, body: { reason: '机构改革后支部数变了' } })).body
    expect(amendment).toMatchObject({ state: 'draft', version: 2, amends: id, may: ['edit', 'submit', 'drop'] })
    expect(amendment.items).toHaveLength(2)
    expect((await city.as('ocsA')(readPledge, { params })).body.state).toBe('amending')
    expect((await city.as('ocsA')(amendPledge, { params, body: { reason: '再改' } })).problem.code).toBe(
      'STATE_CONFLICT',
    )
    expect((await city.as('ocsA')(dropAmendment, { params: { pledgeId: amendment.id } })).status).toBe(204)
    expect((await city.as('ocsA')(readPledge, { params })).body.state).toBe('inForce')
    const again = (await city.as('ocsA')(amendPledge, { params, body: { reason: '调整场次' } })).body
    expect((await city.as('ocsA')(submitPledge, { params: { pledgeId: again.id } })).body).toMatchObject({
      state: 'submitted',
      reviewerUnitName: '市委机关工委',
    })
  })
})
