import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCity } from '../../../testing/city.ts'
import { kinds, openYear, type Person, type Year } from './testing.ts'

let year: Year
let city: TestCity
beforeAll(async () => {
  year = await openYear('2026-03-02')
  city = year.city
  const id = await year.pledge('memA1', 'submitted', {
    submitted_at: '2026-03-02T01:00:00Z',
    review_due_on: '2026-03-09',
  })
  await year.item(id, '在支部讲1次微党课')
})
afterAll(() => city?.close())

describe('first screen of a branch secretary', () => {
  it('R0.4 names whose pledge waits, since when, until when, and where it goes; the own one is never there', async () => {
    await year.pledge('secA1', 'submitted', { submitted_at: '2026-03-02T01:00:00Z', review_due_on: '2026-03-09' })
    await year.pledge(
      'memA2',
      'submitted',
      { submitted_at: '2026-03-02T01:00:00Z', review_due_on: '2026-03-09' },
      { unit: 'a2', reviewer: 'a2' },
    )
    await city.moveTo('2026-03-12')
    const desk = await year.branch('secA1')
    expect(desk.asks).toMatchObject([
      {
        kind: 'reviewPledge',
        title: { zh: '陈砚青的承诺' },
        dueOn: '2026-03-09',
        urgency: 'overdue',
        waitingDays: 10,
        next: { zh: '过期未审会转到市水务局机关党委。' },
      },
    ])
    expect(desk.rises).toEqual({ to: '市水务局机关党委', days: 5 })
    expect((await year.branch('secA2')).asks.map(a => a.title.zh)).toEqual(['林晓岚的承诺'])
    expect(await year.waiting('secA1')).toMatchObject({ [city.capacity.secA1]: 2 })
  })

  it('R0.5 joins approved pledges into one notice to open, and objections of one notice into one ask', async () => {
    await city.owner.query(
      "update pledge_pledge set state = 'approved', approved_at = '2026-03-12T00:00:00Z' where person_id in ($1, $2) and unit_id = $3 and level = 'member'",
      [city.person.memA1, city.person.secA1, city.unit.a1],
    )
    await year.pledge('mem2A1', 'approved', { approved_at: '2026-03-11T00:00:00Z' })
    const noticeId = randomUUID()
    await city.insert('disclosure_notice', {
      id: noticeId,
      subject: 'pledge',
      unit_id: city.unit.a1,
      reviewer_unit_id: city.unit.a1,
      title: '规划支部1名党员承诺公示',
      object_ids: [randomUUID()],
      opens_on: '2026-03-10',
      closes_on: '2026-03-17',
      opened_by: city.person.secA1,
      opened_at: '2026-03-10T00:00:00Z',
    })
    for (const who of ['mem3A1', 'depA1', 'secA1'] as const)
      await city.insert('disclosure_objection', {
        id: randomUUID(),
        notice_id: noticeId,
        object_id: randomUUID(),
        unit_id: city.unit.a1,
        reviewer_unit_id: city.unit.a1,
        person_id: city.person[who],
        text: '数量偏低',
        raised_at: '2026-03-11T00:00:00Z',
      })
    const { asks } = await year.branch('secA1')
    expect(asks.map(a => [a.kind, a.title.zh, a.dueOn])).toEqual([
      ['answerObjection', '答复2件公示异议', '2026-03-16'],
      ['openNotice', '公示2份已审定的承诺', null],
    ])
    expect(asks[1]!.why.zh).toBe('何静言、陈砚青')
    expect(JSON.stringify(asks)).not.toContain('唐志遥')
    await city.insert('inbox_item', {
      id: randomUUID(),
      person_id: city.person.mem3A1,
      kind: 'notice.opened',
      object_id: noticeId,
      title_zh: '公示',
      title_en: 'Notice',
      link: `/notices/${noticeId}`,
      sent_at: '2026-03-10T00:00:00Z',
    })
    const desk = await year.mine('mem3A1')
    expect(desk.asks.find(a => a.kind === 'lookAtNotice')).toMatchObject({
      title: { zh: '看公示：规划支部1名党员承诺公示' },
      link: `/notices/${noticeId}`,
    })
    expect(desk.notices).toEqual([
      {
        id: noticeId,
        title: '规划支部1名党员承诺公示',
        unitName: '规划支部',
        subject: 'pledge',
        objects: 1,
        lastDay: '2026-03-16',
      },
    ])
    await city.owner.query('update inbox_item set read_at = app_now()')
    expect(kinds((await year.mine('mem3A1')).asks)).not.toContain('lookAtNotice')
    expect((await year.mine('memB1')).notices).toEqual([])
  })

  it('R0.6 counts people under their worst item and names who needs a word, with the reason', async () => {
    await city.moveTo('2026-07-08')
    await city.owner.query(
      "update pledge_pledge set state = 'inForce', in_force_on = '2026-03-20' where level = 'member' and unit_id = $1",
      [city.unit.a1],
    )
    const { rows } = await city.owner.query(
      'select id, person_id from pledge_pledge where level = $1 and unit_id = $2',
      ['member', city.unit.a1],
    )
    const of = (who: Person) => rows.find(r => r.person_id === city.person[who])!.id
    await year.item(of('memA1'), '水库安全鉴定资料归档', { achieved: 1, position: 1 })
    await year.item(of('mem2A1'), '防汛预案修订', { achieved: 9 })
    const { fulfilment } = await year.branch('secA1')
    expect(fulfilment.counts).toMatchObject({ red: 1, yellow: 1 })
    expect(fulfilment.people.map(p => [p.name, p.light, p.title])).toEqual([
      ['陈砚青', 'red', '水库安全鉴定资料归档'],
      ['何静言', 'yellow', '防汛预案修订'],
    ])
    expect(fulfilment.people[0]!.reason.zh).toMatch(/补上\d+座即转绿/)
  })

  it('R0.6 asks for the mid-year check once instead of for every lagging item, then for its confirmation together', async () => {
    const desk = await year.mine('memA1')
    expect(desk.asks).toMatchObject([
      { kind: 'checkMidYear', dueOn: '2026-07-15', title: { zh: '更新2项承诺的年中进展' }, minutes: 2 },
    ])
    expect(desk.items.shown[0]).toMatchObject({ title: '水库安全鉴定资料归档', light: 'red' })
    for (const who of ['memA1', 'mem2A1'] as const) {
      const { rows } = await city.owner.query(
        "select id from pledge_pledge where person_id = $1 and state = 'inForce'",
        [city.person[who]],
      )
      await city.insert('pledge_midyear', {
        id: randomUUID(),
        pledge_id: rows[0].id,
        unit_id: city.unit.a1,
        checked_by: city.person[who],
        checked_at: '2026-07-06T00:00:00Z',
      })
    }
    expect((await year.mine('memA1')).asks).toMatchObject([
      { kind: 'updateItems', why: { zh: expect.stringMatching(/^“水库安全鉴定资料归档”：/) } },
    ])
    expect((await year.branch('secA1')).asks).toMatchObject([
      { kind: 'answerObjection', urgency: 'overdue' },
      { kind: 'confirmMidYear', why: { zh: '2份，看过可一并确认' }, waitingDays: 2 },
    ])
  })

  it('R0.6 carries a rectification from its author to the reviewer', async () => {
    const { rows } = await city.owner.query(
      "select i.id, i.pledge_id from pledge_item i where i.title = '水库安全鉴定资料归档'",
    )
    const id = randomUUID()
    await city.insert('pledge_rectification', {
      id,
      pledge_id: rows[0].pledge_id,
      item_id: rows[0].id,
      cause: '人手',
      measure: '加人',
      due_on: '2026-07-10',
      opened_by: city.person.memA1,
      opened_at: '2026-07-07T00:00:00Z',
    })
    await city.owner.query("update pledge_item set state = 'rectifying' where id = $1", [rows[0].id])
    expect((await year.mine('memA1')).asks).toMatchObject([
      { kind: 'rectify', title: { zh: '办结整改：水库安全鉴定资料归档' }, dueOn: '2026-07-10', urgency: 'soon' },
    ])
    await city.owner.query("update pledge_rectification set state = 'done', done_at = app_now() where id = $1", [id])
    expect((await year.mine('memA1')).asks).toEqual([])
    expect(kinds((await year.branch('secA1')).asks)).toContain('acceptRectification')
  })
})
