import { readFactRecords } from '@jiannuo/contract/facts.ts'
import { enterProgress, readItem, readMyFulfilment } from '@jiannuo/contract/pledge/fulfilment.ts'
import { listPublished, openPledgeNotices } from '@jiannuo/contract/pledge/notice.ts'
import { amendPledge, listFollowable, readPledge, saveItems, submitPledge } from '@jiannuo/contract/pledge/pledge.ts'
import { approvePledge } from '@jiannuo/contract/pledge/review.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { closeDueNotices } from '../notice/close-notices.ts'
import { insertTestCycle, submitGood } from '../testing.ts'
import { feedFromFacts } from './feed-from-facts.ts'

const nightly = (run: typeof closeDueNotices) => ({ name: 'nightly', cron: '', run })

describe('items that follow facts', () => {
  let city: TestCity
  let inForce: string
  const find = async (who: 'mem2A1', unit: string) =>
    (await city.as(who)(readMyFulfilment)).body.pledges.flatMap(p => p.items).find(i => i.unit === unit)!
  const facts = async (kind: string) =>
    (await city.owner.query('select value from fact_entry where kind = $1 order by recorded_at', [kind])).rows.map(r =>
      Number(r.value),
    )

  beforeAll(async () => {
    city = await openTestCity('2026-03-02')
    await insertTestCycle(city)
    inForce = await submitGood(city, 'mem2A1', 'member')
    await city.as('secA1')(approvePledge, { params: { pledgeId: inForce } })
    await city.as('secA1')(openPledgeNotices, { body: { pledgeIds: [inForce] } })
    await city.moveTo('2026-03-10')
    await runJob(city.platform, nightly(closeDueNotices))
    await city.moveTo('2026-05-20')
  })
  afterAll(() => city?.close())

  it('R0.6 an amendment links an item to a fact; from then on it moves each night, and a reversed record moves it back', async () => {
    const old = await find('mem2A1', '次')
    const {
      id: pledgeId,
      savedAt,
      items,
    } = (await city.as('mem2A1')(amendPledge, { params: { pledgeId: inForce }, body: { reason: '改为随数据更新' } }))
      .body
    const params = { pledgeId }
    const { facts: offered } = (await city.as('mem2A1')(listFollowable, { params })).body
    expect(offered.map(each => each.of)).not.toContain('unit')
    expect(offered.find(each => each.id === 'frontlineDeeds')).toMatchObject({ unit: null, of: 'person' })
    const written = items.map(({ position: _, state: _s, achieved: _a, follows: _f, share: _share, ...i }) => i)
    const linked = (fact: object, more = {}) => ({
      params,
      body: {
        savedAt,
        items: written.map(i => (i.unit === '次' ? { ...i, ...more, fact: fact as never } : i)),
      },
    })
    const fact = { id: 'frontlineDeeds', of: 'person', period: '2026' }
    const faultOf = async (sent: ReturnType<typeof linked>) =>
      (await city.as('mem2A1')(saveItems, sent)).problem.errors?.map(each => each.pointer)
    expect(await faultOf(linked({ ...fact, id: 'graveViolations' }))).toEqual(['/items/0/fact/id'])
    expect(await faultOf(linked({ ...fact, of: 'unit' }))).toEqual(['/items/0/fact/id'])
    expect(await faultOf(linked({ ...fact, period: '2025' }))).toEqual(['/items/0/fact/period'])
    expect(await faultOf(linked({ ...fact, id: 'trainingHours' }))).toEqual(['/items/0/unit'])
    const { remarks } = (await city.as('mem2A1')(saveItems, linked(fact, { target: null }))).body
    expect(remarks.map(each => each.code)).toContain('followed-without-target')
    expect((await city.as('mem2A1')(submitPledge, { params })).problem.code).toBe('PLEDGE_NOT_READY')
    const again = linked(fact)
    again.body.savedAt = (await city.as('mem2A1')(readPledge, { params })).body.savedAt
    await city.as('mem2A1')(saveItems, again)
    await city.as('mem2A1')(submitPledge, { params })
    const reviewed = (await city.as('secA1')(readPledge, { params })).body
    expect(reviewed.items[0]?.follows?.zh).toBe('2026年下沉一线办实事件数（本人）')
    await city.as('secA1')(approvePledge, { params })
    const { notices } = (await city.as('secA1')(openPledgeNotices, { body: { pledgeIds: [pledgeId] } })).body
    const published = await city.as('memA1')(listPublished, { params: { noticeId: notices[0]!.noticeId } })
    expect(published.body.pledges[0]?.items[0]?.follows?.en).toBe('Practical deeds done at the front line (own), 2026')
    await city.moveTo('2026-06-01')
    await runJob(city.platform, nightly(closeDueNotices))

    const entry = {
      kind: 'frontlineDeeds',
      subject_id: city.person.mem2A1,
      unit_id: city.unit.a1,
      on_day: '2026-05-10',
      source_module: 'meeting-life',
      source_id: 'x',
      recorded_at: '2026-05-10T00:00:00Z',
    }
    const factId = '99999999-0000-4000-8000-000000000001'
    await runJob(city.platform, nightly(feedFromFacts))
    const before = await find('mem2A1', '次')
    expect(before).toMatchObject({ achieved: null, progressBp: null, may: ['rectify'] })
    expect(before.id).not.toBe(old.id)
    expect(before.fed).toMatchObject({ factId: 'frontlineDeeds', subjectId: city.person.mem2A1, period: '2026' })
    await city.insert('fact_entry', { ...entry, id: factId, value: 8 })
    await runJob(city.platform, nightly(feedFromFacts))
    expect(await find('mem2A1', '次')).toMatchObject({ achieved: '8', state: 'done', may: [] })
    expect(await facts('pledge.itemDone')).toEqual([1])
    await runJob(city.platform, nightly(feedFromFacts))
    const params2 = { itemId: before.id }
    expect((await city.as('mem2A1')(readItem, { params: params2 })).body.entries).toMatchObject([
      { source: 'fact', achieved: '8' },
    ])
    const drill = {
      params: { subjectId: before.fed!.subjectId, factId: before.fed!.factId },
      query: { period: '2026' },
    }
    expect((await city.as('mem2A1')(readFactRecords, drill)).body).toMatchObject({
      value: '8',
      records: [{ value: '8' }],
    })
    await city.insert('fact_entry', {
      ...{ ...entry, id: '99999999-0000-4000-8000-000000000002', value: -8, reverses: factId },
    })
    await city.insert('fact_entry', { ...entry, id: '99999999-0000-4000-8000-000000000003', value: 6 })
    await runJob(city.platform, nightly(feedFromFacts))
    expect(await find('mem2A1', '次')).toMatchObject({ achieved: '6', state: 'underWay' })
    expect(await facts('pledge.itemDone')).toEqual([1, -1])
    const byHand = { params: params2, body: { achieved: '7', statement: '自己再补一次' } }
    expect((await city.as('mem2A1')(enterProgress, byHand)).problem.code).toBe('ITEM_FED')
  })
})
