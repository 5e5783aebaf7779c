import { createHash } from 'node:crypto'
import {
  acceptRectification,
  checkMidYear,
  confirmMidYear,
  enterProgress,
  excuseItem,
  finishItem,
  finishRectification,
  openRectification,
  readFulfilment,
  readItem,
  readMyFulfilment,
  reopenRectification,
  unfinishItem,
} from '@jiannuo/contract/pledge/fulfilment.ts'
import {
  answerSample,
  drawSample,
  readDraw,
  readEvidence,
  readUnitFulfilment,
  uploadEvidence,
} from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import { openPledgeNotices } from '@jiannuo/contract/pledge/notice.ts'
import { approvePledge } from '@jiannuo/contract/pledge/review.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type JobChange, runJob } from '../../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import type { PersonKey } from '../../../testing/fixture.ts'
import { completionOf } from '../index.ts'
import { closeDueNotices } from '../notice/close-notices.ts'
import { insertTestCycle, submitGood } from '../testing.ts'

const nightly = (run: typeof closeDueNotices) => ({ name: 'nightly', cron: '', run })

describe('fulfilment', () => {
  let city: TestCity
  const pledge: Record<string, string> = {}
  const itemsOf = async (who: PersonKey) =>
    (await city.as(who, who === 'secA1' ? undefined : 'member')(readMyFulfilment)).body.pledges.flatMap(p => p.items)
  const find = async (who: PersonKey, unit: string) => (await itemsOf(who)).find(i => i.unit === unit)!
  const facts = async (kind: string) =>
    (await city.owner.query('select value from fact_entry where kind = $1 order by recorded_at', [kind])).rows.map(r =>
      Number(r.value),
    )

  beforeAll(async () => {
    city = await openTestCity('2026-03-02')
    await insertTestCycle(city)
    pledge.mine = await submitGood(city, 'memA1', 'member')
    pledge.other = await submitGood(city, 'mem2A1', 'member')
    pledge.secretary = await submitGood(city, 'secA1', 'branchSecretary')
    for (const pledgeId of [pledge.mine, pledge.other]) await city.as('secA1')(approvePledge, { params: { pledgeId } })
    await city.as('ocsA')(approvePledge, { params: { pledgeId: pledge.secretary } })
    await city.as('secA1')(openPledgeNotices, { body: { pledgeIds: [pledge.mine, pledge.other] } })
    await city.as('ocsA')(openPledgeNotices, { body: { pledgeIds: [pledge.secretary] } })
    await city.moveTo('2026-03-10')
    await runJob(city.platform, nightly(closeDueNotices))
    await city.moveTo('2026-05-20')
  })
  afterAll(() => city?.close())

  it('R0.6 a member enters progress in one line, and the light answers', async () => {
    const before = await find('memA1', '座')
    expect(before).toMatchObject({
      goal: 'count',
      light: 'none',
      progressBp: null,
      may: ['progress', 'done', 'rectify'],
    })
    const params = { itemId: before.id }
    const entered = await city.as('memA1')(enterProgress, {
      params,
      body: { achieved: '3', statement: '东湖片3座资料已归档' },
    })
    expect(entered.body).toMatchObject({ state: 'underWay', achieved: '3', progressBp: 1250, light: 'yellow' })
    expect(entered.body.reason.zh).toContain('补上')
    expect(
      (await city.as('memA1')(enterProgress, { params, body: { achieved: '-1', statement: '不能是负数' } })).status,
    ).toBe(422)
    expect(
      (
        await city.as('memA1')(enterProgress, {
          params,
          body: { achieved: '5', on: '2026-05-21', statement: '明天的进展' },
        })
      ).problem.errors?.[0]?.pointer,
    ).toBe('/on')
    expect(
      (
        await city.as('memA1')(enterProgress, {
          params,
          body: { achieved: '5', statement: '附件没有传', fileSha256: 'a'.repeat(64) },
        })
      ).problem.errors?.[0]?.pointer,
    ).toBe('/fileSha256')
    // an earlier day does not overtake what stands
    await city.as('memA1')(enterProgress, {
      params,
      body: { achieved: '1', on: '2026-04-01', statement: '4月1日时是1座' },
    })
    expect((await find('memA1', '座')).achieved).toBe('3')
  })

  it('R0.6 nobody else enters it, colleagues do not see it, the offices above do', async () => {
    const { id } = await find('memA1', '座')
    const body = { achieved: '9', statement: '代别人填写' }
    const statuses = []
    for (const who of ['mem2A1', 'secA1', 'memA2', 'secA2', 'ocsA', 'audit'] as const)
      statuses.push((await city.as(who)(enterProgress, { params: { itemId: id }, body })).status)
    expect(statuses).toEqual([404, 403, 404, 404, 403, 404])
    const reads = []
    for (const who of ['memA1', 'secA1', 'ocsA', 'staff', 'pgsA', 'mem2A1', 'secA2', 'ocsB'] as const)
      reads.push((await city.as(who)(readFulfilment, { params: { pledgeId: pledge.mine! } })).status)
    expect(reads).toEqual([200, 200, 200, 200, 200, 404, 404, 404])
  })

  it('R0.6 an item is done when its target is reached, a bound when its owner says so and it holds', async () => {
    const lecture = await find('memA1', '次')
    expect(
      (await city.as('memA1')(finishItem, { params: { itemId: lecture.id }, body: { statement: '先标成办结' } }))
        .problem.errors?.[0]?.pointer,
    ).toBe('/achieved')
    expect(
      (
        await city.as('memA1')(finishItem, {
          params: { itemId: lecture.id },
          body: { achieved: '0', statement: '一次也没有讲' },
        })
      ).problem.code,
    ).toBe('ITEM_NOT_COMPLETE')
    expect(
      (
        await city.as('memA1')(enterProgress, {
          params: { itemId: lecture.id },
          body: { achieved: '1', statement: '5月18日在支部讲了防汛微党课' },
        })
      ).body,
    ).toMatchObject({ state: 'done', light: 'green', doneOn: '2026-05-20', may: ['undone'] })
    expect(await facts('pledge.itemDone')).toEqual([1])
    expect(
      (
        await city.as('memA1')(enterProgress, {
          params: { itemId: lecture.id },
          body: { achieved: '2', statement: '又讲一次' },
        })
      ).problem.code,
    ).toBe('STATE_CONFLICT')
    expect(
      (
        await city.as('memA1')(unfinishItem, {
          params: { itemId: lecture.id },
          body: { achieved: '0', statement: '填错了，是小组会' },
        })
      ).body,
    ).toMatchObject({ state: 'underWay', doneOn: null })
    expect(await facts('pledge.itemDone')).toEqual([1, -1])
    const bound = await find('mem2A1', '天')
    expect(bound.goal).toBe('bound')
    expect(
      (
        await city.as('mem2A1')(enterProgress, {
          params: { itemId: bound.id },
          body: { achieved: '5.6', statement: '现在平均5.6天' },
        })
      ).body,
    ).toMatchObject({ state: 'underWay', progressBp: 8928 })
    expect(
      (await city.as('mem2A1')(finishItem, { params: { itemId: bound.id }, body: { statement: '全年平均压下来了' } }))
        .problem.code,
    ).toBe('ITEM_NOT_COMPLETE')
    expect(
      (
        await city.as('mem2A1')(finishItem, {
          params: { itemId: bound.id },
          body: { achieved: '4.9', statement: '全年平均压到4.9天' },
        })
      ).body,
    ).toMatchObject({ state: 'done', light: 'green' })
  })

  it('R0.8 completion for the appraisal follows items, weights and excuses', async () => {
    let shares = new Map<string, string>()
    const job = {
      name: 'read',
      cron: '',
      run: async ({ tx, authorityId }: JobChange) =>
        (shares = await completionOf(tx, authorityId, [pledge.mine!, pledge.other!])),
    }
    await runJob(city.platform, job)
    // 60 × 3/24 and nothing of the lecture; the bound is done, of the talks nothing is reported
    expect([shares.get(pledge.mine!), shares.get(pledge.other!)]).toEqual(['0.075', '0.5'])
  })

  it('R0.6 the mid-year check takes every item that does not move by itself, the secretary confirms', async () => {
    const [lecture, archive] = [await find('memA1', '次'), await find('memA1', '座')]
    const params = { pledgeId: pledge.mine! }
    const body = {
      items: [
        { itemId: lecture.id, achieved: '0' },
        { itemId: archive.id, achieved: '4', statement: '6月底4座' },
      ],
      note: '讲稿已备好',
    }
    expect((await city.as('memA1')(checkMidYear, { params, body })).problem.code).toBe('PHASE_NOT_BEGUN')
    await city.moveTo('2026-07-08')
    expect((await city.as('mem2A1')(checkMidYear, { params, body })).status).toBe(404)
    expect((await city.as('secA1')(checkMidYear, { params, body })).status).toBe(403)
    expect(
      (await city.as('memA1')(checkMidYear, { params, body: { ...body, items: body.items.slice(0, 1) } })).problem
        .errors?.[0]?.pointer,
    ).toBe('/items')
    expect((await city.as('secA1')(confirmMidYear, { body: { pledgeIds: [params.pledgeId] } })).body).toEqual({
      confirmed: [],
      left: [params.pledgeId],
    })
    const checked = (await city.as('memA1')(checkMidYear, { params, body })).body
    expect(checked).toMatchObject({ light: 'red', mayCheck: true, midYear: { note: '讲稿已备好', confirmedAt: null } })
    expect(checked.midYear?.checkedAt).toBeTruthy()
    expect((await city.as('secA2')(confirmMidYear, { body: { pledgeIds: [params.pledgeId] } })).body.confirmed).toEqual(
      [],
    )
    expect((await city.as('memA1')(confirmMidYear, { body: { pledgeIds: [params.pledgeId] } })).status).toBe(403)
    expect(
      (await city.as('secA1')(confirmMidYear, { body: { pledgeIds: [params.pledgeId, pledge.other!] } })).body,
    ).toEqual({ confirmed: [params.pledgeId], left: [pledge.other] })
    expect((await city.as('memA1')(checkMidYear, { params, body })).problem.code).toBe('STATE_CONFLICT')
  })

  it('R0.6 a secretary sees the lagging first with the reason, an organ by branch, the city by organ', async () => {
    const branch = (await city.as('secA1')(readUnitFulfilment)).body
    expect(branch.items[0]).toMatchObject({
      personName: '陈砚青',
      light: 'red',
      midYear: 'confirmed',
      worst: { others: 1 },
    })
    expect(branch.counts).toMatchObject({ red: 1 })
    expect(branch.midYear).toMatchObject({ open: true, notChecked: 2, toConfirm: 0 })
    expect((await city.as('ocsA')(readUnitFulfilment)).body.counts).toEqual(branch.counts)
    expect((await city.as('ocsA')(readUnitFulfilment, { query: { unitId: city.unit.a2 } })).body.items).toEqual([])
    expect(
      (await city.as('staff')(readUnitFulfilment, { query: { light: 'red' } })).body.items.map(i => i.personName),
    ).toEqual(['陈砚青'])
    expect((await city.as('secA1')(readUnitFulfilment, { query: { unitId: city.unit.b1 } })).status).toBe(404)
    expect((await city.as('memA1')(readUnitFulfilment)).status).toBe(403)
    const first = (await city.as('staff')(readUnitFulfilment, { query: { limit: 1 } })).body
    const second = (await city.as('staff')(readUnitFulfilment, { query: { limit: 1, after: first.next! } })).body
    expect([first.items[0]!.pledgeId, second.items[0]!.pledgeId]).not.toContain(undefined)
    expect(first.items[0]!.pledgeId).not.toBe(second.items[0]!.pledgeId)
  })

  it('R0.6 a rectification clears the light once accepted, reopens, and keeps its history', async () => {
    const { id } = await find('memA1', '座')
    const opened = await city.as('memA1')(openRectification, {
      params: { itemId: id },
      body: { cause: '借调市防指两个月', measure: '每周归档2座', dueOn: '2026-08-31' },
    })
    expect(opened.body).toMatchObject({
      state: 'rectifying',
      light: 'yellow',
      rectification: { state: 'open', may: ['finish'] },
    })
    expect(
      (
        await city.as('memA1')(openRectification, {
          params: { itemId: id },
          body: { cause: '再来一次', measure: '再来一次', dueOn: '2026-08-31' },
        })
      ).problem.code,
    ).toBe('STATE_CONFLICT')
    const params = { rectificationId: opened.body.rectification!.id }
    expect((await city.as('secA1')(acceptRectification, { params })).problem.code).toBe('STATE_CONFLICT')
    expect(
      (await city.as('memA1')(finishRectification, { params, body: { result: '已补到12座' } })).body.rectification,
    ).toMatchObject({ state: 'done', may: [] })
    expect((await city.as('memA1')(acceptRectification, { params })).status).toBe(403)
    expect((await city.as('secA2')(acceptRectification, { params })).status).toBe(404)
    expect((await city.as('secA1')(acceptRectification, { params })).body).toMatchObject({
      state: 'rectified',
      light: 'green',
    })
    expect(
      (await city.as('secA1')(reopenRectification, { params, body: { reason: '抽查时只有8座' } })).body,
    ).toMatchObject({ state: 'rectifying', light: 'yellow' })
    await city.as('memA1')(finishRectification, { params, body: { result: '补齐12座，附清单' } })
    await city.as('secA1')(acceptRectification, { params })
    expect((await city.as('memA1')(readItem, { params: { itemId: id } })).body.rectifications).toMatchObject([
      { state: 'accepted', result: '补齐12座，附清单', reopenReason: '抽查时只有8座' },
    ])
  })

  it('R0.6 an excused item leaves the appraisal; only the reviewer excuses', async () => {
    const plans = (await itemsOf('secA1')).find(i => i.unit === '项')!
    expect(
      (await city.as('secA1')(excuseItem, { params: { itemId: plans.id }, body: { reason: '自己给自己免责' } })).status,
    ).toBe(403)
    expect(
      (await city.as('ocsA')(excuseItem, { params: { itemId: plans.id }, body: { reason: '省里统一推迟规划评审' } }))
        .body,
    ).toMatchObject({ state: 'excused', light: 'grey', excuseReason: '省里统一推迟规划评审' })
  })

  it('R0.6 a sample is drawn from a kept seed, so that anybody can draw it again; files are read by author and offices', async () => {
    expect((await city.as('secA1')(drawSample, { body: { size: 1, dueOn: '2026-07-20' } })).status).toBe(403)
    expect((await city.as('ocsA')(drawSample, { body: { size: 99, dueOn: '2026-07-20' } })).problem).toMatchObject({
      code: 'SAMPLE_TOO_LARGE',
    })
    const draw = (await city.as('ocsA')(drawSample, { body: { size: 3, dueOn: '2026-07-20', seed: 'seed-2026' } })).body
    const again = (await city.as('mem3A1')(readDraw, { params: { drawId: draw.id } })).body
    const sha = (id: string) => createHash('sha256').update(`seed-2026:${id}`).digest('hex')
    expect(again.drawnIds).toEqual([...again.candidateIds].sort((a, b) => (sha(a) < sha(b) ? -1 : 1)).slice(0, 3))
    expect([again.repeated, again.samples]).toEqual([true, []])
    expect((await city.as('memB1')(readDraw, { params: { drawId: draw.id } })).status).toBe(404)
    const seen = (await city.as('ocsA')(readDraw, { params: { drawId: draw.id } })).body
    expect(seen.samples.map(s => s.itemId).sort()).toEqual([...again.drawnIds].sort())
    const who: PersonKey = seen.samples.some(s => s.personName === '陈砚青') ? 'memA1' : 'mem2A1'
    const asked = (await city.as(who)(readMyFulfilment)).body.asked[0]!
    const params = { sampleId: asked.id }
    expect((await city.as(who)(answerSample, { params, body: { answer: null, fileSha256: null } })).problem.code).toBe(
      'EVIDENCE_EMPTY',
    )
    expect(
      (await city.as('secA1')(answerSample, { params, body: { answer: '代他答复', fileSha256: null } })).status,
    ).toBe(403)
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
    const file = (await city.as(who)(uploadEvidence, {}, { payload: pdf })).body
    expect((await city.as(who)(uploadEvidence, {}, { payload: Buffer.from('<script>') })).problem.code).toBe(
      'FILE_TYPE',
    )
    expect(
      (await city.as(who)(answerSample, { params, body: { answer: '清单见附件', fileSha256: file.sha256 } })).body
        .answeredAt,
    ).toBeTruthy()
    const at = { params: { itemId: asked.itemId, sha256: file.sha256 } }
    expect((await city.as('ocsA')(readEvidence, at)).raw).toEqual(pdf)
    expect((await city.as('mem3A1')(readEvidence, at)).status).toBe(404)
  })
})
