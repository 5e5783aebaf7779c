import {
  countSlips,
  nameCandidates,
  nameTellers,
  readElection,
  replyElection,
  reportElection,
} from '@jiannuo/contract/meeting-life/election.ts'
import { closeMeeting, noteAttendance, openMeeting, planMeeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import { readMember, restoreRights, suspendRights } from '@jiannuo/contract/membership/member.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-07-08')
})
afterAll(() => city?.close())

type Who = keyof TestCity['person']
const assembly = async () => {
  const plan = { kind: 'branchAssembly' as const, title: '换届选举大会', day: '2026-07-08', at: '09:00', minutes: 90 }
  const { id } = (await city.as('secA1')(planMeeting, { body: { ...plan, place: '二楼会议室' } })).body
  return { params: { meetingId: id } }
}

describe('an election', () => {
  it('R2.4 goes from candidates with a surplus over two tellers to the reply, which changes posts and term', async () => {
    const suspend = (who: Who = 'ocsA') =>
      city.as(who)(suspendRights, {
        params: { memberId: city.person.mem3A1 },
        body: { cause: 'probationWithinParty', from: '2026-07-01', document: '青水党〔2026〕5号' },
      })
    expect((await suspend('secA1')).status).toBe(403)
    expect((await suspend()).status).toBe(204)
    expect((await suspend()).problem.code).toBe('LATER_ENTRY')
    const own = await city.as('mem3A1')(readMember, { params: { memberId: city.person.mem3A1 } })
    expect(own.body.suspensions).toMatchObject([{ cause: 'probationWithinParty', until: null }])

    const at = await assembly()
    const name = (seats: number, ...who: Who[]) =>
      city.as('secA1')(nameCandidates, { ...at, body: { seats, candidates: who.map(each => city.person[each]) } })
    expect((await name(2, 'secA1', 'depA1')).problem).toMatchObject({
      ...{ code: 'ELECTION_SURPLUS', detail: '应选2名，候选人应不少于3名（多20%），现为2名' },
    })
    expect((await name(2, 'secA1', 'depA1', 'mem3A1')).problem).toMatchObject({
      ...{ code: 'NOT_ELIGIBLE', detail: expect.stringContaining('唐志遥') },
    })
    expect((await name(2, 'secA1', 'memA1', 'depA1')).body.election).toMatchObject({ state: 'preparing', wanted: 3 })

    await city.as('secA1')(openMeeting, at)
    const present = (...who: Who[]) =>
      city.as('secA1')(noteAttendance, {
        ...at,
        body: {
          way: 'rollCall',
          people: who.map(each => ({ personId: city.person[each], state: 'present' as const })),
        },
      })
    const opened = (await present('secA1', 'depA1', 'memA1', 'mem2A1', 'pgsA')).body
    expect(opened.quorum).toMatchObject({ due: 8, voting: 7 })
    expect(opened.attendance.find(a => a.name === '唐志遥')).toMatchObject({ voting: false, leftOut: 'suspended' })
    const tellers = (first: Who, second: Who) =>
      city.as('secA1')(nameTellers, { ...at, body: { first: city.person[first], second: city.person[second] } })
    expect((await tellers('mem2A1', 'pgsA')).problem).toMatchObject({ code: 'QUORUM_LACKING' })
    await present('ocsA')
    expect((await tellers('mem2A1', 'memA1')).problem.code).toBe('NOT_ELIGIBLE')
    expect((await tellers('mem2A1', 'pgsA')).body.election).toMatchObject({
      ...{ state: 'counting', tellers: ['何静言', '白启明'], presence: { voting: 7, present: 6, quorum: 6 } },
    })
    expect((await name(2, 'secA1', 'memA1', 'ocsA')).problem.code).toBe('STATE_CONFLICT')

    const count = (who: Who, votes: [number, number, number], change = {}) =>
      city.as(who, 'member')(countSlips, {
        ...at,
        body: {
          ...{ handedOut: 6, returned: 6, invalid: 1, ...change },
          votes: (['secA1', 'memA1', 'depA1'] as const).map((each, i) => ({
            ...{ personId: city.person[each], inFavour: votes[i]! },
          })),
        },
      })
    const wrong = (await count('mem2A1', [6, 5, 5], { handedOut: 7, returned: 8 })).problem
    expect(wrong.errors?.map(e => e.pointer)).toEqual(['/handedOut', '/returned', '/votes'])
    expect((await count('secA1', [5, 4, 1])).problem.code).toBe('STATE_CONFLICT')
    expect((await count('pgsA', [5, 4, 1])).problem.code).toBe('STATE_CONFLICT')
    expect((await count('mem2A1', [5, 4, 1])).body).toMatchObject({ matched: null, election: { turn: 'theirs' } })
    const blind = (await city.as('pgsA', 'member')(readElection, at)).body.election
    expect([blind?.turn, blind?.candidates.map(c => c.votes)]).toEqual(['mine', [null, null, null]])
    const differing = (await count('pgsA', [4, 5, 1])).body
    expect(differing).toMatchObject({ matched: false, election: { rejected: 1, state: 'counting' } })
    await count('mem2A1', [5, 4, 1])
    expect((await city.as('secA1')(closeMeeting, at)).problem.code).toBe('STATE_CONFLICT')
    const counted = (await count('pgsA', [5, 4, 1])).body
    expect(counted).toMatchObject({ matched: true, election: { state: 'counted', tied: false } })
    expect(counted.election?.count).toMatchObject({ base: 6, needed: 4, invalid: 1 })
    expect(counted.election?.candidates.map(c => [c.name, c.votes, c.elected])).toEqual([
      ['周海若', 5, true],
      ['陈砚青', 4, true],
      ['许知非', 1, false],
    ])

    const report = (change = {}) =>
      city.as('secA1')(reportElection, {
        ...at,
        body: {
          ...{ text: '大会选举产生新一届支委会', from: '2026-07-08' },
          posts: [
            { personId: city.person.secA1, kind: 'organizationMember' },
            { personId: city.person.memA1, kind: 'secretary' },
          ],
          ...change,
        },
      })
    expect((await report()).problem.code).toBe('STATE_CONFLICT')
    await city.as('secA1')(closeMeeting, at)
    const half = { from: '2026-07-07', posts: [{ personId: city.person.depA1, kind: 'secretary' }] }
    expect((await report(half)).problem.errors?.map(e => e.pointer)).toEqual([
      ...['/from', '/posts', '/posts', '/posts/0/personId'],
    ])
    expect((await report()).body.election?.state).toBe('reported')
    const reply = (who: Who, approved: boolean) =>
      city.as(who)(replyElection, { ...at, body: { approved, text: approved ? '同意' : '请补充会议情况' } })
    expect((await reply('secA1', true)).status).toBe(403)
    expect((await city.as('ocsA')(readElection, at)).body.election?.mayReply).toBe(true)
    expect((await reply('ocsA', false)).body.election).toMatchObject({ state: 'refused', reply: { by: '罗敏之' } })
    expect((await reply('ocsA', true)).problem.code).toBe('STATE_CONFLICT')
    await report()
    expect((await reply('ocsA', true)).body.election?.state).toBe('approved')

    const posts = await city.owner.query(
      `select m.name, p.kind, p.from_on::text as from, p.until_on::text as until, p.term_id is not null as in_term
       from organization_post p join membership_member m on m.authority_id = p.authority_id and m.id = p.person_id
       where p.unit_id = $1 order by p.from_on, m.name`,
      [city.unit.a1],
    )
    expect(posts.rows).toHaveLength(4)
    expect(posts.rows).toEqual(
      expect.arrayContaining([
        { name: '周海若', kind: 'secretary', from: '2020-01-01', until: '2026-07-08', in_term: false },
        { name: '许知非', kind: 'organizationMember', from: '2020-01-01', until: '2026-07-08', in_term: false },
        { name: '周海若', kind: 'organizationMember', from: '2026-07-08', until: null, in_term: true },
        { name: '陈砚青', kind: 'secretary', from: '2026-07-08', until: null, in_term: true },
      ]),
    )
    const terms = await city.owner.query(
      'select from_on::text as from, until_on::text as until, state from organization_term where unit_id = $1',
      [city.unit.a1],
    )
    expect(terms.rows).toEqual([{ from: '2026-07-08', until: '2029-07-08', state: 'normal' }])

    const restore = (until: string) =>
      city.as('ocsA')(restoreRights, { params: { memberId: city.person.mem3A1 }, body: { until } })
    expect((await restore('2026-07-01')).problem.code).toBe('PERIOD_EMPTY')
    expect((await restore('2026-07-09')).status).toBe(204)
    expect((await restore('2026-07-10')).problem.code).toBe('STATE_CONFLICT')
  })
})
