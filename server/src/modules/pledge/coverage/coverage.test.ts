import { listInbox } from '@jiannuo/contract/desk/inbox.ts'
import { readCoverage, remindUnit } from '@jiannuo/contract/pledge/pledge.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { insertTestCycle, submitGood, writeGood } from '../testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-02-10')
  await insertTestCycle(city)
  await submitGood(city, 'memA1', 'member')
  const id = await submitGood(city, 'secA1', 'branchSecretary')
  await city.owner.query("update pledge_pledge set state = 'inForce' where id = $1", [id])
  await writeGood(city, 'mem2A1', 'member')
  await city.owner.query("update membership_standing set state = 'longAway' where member_id = $1", [city.person.mem3A1])
})
afterAll(() => city?.close())

describe('R0.10 coverage of pledges', () => {
  it('is counted by organ for the work committee, those who owe none in no denominator', async () => {
    const { body } = await city.as('staff')(readCoverage)
    expect(body).toMatchObject({ year: 2026, by: 'organ', units: { all: 3, published: 1, adopted: 0 } })
    const water = body.rows.find(r => r.unitName === '市水务局机关党委')!
    // 10 people in two branches without one long away, two branch secretaries, the organ committee's and the Party group's secretary
    expect(water).toMatchObject({ owed: 14, submitted: 1, inForce: 1, publishedBp: 714 })
    expect(body.total.owed).toBe(body.rows.reduce((sum, r) => sum + r.owed, 0))
    const inside = (await city.as('staff')(readCoverage, { query: { organId: water.unitId } })).body
    expect(inside.by).toBe('branch')
    expect(inside.rows.map(r => r.unitName).sort()).toEqual([
      '工程支部',
      '市水务局党组',
      '市水务局机关党委',
      '规划支部',
    ])
  })

  it('those of a unit who have not submitted are reminded once a day, the others are left in peace', async () => {
    const unitId = city.unit.a1
    const remind = (who: 'ocsA' | 'ocsB' | 'secA2' | 'memA1') => city.as(who)(remindUnit, { body: { unitId } })
    expect([(await remind('ocsB')).status, (await remind('secA2')).status, (await remind('memA1')).status]).toEqual([
      ...[404, 404, 404],
    ])
    const { body } = await remind('ocsA')
    expect(body.reminded).toBeGreaterThan(0)
    const told = async (who: 'memA1' | 'mem2A1') =>
      (await city.as(who)(listInbox)).body.items.filter(each => each.kind === 'pledge.remind')
    expect([(await told('memA1')).length, (await told('mem2A1')).length]).toEqual([0, 1])
    expect((await remind('ocsA')).problem.code).toBe('REMINDED_TODAY')
    const audited = await city.owner.query(
      "select unit_id from audit_event where action = 'pledge.remind' and outcome = 'done'",
    )
    expect(audited.rows).toEqual([{ unit_id: unitId }])
  })

  it('reaches no further than the caller sees', async () => {
    const names = async (who: 'ocsA' | 'secA1' | 'cityStaff') =>
      (await city.as(who)(readCoverage)).body.rows.map(r => r.unitName).sort()
    expect(await names('ocsA')).toEqual(['工程支部', '市水务局机关党委', '规划支部'])
    expect(await names('secA1')).toEqual(['规划支部'])
    expect(await names('cityStaff')).toEqual(['市水务局党组', '市财税局党组'])
    expect((await city.as('memA1')(readCoverage)).status).toBe(403)
    expect((await city.as('secA1')(readCoverage, { query: { organId: city.unit.ocB } })).body.rows).toEqual([])
  })
})
