import { randomUUID } from 'node:crypto'
import { readBranchDesk, readMyDesk, readWaiting } from '@jiannuo/contract/desk.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import type { PersonKey } from '../../../testing/fixture.ts'

let city: TestCity
let cycleId: string
beforeAll(async () => {
  city = await openTestCity('2026-01-10')
  cycleId = randomUUID()
  await city.insert('cycle_year', { id: cycleId, year: 2026, title: '2026年度机关党建责任考评', created_at: '2026-01-01T00:00:00Z' })
  const phases = [
    ['preparing', '2026-01-01', '2026-01-15'],
    ['pledging', '2026-01-15', '2026-03-01'],
    ['review', '2026-03-01', '2026-03-21'],
    ['fulfilling', '2026-03-21', '2026-12-01'],
    ['midYear', '2026-07-01', '2026-07-16'],
    ['reporting', '2026-12-01', '2026-12-21'],
    ['rating', '2026-12-21', '2027-01-11'],
    ['grading', '2027-01-11', '2027-02-01'],
    ['filing', '2027-02-01', '2027-03-01'],
  ]
  for (const [phase, from_on, until_on] of phases) await city.insert('cycle_phase', { cycle_id: cycleId, phase, from_on, until_on })
})
afterAll(() => city?.close())

type Person = keyof TestCity['person']
interface PledgeRow {
  level?: string
  unit?: keyof TestCity['unit']
  reviewer?: keyof TestCity['unit']
}
async function pledge(who: Person, state: string, more: Record<string, unknown> = {}, { level = 'member', unit = 'a1', reviewer = 'a1' }: PledgeRow = {}): Promise<string> {
  const id = randomUUID()
  const at = { cycle_id: cycleId, level, person_id: city.person[who], unit_id: city.unit[unit], reviewer_unit_id: city.unit[reviewer], saved_at: '2026-02-01T00:00:00Z' }
  await city.insert('pledge_pledge', { ...at, id, state, ...(state === 'inForce' ? { in_force_on: '2026-03-20' } : {}), ...more })
  return id
}
async function item(pledgeId: string, title: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID()
  await city.insert('pledge_item', { id, pledge_id: pledgeId, position: 0, kind: 'business', title, target: 24, unit: '座', due_on: '2026-11-30', weight: 50, state: 'underWay', achieved: 24, ...more })
  return id
}
const mine = async (who: PersonKey, capacity = 'member') => (await city.as(who, capacity)(readMyDesk)).body
const branch = async (who: PersonKey) => (await city.as(who)(readBranchDesk)).body
const waiting = async (who: PersonKey, capacity?: string) => (await city.as(who, capacity)(readWaiting)).body.waiting
const kinds = (asks: readonly { kind: string }[]) => asks.map(a => a.kind)

describe('first screen of a member', () => {
  it('asks nothing before pledging begins, and names what comes next', async () => {
    expect(await mine('memA1')).toMatchObject({ name: '陈砚青', unitName: '规划支部', today: '2026-01-10', asks: [], upcoming: { title: { zh: '承诺' }, on: '2026-01-15' }, result: null, items: { shown: [], of: 0 } })
    expect(await waiting('memA1')).toEqual({})
  })

  it('R0.3 asks to write the pledge from the first day of the phase, soon before its end, overdue after it', async () => {
    await city.moveTo('2026-01-20')
    const [ask] = (await mine('memA1')).asks
    expect(ask).toMatchObject({ kind: 'writePledge', title: { zh: '写2026年度承诺' }, dueOn: '2026-02-28', urgency: 'calm', minutes: 15, link: '/my-pledge', clause: { title: { zh: '2026年度机关党建责任考评' }, article: { zh: '“承诺”阶段' } } })
    await city.moveTo('2026-02-25')
    expect((await mine('memA1')).asks[0]).toMatchObject({ urgency: 'soon' })
    await city.moveTo('2026-03-02')
    expect((await mine('memA1')).asks[0]).toMatchObject({ urgency: 'overdue' })
  })

  it('R0.3 asks a secretary for both pledges, each in the capacity that owes it, and counts them there', async () => {
    expect(kinds((await mine('secA1')).asks)).toEqual(['writePledge'])
    expect((await branch('secA1')).own).toMatchObject([{ kind: 'writePledge', title: { zh: '写2026年度支部书记承诺' } }])
    const own = { member: 1, [city.capacity.secA1]: 1 }
    expect(await waiting('secA1')).toEqual(own)
    expect(await waiting('secA1', 'member')).toEqual(own)
  })

  it('R0.4 tells draft from begun, returned with the reason, and falls silent once submitted', async () => {
    const id = await pledge('memA1', 'draft')
    expect(kinds((await mine('memA1')).asks)).toEqual(['writePledge'])
    const first = await item(id, '在支部讲1次微党课')
    expect((await mine('memA1')).asks[0]).toMatchObject({ kind: 'finishPledge', why: { zh: expect.stringContaining('草稿已有1项') } })
    await city.owner.query("update pledge_pledge set state = 'returned' where id = $1", [id])
    await city.insert('pledge_review', { id: randomUUID(), pledge_id: id, round: 1, decision: 'returned', reason: '请写出数量', items_then: '[]', decided_by: city.person.secA1, decided_at: '2026-03-01T00:00:00Z' })
    await city.insert('pledge_comment', { id: randomUUID(), pledge_id: id, item_id: first, round: 1, text: '几次', written_by: city.person.secA1, written_at: '2026-03-01T00:00:00Z' })
    expect((await mine('memA1')).asks).toMatchObject([{ kind: 'mendPledge', why: { zh: '审定意见：“请写出数量”，另有1条写在各项下面。' }, link: `/my-pledge/${id}` }])
    await city.owner.query("update pledge_pledge set state = 'submitted', submitted_at = '2026-03-02T01:00:00Z', review_due_on = '2026-03-09' where id = $1", [id])
    expect((await mine('memA1')).asks).toEqual([])
  })
})

describe('first screen of a branch secretary', () => {
  it('R0.4 names whose pledge waits, since when, until when, and where it goes; the own one is never there', async () => {
    await pledge('secA1', 'submitted', { submitted_at: '2026-03-02T01:00:00Z', review_due_on: '2026-03-09' })
    await pledge('memA2', 'submitted', { submitted_at: '2026-03-02T01:00:00Z', review_due_on: '2026-03-09' }, { unit: 'a2', reviewer: 'a2' })
    await city.moveTo('2026-03-12')
    const desk = await branch('secA1')
    expect(desk.asks).toMatchObject([{ kind: 'reviewPledge', title: { zh: '陈砚青的承诺' }, dueOn: '2026-03-09', urgency: 'overdue', waitingDays: 10, next: { zh: '过期未审会转到市水务局机关党委。' } }])
    expect(desk.rises).toEqual({ to: '市水务局机关党委', days: 5 })
    expect((await branch('secA2')).asks.map(a => a.title.zh)).toEqual(['林晓岚的承诺'])
    expect(await waiting('secA1')).toMatchObject({ [city.capacity.secA1]: 2 })
  })

  it('R0.5 joins approved pledges into one notice to open, and objections of one notice into one ask', async () => {
    await city.owner.query("update pledge_pledge set state = 'approved', approved_at = '2026-03-12T00:00:00Z' where person_id in ($1, $2) and unit_id = $3 and level = 'member'", [city.person.memA1, city.person.secA1, city.unit.a1])
    await pledge('mem2A1', 'approved', { approved_at: '2026-03-11T00:00:00Z' })
    const noticeId = randomUUID()
    await city.insert('disclosure_notice', { id: noticeId, subject: 'pledge', unit_id: city.unit.a1, reviewer_unit_id: city.unit.a1, title: '规划支部1名党员承诺公示', object_ids: [randomUUID()], opens_on: '2026-03-10', closes_on: '2026-03-17', opened_by: city.person.secA1, opened_at: '2026-03-10T00:00:00Z' })
    for (const who of ['mem3A1', 'depA1', 'secA1'] as const)
      await city.insert('disclosure_objection', { id: randomUUID(), notice_id: noticeId, object_id: randomUUID(), unit_id: city.unit.a1, reviewer_unit_id: city.unit.a1, person_id: city.person[who], text: '数量偏低', raised_at: '2026-03-11T00:00:00Z' })
    const { asks } = await branch('secA1')
    expect(asks.map(a => [a.kind, a.title.zh, a.dueOn])).toEqual([
      ['answerObjection', '答复2件公示异议', '2026-03-16'],
      ['openNotice', '公示2份已审定的承诺', null],
    ])
    expect(asks[1]!.why.zh).toBe('何静言、陈砚青')
    expect(JSON.stringify(asks)).not.toContain('唐志遥')
    await city.insert('inbox_item', { id: randomUUID(), person_id: city.person.mem3A1, kind: 'notice.opened', object_id: noticeId, title_zh: '公示', title_en: 'Notice', link: `/notices/${noticeId}`, sent_at: '2026-03-10T00:00:00Z' })
    const desk = await mine('mem3A1')
    expect(desk.asks.find(a => a.kind === 'lookAtNotice')).toMatchObject({ title: { zh: '看公示：规划支部1名党员承诺公示' }, link: `/notices/${noticeId}` })
    expect(desk.notices).toEqual([{ id: noticeId, title: '规划支部1名党员承诺公示', unitName: '规划支部', subject: 'pledge', objects: 1, lastDay: '2026-03-16' }])
    await city.owner.query('update inbox_item set read_at = app_now()')
    expect(kinds((await mine('mem3A1')).asks)).not.toContain('lookAtNotice')
    expect((await mine('memB1')).notices).toEqual([])
  })

  it('R0.6 counts people under their worst item and names who needs a word, with the reason', async () => {
    await city.moveTo('2026-07-08')
    await city.owner.query("update pledge_pledge set state = 'inForce', in_force_on = '2026-03-20' where level = 'member' and unit_id = $1", [city.unit.a1])
    const { rows } = await city.owner.query('select id, person_id from pledge_pledge where level = $1 and unit_id = $2', ['member', city.unit.a1])
    const of = (who: Person) => rows.find(r => r.person_id === city.person[who])!.id
    await item(of('memA1'), '水库安全鉴定资料归档', { achieved: 1, position: 1 })
    await item(of('mem2A1'), '防汛预案修订', { achieved: 9 })
    const { fulfilment } = await branch('secA1')
    expect(fulfilment.counts).toMatchObject({ red: 1, yellow: 1 })
    expect(fulfilment.people.map(p => [p.name, p.light, p.title])).toEqual([
      ['陈砚青', 'red', '水库安全鉴定资料归档'],
      ['何静言', 'yellow', '防汛预案修订'],
    ])
    expect(fulfilment.people[0]!.reason.zh).toMatch(/补上\d+座即转绿/)
  })

  it('R0.6 asks for the mid-year check once instead of for every lagging item, then for its confirmation together', async () => {
    const desk = await mine('memA1')
    expect(desk.asks).toMatchObject([{ kind: 'checkMidYear', dueOn: '2026-07-15', title: { zh: '更新2项承诺的年中进展' }, minutes: 2 }])
    expect(desk.items.shown[0]).toMatchObject({ title: '水库安全鉴定资料归档', light: 'red' })
    for (const who of ['memA1', 'mem2A1'] as const) {
      const { rows } = await city.owner.query("select id from pledge_pledge where person_id = $1 and state = 'inForce'", [city.person[who]])
      await city.insert('pledge_midyear', { id: randomUUID(), pledge_id: rows[0].id, unit_id: city.unit.a1, checked_by: city.person[who], checked_at: '2026-07-06T00:00:00Z' })
    }
    expect((await mine('memA1')).asks).toMatchObject([{ kind: 'updateItems', why: { zh: expect.stringMatching(/^“水库安全鉴定资料归档”：/) } }])
    expect((await branch('secA1')).asks).toMatchObject([{ kind: 'answerObjection', urgency: 'overdue' }, { kind: 'confirmMidYear', why: { zh: '2份，看过可一并确认' }, waitingDays: 2 }])
  })

  it('R0.6 carries a rectification from its author to the reviewer', async () => {
    const { rows } = await city.owner.query("select i.id, i.pledge_id from pledge_item i where i.title = '水库安全鉴定资料归档'")
    const id = randomUUID()
    await city.insert('pledge_rectification', { id, pledge_id: rows[0].pledge_id, item_id: rows[0].id, cause: '人手', measure: '加人', due_on: '2026-07-10', opened_by: city.person.memA1, opened_at: '2026-07-07T00:00:00Z' })
    await city.owner.query("update pledge_item set state = 'rectifying' where id = $1", [rows[0].id])
    expect((await mine('memA1')).asks).toMatchObject([{ kind: 'rectify', title: { zh: '办结整改：水库安全鉴定资料归档' }, dueOn: '2026-07-10', urgency: 'soon' }])
    await city.owner.query("update pledge_rectification set state = 'done', done_at = app_now() where id = $1", [id])
    expect((await mine('memA1')).asks).toEqual([])
    expect(kinds((await branch('secA1')).asks)).toContain('acceptRectification')
  })

  it('R0.7 R0.8 asks for report, own rating, count and decision as the year goes on, then shows result and filing', async () => {
    await city.moveTo('2026-12-10')
    expect((await mine('memA1')).asks).toMatchObject([{ kind: 'writeReport', dueOn: '2026-12-20' }])
    const pledgeId = (await city.owner.query("select id from pledge_pledge where person_id = $1 and state = 'inForce'", [city.person.memA1])).rows[0].id
    await city.insert('pledge_report', { id: randomUUID(), cycle_id: cycleId, pledge_id: pledgeId, person_id: city.person.memA1, unit_id: city.unit.a1, text: '述职', state: 'submitted', saved_at: '2026-12-10T00:00:00Z', submitted_at: '2026-12-10T00:00:00Z' })
    expect((await mine('memA1')).asks).toEqual([])
    expect(kinds((await branch('secA1')).asks)).toContain('remarkReport')
    await city.moveTo('2026-12-22')
    expect((await branch('secA1')).asks.find(a => a.kind === 'openRound')).toMatchObject({ title: { zh: '开始党员评议' }, why: { zh: expect.stringContaining('2人的承诺已生效') } })
    const round = await openRound()
    expect(kinds((await mine('memA1')).asks)).toEqual(['rateSelf'])
    expect(kinds((await branch('secA1')).asks)).toContain('rateOrganisation')
    expect(kinds((await branch('secA1')).asks)).not.toContain('openRound')
    expect((await mine('mem3A1')).asks.find(a => a.kind === 'countSlips')).toMatchObject({ link: `/tellings/${round.sitting}` })
    expect(kinds((await mine('depA1')).asks)).not.toContain('countSlips')
    await city.insert('appraisal_result', { id: round.result, subject_id: round.subject, round_id: round.id, unit_id: city.unit.a1, person_id: city.person.memA1, to_be_decided: false, ranks: '{}', outcome: '{}', trace: '{}', inputs_sha256: 'x' })
    await city.owner.query("update appraisal_round set state = 'computed' where id = $1", [round.id])
    expect(kinds((await branch('secA1')).asks)).toContain('decideResults')
    expect((await mine('memA1')).asks).toEqual([])
    await city.owner.query("update appraisal_round set state = 'objection', objection_until = '2026-12-30' where id = $1", [round.id])
    await city.owner.query("update appraisal_result set released_at = app_now() where id = $1", [round.result])
    expect((await mine('memA1')).asks).toMatchObject([{ kind: 'readResult', dueOn: '2026-12-29' }])
    await city.moveTo('2026-12-30')
    expect((await mine('memA1')).asks).toEqual([])
    expect(kinds((await branch('secA1')).asks)).toContain('fileResults')
    const filing = randomUUID()
    await city.insert('appraisal_filing', { id: filing, round_id: round.id, unit_id: city.unit.a1, managing_unit_id: city.unit.ocA, level: 'member', year: 2026, document: '{}', sha256: 'x', filed_by: city.person.secA1, filed_at: '2026-12-30T00:00:00Z' })
    await city.insert('appraisal_filed_result', { id: randomUUID(), filing_id: filing, person_id: city.person.memA1, unit_id: city.unit.a1, level: 'member', year: 2026, total: '88.4600', grade: 'qualified', barred: '{}' })
    await city.owner.query("update appraisal_round set state = 'filed' where id = $1", [round.id])
    expect((await mine('memA1')).result).toEqual({ level: 'member', year: 2026, total: '88.46', grade: { zh: '合格', en: 'Qualified' } })
    expect((await mine('mem2A1')).result).toBeNull()
  })

  it('R2.4 shows where the term stands', async () => {
    expect((await branch('secA2')).term).toBeNull()
    await city.insert('organization_term', { id: randomUUID(), unit_id: city.unit.a1, from_on: '2024-03-10', until_on: '2027-03-10' })
    expect((await branch('secA1')).term).toEqual({ from: '2024-03-10', endsOn: '2027-03-10', clock: 'due', state: 'normal' })
  })

  it('counts in the bell exactly what the page of that capacity asks', async () => {
    for (const day of ['2026-02-25', '2026-07-20', '2026-12-10', '2026-12-22']) {
      await city.moveTo(day)
      for (const who of ['memA1', 'mem3A1', 'secA1', 'secA2'] as const) {
        const counted = await waiting(who)
        expect((await mine(who)).asks).toHaveLength(counted.member ?? 0)
        if (who.startsWith('mem')) continue
        const { asks, own } = await branch(who)
        expect(asks.length + own.length).toBe(counted[city.capacity[who]] ?? 0)
      }
    }
  })

  it('answers the database function behind it about the caller alone', async () => {
    await city.owner.query('begin')
    await city.owner.query('set local role jiannuo_app')
    expect((await city.owner.query('select * from my_asks()')).rows).toEqual([])
    await expect(city.owner.query("select * from own_asks($1, $2, app_today())", [city.authorityId, city.person.memA1])).rejects.toMatchObject({ code: '42501' })
    await city.owner.query('rollback')
  })

  it('refuses members, other offices and accounts without a person', async () => {
    expect((await city.as('memA1')(readBranchDesk)).status).toBe(403)
    expect((await city.as('ocsA')(readBranchDesk)).status).toBe(403)
    expect((await city.as('staff')(readBranchDesk)).status).toBe(403)
    expect((await city.as('system')(readMyDesk)).status).toBe(403)
    expect((await city.as('system')(readWaiting)).body).toEqual({ waiting: {} })
    expect((await city.as(null)(readWaiting)).status).toBe(401)
  })
})

/** A round of the branch in rating, with one subject, the shipped names of grades and one panel whose first teller is 唐志遥. */
async function openRound() {
  const [id, scheme, subject, sitting, result] = Array.from({ length: 5 }, () => randomUUID()) as [string, string, string, string, string]
  const grades = [{ grade: 'qualified', title: { zh: '合格', en: 'Qualified' } }]
  await city.insert('appraisal_scheme', { id: scheme, level: 'member', year: 2026, version: 1, title: '党员', document: JSON.stringify({ grades }), panels: '[]', sha256: 'x' })
  await city.insert('appraisal_round', { id, cycle_id: cycleId, level: 'member', unit_id: city.unit.a1, scheme_id: scheme, state: 'rating', opened_by: city.person.secA1, opened_at: '2026-12-21T00:00:00Z' })
  await city.insert('appraisal_subject', { id: subject, round_id: id, person_id: city.person.memA1, unit_id: city.unit.a1, home_unit_id: city.unit.a1, scopes: '[]' })
  await city.insert('appraisal_sitting', { id: sitting, round_id: id, unit_id: city.unit.a1, home_unit_id: city.unit.a1, panel: 'peers', source: 'peer', counted: 8, takes_added: false, minimum: 5, first_teller: city.person.mem3A1, second_teller: city.person.depA1 })
  return { id, subject, sitting, result }
}
