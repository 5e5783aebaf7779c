import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readPledge, saveItems, submitPledge } from '@jiannuo/contract/pledge/pledge.ts'
import {
  approveClean,
  approvePledge,
  commentItem,
  listReviews,
  removeComment,
  returnPledge,
} from '@jiannuo/contract/pledge/review.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../../../platform/database/connect.ts'
import { inform } from '../../../platform/inbox/inform.ts'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { bringIntoForce, putOnNotice, riseOverdueReviews } from '../index.ts'
import { GOOD, insertTestCycle, submitGood } from '../testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-02-10')
  await insertTestCycle(city)
})
afterAll(() => city?.close())

const stateOf = async (id: string) =>
  (await city.owner.query('select state from pledge_pledge where id = $1', [id])).rows[0]?.state

describe('R0.4 review by the level above', () => {
  it('returns with comments on items, the author mends only those, the change shows in the next round', async () => {
    const pledgeId = await submitGood(city, 'memA1', 'member')
    const params = { pledgeId }
    const queue = (await city.as('secA1')(listReviews)).body
    expect(queue).toMatchObject({
      waiting: 1,
      mayDecide: true,
      risesTo: '市水务局机关党委',
      items: [{ id: pledgeId, round: 1, changed: null, must: 0, clean: true, waitingDays: 0 }],
    })
    const { items } = (await city.as('secA1')(readPledge, { params })).body
    expect((await city.as('secA1')(returnPledge, { params, body: { reason: null } })).problem.code).toBe(
      'RETURN_WITHOUT_REASON',
    )
    const body = { itemId: items[1]!.id, text: '请写清哪一批水库' }
    expect((await city.as('secA1')(commentItem, { params, body: { ...body, itemId: randomUUID() } })).status).toBe(404)
    const twice = [
      await city.as('secA1')(commentItem, { params, body }),
      await city.as('secA1')(commentItem, { params, body: { ...body, text: '写错了' } }),
    ]
    const wrong = twice[1]!.body.comments.find(c => c.text === '写错了')!
    expect(
      (await city.as('secA1')(removeComment, { params: { pledgeId, commentId: wrong.id } })).body.comments,
    ).toHaveLength(1)
    expect((await city.as('memA1')(readPledge, { params })).body.comments).toEqual([])
    expect((await city.as('secA1')(returnPledge, { params, body: { reason: null } })).body.state).toBe('returned')
    const back = (await city.as('memA1')(readPledge, { params })).body
    expect(back).toMatchObject({
      state: 'returned',
      may: ['edit', 'submit'],
      comments: [{ text: '请写清哪一批水库', settled: false, writtenBy: '周海若' }],
      rounds: [{ round: 1, decision: 'returned' }],
    })
    const mended = back.items.map(({ position: _, state: _s, achieved: _a, follows: _f, share: _share, ...i }) =>
      i.id === body.itemId ? { ...i, title: '完成第二批24座水库安全鉴定资料归档' } : i,
    )
    await city.as('memA1')(saveItems, { params, body: { savedAt: back.savedAt, items: mended } })
    await city.as('memA1')(submitPledge, { params })
    expect((await city.as('secA1')(listReviews)).body.items[0]).toMatchObject({ round: 2, changed: 1, clean: true })
    const second = (await city.as('secA1')(readPledge, { params })).body
    expect(second.comments[0]?.settled).toBe(true)
    expect(second.rounds[0]?.itemsThen.find(i => i.id === body.itemId)?.title).toBe('完成24座水库安全鉴定资料归档')
    expect((await city.as('secA1')(approvePledge, { params })).body).toMatchObject({
      state: 'approved',
      rounds: [{}, { decision: 'approved', round: 2 }],
    })
    expect((await city.as('secA1')(approvePledge, { params })).problem.code).toBe('STATE_CONFLICT')
    const told = await city.owner.query('select kind from inbox_item where person_id = $1 order by sent_at', [
      city.person.memA1,
    ])
    expect(told.rows.map(r => r.kind)).toEqual(['pledge.returned', 'pledge.approved'])
  })

  it('is decided by nobody but the secretaries of the reviewing unit', async () => {
    const pledgeId = await submitGood(city, 'mem2A1', 'member')
    const params = { pledgeId }
    const verdicts = await Promise.all(
      (
        [
          'ocsA',
          'staff',
          'secA2',
          'secB1',
          'ocsB',
          'mem3A1',
          'depA1',
          'pgsA',
          'cityStaff',
          'district',
          'audit',
        ] as const
      ).map(async who => [who, (await city.as(who)(approvePledge, { params })).status]),
    )
    expect(Object.fromEntries(verdicts)).toEqual({
      ocsA: 403,
      staff: 403,
      secA2: 404,
      secB1: 404,
      ocsB: 404,
      mem3A1: 404,
      depA1: 404,
      pgsA: 404,
      cityStaff: 404,
      district: 404,
      audit: 404,
    })
    await city.insert('organization_post', {
      id: randomUUID(),
      unit_id: city.unit.a1,
      kind: 'deputySecretary',
      person_id: city.person.mem2A1,
      from_on: '2026-01-01',
    })
    const own = await city.owner.query<{ id: string }>('select id from organization_post where person_id = $1', [
      city.person.mem2A1,
    ])
    expect((await city.as('mem2A1', own.rows[0]!.id)(approvePledge, { params })).status).toBe(403)
    expect((await city.as('mem2A1', own.rows[0]!.id)(listReviews)).body.items).toEqual([])
    await city.owner.query('delete from organization_post where id = $1', [own.rows[0]!.id])
    expect((await city.as('memA1')(listReviews)).status).toBe(403)
    expect((await city.as('secA1')(approvePledge, { params })).body.state).toBe('approved')
  })

  it('runs at all four levels', async () => {
    const ids = [
      await submitGood(city, 'secA1', 'branchSecretary'),
      await submitGood(city, 'ocsA', 'organCommitteeSecretary'),
      await submitGood(city, 'pgsA', 'partyGroupSecretary'),
    ]
    for (const [i, reviewer] of (['ocdA', 'staff', 'cityStaff'] as const).entries()) {
      expect((await city.as(reviewer)(listReviews)).body.items.map(r => r.id)).toContain(ids[i])
      expect([
        reviewer,
        (await city.as(reviewer)(approvePledge, { params: { pledgeId: ids[i]! } })).body.state,
      ]).toEqual([reviewer, 'approved'])
    }
  })

  it('approves clean ones together and leaves the others', async () => {
    const clean = await submitGood(city, 'mem3A1', 'member', GOOD.ocsA!())
    const advised = await submitGood(
      city,
      'depA1',
      'member',
      GOOD.pgsA!().map((i, n) =>
        n ? { ...i, title: '进一步加强学习' } : { ...i, id: randomUUID(), title: '联系困难党员3户，每季度走访' },
      ),
    )
    const queue = (await city.as('secA1')(listReviews)).body.items
    expect(queue.map(q => [q.id, q.clean])).toEqual([
      [clean, true],
      [advised, false],
    ])
    expect((await city.as('secA1')(listReviews, { query: { limit: 1 } })).body).toMatchObject({
      items: [{ id: clean }],
      waiting: 2,
    })
    const { next } = (await city.as('secA1')(listReviews, { query: { limit: 1 } })).body
    expect((await city.as('secA1')(listReviews, { query: { limit: 1, after: next! } })).body).toMatchObject({
      items: [{ id: advised }],
      next: null,
    })
    const foreign = randomUUID()
    const { body } = await city.as('secA1')(approveClean, { body: { pledgeIds: [clean, advised, foreign] } })
    expect(body.approved).toEqual([clean])
    expect([...body.left].sort()).toEqual([advised, foreign].sort())
    expect([await stateOf(clean), await stateOf(advised)]).toEqual(['approved', 'submitted'])
  })

  it('two who decide at once decide once', async () => {
    const { rows } = await city.owner.query<{ id: string }>(
      "select id from pledge_pledge where state = 'submitted' and person_id = $1",
      [city.person.depA1],
    )
    const params = { pledgeId: rows[0]!.id }
    const both = await Promise.all([
      city.as('secA1')(approvePledge, { params }),
      city.as('secA1')(returnPledge, { params, body: { reason: '请再具体' } }),
    ])
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
  })
})

describe('R0.4 overdue reviews rise', () => {
  it('from the branch to the organ committee, from there to the work committee, and stay there', async () => {
    const member = await submitGood(city, 'memB1', 'member', GOOD.mem2A1!())
    const secretary = await submitGood(city, 'secB1', 'branchSecretary', GOOD.secA1!())
    const organ = await submitGood(
      city,
      'ocsB',
      'organCommitteeSecretary',
      GOOD.ocsA!().map(i => ({
        ...i,
        title: i.kind === 'party' ? '指导9个支部创建品牌，年底评出3个' : '盘活闲置资产2处，收入入库',
      })),
    )
    const due = await city.owner.query<{ d: string }>(
      "select max(review_due_on)::text as d from pledge_pledge where state = 'submitted'",
    )
    await city.moveTo(due.rows[0]!.d)
    await asJob(rise)
    expect((await city.as('secB1')(listReviews)).body.waiting).toBe(1)
    await city.moveTo('2026-03-10')
    await asJob(rise)
    const at = async (id: string) =>
      (
        await city.owner.query(
          'select unit_label(authority_id, reviewer_unit_id) as u from pledge_pledge where id = $1',
          [id],
        )
      ).rows[0].u
    expect([await at(member), await at(secretary), await at(organ)]).toEqual([
      '市财税局机关党委',
      '市委机关工委',
      '市委机关工委',
    ])
    expect((await city.as('secB1')(approvePledge, { params: { pledgeId: member } })).status).toBe(403)
    expect((await city.as('ocsB')(approvePledge, { params: { pledgeId: member } })).body.state).toBe('approved')
    const kinds = await city.owner.query(
      "select person_id, kind from inbox_item where kind like 'pledge.review-%' and person_id = any($1)",
      [[city.person.memB1, city.person.secB1, city.person.ocsB, city.person.staff]],
    )
    expect(new Set(kinds.rows.map(r => r.kind))).toEqual(
      new Set(['pledge.review-risen', 'pledge.review-left', 'pledge.review-overdue']),
    )
    const count = async () => (await city.owner.query('select 1 from inbox_item')).rowCount
    const before = await count()
    await asJob(rise)
    expect(await count()).toBe(before)
  })
})

describe('R0.5 after the notice', () => {
  it('comes into force; an amendment takes the old version’s place with the progress made', async () => {
    const { rows } = await city.owner.query<{ id: string }>(
      "select id from pledge_pledge where state = 'approved' and person_id = $1 and level = 'member'",
      [city.person.memA1],
    )
    const id = rows[0]!.id
    await asJob(async tx => {
      expect(await putOnNotice(tx, city.authorityId, [id, randomUUID()], randomUUID())).toBe(1)
      expect((await bringIntoForce(tx, city.authorityId, [id], '2026-03-10')).map(p => p.personId)).toEqual([
        city.person.memA1,
      ])
    })
    expect((await city.as('mem2A1')(readPledge, { params: { pledgeId: id } })).body).toMatchObject({
      state: 'inForce',
      comments: [],
      rounds: [],
      may: [],
    })
    const { amendPledge } = await import('@jiannuo/contract/pledge/pledge.ts')
    const amendment = (
      await city.as('memA1')(amendPledge, { params: { pledgeId: id }, body: { reason: '水库数调整' } })
    ).body
    // Who reviews it sees what would change, and approves it by itself.
    const next = amendment.items.map(
      ({ position: _p, state: _s, achieved: _a, follows: _f, share: _h, ...item }, at) =>
        at === 0 ? { ...item, weight: item.weight - 5 } : at === 1 ? { ...item, weight: item.weight + 5 } : item,
    )
    const params = { pledgeId: amendment.id }
    await city.as('memA1')(saveItems, { params, body: { savedAt: amendment.savedAt, items: next } })
    expect((await city.as('memA1')(submitPledge, { params })).status).toBe(200)
    const waiting = (await city.as('secA1')(listReviews)).body.items
    expect(waiting.find(q => q.id === amendment.id)).toMatchObject({ round: 1, changed: 2, clean: false })
    expect((await city.as('secA1')(approveClean, { body: { pledgeIds: [amendment.id] } })).body.approved).toEqual([])
    const { items: now, itemsInForce } = (await city.as('secA1')(readPledge, { params })).body
    expect(itemsInForce?.map(i => [i.id, i.weight])).toEqual(now.map((i, at) => [i.id, i.weight + ([5, -5][at] ?? 0)]))
    const old = await city.owner.query<{ id: string }>(
      'select id from pledge_item where pledge_id = $1 order by position',
      [id],
    )
    await city.owner.query("update pledge_item set state = 'underWay', achieved = 7 where id = $1", [old.rows[1]!.id])
    await city.insert('pledge_progress', {
      id: randomUUID(),
      pledge_id: id,
      item_id: old.rows[1]!.id,
      on_day: '2026-03-09',
      achieved: 7,
      statement: '已归档7座',
      written_at: '2026-03-09T00:00:00Z',
    })
    await city.owner.query("update pledge_pledge set state = 'approved' where id = $1", [amendment.id])
    await asJob(async tx => {
      await putOnNotice(tx, city.authorityId, [amendment.id], randomUUID())
      await bringIntoForce(tx, city.authorityId, [amendment.id], '2026-03-20')
    })
    expect([await stateOf(id), await stateOf(amendment.id)]).toEqual(['closed', 'inForce'])
    expect((await city.as('memA1')(readPledge, { params: { pledgeId: amendment.id } })).body.items[1]).toMatchObject({
      state: 'underWay',
      achieved: '7',
    })
    const moved = await city.owner.query('select 1 from pledge_progress where pledge_id = $1', [amendment.id])
    expect(moved.rowCount).toBe(1)
  })
})

const rise = (tx: Tx) =>
  riseOverdueReviews(tx, city.authorityId, city.platform.clock.today(), (persons, message) =>
    inform(tx, city.authorityId, city.platform.clock.now(), persons, message),
  )

/** Runs a night's work the way the job does: in the application's role, with a job session. */
async function asJob(work: (tx: Tx) => Promise<void>) {
  const secret = randomBytes(32).toString('base64url')
  await city.owner.query('select open_job_session($1, $2, $3, $4)', [
    city.authorityId,
    'test',
    randomUUID(),
    createHash('sha256').update(secret).digest('hex'),
  ])
  await city.platform.db.transaction().execute(async tx => {
    await sql`select open_context(${secret})`.execute(tx)
    await work(tx)
  })
}
