import { countCharacters } from '@jiannuo/contract/pledge/count-characters.ts'
import { enterProgress, readMyFulfilment } from '@jiannuo/contract/pledge/fulfilment.ts'
import { openPledgeNotices } from '@jiannuo/contract/pledge/notice.ts'
import {
  listMyReports,
  listReports,
  readReport,
  remarkReport,
  saveReport,
  submitReport,
} from '@jiannuo/contract/pledge/report.ts'
import { approvePledge } from '@jiannuo/contract/pledge/review.ts'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { runJob } from '../../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { closeDueNotices } from '../notice/close-notices.ts'
import { insertTestCycle, submitGood } from '../testing.ts'

test.each([
  ['今年完成24座。', 8],
  [' 一 二\n三 ', 3],
  ['👨‍👩‍👧好', 2],
  ['', 0],
])('R0.7 %j has %i characters', (text, count) => expect(countCharacters(text)).toBe(count))

describe('report', () => {
  let city: TestCity
  let [mine, secretary] = ['', '']
  beforeAll(async () => {
    city = await openTestCity('2026-03-02')
    await insertTestCycle(city)
    mine = await submitGood(city, 'memA1', 'member')
    secretary = await submitGood(city, 'secA1', 'branchSecretary')
    await city.as('secA1')(approvePledge, { params: { pledgeId: mine } })
    await city.as('ocsA')(approvePledge, { params: { pledgeId: secretary } })
    await city.as('secA1')(openPledgeNotices, { body: { pledgeIds: [mine] } })
    await city.as('ocsA')(openPledgeNotices, { body: { pledgeIds: [secretary] } })
    await city.moveTo('2026-03-10')
    await runJob(city.platform, { name: 'nightly', cron: '', run: closeDueNotices })
    await city.moveTo('2026-11-10')
    const items = (await city.as('memA1')(readMyFulfilment)).body.pledges[0]!.items
    for (const { id, target } of items)
      await city.as('memA1')(enterProgress, {
        params: { itemId: id },
        body: { achieved: target === '24' ? '12' : '1', statement: '到11月的进展' },
      })
  })
  afterAll(() => city?.close())

  it('R0.7 is composed from items and facts, with own words saved as typed', async () => {
    const [report] = (await city.as('memA1')(listMyReports)).body.reports
    expect(report).toMatchObject({
      pledgeId: mine,
      state: 'draft',
      text: '',
      maxCharacters: 1500,
      mayWrite: true,
      from: '2026-12-01',
      lastDay: '2026-12-20',
    })
    // 40 × 1 + 60 × 12/24, of 100
    expect(report!.composed.completion).toBe('0.7')
    expect(report!.composed.items.map(i => i.done).sort()).toEqual([false, true])
    expect(report!.composed.facts).toMatchObject([{ kind: 'pledge.itemDone', sum: '1', title: { zh: '承诺事项完成' } }])
    const params = { pledgeId: mine }
    const saved = (await city.as('memA1')(saveReport, { params, body: { text: '超'.repeat(1501), savedAt: null } }))
      .body
    expect(saved.characters).toBe(1501)
    expect(
      (await city.as('memA1')(saveReport, { params, body: { text: '另一窗口', savedAt: null } })).problem.code,
    ).toBe('CHANGED_MEANWHILE')
    expect((await city.as('memA1')(submitReport, { params })).problem.code).toBe('PHASE_NOT_BEGUN')
    await city.moveTo('2026-12-02')
    expect((await city.as('memA1')(submitReport, { params })).problem).toMatchObject({ code: 'REPORT_TOO_LONG' })
    expect((await city.as('memA1')(saveReport, { params, body: { text: '', savedAt: saved.savedAt } })).status).toBe(
      200,
    )
    expect((await city.as('memA1')(submitReport, { params })).problem.code).toBe('REPORT_EMPTY')
  })

  it('R0.7 a draft is its author’s alone', async () => {
    for (const who of ['mem2A1', 'secA1', 'ocsA', 'staff', 'memA2'] as const)
      expect((await city.as(who)(readReport, { params: { pledgeId: mine } })).status).toBe(404)
    expect(
      (await city.as('secA1')(saveReport, { params: { pledgeId: mine }, body: { text: '代写', savedAt: null } }))
        .status,
    ).toBe(404)
  })

  it('R0.7 handed in it keeps its figures and goes both ways: to the superior and to the members', async () => {
    const params = { pledgeId: mine }
    const { savedAt } = (await city.as('memA1')(readReport, { params })).body
    await city.as('memA1')(saveReport, { params, body: { text: '归档慢在跨县资料，明年提前对接。', savedAt } })
    expect((await city.as('memA1')(submitReport, { params })).body).toMatchObject({
      state: 'submitted',
      mayWrite: false,
    })
    expect((await city.as('memA1')(submitReport, { params })).problem.code).toBe('STATE_CONFLICT')
    expect((await city.as('memA1')(saveReport, { params, body: { text: '再改改', savedAt: null } })).problem.code).toBe(
      'STATE_CONFLICT',
    )
    await city.owner.query('update pledge_item set achieved = 23 where pledge_id = $1 and target = 24', [mine])
    expect((await city.as('mem2A1')(readReport, { params })).body).toMatchObject({
      text: '归档慢在跨县资料，明年提前对接。',
      composed: { completion: '0.7' },
      mayRemark: false,
    })
    expect((await city.as('memA2')(readReport, { params })).status).toBe(404)
    expect((await city.as('secA1')(listReports, { query: { scope: 'review' } })).body).toMatchObject({
      owed: 1,
      submitted: 1,
      toRemark: 1,
      items: [{ pledgeId: mine, remarked: false }],
    })
    expect((await city.as('mem2A1')(listReports)).body).toMatchObject({
      submitted: 1,
      items: [{ personName: '陈砚青' }],
    })
  })

  it('R0.7 the superior alone remarks', async () => {
    const request = { params: { pledgeId: mine }, body: { text: '归档进度要赶上，其他都好。' } }
    expect((await city.as('mem2A1')(remarkReport, request)).status).toBe(403)
    expect((await city.as('ocsA')(remarkReport, request)).status).toBe(403)
    expect((await city.as('secA1')(remarkReport, request)).body).toMatchObject({
      remark: { text: request.body.text, by: '周海若' },
    })
    expect((await city.as('memA1')(readReport, { params: { pledgeId: mine } })).body.remark?.text).toBe(
      request.body.text,
    )
    expect((await city.as('secA1')(listReports, { query: { scope: 'review' } })).body.toRemark).toBe(0)
  })

  it('R0.7 a secretary reports to his members too', async () => {
    const params = { pledgeId: secretary }
    await city.as('secA1')(saveReport, { params, body: { text: '支部会议按季开齐，规划还差一项。', savedAt: null } })
    expect((await city.as('secA1')(submitReport, { params })).status).toBe(200)
    expect((await city.as('mem3A1')(readReport, { params })).status).toBe(200)
    expect((await city.as('ocsA')(remarkReport, { params, body: { text: '规划抓紧评审。' } })).status).toBe(200)
  })
})
