import {
  appoint,
  closePost,
  listRenewals,
  listStaffing,
  openTerm,
  replyRenewal,
  requestRenewal,
} from '@jiannuo/contract/organization/post.ts'
import {
  describeUnit,
  readChildren,
  readPath,
  readTop,
  readTree,
  readUnit,
} from '@jiannuo/contract/organization/unit.ts'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Actor, Role } from '../../platform/http/actor.ts'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import { remindRenewals } from './index.ts'
import { mayAppoint, mayReorganize, mayReplyRenewal, mayRequestRenewal } from './policy.ts'
import { spellPerson, spellUnit } from './spell.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-03-02')
})
afterAll(() => city?.close())

describe('policy', () => {
  test.each`
    role                   | scope        | reorganize | appoint  | request  | reply
    ${'workCommittee'}     | ${'below'}   | ${true}    | ${true}  | ${false} | ${true}
    ${'organCommittee'}    | ${'below'}   | ${true}    | ${true}  | ${false} | ${true}
    ${'organCommittee'}    | ${'own'}     | ${false}   | ${false} | ${true}  | ${false}
    ${'organCommittee'}    | ${'outside'} | ${false}   | ${false} | ${false} | ${false}
    ${'branchSecretary'}   | ${'own'}     | ${false}   | ${false} | ${true}  | ${false}
    ${'branchSecretary'}   | ${'below'}   | ${false}   | ${false} | ${false} | ${false}
    ${'member'}            | ${'own'}     | ${false}   | ${false} | ${false} | ${false}
    ${'districtCommittee'} | ${'own'}     | ${false}   | ${false} | ${false} | ${false}
  `('$role of a unit that is $scope', ({ role, scope, reorganize, appoint: appoints, request, reply }) => {
    const actor = { capacity: { role: role as Role } } as Actor
    const facts = { unit: {} as never, scope }
    const asked = [mayReorganize, mayAppoint, mayRequestRenewal, mayReplyRenewal].map(
      policy => policy(actor, facts) === true,
    )
    expect(asked).toEqual([reorganize, appoints, request, reply])
  })
})

describe('spelling', () => {
  test.each`
    name        | pinyin          | initials
    ${'单仇'}   | ${'shanchou'}   | ${'sc'}
    ${'吕绿'}   | ${'lvlv'}       | ${'ll'}
    ${'周海若'} | ${'zhouhairuo'} | ${'zhr'}
  `('$name is $pinyin, $initials', ({ name, pinyin, initials }) =>
    expect(spellPerson(name)).toEqual({ pinyin, initials }),
  )
  it('reads an organisation as plain words', () =>
    expect(spellUnit('重庆支部')).toEqual({ pinyin: 'chongqingzhibu', initials: 'cqzb' }))
})

describe('structure', () => {
  it('R4.1 gives the whole tree with secretaries, and counts only where the caller may know', async () => {
    const all = (await city.as('staff')(readTree)).body.units
    expect(all).toHaveLength(11)
    const a1 = all.find(u => u.id === city.unit.a1)
    expect(a1).toEqual({
      id: city.unit.a1,
      name: '规划支部',
      kind: 'branch',
      upperId: city.unit.ocA,
      relation: 'leads',
      members: 8,
      lower: 0,
      secretary: '周海若',
    })
    const seen = (await city.as('memB1')(readTree)).body.units
    expect(seen.find(u => u.id === city.unit.a1)).toMatchObject({ members: null, secretary: '周海若' })
    expect(seen.find(u => u.id === city.unit.b1)).toMatchObject({ members: 4 })
    expect((await city.as('system')(readTree)).status).toBe(403)
    expect((await city.as(null)(readTree)).status).toBe(401)
  })

  it('R4.1 opens the tree level by level and leads back to the top', async () => {
    const caller = city.as('secA1')
    expect((await caller(readTop)).body.units.map(u => u.name)).toEqual(['中共青澜市委'])
    expect((await caller(readChildren, { params: { unitId: city.unit.ocA } })).body.units.map(u => u.name)).toEqual([
      '规划支部',
      '工程支部',
    ])
    expect((await caller(readPath, { params: { unitId: city.unit.a1 } })).body.units.map(u => u.name)).toEqual([
      '中共青澜市委',
      '市委机关工委',
      '市水务局机关党委',
      '规划支部',
    ])
    expect((await caller(readChildren, { params: { unitId: crypto.randomUUID() } })).status).toBe(404)
  })

  it('R3.1 keeps the three relations apart and explains which rule applies on the day', async () => {
    const today = (await city.as('ocsA')(readUnit, { params: { unitId: city.unit.ocA } })).body
    expect(today.upper.map(e => [e.kind, e.unit.name])).toEqual([
      ['leads', '市委机关工委'],
      ['leadsConcretely', '市水务局党组'],
    ])
    expect(today.leadership?.periods.map(p => [p.from, p.inForce])).toEqual([
      ['2010-06-04', false],
      ['2019-11-29', true],
    ])
    expect(today.leadership?.verdicts).toEqual([])
    expect(today.may).toEqual({
      seeMembers: true,
      reorganize: false,
      appoint: false,
      requestRenewal: true,
      replyRenewal: false,
      describe: true,
    })
    await city.insert('organization_relation', {
      id: crypto.randomUUID(),
      kind: 'guides',
      upper_id: city.unit.pgB,
      lower_id: city.unit.ocB,
      from_on: '2021-01-01',
    })
    const wrong = (await city.as('staff')(readUnit, { params: { unitId: city.unit.ocB } })).body
    expect(wrong.leadership?.verdicts.map(v => [v.severity, v.zh])).toEqual([
      ['obstacle', '党组（党委）的关系记为“指导”，这一天应为“具体领导”'],
    ])
    const district = (await city.as('staff')(readUnit, { params: { unitId: city.unit.d1 } })).body
    expect(district.leadership?.periods).toHaveLength(1)
    expect(district.upper.map(e => e.kind)).toEqual(['guides'])
  })

  it('R4.1 shows a unit as of a day: name, posts and state of that day', async () => {
    await city.owner.query(
      "update organization_name set until_on = '2024-01-01', name = '测绘支部' where unit_id = $1",
      [city.unit.a2],
    )
    await city.insert('organization_name', {
      id: crypto.randomUUID(),
      unit_id: city.unit.a2,
      name: '工程支部',
      from_on: '2024-01-01',
    })
    const caller = city.as('secA1')
    expect((await caller(readUnit, { params: { unitId: city.unit.a2 }, query: { on: '2023-12-31' } })).body.name).toBe(
      '测绘支部',
    )
    expect((await caller(readUnit, { params: { unitId: city.unit.a2 }, query: { on: '2024-01-01' } })).body.name).toBe(
      '工程支部',
    )
    const before = (await caller(readUnit, { params: { unitId: city.unit.a2 }, query: { on: '2019-06-01' } })).body
    expect(before).toMatchObject({ state: 'planned', posts: [], verdicts: [] })
    expect((await caller(readTree, { query: { on: '2019-06-01' } })).body.units).toEqual([])
    const bad = await caller(readTree, { query: { on: '2026-02-30' } })
    expect(bad.problem.errors?.[0]?.pointer).toBe('/query/on')
  })

  it('R3.3 records an organ’s staff and weighs full-time Party staff against it', async () => {
    expect(
      (await city.as('ocsA')(describeUnit, { params: { unitId: city.unit.ocA }, body: { staffCount: 240 } })).status,
    ).toBe(204)
    expect(
      (await city.as('ocsA')(describeUnit, { params: { unitId: city.unit.ocB }, body: { staffCount: 1 } })).status,
    ).toBe(403)
    expect(
      (await city.as('secA1')(describeUnit, { params: { unitId: city.unit.a1 }, body: { staffCount: 1 } })).status,
    ).toBe(403)
    const own = (await city.as('ocsA')(listStaffing)).body
    expect(own.rows).toHaveLength(1)
    expect(own.rows[0]).toMatchObject({
      staffCount: 240,
      fullTime: 1,
      fullTimeDeputies: 1,
      share: 41,
      branches: 2,
      members: 11,
    })
    expect(own.rows[0]?.verdicts[0]?.zh).toContain('至少3人')
    expect((await city.as('staff')(listStaffing)).body.rows).toHaveLength(2)
    const bureau = crypto.randomUUID()
    await city.insert('organization_unit', {
      ...{ id: bureau, code: 'B-Y', kind: 'businessUnit', name: '财政局', pinyin: 'caizhengju', initials: 'czj' },
      ...{ staff_count: 150, founded_on: '2013-03-01' },
    })
    await city.insert('organization_relation', {
      ...{
        id: crypto.randomUUID(),
        kind: 'formedIn',
        upper_id: bureau,
        lower_id: city.unit.ocB,
        from_on: '2013-03-01',
      },
    })
    // The organ is the business unit; its committee need not repeat how many work there.
    expect((await city.as('ocsB')(listStaffing)).body.rows[0]).toMatchObject({ staffCount: 150, fullTime: 0, share: 0 })
    expect((await city.as('secA1')(listStaffing)).status).toBe(403)
    await city.insert('organization_post', {
      ...{ id: crypto.randomUUID(), unit_id: city.unit.ocA, kind: 'fullTimePartyStaff', person_id: city.person.memA2 },
      ...{ from_on: '2021-01-01', until_on: '2022-01-01' },
    })
    const fullTime = async (on: string) =>
      (await city.as('ocsA')(listStaffing, { query: { on } })).body.rows[0]?.fullTime
    expect([await fullTime('2021-12-31'), await fullTime('2022-01-01')]).toEqual([2, 1])
  })
})

describe('posts', () => {
  it('R4.1 appoints and closes from a day to a day, one secretary at a time', async () => {
    const caller = city.as('ocsA')
    const params = { unitId: city.unit.a2 }
    const body = { personId: city.person.memA2, kind: 'secretary' as const, from: '2026-04-01' }
    expect((await caller(appoint, { params, body })).problem).toMatchObject({
      code: 'POST_TAKEN',
      detail: '书记现由方文渊同志担任（2020-01-01起）',
    })
    const closed = await caller(closePost, {
      params: { postId: city.capacity.secA2 },
      body: { until: '2026-04-01', reason: '换届' },
    })
    expect(closed.body).toMatchObject({ until: '2026-04-01', personName: '方文渊' })
    expect((await caller(appoint, { params, body })).body).toMatchObject({
      personName: '林晓岚',
      from: '2026-04-01',
      until: null,
    })
    const { posts } = (await caller(readUnit, { params, query: { on: '2026-04-01' } })).body
    expect(posts.map(p => p.personName)).toEqual(['林晓岚'])
    expect(
      (
        await caller(closePost, {
          params: { postId: city.capacity.secA2 },
          body: { until: '2026-05-01', reason: '换届' },
        })
      ).problem.code,
    ).toBe('STATE_CONFLICT')
    const told = await city.owner.query('select kind, title_zh from inbox_item where person_id = $1', [
      city.person.memA2,
    ])
    expect(told.rows[0]).toEqual({ kind: 'post.appointed', title_zh: '您自2026-04-01起任工程支部书记' })
  })

  it('R4.1 of two appointments at once one wins', async () => {
    const params = { unitId: city.unit.a1 }
    await city.as('ocsA')(closePost, {
      params: { postId: city.capacity.secA1 },
      body: { until: '2027-01-01', reason: '换届' },
    })
    const answers = await Promise.all(
      [city.person.memA1, city.person.mem2A1].map(personId =>
        city.as('ocsA')(appoint, { params, body: { personId, kind: 'secretary', from: '2027-01-01' } }),
      ),
    )
    expect(answers.map(a => a.status).sort()).toEqual([200, 409])
  })

  it.each`
    who         | unit     | person     | kind                    | expected
    ${'ocsA'}   | ${'ocA'} | ${'memA1'} | ${'committeeMember'}    | ${'NOT_ALLOWED'}
    ${'ocsA'}   | ${'b1'}  | ${'memB1'} | ${'committeeMember'}    | ${'NOT_ALLOWED'}
    ${'ocsA'}   | ${'a1'}  | ${'memB1'} | ${'committeeMember'}    | ${'NOT_FOUND'}
    ${'secA1'}  | ${'a1'}  | ${'memA1'} | ${'committeeMember'}    | ${'NOT_ALLOWED'}
    ${'memA1'}  | ${'a1'}  | ${'memA1'} | ${'secretary'}          | ${'NOT_ALLOWED'}
    ${'staff'}  | ${'a1'}  | ${'memA1'} | ${'workCommitteeStaff'} | ${'POST_NOT_HERE'}
    ${'system'} | ${'a1'}  | ${'memA1'} | ${'secretary'}          | ${'NOT_ALLOWED'}
  `('R4.1 $who appointing $person as $kind at $unit: $expected', async ({ who, unit, person, kind, expected }) => {
    const answer = await city.as(who)(appoint, {
      params: { unitId: city.unit[unit as 'a1'] },
      body: { personId: city.person[person as 'memA1'], kind, from: '2026-03-02' },
    })
    expect(answer.problem.code).toBe(expected)
  })

  it('R4.1 refuses an empty period and a day outside the life of the unit', async () => {
    const params = { unitId: city.unit.a1 }
    const body = { personId: city.person.memA1, kind: 'publicityMember' as const, from: '2026-03-02' }
    expect((await city.as('ocsA')(appoint, { params, body: { ...body, until: '2026-03-02' } })).problem.code).toBe(
      'PERIOD_EMPTY',
    )
    expect((await city.as('ocsA')(appoint, { params, body: { ...body, from: '2019-03-02' } })).problem).toMatchObject({
      code: 'STATE_CONFLICT',
    })
  })
})

describe('terms', () => {
  let termId = ''
  it('R2.4 opens a term as long as the rule says', async () => {
    const params = { unitId: city.unit.a1 }
    const opened = await city.as('ocsA')(openTerm, { params, body: { from: '2023-06-01' } })
    expect(opened.body).toMatchObject({ from: '2023-06-01', until: '2026-06-01', state: 'normal', clock: 'due' })
    termId = opened.body.id
    expect((await city.as('ocsA')(openTerm, { params, body: { from: '2023-06-01' } })).problem.code).toBe(
      'TERM_OVERLAPS',
    )
    expect(
      (await city.as('ocsA')(openTerm, { params: { unitId: city.unit.ocA }, body: { from: '2024-01-01' } })).status,
    ).toBe(403)
    expect(
      (await city.as('staff')(openTerm, { params: { unitId: city.unit.ocA }, body: { from: '2024-01-01' } })).body
        .until,
    ).toBe('2029-01-01')
    expect(
      (await city.as('staff')(openTerm, { params: { unitId: city.unit.pgA }, body: { from: '2024-01-01' } })).problem
        .code,
    ).toBe('TERM_NEEDS_END')
    expect(
      (
        await city.as('ocsA')(openTerm, {
          params: { unitId: city.unit.a2 },
          body: { from: '2024-01-01', until: '2023-01-01' },
        })
      ).problem.code,
    ).toBe('PERIOD_EMPTY')
  })

  it('R2.4 lists what ends within six months, to those it concerns', async () => {
    expect((await city.as('ocsA')(listRenewals)).body.items.map(i => [i.unit.name, i.endsOn, i.may])).toEqual([
      ['规划支部', '2026-06-01', { request: false, reply: false }],
    ])
    expect((await city.as('secA1')(listRenewals)).body.items[0]?.may).toEqual({ request: true, reply: false })
    expect((await city.as('ocsB')(listRenewals)).body.items).toEqual([])
    expect((await city.as('memA1')(listRenewals)).status).toBe(403)
    expect((await city.as('staff')(listRenewals, { query: { months: 60, limit: 1 } })).body.next).not.toBeNull()
    expect((await city.as('staff')(listRenewals, { query: { after: 'nonsense' } })).problem.code).toBe('INVALID_INPUT')
  })

  it('R2.4 is asked for by the secretary and answered above, an extension of a year at most', async () => {
    const params = { termId }
    expect(
      (await city.as('ocsA')(replyRenewal, { params, body: { outcome: 'approved', text: '同意' } })).problem.code,
    ).toBe('STATE_CONFLICT')
    expect((await city.as('secB1')(requestRenewal, { params, body: { text: '任期将满，申请换届' } })).status).toBe(404)
    expect((await city.as('memA1')(requestRenewal, { params, body: { text: '任期将满，申请换届' } })).status).toBe(403)
    expect(
      (await city.as('secA1')(requestRenewal, { params, body: { text: '任期将满，申请延期' } })).body,
    ).toMatchObject({ state: 'requested' })
    expect(
      (await city.as('secA1')(requestRenewal, { params, body: { text: '任期将满，申请延期' } })).problem.detail,
    ).toBe('现在的状态是“已请示”，不能请示换届')
    expect((await city.as('secA1')(replyRenewal, { params, body: { outcome: 'approved', text: '同意' } })).status).toBe(
      403,
    )
    const long = await city.as('ocsA')(replyRenewal, {
      params,
      body: { outcome: 'extended', text: '同意延期', extendedUntil: '2027-06-02' },
    })
    expect(long.problem).toMatchObject({ code: 'EXTENSION_TOO_LONG', detail: '延期一般不超过一年，最晚到2027-06-01' })
    const answer = await city.as('ocsA')(replyRenewal, {
      params,
      body: { outcome: 'extended', text: '同意延期', extendedUntil: '2027-06-01' },
    })
    expect(answer.body).toMatchObject({ state: 'extended', extendedUntil: '2027-06-01', clock: 'due' })
    const listed = async (on: string) =>
      (await city.as('ocsA')(listRenewals, { query: { on, months: 24 } })).body.items.find(i => i.term.id === termId)
    expect(await listed('2026-03-01')).toMatchObject({
      endsOn: '2026-06-01',
      term: { state: 'normal', requestText: null },
    })
    expect(await listed('2026-03-02')).toMatchObject({ endsOn: '2027-06-01', term: { state: 'extended' } })
    expect(await listed('2026-07-01')).toMatchObject({ term: { clock: 'extended' }, may: { request: false } })
    await city.moveTo('2026-07-01')
    expect((await city.as('secA1')(readUnit, { params: { unitId: city.unit.a1 } })).body.term?.clock).toBe('extended')
    await city.moveTo('2027-06-01')
    expect((await city.as('staff')(readUnit, { params: { unitId: city.unit.a1 } })).body.term?.clock).toBe('overdue')
    await city.moveTo('2026-03-02')
  })

  it('R2.4 reminds secretary and deputies six months ahead, once', async () => {
    const told: [string[], string][] = []
    const remind = (today: string) =>
      city.platform.db.transaction().execute(async tx => {
        await city.owner.query(
          "select open_job_session($1, 'renewals', gen_random_uuid(), encode(sha256(convert_to($2, 'UTF8')), 'hex'))",
          [city.authorityId, `job-${today}`],
        )
        const { sql } = await import('kysely')
        await sql`select open_context(${`job-${today}`})`.execute(tx)
        return remindRenewals(
          tx,
          city.authorityId,
          today,
          async (ids, m) => void told.push([[...ids], `${m.kind} ${m.objectId}`]),
        )
      })
    expect(await remind('2026-11-30')).toBe(0)
    expect(await remind('2026-12-01')).toBe(1)
    expect(told).toEqual([[[city.person.secA1], `term.due ${termId}:2027-06-01`]])
    expect(await remind('2027-06-01')).toBe(1)
    expect(told[1]?.[1]).toBe(`term.overdue ${termId}:2027-06-01`)
  })
})
