import { randomUUID } from 'node:crypto'
import * as filing from '@jiannuo/contract/appraisal/filing.ts'
import * as rating from '@jiannuo/contract/appraisal/rating.ts'
import * as result from '@jiannuo/contract/appraisal/result.ts'
import type { Round } from '@jiannuo/contract/appraisal/round.ts'
import * as api from '@jiannuo/contract/appraisal/round.ts'
import { readWaiting } from '@jiannuo/contract/desk/desk.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import { register } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import type { PersonKey, UnitKey } from '../../testing/fixture.ts'
import { replaySample } from './index.ts'
import { arrangePledge, arrangeYear, countSitting, openAndStart, subjectOf } from './testing/arrange.ts'

let city: TestCity
let cycleId: string

beforeAll(async () => {
  city = await openTestCity('2026-12-22')
  cycleId = await arrangeYear(city)
  const owed: [Level, PersonKey, UnitKey, UnitKey, number, number][] = [
    ['branchSecretary', 'secA1', 'a1', 'ocA', 95, 95],
    ['branchSecretary', 'secA2', 'a2', 'ocA', 80, 40],
    ['organCommitteeSecretary', 'ocsA', 'ocA', 'wc', 90, 90],
    ['organCommitteeSecretary', 'ocsB', 'ocB', 'wc', 70, 70],
    ['partyGroupSecretary', 'pgsA', 'pgA', 'city', 90, 90],
    ['partyGroupSecretary', 'pgsB', 'pgB', 'city', 100, 80],
  ]
  for (const [level, person, unit, reviewer, party, business] of owed)
    await arrangePledge(city, { cycleId, level, person, unit, reviewer, party, business })
})
afterAll(() => city.close())

const rateSelf = async (who: PersonKey, level: Level, grade: string) => {
  const own = (await city.as(who)(rating.listOwnAppraisals)).body.items.find(each => each.level === level)!
  return city.as(who)(rating.rateSelf, { params: { subjectId: own.subjectId }, body: { grade, reason: '' } })
}
const rateAs = (who: PersonKey, round: Round, name: string, grade: string, document: string | null = null) =>
  city.as(who)(rating.rateAsOrganisation, {
    params: { subjectId: subjectOf(round, name) },
    body: { grade, reason: '会议研究', document },
  })

/** From the computation to filing, as proposed and without objections; moves the clock past the objection period. */
async function finish(who: PersonKey, round: Round, day: string) {
  const params = { roundId: round.id }
  expect((await city.as(who)(result.computeRound, { params })).body.scored).toBe(round.people.length)
  const { rows, version } = (await city.as(who)(result.readResults, { params })).body
  const grades = rows.map(each => ({ subjectId: each.subjectId, grade: each.proposed! }))
  expect(
    (
      await city.as(who)(result.decideGrades, {
        params,
        body: { version, meeting: '委员会会议', meetingOn: '2026-12-22', grades },
      })
    ).body.departures,
  ).toEqual([])
  expect((await city.as(who)(result.releaseResults, { params })).status).toBe(200)
  await city.moveTo(day)
  const filed = await city.as(who)(filing.fileRound, { params })
  expect(filed.status).toBe(200)
  await city.moveTo('2026-12-22')
  return { rows, filing: (await city.as(who)(filing.readFiling, { params: { filingId: filed.body.filingId } })).body }
}

describe('R0.8 branch secretaries, by the organ committee', () => {
  it('two secretaries are too few for a peer panel, and it says so; representatives rate, the work committee keeps the file', async () => {
    expect(
      (await city.as('secA1')(api.openRound, { body: { cycleId, level: 'branchSecretary', unitId: city.unit.ocA } }))
        .status,
    ).toBe(404)
    expect(
      (await city.as('ocsB')(api.openRound, { body: { cycleId, level: 'branchSecretary', unitId: city.unit.ocA } }))
        .status,
    ).toBe(404)
    const round = await openAndStart(city, 'ocsA', { cycleId, level: 'branchSecretary', unitId: city.unit.ocA })
    expect(round.people.map(each => each.homeUnitName).toSorted()).toEqual(['工程支部', '规划支部'].toSorted())
    const peer = round.sittings.find(each => each.source === 'peer')!
    expect(peer).toMatchObject({ state: 'notRated', why: { zh: '应参加2人，不足5人，不计' } })
    const sitting = round.sittings.find(each => each.source === 'democratic')!.id
    await countSitting(city, round, {
      sitting,
      by: 'ocdA',
      tellers: ['memA1', 'memA2'],
      added: 20,
      handedOut: 18,
      usual: { good: 12, fairlyGood: 4 },
    })
    expect((await rateSelf('secA1', 'branchSecretary', 'good')).status).toBe(200)
    expect((await rateAs('secA2', round, '周海若', 'good')).status).toBe(404)
    for (const name of ['周海若', '方文渊']) expect((await rateAs('ocdA', round, name, 'good')).status).toBe(200)
    const { rows, filing: filed } = await finish('ocsA', round, '2027-01-20')
    expect(filed).toMatchObject({ managingUnitName: '市委机关工委', replay: { intact: true } })
    // 周海若: 40 × 0.95 = 38; votes (1 + 3 × 0.9625 + 4)/8 × 30 = 29.578125; branch work unknown: (38 + 29.578125) × 100/70 = 96.5401…
    expect(rows.find(each => each.name === '周海若')).toMatchObject({ total: '96.54', proposed: 'good' })
    const shown = (
      await city.as('secA1')(result.readResult, { params: { resultId: rows.find(each => each.name === '周海若')!.id } })
    ).body
    expect(shown.sources.find(each => each.source === 'peer')).toMatchObject({ rated: false, release: null })
    const list = (await city.as('staff')(filing.listEligibility, { query: { level: 'branchSecretary' } })).body
    expect(list.items.find(each => each.name === '方文渊')!.uses[0]).toMatchObject({ eligible: false })
    expect(JSON.stringify(list.items.find(each => each.name === '方文渊')!.uses)).toContain('业务承诺完成率低于60%')
  })
})

describe('R0.8 organ committee secretaries, by the work committee', () => {
  it('every organ sits for itself; five-type and organ appraisals come in as facts with their document', async () => {
    expect(
      (
        await city.as('ocsA')(api.openRound, {
          body: { cycleId, level: 'organCommitteeSecretary', unitId: city.unit.wc },
        })
      ).status,
    ).toBe(404)
    const round = await openAndStart(city, 'staff', { cycleId, level: 'organCommitteeSecretary', unitId: city.unit.wc })
    expect(round.sittings.map(each => [each.homeUnitName, each.counted]).toSorted()).toEqual(
      [
        ['市水务局机关党委', 4],
        ['市财税局机关党委', 2],
      ].toSorted(),
    )
    const [a, b] = ['市水务局机关党委', '市财税局机关党委'].map(
      name => round.sittings.find(each => each.homeUnitName === name)!.id,
    )
    await countSitting(city, round, {
      sitting: a!,
      by: 'staff',
      tellers: ['memA1', 'memA2'],
      added: 3,
      handedOut: 7,
      usual: { good: 5, fairlyGood: 1 },
    })
    const waived = await city.as('staff')(api.waiveSitting, {
      params: { sittingId: b! },
      body: { reason: '应参加人数不足' },
    })
    expect(waived.body).toMatchObject({
      state: 'notRated',
      why: { zh: '没有组织：应参加人数不足' },
    })
    const entries = [
      ['罗敏之', 'partyWorkAppraisal', '92'],
      ['罗敏之', 'fiveTypeScore', '88'],
      ['康乐山', 'partyWorkAppraisal', '85'],
    ].map(([name, fact, value]) => ({
      subjectId: subjectOf(round, name!),
      fact: fact!,
      value: value!,
      document: '青工委〔2026〕15号',
    }))
    expect(
      (await city.as('staff')(api.enterFacts, { params: { roundId: round.id }, body: { entries } })).body.entered,
    ).toBe(3)
    const facts = (await city.as('staff')(api.readRoundFacts, { params: { roundId: round.id } })).body
    expect(facts.rows.find(each => each.name === '罗敏之')!.facts).toMatchObject({
      fiveTypeScore: { value: '88', document: '青工委〔2026〕15号' },
      pledgeCompletion: { value: '0.9', document: null },
    })
    await rateSelf('ocsA', 'organCommitteeSecretary', 'good')
    for (const name of ['罗敏之', '康乐山']) expect((await rateAs('staff', round, name, 'fairlyGood')).status).toBe(200)
    const { rows, filing: filed } = await finish('staff', round, '2027-01-20')
    expect(filed).toMatchObject({ managingUnitName: '市委机关工委', replay: { intact: true } })
    // 罗敏之: 35 × 0.9 = 31.5; 25 × 0.92 + 10 × 0.88 = 31.8; six slips enter as 1.0: (1 + 4 + 5 × 0.85)/10 × 30 = 27.75
    expect(rows.find(each => each.name === '罗敏之')).toMatchObject({ total: '91.05', proposed: 'good' })
    expect(
      (
        await city.as('ocsB')(result.readResult, {
          params: { resultId: rows.find(each => each.name === '罗敏之')!.id },
        })
      ).status,
    ).toBe(404)
    expect(
      (
        await city.as('ocsB')(result.readResult, {
          params: { resultId: rows.find(each => each.name === '康乐山')!.id },
        })
      ).body,
    ).toMatchObject({ own: true, grade: 'average' })
  })
})

describe('R0.8 Party group secretaries, by the city committee', () => {
  it('its decision is entered with the document; the work committee runs nothing here', async () => {
    expect(
      (
        await city.as('staff')(api.openRound, {
          body: { cycleId, level: 'partyGroupSecretary', unitId: city.unit.city },
        })
      ).status,
    ).toBe(403)
    const round = await openAndStart(city, 'cityStaff', {
      cycleId,
      level: 'partyGroupSecretary',
      unitId: city.unit.city,
    })
    expect(round.sittings).toEqual([])
    expect((await rateSelf('pgsA', 'partyGroupSecretary', 'good')).status).toBe(200)
    expect((await rateAs('cityStaff', round, '白启明', 'good', '青委〔2026〕31号')).status).toBe(200)
    expect((await rateAs('cityStaff', round, '钟毓秀', 'fairlyGood', '青委〔2026〕31号')).status).toBe(200)
    expect((await rateAs('staff', round, '钟毓秀', 'good')).status).toBe(403)
    const grave = (value: string | null) =>
      city.as('cityStaff')(api.enterFacts, {
        params: { roundId: round.id },
        body: {
          entries: [
            { subjectId: subjectOf(round, '钟毓秀'), fact: 'weakOrganization', value, document: '青委〔2026〕8号' },
          ],
        },
      })
    const proposed = async () => {
      await city.as('cityStaff')(result.computeRound, { params: { roundId: round.id } })
      return (await city.as('cityStaff')(result.readResults, { params: { roundId: round.id } })).body.rows.find(
        each => each.name === '钟毓秀',
      )
    }
    await grave('1')
    expect(await proposed()).toMatchObject({ proposed: 'average', vetoes: ['weak'] })
    const rule = (target: string, kind: 'limit' | 'indicator' = 'limit') =>
      city.as('cityStaff')(result.ruleOnSubject, {
        params: { subjectId: subjectOf(round, '钟毓秀') },
        body: { kind, target, decision: '青委〔2026〕30号：整顿已验收，予以容错' },
      })
    expect((await rule('nothing')).problem.code).toBe('LIMIT_UNKNOWN')
    expect((await rule('nothing', 'indicator')).problem.errors?.[0]?.pointer).toBe('/target')
    expect((await rule('weak')).status).toBe(204)
    expect(await proposed()).toMatchObject({ proposed: 'fairlyGood', vetoes: [] })
    // Exempt from the pledges, what the panels gave stands for the whole.
    const before = await proposed()
    expect((await rule('pledge-completion', 'indicator')).status).toBe(204)
    const exempt = (await proposed())!
    expect(exempt.total).not.toBe(before?.total)
    const { trace } = (await city.as('cityStaff')(result.readResult, { params: { resultId: exempt.id } })).body
    expect(JSON.stringify(trace)).toContain('"exemptedBy":"青委〔2026〕30号：整顿已验收，予以容错"')
    expect((await city.as('cityStaff')(api.reopenRating, { params: { roundId: round.id } })).body.state).toBe('rating')
    const { filing: filed } = await finish('cityStaff', round, '2027-01-20')
    expect(filed).toMatchObject({ managingUnitName: '中共青澜市委', replay: { intact: true } })
    expect(filed.document).toContain('"level":"partyGroupSecretary"')
    expect(filed.document).toContain('"indicator":"pledge-completion"')
    expect(
      (await city.as('cityStaff')(filing.listEligibility, { query: { level: 'partyGroupSecretary' } })).body.of,
    ).toBe(2)
    expect((await city.as('cityStaff')(filing.listFilings, { query: {} })).body.items).toHaveLength(1)
    expect((await city.as('staff')(filing.listFilings, { query: {} })).body.items).toHaveLength(3)
  })

  it('two opening the same round at once: one opens it, one is told', async () => {
    const both = await Promise.all(
      ['ocsB', 'ocsB'].map(() =>
        city.as('ocsB')(api.openRound, { body: { cycleId, level: 'branchSecretary', unitId: city.unit.ocB } }),
      ),
    )
    expect(both.map(each => each.problem?.code ?? 'opened').toSorted()).toEqual([
      'NOBODY_TO_APPRAISE',
      'NOBODY_TO_APPRAISE',
    ])
    await arrangePledge(city, {
      cycleId,
      level: 'branchSecretary',
      person: 'secB1',
      unit: 'b1',
      reviewer: 'ocB',
      party: 50,
      business: 50,
    })
    const again = await Promise.all(
      ['ocsB', 'ocsB'].map(() =>
        city.as('ocsB')(api.openRound, { body: { cycleId, level: 'branchSecretary', unitId: city.unit.ocB } }),
      ),
    )
    expect(again.map(each => each.status).toSorted()).toEqual([200, 409])
  })
})

describe('R0.8 branch secretaries led by a district’s work committee', () => {
  it('it opens, runs and reads the round of its own branches; only they count as peers, and it is asked to', async () => {
    const add = async (name: string, upper: UnitKey) => {
      const unit_id = randomUUID()
      const named = { name, pinyin: '-', initials: '-' }
      await city.insert('organization_unit', {
        id: unit_id,
        code: name,
        kind: 'branch',
        ...named,
        founded_on: '2020-01-01',
      })
      const relation = { kind: 'leads', upper_id: city.unit[upper], lower_id: unit_id, from_on: '2020-01-01' }
      await city.insert('organization_relation', { id: randomUUID(), ...relation })
      return unit_id
    }
    const home = await add('东湖区机关支部', 'd1')
    await city.owner.query('select place_units($1)', [city.authorityId])
    const held = { unit_id: home, kind: 'secretary', from_on: '2020-01-01' }
    await city.insert('organization_post', { id: randomUUID(), person_id: city.person.memB1, ...held })
    const pledge = { level: 'branchSecretary', person: 'memB1', unit: 'd1', reviewer: 'd1' } as const
    await arrangePledge(city, { cycleId, ...pledge, party: 90, business: 90 })
    await city.owner.query('update pledge_pledge set unit_id = $1 where person_id = $2', [home, city.person.memB1])

    const asked = (await city.as('district')(readWaiting)).body
    expect(asked.pages[city.capacity.district]?.['/appraisal']).toBe(1)
    const body = { cycleId, level: 'branchSecretary' as const, unitId: city.unit.d1 }
    expect((await city.as('staff')(api.openRound, { body })).status).not.toBe(200)
    expect((await city.as('district')(api.listRounds, { query: {} })).body.openable).toMatchObject([
      { unitId: city.unit.d1 },
    ])
    const round = await openAndStart(city, 'district', body)
    expect(round.people.map(each => each.name)).toEqual(['姜知微'])
    expect(round.sittings.find(each => each.source === 'peer')).toMatchObject({ counted: 1, state: 'notRated' })
    const params = { roundId: round.id }
    const told = async (route: typeof api.startRating | typeof result.computeRound) =>
      (await city.as('district')(route, { params }, { headers: { 'accept-language': 'en' } })).problem.detail
    expect(await told(api.startRating)).toBe('The current state is "rating"; this step is not possible now')
    expect(await told(result.computeRound)).toContain('the first: Democratic appraisal (')
    for (const { id, state } of round.sittings.filter(each => each.state !== 'notRated'))
      expect([
        state,
        (await city.as('district')(api.waiveSitting, { params: { sittingId: id }, body: { reason: '没有召开' } }))
          .status,
      ]).toEqual(['notStarted', 200])
    expect((await city.as('district')(result.computeRound, { params })).body.organisationMissing).toEqual(['姜知微'])
    const other = { cycleId, level: 'branchSecretary' as const, unitId: city.unit.ocA }
    expect((await city.as('district')(api.openRound, { body: other })).status).toBe(404)
  })
})

describe('R0.9 the nightly replay', () => {
  const night = () => runJob(city.platform, { name: 'replay-sample', cron: '', run: replaySample })
  const alarms = () =>
    city.owner.query<{ object_id: string; kind: string }>(
      "select distinct i.object_id, p.kind from inbox_item i join organization_post p on p.person_id = i.person_id where i.kind = 'appraisal.replay-differs'",
    )
  const metric = () => register.getSingleMetricAsString('jiannuo_replay_differing')

  it('is silent while every filing is intact, and raises an alarm for a damaged one, once', async () => {
    await night()
    expect((await alarms()).rows).toEqual([])
    expect(await metric()).toMatch(/ 0$/)
    await city.owner.query('alter table appraisal_filing disable trigger append_only')
    const { rows } = await city.owner.query<{ id: string }>(
      `update appraisal_filing set document = replace(document, '"format":', '"format" :') where id = (select min(id::text)::uuid from appraisal_filing where level = 'organCommitteeSecretary') returning id`,
    )
    await city.owner.query('alter table appraisal_filing enable trigger append_only')
    await night()
    await night()
    const told = (await alarms()).rows
    expect(new Set(told.map(each => each.object_id))).toEqual(new Set([rows[0]!.id]))
    expect(told.map(each => each.kind)).toContain('workCommitteeStaff')
    expect(await metric()).toMatch(/ 1$/)
    const { rows: events } = await city.owner.query<{ object_id: string }>(
      "select object_id from audit_event where action = 'appraisal.replay-differs'",
    )
    expect(events.map(each => each.object_id)).toEqual([rows[0]!.id, rows[0]!.id])
  })
})
