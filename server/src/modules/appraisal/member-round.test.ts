import * as filing from '@jiannuo/contract/appraisal/filing.ts'
import * as rating from '@jiannuo/contract/appraisal/rating.ts'
import * as result from '@jiannuo/contract/appraisal/result.ts'
import type { Round } from '@jiannuo/contract/appraisal/round.ts'
import * as api from '@jiannuo/contract/appraisal/round.ts'
import { readScheme } from '@jiannuo/contract/appraisal/scheme.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import type { PersonKey } from '../../testing/fixture.ts'
import { replay } from './index.ts'
import { arrangeBranch, countBranch, type Entry, enterFor, gradesFor, partyDone, subjectOf } from './testing/arrange.ts'

let city: TestCity
let cycleId: string
let round: Round
const roundId = () => round.id
const run = (who: PersonKey = 'secA1') => city.as(who)
const read = async () => (await run()(api.readRound, { params: { roundId: roundId() } })).body
const results = async () => (await run()(result.readResults, { params: { roundId: roundId() } })).body
const rowOf = async (name: string) => (await results()).rows.find(each => each.name === name)!

beforeAll(async () => {
  city = await openTestCity('2026-12-20')
  cycleId = await arrangeBranch(city)
})
afterAll(() => city.close())

describe('R0.8 a member round, from opening to filing', () => {
  it.each`
    who         | status | why
    ${'memA1'}  | ${404} | ${'a member has no office'}
    ${'depA1'}  | ${403} | ${'the committee rates, the secretary runs'}
    ${'secA2'}  | ${404} | ${'a sibling'}
    ${'ocsB'}   | ${404} | ${'another organ'}
    ${'staff'}  | ${403} | ${'the work committee reads, the branch runs'}
    ${'pgsA'}   | ${403} | ${'the Party group leads concretely and grades nobody'}
    ${'system'} | ${404} | ${'an administrator has no business data'}
  `('$who opens none: $why', async ({ who, status }) => {
    const answer = await city.as(who)(api.openRound, { body: { cycleId, level: 'member', unitId: city.unit.a1 } })
    expect([answer.status, answer.problem.code]).toEqual([status, status === 404 ? 'NOT_FOUND' : 'NOT_ALLOWED'])
  })

  it('nobody is appraised where no pledge is in force', async () => {
    const answer = await city.as('ocsA')(api.openRound, { body: { cycleId, level: 'member', unitId: city.unit.a2 } })
    expect(answer.problem.code).toBe('NOBODY_TO_APPRAISE')
  })

  it('the branch secretary opens it; the shipped scheme becomes version 1; everybody with a pledge in force is listed', async () => {
    const list = await run()(api.listRounds)
    expect(list.body.openable).toEqual([
      { cycleId, level: 'member', unitId: city.unit.a1, unitName: '规划支部', subjects: 5 },
    ])
    const opened = await run()(api.openRound, { body: { cycleId, level: 'member', unitId: city.unit.a1 } })
    expect(opened.status).toBe(200)
    round = (await run()(api.readRound, { params: { roundId: opened.body.id } })).body
    expect(round.people.map(each => each.name).toSorted()).toEqual(
      ['何静言', '周海若', '唐志遥', '许知非', '陈砚青'].toSorted(),
    )
    expect(round.scheme).toMatchObject({ subject: 'member', year: 2026, version: 1, shipped: true })
    expect(round.sittings.map(each => [each.source, each.counted, each.takesAdded, each.state])).toEqual([
      ['democratic', 8, true, 'notStarted'],
      ['peer', 8, false, 'notStarted'],
    ])
    expect(
      (await run()(api.openRound, { body: { cycleId, level: 'member', unitId: city.unit.a1 } })).problem.code,
    ).toBe('ROUND_EXISTS')
    const scheme = await city.as('staff')(readScheme, { params: { schemeId: round.scheme.id } })
    expect(scheme.body.grades.map(each => each.title.zh)).toEqual(['优秀', '合格', '基本合格', '不合格'])
  })

  it('rating waits for its phase of the year', async () => {
    const early = await run()(api.startRating, { params: { roundId: roundId() } })
    expect(early.problem.code).toBe('PHASE_NOT_BEGUN')
    await city.moveTo('2026-12-22')
    expect((await run()(api.startRating, { params: { roundId: roundId() } })).body.state).toBe('rating')
  })

  it.each`
    who        | status
    ${'memA1'} | ${404}
    ${'memA2'} | ${404}
    ${'secA2'} | ${404}
    ${'ocsB'}  | ${404}
    ${'pgsA'}  | ${403}
    ${'staff'} | ${200}
    ${'ocsA'}  | ${200}
    ${'audit'} | ${404}
  `('$who reading the round gets $status', async ({ who, status }) => {
    expect((await city.as(who)(api.readRound, { params: { roundId: roundId() } })).status).toBe(status)
  })

  it('a person rates himself in the app, nobody else does it for him', async () => {
    const own = await city.as('memA1')(rating.listOwnAppraisals)
    expect(own.body.items).toMatchObject([
      { level: 'member', state: 'rating', mayRate: true, self: null, result: null },
    ])
    const params = { subjectId: own.body.items[0]!.subjectId }
    expect(
      (await city.as('mem2A1')(rating.rateSelf, { params, body: { grade: 'excellent', reason: '' } })).status,
    ).toBe(404)
    expect((await city.as('secA1')(rating.rateSelf, { params, body: { grade: 'excellent', reason: '' } })).status).toBe(
      404,
    )
    expect(
      (await city.as('memA1')(rating.rateSelf, { params, body: { grade: 'great', reason: '' } })).problem.code,
    ).toBe('GRADE_UNKNOWN')
    expect(
      (await city.as('memA1')(rating.rateSelf, { params, body: { grade: 'excellent', reason: '' } })).body.self?.grade,
    ).toBe('excellent')
    const other = (await city.as('mem2A1')(rating.listOwnAppraisals)).body.items[0]!
    await city.as('mem2A1')(rating.rateSelf, {
      params: { subjectId: other.subjectId },
      body: { grade: 'excellent', reason: '完成全部事项' },
    })
  })

  it('the branch committee rates, never itself, and takes no decision by document at this level', async () => {
    const rate = (who: PersonKey, name: string, grade: string, document: string | null = null) =>
      city.as(who)(rating.rateAsOrganisation, {
        params: { subjectId: subjectOf(round, name) },
        body: { grade, reason: '支委会研究', document },
      })
    expect((await rate('secA1', '周海若', 'excellent')).problem.code).toBe('RATING_ONESELF')
    expect((await rate('secA1', '陈砚青', 'excellent', '青委〔2026〕1号')).problem.code).toBe('DOCUMENT_NOT_TAKEN')
    expect((await rate('memA1', '何静言', 'excellent')).status).toBe(404)
    for (const name of ['陈砚青', '何静言']) expect((await rate('secA1', name, 'excellent')).status).toBe(200)
    for (const name of ['许知非', '唐志遥']) expect((await rate('secA1', name, 'qualified')).status).toBe(200)
    expect((await rate('depA1', '周海若', 'qualified')).status).toBe(200)
    const list = await city.as('depA1')(rating.listOrganisationRatings, { params: { roundId: roundId() } })
    expect(list.body.rows.find(each => each.name === '许知非')).toMatchObject({ fulfilment: '0.7', mayRate: false })
  })
})

describe('R0.8 grades proposed and decided', () => {
  it('both paper panels are counted', async () => {
    expect((await run()(result.computeRound, { params: { roundId: roundId() } })).problem.code).toBe(
      'PANELS_UNFINISHED',
    )
    await countBranch(city, round)
  })

  const facts = (entries: Entry[]) => enterFor(city, 'secA1', round, entries)
  const compute = () => run()(result.computeRound, { params: { roundId: roundId() } })
  const grades = (given: Record<string, string>, reason?: Record<string, string>) => gradesFor(round, given, reason)
  const decide = async (
    body: { meeting: string; meetingOn: string; grades: ReturnType<typeof grades>; version?: string },
    who: PersonKey = 'secA1',
  ) =>
    city.as(who)(result.decideGrades, {
      params: { roundId: roundId() },
      body: { version: (await results()).version, ...body },
    })
  const meeting = { meeting: '规划支部支委会', meetingOn: '2026-12-22' }

  it('what the system holds itself is not entered, and figures have a range', async () => {
    expect((await facts([{ name: '陈砚青', fact: 'pledgeCompletion', value: '1' }])).problem.errors?.[0]?.pointer).toBe(
      '/entries/0/fact',
    )
    expect(
      (await facts([{ name: '陈砚青', fact: 'meetingCompliance', value: '90' }])).problem.errors?.[0]?.pointer,
    ).toBe('/entries/0/value')
    expect((await facts([{ name: '许知非', fact: 'trainingHours', value: '16' }])).status).toBe(200)
  })

  it('a tie at the cap is left to the meeting; a probationary member takes part without a grade', async () => {
    expect((await compute()).body).toEqual({ scored: 5, toBeDecided: 2, blocked: 0, organisationMissing: [] })
    const table = await results()
    expect(
      table.rows
        .slice(0, 2)
        .map(each => [each.name, each.total, each.proposed, each.toBeDecided, each.free])
        .toSorted(),
    ).toEqual([
      ['何静言', '100', 'qualified', true, ['excellent', 'qualified']],
      ['陈砚青', '100', 'qualified', true, ['excellent', 'qualified']],
    ])
    expect(table.rows.find(each => each.name === '唐志遥')).toMatchObject({ ungraded: true, proposed: null })
    expect(table.places).toEqual([{ grade: 'excellent', seats: 1, of: 5, given: 0, tied: 2 }])
    // 周海若: pledges 0.8 × 50 = 40; votes without a self rating: peer 6.4/7 → 0.9, democratic 9.1/10, organisation 0.85: (2×0.9 + 4×0.91 + 3×0.85)/9 × 30 = 26.6333; (40 + 26.6333) × 100/80 = 83.29
    expect((await rowOf('周海若')).total).toBe('83.29')
  })

  it('a pool of 5–9 slips reaches the trace as its rounded mean only', async () => {
    const row = await rowOf('周海若')
    const shown = (await run()(result.readResult, { params: { resultId: row.id } })).body
    expect(shown.sources.find(each => each.source === 'peer')).toMatchObject({
      rated: true,
      release: { kind: 'bands', approval: 'from90', worstOverThird: false },
    })
    expect(shown.sources.find(each => each.source === 'democratic')?.release).toMatchObject({ kind: 'counts', n: 10 })
    expect(JSON.stringify(shown.trace)).not.toContain('0.914')
    const { steps } = shown.trace as unknown as {
      steps: { sources?: { source: string; n: number; mean: unknown }[] }[]
    }
    expect(steps.flatMap(each => each.sources ?? []).find(each => each.source === 'peer')).toMatchObject({
      n: 7,
      mean: { value: '0.9' },
    })
  })

  it('R0.9 nobody sees his own result before the release, or another’s ever', async () => {
    const { id } = await rowOf('陈砚青')
    for (const who of ['memA1', 'mem2A1', 'depA1', 'memA2', 'ocsB', 'pgsA'] as const)
      expect((await city.as(who)(result.readResult, { params: { resultId: id } })).status).toBe(404)
    expect((await city.as('memA1')(rating.listOwnAppraisals)).body.items[0]!.result).toBeNull()
  })

  it('what changes after the computation must be computed again before the decision', async () => {
    await facts([{ name: '许知非', fact: 'trainingHours', value: '20' }])
    expect((await read()).stale).toBe(true)
    const all = { 陈砚青: 'excellent', 何静言: 'qualified', 周海若: 'qualified', 许知非: 'basic' }
    expect((await decide({ ...meeting, grades: grades(all) })).problem.code).toBe('RESULT_STALE')
    await compute()
    expect((await read()).stale).toBe(false)
  })

  it('other than proposed needs a written reason, and nothing resists it; the departures are named', async () => {
    const proposed = Object.fromEntries(
      (await results()).rows.filter(each => !each.ungraded).map(each => [each.name, each.proposed]),
    )
    expect(proposed).toEqual({ 陈砚青: 'qualified', 何静言: 'qualified', 周海若: 'qualified', 许知非: 'qualified' })
    const given = { 陈砚青: 'excellent', 何静言: 'excellent', 周海若: 'qualified', 许知非: 'basic' }
    const missing = await decide({ ...meeting, grades: grades(given) })
    expect(missing.problem.errors?.map(each => each.pointer)).toEqual(['/grades/3/reason'])
    expect(
      (await decide({ ...meeting, grades: grades({ ...given, 唐志遥: 'excellent' }, { 许知非: '…' }) })).problem
        .errors?.[0]?.pointer,
    ).toBe('/grades/4/grade')
    expect((await decide({ ...meeting, grades: grades({ 陈砚青: 'excellent' }) })).problem.errors).toHaveLength(3)
    expect(
      (await decide({ ...meeting, meetingOn: '2027-01-30', grades: grades(given, { 许知非: '会议认为' }) })).problem
        .errors?.[0]?.pointer,
    ).toBe('/meetingOn')
    expect((await decide({ ...meeting, grades: grades(given, { 许知非: '会议认为' }) }, 'memA1')).status).toBe(404)
    expect((await decide({ ...meeting, grades: grades(given, { 许知非: '会议认为' }) }, 'staff')).status).toBe(403)
    const { version } = await results()
    const decided = await decide({ ...meeting, grades: grades(given, { 许知非: '业务承诺完成不到六成' }) })
    expect(decided.body.departures.map(each => [each.kind, each.say.zh])).toEqual([
      ['otherThanProposed', '许知非：拟定合格，定为基本合格'],
      ['capExceeded', '“优秀”定了2人，名额1人'],
    ])
    // A page opened before that decision does not silently replace it.
    expect((await decide({ ...meeting, version, grades: grades(given, { 许知非: '…' }) })).problem.code).toBe(
      'CHANGED_MEANWHILE',
    )
  })

  it('what changes after the decision asks for a new computation only of who decides anew', async () => {
    const given = { 陈砚青: 'excellent', 何静言: 'excellent', 周海若: 'qualified', 许知非: 'basic' }
    const again = () => decide({ ...meeting, grades: grades(given, { 许知非: '业务承诺完成不到六成' }) })
    await partyDone(city, 'secA1', 85)
    expect((await again()).problem.code).toBe('RESULT_STALE')
    expect((await compute()).status).toBe(200)
    expect((await results()).rows.find(each => each.name === '陈砚青')).toMatchObject({ grade: 'excellent' })
    expect((await again()).status).toBe(200)
  })

  it('no grade stands without a decider', async () => {
    await expect(
      city.owner.query("update appraisal_result set grade = 'excellent', decided_by = null"),
    ).rejects.toThrow('decided_by_a_person')
  })
})

describe('R0.9 objection and filing', () => {
  let resultId: string
  const objections = () => run()(result.listObjections, { query: {} })

  it('the person sees result and trace after the release and objects to one part of it', async () => {
    resultId = (await rowOf('许知非')).id
    const released = await run()(result.releaseResults, { params: { roundId: roundId() } })
    expect(released.body.state).toBe('objection')
    expect(released.body.objectionUntil! > '2026-12-28').toBe(true)
    const own = await city.as('depA1', 'member')(result.readResult, { params: { resultId } })
    expect(own.body).toMatchObject({ own: true, mayObject: true, grade: 'basic', reason: '业务承诺完成不到六成' })
    expect((await city.as('memA1')(result.readResult, { params: { resultId } })).status).toBe(404)
    const object = (who: PersonKey, node: string) =>
      city.as(who, 'member')(result.raiseObjection, {
        params: { resultId },
        body: { node, text: '组织生活参加了12次，没有计入' },
      })
    expect((await object('memA1', 'meetings')).status).toBe(404)
    expect((await object('depA1', 'nothing')).problem.code).toBe('NODE_UNKNOWN')
    expect((await object('depA1', 'meetings')).body.objection).toMatchObject({
      state: 'raised',
      nodeTitle: { zh: '参加组织生活' },
    })
    expect((await object('depA1', 'grade')).problem.code).toBe('OBJECTION_EXISTS')
  })

  it('an open objection and an open period stand against filing', async () => {
    const preview = await run()(filing.previewFiling, { params: { roundId: roundId() } })
    expect(preview.body.obstacles).toHaveLength(2)
    expect((await run()(filing.fileRound, { params: { roundId: roundId() } })).problem.code).toBe('FILING_OBSTACLE')
  })

  it('it is answered in writing by those who decide, here corrected by new facts and a new computation', async () => {
    const [waiting] = (await objections()).body.items
    const params = { objectionId: waiting!.id }
    const body = {
      answer: '核对签到记录，参加12次，予以更正',
      outcome: {
        kind: 'recomputed' as const,
        facts: [{ fact: 'meetingCompliance', value: '1', document: '签到记录' }],
      },
    }
    expect((await city.as('memA1')(result.answerObjection, { params, body })).status).toBe(404)
    expect((await city.as('secA2')(result.answerObjection, { params, body })).status).toBe(404)
    expect((await city.as('staff')(result.answerObjection, { params, body })).status).toBe(403)
    expect((await run()(result.examineObjection, { params })).status).toBe(204)
    const before = (await rowOf('许知非')).total
    // What others have done since the release moves nobody's released total.
    const others = (await results()).rows.filter(each => each.name !== '许知非').map(each => [each.name, each.total])
    await partyDone(city, 'secA1', 10)
    const answered = await run()(result.answerObjection, { params, body })
    expect(answered.body).toMatchObject({ state: 'corrected', grade: 'qualified' })
    expect(Number(answered.body.total)).toBeGreaterThan(Number(before))
    expect((await run()(result.answerObjection, { params, body })).problem.code).toBe('STATE_CONFLICT')
    const own = (await city.as('depA1', 'member')(result.readResult, { params: { resultId } })).body
    expect(own.objection).toMatchObject({ state: 'corrected', answer: '核对签到记录，参加12次，予以更正' })
    expect((await results()).rows.filter(each => each.name !== '许知非').map(each => [each.name, each.total])).toEqual(
      others,
    )
    expect(await rowOf('陈砚青')).toMatchObject({ grade: 'excellent' })
  })

  it('after the period it is filed with the organ committee, once, and can be replayed', async () => {
    await city.moveTo('2027-01-20')
    expect(
      (
        await city.as('mem2A1')(result.raiseObjection, {
          params: { resultId: (await rowOf('何静言')).id },
          body: { node: 'grade', text: '…' },
        })
      ).problem.code,
    ).toBe('OBJECTION_OVER')
    expect((await city.as('staff')(filing.fileRound, { params: { roundId: roundId() } })).status).toBe(403)
    const filed = await run()(filing.fileRound, { params: { roundId: roundId() } })
    expect(filed.status).toBe(200)
    expect((await run()(filing.fileRound, { params: { roundId: roundId() } })).problem.code).toBe('STATE_CONFLICT')
    const shown = (await city.as('ocsA')(filing.readFiling, { params: { filingId: filed.body.filingId } })).body
    expect(shown).toMatchObject({
      managingUnitName: '市水务局机关党委',
      replay: { intact: true, differences: [] },
      document: null,
      subjects: 5,
    })
    expect(shown.rows.find(each => each.name === '许知非')?.grade?.id).toBe('qualified')
    for (const who of ['memA1', 'secA2', 'ocsB'] as const)
      expect((await city.as(who)(filing.readFiling, { params: { filingId: filed.body.filingId } })).status).not.toBe(
        200,
      )
  })

  it('filed rows are immutable even for the owner, and a changed document is detected', async () => {
    await expect(city.owner.query("update appraisal_filing set document = 'x'")).rejects.toThrow('append-only')
    await expect(city.owner.query("update appraisal_result set grade = 'unqualified'")).rejects.toThrow('immutable')
    await expect(city.owner.query('delete from appraisal_filed_result')).rejects.toThrow('append-only')
    const { rows } = await city.owner.query<{ document: string; sha256: string }>(
      'select document, sha256 from appraisal_filing',
    )
    const { document, sha256 } = rows[0]!
    expect(replay(document, sha256)).toEqual({ intact: true, sha256, differences: [] })
    expect(replay(document.replace('"value":"excellent"', '"value":"unqualified"'), sha256).differences).toContain(
      'sha256',
    )
    const forged = replay(document.replace('"total":100', '"total":99'), sha256)
    expect(forged.differences.some(each => each.startsWith('result of'))).toBe(true)
    expect(replay('{', sha256).intact).toBe(false)
  })

  it('R4.10 the list says who may be put forward, and why not', async () => {
    const list = (await run()(filing.listEligibility, { query: { level: 'member' } })).body
    const of = (name: string) => list.items.find(each => each.name === name)!.uses
    expect(list).toMatchObject({ year: 2026, of: 4, eligible: { outstandingMember: 2, promotion: 3 } })
    expect(of('陈砚青').every(each => each.eligible)).toBe(true)
    expect(of('许知非').map(each => each.why.map(why => why.zh))).toEqual([
      ['需要“优秀”以上等次', '业务承诺完成率低于60%，原则上不列入'],
      ['业务承诺完成率低于60%，原则上不列入'],
    ])
    const page = async (after?: string) =>
      (await run()(filing.listEligibility, { query: { level: 'member', use: 'promotion', limit: 2, after } })).body
    const first = await page()
    const second = await page(first.next!)
    expect(first.items).toHaveLength(2)
    expect([...first.items, ...second.items].map(each => each.id)).toEqual(
      list.items.filter(each => each.uses.some(one => one.use.id === 'promotion' && one.eligible)).map(each => each.id),
    )
    expect(second).toMatchObject({ next: null, eligible: list.eligible })
    expect((await city.as('memA1')(filing.listEligibility, { query: { level: 'member' } })).status).toBe(403)
    expect((await city.as('ocsB')(filing.listEligibility, { query: { level: 'member' } })).body.of).toBe(0)
  })
})
