import { randomUUID } from 'node:crypto'
import {
  addResolution,
  amendAttendance,
  answerLeave,
  arrive,
  askLeave,
  cancelMeeting,
  changeMeeting,
  closeMeeting,
  listCompliance,
  listMeetings,
  type Meeting,
  MeetingKind,
  type MeetingPlan,
  noteAttendance,
  openMeeting,
  planMeeting,
  readCompliance,
  readMeeting,
  readMeetingCode,
  saveMinutes,
} from '@jiannuo/contract/meeting-life/meeting.ts'
import { addRequirement, endRequirement, listRequirements } from '@jiannuo/contract/meeting-life/requirement.ts'
import { listDuePeople, planYear, proposeYear } from '@jiannuo/contract/meeting-life/year-plan.ts'
import { LIFE_KINDS } from '@jiannuo/rules/life/kinds.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import { recordCompliance, remindMeetings } from './index.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-03-28')
})
afterAll(() => city?.close())

const plan = (change: Partial<MeetingPlan> = {}) => ({
  ...{
    kind: 'branchAssembly' as const,
    title: '三月党员大会',
    day: '2026-03-28',
    at: '14:00',
    minutes: 60,
    place: '二楼会议室',
  },
  ...change,
})
const planned = async (change: Partial<MeetingPlan> = {}): Promise<Meeting> =>
  (await city.as('secA1')(planMeeting, { body: plan(change) })).body
const at = (meeting: Meeting) => ({ params: { meetingId: meeting.id } })
const called = (meeting: Meeting, state: 'present' | 'absent', ...who: (keyof TestCity['person'])[]) =>
  city.as('secA1')(noteAttendance, {
    ...at(meeting),
    body: { way: 'rollCall', people: who.map(each => ({ personId: city.person[each], state })) },
  })
const vote = (meeting: Meeting, inFavour: number, against = 0, majority: 'assembly' | 'election' = 'assembly') =>
  city.as('secA1')(addResolution, {
    ...at(meeting),
    body: { text: '通过年度工作计划', majority, inFavour, against, abstained: 0, way: 'hands' },
  })
const facts = async (kind: string, subject: string) =>
  (
    await city.owner.query(
      'select value::text, on_day::text, reverses is not null as reversal from fact_entry where kind = $1 and subject_id = $2 order by recorded_at, reversal',
      [kind, subject],
    )
  ).rows

describe('organisational life', () => {
  it('names the kinds the rules know', () => {
    expect([...MeetingKind.options].sort()).toEqual(Object.keys(LIFE_KINDS).sort())
  })

  it('R2.14 is planned for one’s own unit, tells who is due, and refuses two at one time', async () => {
    const meeting = await planned()
    expect(meeting).toMatchObject({
      state: 'planned',
      heldOn: '2026-03-28',
      startsAt: '2026-03-28T06:00:00.000Z',
      mayKeep: true,
    })
    const told = await city.owner.query('select person_id, title_zh from inbox_item where object_id = $1', [meeting.id])
    expect(told.rows).toHaveLength(7)
    expect(told.rows[0].title_zh).toBe('2026-03-28 14:00 支部党员大会“三月党员大会”，二楼会议室')
    const overlap = await city.as('secA1')(planMeeting, { body: plan({ title: '支委会', at: '14:59' }) })
    expect(overlap.problem).toMatchObject({ code: 'MEETING_OVERLAPS', detail: expect.stringContaining('三月党员大会') })
    const late = await planned({ kind: 'committeeMeeting', title: '支委会', at: '15:00' })
    const moved = await city.as('secA1')(changeMeeting, {
      ...at(late),
      body: plan({ kind: 'committeeMeeting', title: '支委会', at: '14:30' }),
    })
    expect(moved.problem.code).toBe('MEETING_OVERLAPS')
    expect(
      (await city.as('secA1')(cancelMeeting, { ...at(late), body: { reason: '改为四月召开' } })).body,
    ).toMatchObject({ state: 'cancelled', cancelReason: '改为四月召开' })
    expect((await city.as('memA1')(planMeeting, { body: plan() })).status).toBe(403)
    expect((await city.as('ocsA')(cancelMeeting, { ...at(meeting), body: { reason: '上级取消' } })).status).toBe(403)
    expect((await city.as('secB1')(readMeeting, at(meeting))).status).toBe(404)
    const early = await city.as('secA1')(planMeeting, { body: plan({ day: '2018-10-27', at: '25:00' }) })
    expect(early.problem.errors?.map(e => e.pointer)).toEqual(['/at'])
    const stranger = await city.as('secA1')(planMeeting, {
      body: plan({ day: '2026-04-01', participants: [city.person.memB1, randomUUID()] }),
    })
    expect(stranger.problem).toMatchObject({ code: 'MEETING_PEOPLE' })
    await city.as('secA1')(cancelMeeting, { ...at(meeting), body: { reason: '另行安排' } })
  })

  it('R2.14 is held by roll call, code and leave; quorum and majority keep their own bases', async () => {
    const meeting = await planned({ at: '09:00' })
    await city.as('mem3A1')(askLeave, { ...at(meeting), body: { reason: '出差' } })
    const early = await planned({ day: '2026-03-30', title: '下周的会' })
    expect((await city.as('secA1')(openMeeting, at(early))).problem.code).toBe('MEETING_TOO_EARLY')
    const opened = (await city.as('secA1')(openMeeting, at(meeting))).body
    expect(opened.attendance).toHaveLength(8)
    expect(opened.quorum).toMatchObject({
      due: 8,
      voting: 8,
      present: 0,
      needed: 4,
      kept: false,
      cite: { article: '第十一条' },
    })
    expect((await vote(meeting, 1)).problem.code).toBe('QUORUM_LACKING')

    const { code } = (await city.as('secA1')(readMeetingCode, at(meeting))).body
    expect((await city.as('memA1')(readMeetingCode, at(meeting))).status).toBe(403)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    expect((await city.as('memA1')(arrive, { ...at(meeting), body: { code: wrong } })).problem.code).toBe(
      'MEETING_CODE',
    )
    expect((await city.as('memA1')(arrive, { ...at(meeting), body: { code } })).body.mine).toBe('present')
    await called(meeting, 'present', 'secA1', 'depA1', 'mem2A1', 'pgsA')
    const leave = { params: { meetingId: meeting.id, personId: city.person.mem3A1 }, body: { granted: true } }
    expect((await city.as('secA1')(answerLeave, leave)).status).toBe(200)
    expect((await city.as('secA1')(answerLeave, leave)).problem.code).toBe('STATE_CONFLICT')
    expect(
      (
        await city.as('secA1')(noteAttendance, {
          ...at(meeting),
          body: { way: 'paper', people: [{ personId: city.person.memA2, state: 'present' }] },
        })
      ).problem,
    ).toMatchObject({ code: 'MEETING_PEOPLE', detail: '林晓岚在2026-03-28不是本组织应到会人员' })

    expect((await vote(meeting, 6)).problem.code).toBe('VOTES_EXCEED')
    expect((await vote(meeting, 4, 1)).body.resolutions).toMatchObject([{ base: 8, needed: 5, carried: false }])
    expect((await vote(meeting, 5)).body.resolutions[1]).toMatchObject({ base: 8, needed: 5, carried: true })
    expect((await vote(meeting, 3, 2, 'election')).body.resolutions[2]).toMatchObject({
      base: 5,
      needed: 3,
      carried: true,
    })

    const closed = (await city.as('secA1')(closeMeeting, at(meeting))).body
    expect(closed).toMatchObject({ state: 'closed', quorum: { due: 8, present: 5, kept: true } })
    expect(closed.attendance.find(a => a.name === '唐志遥')).toMatchObject({ state: 'leave' })
    expect((await called(meeting, 'present', 'pgmA')).problem.code).toBe('STATE_CONFLICT')
    expect(await facts('meetingCompliance', city.person.memA1)).toEqual([
      { value: '1', on_day: '2026-03-28', reversal: false },
    ])
    expect(await facts('meetingCompliance', city.person.mem3A1)).toEqual([])

    const amended = await city.as('secA1')(amendAttendance, {
      ...at(meeting),
      body: { personId: city.person.pgmA, state: 'madeUp', reason: '三月三十日补学' },
    })
    expect(amended.body.amendments).toMatchObject([{ personName: '祝长青', before: 'absent', after: 'madeUp' }])
    expect(amended.body.quorum?.present).toBe(5)
    expect(await facts('meetingCompliance', city.person.pgmA)).toEqual(
      [
        { value: '0', on_day: '2026-03-28', reversal: false },
        { value: '1', on_day: '2026-03-28', reversal: false },
        { value: '0', on_day: '2026-03-28', reversal: true },
      ].sort((a, b) => Number(a.reversal) - Number(b.reversal)),
    )
  })

  it('R2.14 two who write the minutes at once lose no word, and criticism stays among those who were there', async () => {
    const meeting = await planned({ kind: 'organizationLifeMeeting', title: '组织生活会', at: '10:30' })
    await city.as('secA1')(openMeeting, at(meeting))
    await called(meeting, 'present', 'secA1', 'depA1', 'memA1', 'mem2A1')
    const first = (await city.as('secA1')(saveMinutes, { ...at(meeting), body: { text: '书记对照检查', revision: 0 } }))
      .body
    expect(first).toMatchObject({ revision: 1, savedBy: '周海若' })
    const save = (who: 'secA1' | 'depA1', text: string) =>
      city.as(who)(saveMinutes, { ...at(meeting), body: { text, revision: 1 } })
    await save('secA1', '书记对照检查\n何静言：学习不够系统')
    expect((await save('depA1', '书记对照检查\n陈砚青：调研偏少')).body).toMatchObject({
      revision: 3,
      text: '书记对照检查\n何静言：学习不够系统\n陈砚青：调研偏少',
    })
    const seen = async (who: 'memA1' | 'mem3A1' | 'ocsA' | 'staff') =>
      (await city.as(who)(readMeeting, at(meeting))).body.minutesOf
    expect((await seen('memA1'))?.text).toContain('调研偏少')
    expect(await seen('mem3A1')).toBeNull()
    expect(await seen('staff')).toBeNull()
    expect((await city.as('ocdA')(readMeeting, at(meeting))).body.minutesOf).toBeNull()
    await city.as('secA1')(closeMeeting, at(meeting))
    expect((await save('secA1', '改写')).problem.code).toBe('STATE_CONFLICT')
    expect((await seen('memA1'))?.text).toContain('学习不够系统')
  })

  it('R1.3 what the rules ask is judged as of any day, and said in the ledger when a period has ended', async () => {
    const read = async (on: string) =>
      (await city.as('ocsA')(readCompliance, { params: { unitId: city.unit.a1 }, query: { on } })).body.items.filter(
        i => i.kind === 'branchAssembly',
      )
    await city.moveTo('2026-07-01')
    expect((await read('2026-07-01')).map(i => [i.period, i.state])).toEqual([
      ['2026-Q2', 'missed'],
      ['2026-Q3', 'running'],
      ['2026-Q1', 'kept'],
    ])
    expect((await read('2026-07-01'))[0]?.reason.zh).toBe('2026年第二季度没有开展支部党员大会；最近一次2026年3月28日')
    expect((await read('2026-06-29')).map(i => [i.period, i.state])).toEqual([
      ['2026-Q2', 'running'],
      ['2026-Q1', 'kept'],
    ])

    await runJob(city.platform, { name: 'record-compliance', cron: '', run: recordCompliance })
    await runJob(city.platform, { name: 'record-compliance', cron: '', run: recordCompliance })
    const said = await facts('meetingCompliance', city.unit.a1)
    expect(said.length).toBeGreaterThan(2)
    expect(new Set(said.map(f => f.on_day))).toEqual(new Set(['2026-06-30']))
    const zeros = said.filter(f => f.value === '0').length

    const late = await planned({ day: '2026-06-29', title: '补记的大会' })
    await city.as('secA1')(openMeeting, at(late))
    await called(late, 'present', 'secA1', 'depA1', 'memA1', 'mem2A1')
    await city.as('secA1')(closeMeeting, at(late))
    expect((await read('2026-07-01')).find(i => i.period === '2026-Q2')?.state).toBe('kept')
    const after = await facts('meetingCompliance', city.unit.a1)
    expect(after.filter(f => f.reversal)).toHaveLength(1)
    expect(after.filter(f => f.value === '0' && !f.reversal)).toHaveLength(zeros)

    const { units } = (await city.as('staff')(listCompliance)).body
    expect(units.map(u => u.unitName)).toContain('规划支部')
    expect(units[0]!.missed).toBeGreaterThanOrEqual(units.at(-1)!.missed)
    expect((await city.as('secB1')(readCompliance, { params: { unitId: city.unit.a1 } })).status).toBe(404)
  })

  it('R2.14 a session makes up for those who missed another, and counts as nothing else', async () => {
    const missed = await planned({ day: '2026-06-30', kind: 'partyLecture', title: '二季度党课' })
    const makeUp = (change: Partial<MeetingPlan> = {}) =>
      city.as('secA1')(planMeeting, {
        body: plan({
          ...{ kind: 'partyLecture', title: '补：二季度党课', day: '2026-07-01', makesUp: missed.id },
          ...{ participants: [city.person.memA1], ...change },
        }),
      })
    await city.as('secA1')(openMeeting, at(missed))
    await called(missed, 'present', 'secA1', 'depA1', 'mem2A1', 'mem3A1', 'pgsA', 'pgmA', 'ocsA')
    expect((await makeUp()).problem.code).toBe('NOT_MADE_UP')
    await city.as('secA1')(closeMeeting, at(missed))
    expect((await makeUp({ participants: [city.person.mem2A1] })).problem.code).toBe('NOT_MADE_UP')
    expect((await makeUp({ day: '2026-06-29', at: '16:00' })).problem.code).toBe('NOT_MADE_UP')
    const session = (await makeUp()).body
    expect(session.makesUp).toMatchObject({ id: missed.id, title: '二季度党课' })
    await city.as('secA1')(openMeeting, at(session))
    await called(session, 'present', 'memA1')
    await city.as('secA1')(closeMeeting, at(session))
    const after = (await city.as('secA1')(readMeeting, at(missed))).body
    expect(after.amendments).toMatchObject([
      { personName: '陈砚青', before: 'absent', after: 'madeUp', reason: '2026-07-01“补：二季度党课”' },
    ])
    expect(after.madeUpBy).toMatchObject([{ id: session.id, state: 'closed' }])
    const said = (await facts('meetingCompliance', city.person.memA1)).filter(f => f.on_day >= '2026-06-30')
    expect(said.filter(f => !f.reversal).map(f => [f.value, f.on_day])).toEqual([
      ['0', '2026-06-30'],
      ['1', '2026-06-30'],
    ])
    expect(said.filter(f => f.reversal)).toMatchObject([{ value: '0' }])
    const rules = (await city.as('secA1')(readCompliance, { params: { unitId: city.unit.a1 } })).body.items
    expect(rules.filter(i => i.kind === 'partyLecture').map(i => [i.period, i.held])).toEqual([
      ['2026-Q1', 0],
      ['2026-Q3', 0],
      ['2026-Q2', 1],
    ])
  })

  it('R2.14 the rest of the year is planned in one step, each person told once; nothing is planned when one cannot be', async () => {
    const proposed = (await city.as('secA1')(proposeYear)).body
    expect(proposed.items.filter(i => i.kind === 'themeDay').map(i => i.day)).toEqual([
      ...['2026-07-15', '2026-08-17', '2026-09-15', '2026-10-15', '2026-11-16', '2026-12-15'],
    ])
    expect(proposed.items.map(i => i.period)).not.toContain('2026-Q2')
    const meetings = proposed.items.map(i => plan({ kind: i.kind, title: i.title.zh, day: i.day }))
    const clash = await city.as('secA1')(planYear, {
      body: { meetings: [...meetings, meetings[0]!, plan({ day: '2026-07-01' }), plan({ day: '2018-01-01' })] },
    })
    const end = meetings.length
    expect(clash.problem.errors?.map(e => e.pointer)).toEqual([
      ...[`/meetings/${end}/at`, `/meetings/${end + 1}/at`, `/meetings/${end + 2}/day`],
    ])
    expect(clash.problem.errors?.[1]?.detail).toContain('补：二季度党课')
    const inbox = async () =>
      (await city.owner.query("select person_id from inbox_item where kind = 'meeting.year-planned'")).rows
    expect(await inbox()).toHaveLength(0)
    expect((await city.as('secA1')(planYear, { body: { meetings } })).body).toEqual({ planned: meetings.length })
    expect(await inbox()).toHaveLength(7)
    expect((await city.as('secA1')(proposeYear)).body).toMatchObject({
      ...{ items: [], standing: proposed.standing + meetings.length },
    })
    expect((await city.as('memA1')(planYear, { body: { meetings } })).status).toBe(403)
    const people = await city.as('secA1')(listDuePeople, { query: { kind: 'committeeMeeting', day: '2026-07-10' } })
    expect(people.body.people.map(p => [p.name, p.post])).toEqual([
      ['周海若', 'secretary'],
      ['许知非', 'organizationMember'],
    ])
  })

  it('R2.14 a month shows a unit’s meetings, and to a person those at which he is due', async () => {
    await planned({ kind: 'committeeMeeting', title: '九月支委会', day: '2026-09-02' })
    await city.moveTo('2026-09-01')
    const remind = () => runJob(city.platform, { name: 'remind-meetings', cron: '', run: remindMeetings })
    await remind()
    await remind()
    const told = await city.owner.query("select title_zh from inbox_item where kind = 'meeting.tomorrow.0'")
    expect(told.rows).toEqual([
      { title_zh: '明天开会：2026-09-02 14:00“九月支委会”，二楼会议室' },
      { title_zh: '明天开会：2026-09-02 14:00“九月支委会”，二楼会议室' },
    ])
    await city.moveTo('2026-07-01')
    const september = { from: '2026-09-01', until: '2026-10-01' }
    const seen = async (who: 'secA1' | 'memA1' | 'memA2', whose?: 'mine') =>
      (
        await city.as(who, who === 'memA1' ? 'member' : undefined)(listMeetings, {
          query: { ...september, ...(whose ? { whose } : {}) },
        })
      ).body.items.map(m => m.title)
    expect(await seen('secA1', 'mine')).toEqual(['2026年9月主题党日', '九月支委会'])
    expect(await seen('memA1')).toEqual(['2026年9月主题党日', '九月支委会'])
    expect(await seen('memA1', 'mine')).toEqual(['2026年9月主题党日'])
    expect(await seen('memA2', 'mine')).toEqual([])
  })

  it('R1.3 the city asks more, or something else than a default, from a day on; a month lists what it concerns', async () => {
    const ask = (change = {}, who: 'staff' | 'secA1' = 'staff') =>
      city.as(who)(addRequirement, {
        body: {
          ...{ title: '廉政党课', kind: 'partyLecture' as const, every: 'halfYear' as const, times: 1 },
          ...{ asks: ['branch' as const], from: '2026-07-01', document: '青机工委〔2026〕3号', ...change },
        },
      })
    const month = async (id: string) =>
      (
        await city.as('secA1')(readCompliance, { params: { unitId: city.unit.a1 }, query: { month: id } })
      ).body.items.filter(i => i.kind === 'partyLecture')
    expect((await month('2026-07')).map(i => i.period)).toEqual(['2026-Q3'])
    expect((await ask({}, 'secA1')).status).toBe(403)
    expect((await ask({ from: '2026-06-30' })).problem.errors?.[0]?.pointer).toBe('/from')
    expect((await ask({ replaces: 'life.theme-day' })).problem.errors?.[0]?.pointer).toBe('/replaces')
    const more = (await ask()).body
    expect((await ask()).problem).toMatchObject({ code: 'REQUIREMENT_STANDS' })
    await ask({ title: '每月党课', every: 'month', replaces: 'life.lecture', from: '2026-10-01' })

    const july = await month('2026-07')
    expect(july.map(i => [i.title.zh, i.period, i.state, i.cite.document])).toEqual([
      ['廉政党课', '2026-H2', 'running', '青机工委〔2026〕3号'],
      ['党课', '2026-Q3', 'running', '中国共产党支部工作条例（试行）'],
    ])
    expect(july[1]?.planned).toMatchObject({ heldOn: '2026-08-24' })
    expect(july[1]?.proposedOn).toBeNull()
    const november = await month('2026-11')
    expect(november.map(i => i.period)).toEqual(['2026-H2', '2026-11'])
    expect(november[1]).toMatchObject({ planned: { heldOn: '2026-11-23' }, cite: { confidence: 'local' } })
    expect((await month('2026-10'))[1]).toMatchObject({ planned: null, proposedOn: '2026-10-22' })
    const inJuly = await city.as('secA1')(readCompliance, {
      ...{ params: { unitId: city.unit.a1 }, query: { month: '2026-07' } },
    })
    expect(inJuly.body.missedEarlier).toBeGreaterThan(2)
    const end = (until: string) =>
      city.as('staff')(endRequirement, { params: { requirementId: more.id }, body: { until } })
    expect((await end('2026-07-01')).problem.code).toBe('PERIOD_EMPTY')
    expect((await end('2026-07-02')).body.until).toBe('2026-07-02')
    expect((await end('2026-07-03')).problem.code).toBe('STATE_CONFLICT')
    const listed = (await city.as('memB1')(listRequirements)).body
    expect(listed.items.map(i => [i.title, i.until])).toEqual([
      ['每月党课', null],
      ['廉政党课', '2026-07-02'],
    ])
    expect(listed).toMatchObject({ mayChange: false, replaceable: [{ ruleId: 'life.lecture' }] })
  })

  it('is listed page by page, a branch’s to those above it', async () => {
    const one = (await city.as('ocsA')(listMeetings, { query: { limit: 1 } })).body
    expect(one.items).toHaveLength(1)
    const rest = (await city.as('ocsA')(listMeetings, { query: { after: one.next! } })).body
    expect(rest.items.map(m => m.heldOn)).toEqual([...rest.items.map(m => m.heldOn)].sort().reverse())
    expect((await city.as('secB1')(listMeetings)).body.items).toEqual([])
  })
})
