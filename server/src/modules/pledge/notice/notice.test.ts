import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { listNotices, raiseObjection, readNotice } from '@jiannuo/contract/disclosure.ts'
import {
  answerPledgeObjection,
  listApproved,
  listPublished,
  openPledgeNotices,
} from '@jiannuo/contract/pledge/notice.ts'
import { amendPledge, readPledge, saveItems, submitPledge } from '@jiannuo/contract/pledge/pledge.ts'
import { approvePledge } from '@jiannuo/contract/pledge/review.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { insertTestCycle, submitGood } from '../testing.ts'
import { closeDueNotices } from './close-notices.ts'

const nightly = { name: 'close-notices', cron: '', run: closeDueNotices }

describe('notice of pledges', () => {
  let city: TestCity
  let [mine, other, secretary, noticeId, objectionId] = ['', '', '', '', '']
  const state = async (id: string) =>
    (await city.owner.query('select state, in_force_on, version from pledge_pledge where id = $1', [id])).rows[0]
  const inbox = async (who: 'memA1' | 'mem3A1' | 'secA1', kind: string) =>
    Number(
      (
        await city.owner.query('select count(*) from inbox_item where person_id = $1 and kind = $2', [
          city.person[who],
          kind,
        ])
      ).rows[0].count,
    )

  beforeAll(async () => {
    city = await openTestCity('2026-03-02')
    await insertTestCycle(city)
    mine = await submitGood(city, 'memA1', 'member')
    other = await submitGood(city, 'mem2A1', 'member')
    secretary = await submitGood(city, 'secA1', 'branchSecretary')
    for (const pledgeId of [mine, other]) await city.as('secA1')(approvePledge, { params: { pledgeId } })
    await city.as('ocsA')(approvePledge, { params: { pledgeId: secretary } })
  })
  afterAll(() => city?.close())

  it('R0.5 the reviewer alone puts approved pledges on notice, all of a unit in one step', async () => {
    expect((await city.as('memA1')(listApproved)).status).toBe(403)
    const ready = (await city.as('secA1')(listApproved)).body
    // 2 March is a Monday: the fifth working day after it is the next Monday
    expect([ready.noticeDays, ready.lastDay, ready.units.map(u => u.pledges.length)]).toEqual([5, '2026-03-09', [2]])
    expect((await city.as('secA2')(openPledgeNotices, { body: { pledgeIds: [mine] } })).body).toEqual({
      notices: [],
      left: [mine],
    })
    const opened = (await city.as('secA1')(openPledgeNotices, { body: { pledgeIds: [mine, other, secretary] } })).body
    expect(opened.notices).toMatchObject([{ unitName: '规划支部', pledges: 2, closesOn: '2026-03-10' }])
    expect(opened.left).toEqual([secretary])
    noticeId = opened.notices[0]!.noticeId
    expect(await state(mine)).toMatchObject({ state: 'onNotice' })
    expect((await city.as('secA1')(openPledgeNotices, { body: { pledgeIds: [mine] } })).body.notices).toEqual([])
  })

  it('R0.5 the members of the unit read the goals and are told; others see no such notice', async () => {
    expect(await inbox('mem3A1', 'notice.opened')).toBe(1)
    const list = (await city.as('mem3A1')(listNotices)).body.items
    expect(list).toMatchObject([{ id: noticeId, objects: 2, mayObject: true, mayAnswer: false, waiting: null }])
    const { pledges } = (await city.as('mem3A1')(listPublished, { params: { noticeId } })).body
    expect(pledges.map(p => p.personName).sort()).toEqual(['何静言', '陈砚青'])
    expect(pledges[0]!.items[0]).not.toHaveProperty('achieved')
    expect(pledges.map(p => p.mine)).toEqual([false, false])
    for (const who of ['memA2', 'memB1', 'secB1', 'district', 'audit'] as const)
      expect((await city.as(who)(readNotice, { params: { noticeId } })).status).toBe(404)
  })

  it('R0.5 an objection reaches the reviewer with its name, and nobody else', async () => {
    const params = { noticeId }
    expect(
      (await city.as('mem3A1')(raiseObjection, { params, body: { objectId: mine, text: '短' } })).problem.errors?.[0]
        ?.pointer,
    ).toBe('/text')
    expect(
      (await city.as('mem3A1')(raiseObjection, { params, body: { objectId: secretary, text: '24座的数字和去年一样' } }))
        .problem.errors?.[0]?.pointer,
    ).toBe('/objectId')
    const raised = await city.as('mem3A1')(raiseObjection, {
      params,
      body: { objectId: mine, text: '24座的数字和去年一样' },
    })
    objectionId = raised.body.id
    expect(
      (await city.as('mem3A1')(raiseObjection, { params, body: { objectId: mine, text: '再提一次同样的意见' } }))
        .problem.code,
    ).toBe('OBJECTION_WAITING')
    expect(
      (await city.as('staff')(raiseObjection, { params, body: { objectId: mine, text: '工委的人不在这个支部' } }))
        .status,
    ).toBe(403)
    expect((await city.as('secA1')(readNotice, { params })).body).toMatchObject({
      waiting: 1,
      objections: [{ personName: '唐志遥', text: '24座的数字和去年一样' }],
    })
    for (const who of ['memA1', 'depA1', 'ocsA', 'staff', 'pgsA'] as const) {
      const body = JSON.stringify((await city.as(who)(readNotice, { params })).body)
      expect(body).not.toContain('唐志遥')
      expect(body).not.toContain('去年一样')
    }
    expect((await city.as('mem3A1')(readNotice, { params })).body).toMatchObject({
      mine: [{ state: 'raised' }],
      objections: null,
      waiting: null,
    })
  })

  it('R0.5 the database itself keeps an objection from everyone but the objector and the reviewer', async () => {
    const rowsFor = async (who: 'depA1' | 'ocsA' | 'staff' | 'secA1' | 'mem3A1' | 'memA1') => {
      const secret = randomBytes(16).toString('hex')
      const hash = createHash('sha256').update(secret).digest('hex')
      await city.owner.query('select open_session($1, $2, $3, $4, false, true, $5, $5)', [
        city.authorityId,
        city.account[who],
        randomUUID(),
        hash,
        'test',
      ])
      await city.owner.query('update identity_session set capacity_key = $1 where secret_sha256 = $2', [
        city.capacity[who],
        hash,
      ])
      return city.platform.db.transaction().execute(async tx => {
        await sql`select open_context(${secret})`.execute(tx)
        return (await sql`select text from disclosure_objection`.execute(tx)).rows.length
      })
    }
    expect([await rowsFor('secA1'), await rowsFor('mem3A1')]).toEqual([1, 1])
    expect([await rowsFor('depA1'), await rowsFor('ocsA'), await rowsFor('staff'), await rowsFor('memA1')]).toEqual([
      0, 0, 0, 0,
    ])
  })

  it('R0.5 after its time a notice waits for every answer; then it takes effect by itself', async () => {
    await city.moveTo('2026-03-10')
    expect(
      (
        await city.as('mem3A1')(raiseObjection, {
          params: { noticeId },
          body: { objectId: other, text: '公示期已经过了还提' },
        })
      ).problem,
    ).toMatchObject({ code: 'NOTICE_OVER' })
    await runJob(city.platform, nightly)
    expect(await state(mine)).toMatchObject({ state: 'onNotice' })
    expect(await inbox('secA1', 'notice.held')).toBe(1)
    const answer = {
      params: { noticeId, objectionId },
      body: { state: 'corrected' as const, answer: '意见对，今年应为26座，已请本人修改' },
    }
    expect((await city.as('memA1')(answerPledgeObjection, answer)).status).toBe(403)
    expect((await city.as('secA2')(answerPledgeObjection, answer)).status).toBe(404)
    expect((await city.as('ocsA')(answerPledgeObjection, answer)).status).toBe(403)
    expect((await city.as('secA1')(answerPledgeObjection, answer)).body).toMatchObject({
      state: 'corrected',
      personName: '唐志遥',
    })
    expect((await city.as('secA1')(answerPledgeObjection, answer)).problem.code).toBe('STATE_CONFLICT')
    const left = async (who: 'secA1' | 'mem3A1') =>
      (await city.as(who)(listPublished, { params: { noticeId } })).body.sentBack.map(p => p.personName)
    expect([await left('secA1'), await left('mem3A1')]).toEqual([[expect.any(String)], []])
    expect(await inbox('mem3A1', 'objection.answered')).toBe(1)
    expect(await state(mine)).toMatchObject({ state: 'returned' })
    expect((await city.as('memA1')(readPledge, { params: { pledgeId: mine } })).body.rounds.at(-1)).toMatchObject({
      decision: 'returned',
      reason: answer.body.answer,
    })
    await runJob(city.platform, nightly)
    expect(await state(other)).toMatchObject({ state: 'inForce', in_force_on: '2026-03-10' })
    expect(await state(mine)).toMatchObject({ state: 'returned' })
    const facts = await city.owner.query("select subject_id, value from fact_entry where kind = 'pledge.inForce'")
    expect(facts.rows).toEqual([{ subject_id: city.person.mem2A1, value: '1' }])
    await runJob(city.platform, nightly)
    expect((await city.owner.query("select 1 from fact_entry where kind = 'pledge.inForce'")).rowCount).toBe(1)
  })

  it('R0.5 an organ committee publishes a branch secretary’s pledge inside his branch', async () => {
    const opened = (await city.as('ocsA')(openPledgeNotices, { body: { pledgeIds: [secretary] } })).body
    expect(opened.notices).toMatchObject([{ unitName: '规划支部', pledges: 1 }])
    const params = { noticeId: opened.notices[0]!.noticeId }
    const raised = await city.as('memA1')(raiseObjection, {
      params,
      body: { objectId: secretary, text: '三项规划里有一项不归本支部' },
    })
    expect(raised.status).toBe(200)
    // the secretary himself, though an office of that unit, reads nothing of it
    expect(JSON.stringify((await city.as('secA1')(readNotice, { params })).body)).not.toContain('不归本支部')
    expect(
      (
        await city.as('ocsA')(answerPledgeObjection, {
          params: { ...params, objectionId: raised.body.id },
          body: { state: 'upheld', answer: '三项都由本支部牵头，见分工' },
        })
      ).status,
    ).toBe(200)
    await city.moveTo('2026-03-20')
    await runJob(city.platform, nightly)
    expect(await state(secretary)).toMatchObject({ state: 'inForce' })
  })

  it('R0.5 an amendment takes the place of the old version once its notice is over', async () => {
    const amendment = (
      await city.as('mem2A1')(amendPledge, { params: { pledgeId: other }, body: { reason: '青年增加到3名' } })
    ).body
    const items = amendment.items.map(
      ({ position: _p, state: _s, achieved: _a, follows: _f, share: _share, ...item }) =>
        item.unit === '次' ? { ...item, target: '12', title: '结对帮助3名新入职青年，各谈心4次' } : item,
    )
    expect(
      (
        await city.as('mem2A1')(saveItems, {
          params: { pledgeId: amendment.id },
          body: { savedAt: amendment.savedAt, items },
        })
      ).status,
    ).toBe(200)
    expect((await city.as('mem2A1')(submitPledge, { params: { pledgeId: amendment.id } })).status).toBe(200)
    await city.as('secA1')(approvePledge, { params: { pledgeId: amendment.id } })
    expect(
      (await city.as('secA1')(openPledgeNotices, { body: { pledgeIds: [amendment.id] } })).body.notices,
    ).toHaveLength(1)
    expect(await state(other)).toMatchObject({ state: 'amending' })
    await city.moveTo('2026-04-10')
    await runJob(city.platform, nightly)
    expect([await state(other), await state(amendment.id)]).toMatchObject([
      { state: 'closed' },
      { state: 'inForce', version: 2 },
    ])
    const standing = await city.owner.query(
      "select count(*) from pledge_pledge where person_id = $1 and state in ('inForce', 'amending')",
      [city.person.mem2A1],
    )
    expect(standing.rows[0].count).toBe(1)
  })
})
