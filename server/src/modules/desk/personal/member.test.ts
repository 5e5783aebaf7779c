import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCity } from '../../../testing/city.ts'
import { kinds, openYear, type Year } from './testing.ts'

let year: Year
let city: TestCity
beforeAll(async () => {
  year = await openYear('2026-01-10')
  city = year.city
})
afterAll(() => city?.close())

describe('first screen of a member', () => {
  it('asks nothing before pledging begins, and names what comes next', async () => {
    expect(await year.mine('memA1')).toMatchObject({
      name: '陈砚青',
      unitName: '规划支部',
      today: '2026-01-10',
      asks: [],
      upcoming: { title: { zh: '承诺' }, on: '2026-01-15' },
      result: null,
      items: { shown: [], of: 0 },
    })
    expect(await year.waiting('memA1')).toEqual({})
  })

  it('R0.3 asks to write the pledge from the first day of the phase, soon before its end, overdue after it', async () => {
    await city.moveTo('2026-01-20')
    const [ask] = (await year.mine('memA1')).asks
    expect(ask).toMatchObject({
      kind: 'writePledge',
      title: { zh: '写2026年度承诺' },
      dueOn: '2026-02-28',
      urgency: 'calm',
      minutes: 15,
      link: '/my-pledge',
      clause: { title: { zh: '2026年度机关党建责任考评' }, article: { zh: '“承诺”阶段' } },
    })
    await city.moveTo('2026-02-25')
    expect((await year.mine('memA1')).asks[0]).toMatchObject({ urgency: 'soon' })
    await city.moveTo('2026-03-02')
    expect((await year.mine('memA1')).asks[0]).toMatchObject({ urgency: 'overdue' })
  })

  it('R0.3 asks a secretary for both pledges, each in the capacity that owes it, and counts them there', async () => {
    expect(kinds((await year.mine('secA1')).asks)).toEqual(['writePledge'])
    expect((await year.branch('secA1')).own).toMatchObject([
      { kind: 'writePledge', title: { zh: '写2026年度支部书记承诺' } },
    ])
    const own = { member: 1, [city.capacity.secA1]: 1 }
    expect(await year.waiting('secA1')).toEqual(own)
    expect(await year.waiting('secA1', 'member')).toEqual(own)
  })

  it('R0.4 tells draft from begun, returned with the reason, and falls silent once submitted', async () => {
    const id = await year.pledge('memA1', 'draft')
    expect(kinds((await year.mine('memA1')).asks)).toEqual(['writePledge'])
    const first = await year.item(id, '在支部讲1次微党课')
    expect((await year.mine('memA1')).asks[0]).toMatchObject({
      kind: 'finishPledge',
      why: { zh: expect.stringContaining('草稿已有1项') },
    })
    await city.owner.query("update pledge_pledge set state = 'returned' where id = $1", [id])
    await city.insert('pledge_review', {
      id: randomUUID(),
      pledge_id: id,
      round: 1,
      decision: 'returned',
      reason: '请写出数量',
      items_then: '[]',
      decided_by: city.person.secA1,
      decided_at: '2026-03-01T00:00:00Z',
    })
    await city.insert('pledge_comment', {
      id: randomUUID(),
      pledge_id: id,
      item_id: first,
      round: 1,
      text: '几次',
      written_by: city.person.secA1,
      written_at: '2026-03-01T00:00:00Z',
    })
    expect((await year.mine('memA1')).asks).toMatchObject([
      { kind: 'mendPledge', why: { zh: '审定意见：“请写出数量”，另有1条写在各项下面。' }, link: `/my-pledge/${id}` },
    ])
    await city.owner.query(
      "update pledge_pledge set state = 'submitted', submitted_at = '2026-03-02T01:00:00Z', review_due_on = '2026-03-09' where id = $1",
      [id],
    )
    expect((await year.mine('memA1')).asks).toEqual([])
  })
})
