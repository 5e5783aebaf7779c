import { listMembers, readMember } from '@jiannuo/contract/membership/member.ts'
import {
  listTransfers,
  readTransfer,
  receiveTransfer,
  refuseTransfer,
  releaseTransfer,
  requestTransfer,
  withdrawTransfer,
} from '@jiannuo/contract/membership/transfer.ts'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { TRANSFER_FLOW } from './flow.ts'

let city: TestCity
beforeEach(async () => {
  city = await openTestCity('2026-03-02')
})
afterEach(() => city?.close())

const ask = (who: 'memA1' | 'secA1' | 'secB1' | 'ocsA' | 'secA2', over: object = {}) =>
  city.as(who)(requestTransfer, {
    params: { memberId: city.person.memA1 },
    body: { toUnitId: city.unit.b1, effectiveOn: '2026-03-02', reason: '工作调动', ...over },
  })

test('the flow ends in three states and every other leads to one of them', () => {
  expect(
    Object.entries(TRANSFER_FLOW)
      .filter(([, steps]) => Object.keys(steps).length === 0)
      .map(([s]) => s),
  ).toEqual(['received', 'refused', 'withdrawn'])
})

describe('transfer', () => {
  it('R4.1 goes from the member to his branch, to the branch joined, and switches the belonging in one step', async () => {
    const asked = await ask('memA1')
    expect(asked.body).toMatchObject({
      state: 'requested',
      memberName: '陈砚青',
      from: { name: '规划支部' },
      to: { name: '预算支部' },
      may: { release: false, receive: false, withdraw: true },
    })
    const params = { transferId: asked.body.id }
    expect((await city.as('secB1')(receiveTransfer, { params })).status).toBe(409)
    expect((await city.as('secB1')(releaseTransfer, { params })).status).toBe(403)
    expect((await city.as('memA1')(releaseTransfer, { params })).status).toBe(403)
    expect((await city.as('secA1')(releaseTransfer, { params })).body).toMatchObject({
      state: 'released',
      may: { receive: false, withdraw: true },
    })
    expect((await city.as('secA1')(receiveTransfer, { params })).status).toBe(403)
    const inbox = await city.owner.query(
      "select title_zh from inbox_item where person_id = $1 and kind = 'transfer.waiting'",
      [city.person.secB1],
    )
    expect(inbox.rows).toEqual([{ title_zh: '陈砚青同志转入预算支部，请接收' }])
    expect((await city.as('secB1')(listTransfers)).body.items).toMatchObject([
      { memberName: '陈砚青', may: { receive: true, refuse: true } },
    ])
    expect((await city.as('secB1')(receiveTransfer, { params })).body).toMatchObject({
      state: 'received',
      effectiveOn: '2026-03-02',
    })
    expect((await city.as('secB1')(listMembers, { query: { q: '陈砚青' } })).body.items).toMatchObject([
      { unit: { name: '预算支部' } },
    ])
    expect((await city.as('secA1')(listMembers, { query: { q: '陈砚青' } })).body.items).toEqual([])
    const page = (await city.as('secB1')(readMember, { params: { memberId: city.person.memA1 } })).body
    expect(page.belongings.map(b => [b.unit.name, b.from, b.until])[0]).toEqual(['预算支部', '2026-03-02', null])
    expect((await city.as('secB1')(receiveTransfer, { params })).problem.detail).toBe('现在的状态是“已接收”，不能接收')
  })

  it('R4.1 asked by the branch counts as released; posts left behind end; a late answer takes effect that day', async () => {
    await city.insert('organization_post', {
      id: crypto.randomUUID(),
      unit_id: city.unit.a1,
      kind: 'publicityMember',
      person_id: city.person.memA1,
      from_on: '2024-01-01',
    })
    const { body } = await ask('secA1')
    expect(body.state).toBe('released')
    await city.moveTo('2026-03-10')
    expect((await city.as('ocsB')(receiveTransfer, { params: { transferId: body.id } })).body).toMatchObject({
      state: 'received',
      effectiveOn: '2026-03-10',
    })
    const rows = await city.owner.query('select until_on from organization_post where person_id = $1', [
      city.person.memA1,
    ])
    expect(rows.rows).toEqual([{ until_on: '2026-03-10' }])
    const where = await city.owner.query(
      'select count(*)::int as n from membership_belonging where member_id = $1 and until_on is null',
      [city.person.memA1],
    )
    expect(where.rows).toEqual([{ n: 1 }])
  })

  it('R4.1 can be refused with a reason by the side whose turn it is, and withdrawn by who asked', async () => {
    const first = (await ask('secA1')).body.id
    expect(
      (await city.as('secA1')(refuseTransfer, { params: { transferId: first }, body: { reason: '不同意' } })).status,
    ).toBe(403)
    expect(
      (await city.as('secB1')(refuseTransfer, { params: { transferId: first }, body: { reason: '' } })).status,
    ).toBe(422)
    expect(
      (await city.as('secB1')(refuseTransfer, { params: { transferId: first }, body: { reason: '尚未报到' } })).body,
    ).toMatchObject({ state: 'refused', decisionReason: '尚未报到' })
    const second = (await ask('memA1')).body.id
    expect((await ask('secA1')).problem.code).toBe('TRANSFER_OPEN')
    expect((await city.as('secB1')(withdrawTransfer, { params: { transferId: second } })).status).toBe(403)
    expect((await city.as('memA1')(withdrawTransfer, { params: { transferId: second } })).body.state).toBe('withdrawn')
    expect((await ask('memA1')).status).toBe(200)
  })

  it('R4.1 of two answers at once one counts', async () => {
    const { id } = (await ask('secA1')).body
    const params = { transferId: id }
    const answers = await Promise.all([
      city.as('secB1')(receiveTransfer, { params }),
      city.as('ocsB')(receiveTransfer, { params }),
    ])
    expect(answers.map(a => a.status).sort()).toEqual([200, 409])
  })

  it('R4.1 is closed to everyone else and to senseless requests', async () => {
    expect((await ask('secB1')).status).toBe(404)
    expect((await ask('secA2')).status).toBe(404)
    expect((await ask('secA1', { toUnitId: city.unit.a1 })).problem.code).toBe('SAME_BRANCH')
    expect((await ask('secA1', { toUnitId: city.unit.ocB })).problem.code).toBe('NOT_A_BRANCH')
    expect((await ask('secA1', { effectiveOn: '2026-03-01' })).problem.code).toBe('DAY_PAST')
    const { id } = (await ask('secA1')).body
    expect((await city.as('secA2')(readTransfer, { params: { transferId: id } })).status).toBe(404)
    expect((await city.as('mem2A1')(readTransfer, { params: { transferId: id } })).status).toBe(404)
    expect((await city.as('memA1')(readTransfer, { params: { transferId: id } })).status).toBe(200)
    expect((await city.as('system')(listTransfers)).status).toBe(403)
  })
})
