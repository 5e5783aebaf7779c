import * as rating from '@jiannuo/contract/appraisal/rating.ts'
import * as result from '@jiannuo/contract/appraisal/result.ts'
import type { Round } from '@jiannuo/contract/appraisal/round.ts'
import * as api from '@jiannuo/contract/appraisal/round.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import type { PersonKey } from '../../../testing/fixture.ts'
import { arrangeBranch, countFor, openAndStart, subjectOf } from '../testing/arrange.ts'

let city: TestCity
let round: Round
const roundId = () => round.id
const run = (who: PersonKey = 'secA1') => city.as(who)
const read = async () => (await run()(api.readRound, { params: { roundId: roundId() } })).body
const sitting = (source: string) => round.sittings.find(each => each.source === source)!

beforeAll(async () => {
  city = await openTestCity('2026-12-22')
  const cycleId = await arrangeBranch(city)
  round = await openAndStart(city, 'secA1', { cycleId, level: 'member', unitId: city.unit.a1 })
})
afterAll(() => city.close())

describe('R0.8 paper slips counted by two tellers', () => {
  const name = (who: PersonKey) => city.person[who as keyof TestCity['person']]
  const prepare = (firstTeller: PersonKey, secondTeller: PersonKey, source = 'peer', added: number | null = null) =>
    run()(api.prepareSitting, {
      params: { sittingId: sitting(source).id },
      body: { added, firstTeller: name(firstTeller), secondTeller: name(secondTeller) },
    })

  it.each`
    first      | second     | why
    ${'memA2'} | ${'memA2'} | ${'one person'}
    ${'memA1'} | ${'memA2'} | ${'appraised in this round'}
    ${'memB1'} | ${'memA2'} | ${'from another organ'}
  `('$first and $second are refused: $why', async ({ first, second }) => {
    expect((await prepare(first, second)).problem.code).toBe('TELLER_UNFIT')
  })

  it('candidates are members of the organ who are not appraised', async () => {
    const found = await run()(api.listTellerCandidates, { params: { sittingId: sitting('peer').id }, query: { q: '' } })
    expect(found.body.people.map(each => each.name).toSorted()).toEqual(
      ['戴云归', '方文渊', '林晓岚', '白启明', '祝长青', '罗敏之'].toSorted(),
    )
    const byPinyin = await run()(api.listTellerCandidates, {
      params: { sittingId: sitting('peer').id },
      query: { q: 'lin' },
    })
    expect(byPinyin.body.people.map(each => each.name)).toEqual(['林晓岚'])
  })

  it('a pool with representatives needs their number', async () => {
    expect((await prepare('memA2', 'ocsA', 'democratic')).problem.code).toBe('REPRESENTATIVES_MISSING')
    expect((await prepare('memA2', 'ocsA', 'democratic', 4)).body).toMatchObject({ entitled: 12, state: 'open' })
    expect((await prepare('memA2', 'ocsA')).status).toBe(200)
  })

  const sheetOf = (who: PersonKey) =>
    city.as(who, 'member')(rating.readTelling, { params: { sittingId: sitting('peer').id } })
  const good = () =>
    countFor(round.people, 8, { excellent: 3, qualified: 4 }, { 陈砚青: { excellent: 7 }, 何静言: { excellent: 7 } })
  const enterFirst = (body = good(), who: PersonKey = 'memA2') =>
    city.as(who, 'member')(rating.enterFirstCount, { params: { sittingId: sitting('peer').id }, body })
  const enterSecond = (body = good(), who: PersonKey = 'ocsA') =>
    city.as(who, 'member')(rating.enterSecondCount, { params: { sittingId: sitting('peer').id }, body })

  it('only its two tellers find the sheet', async () => {
    for (const who of ['memA1', 'secA2', 'memB1'] as const) expect((await sheetOf(who)).status).toBe(404)
    expect((await city.as('system')(rating.readTelling, { params: { sittingId: sitting('peer').id } })).status).toBe(
      404,
    )
    expect((await sheetOf('memA2')).body).toMatchObject({
      teller: 'first',
      turn: 'mine',
      other: '罗敏之',
      entitled: 8,
      mostPerSubject: 7,
    })
    expect((await sheetOf('ocsA')).body).toMatchObject({ teller: 'second', turn: 'waiting' })
    expect((await enterFirst(good(), 'ocsA')).problem.code).toBe('STATE_CONFLICT')
    expect((await enterSecond()).problem.code).toBe('STATE_CONFLICT')
  })

  it.each`
    change                                                                                          | pointer                 | why
    ${(b: rating.SlipCount) => ({ ...b, handedOut: 9 })}                                            | ${'/handedOut'}         | ${'more than entitled'}
    ${(b: rating.SlipCount) => ({ ...b, handedOut: 7, returned: 8 })}                               | ${'/returned'}          | ${'more returned than handed out'}
    ${(b: rating.SlipCount) => ({ ...b, counts: b.counts.slice(1) })}                               | ${'/counts'}            | ${'a person left out'}
    ${(b: rating.SlipCount) => ({ ...b, counts: b.counts.map(c => ({ ...c, invalid: 2 })) })}       | ${'/counts/0'}          | ${'nobody has a slip of his own'}
    ${(b: rating.SlipCount) => ({ ...b, counts: b.counts.map(c => ({ ...c, grades: { a: 1 } })) })} | ${'/counts/0/grades/a'} | ${'no such grade'}
  `('a count is refused with its place: $why', async ({ change, pointer }) => {
    const answer = await enterFirst(change(good()))
    expect(answer.status).toBe(422)
    expect(answer.problem.errors?.map(each => each.pointer)).toContain(pointer)
  })

  it('the second count is blind: differing cells are named, never the first figures', async () => {
    expect((await enterFirst()).body.turn).toBe('theirs')
    expect((await read()).sittings.find(each => each.source === 'peer')).toMatchObject({
      state: 'sealed',
      handedOut: null,
      returned: null,
    })
    const wrong = {
      ...good(),
      counts: good().counts.map(c =>
        c.subjectId === subjectOf(round, '周海若') ? { ...c, grades: { excellent: 4, qualified: 3 } } : c,
      ),
    }
    const answer = await enterSecond(wrong)
    const subjectId = subjectOf(round, '周海若')
    expect(answer.body).toMatchObject({ matched: false, triesLeft: 2 })
    expect(answer.body.differing).toHaveLength(2)
    expect(answer.body.differing).toEqual(
      expect.arrayContaining([
        { subjectId, grade: 'excellent' },
        { subjectId, grade: 'qualified' },
      ]),
    )
    expect((await run()(result.computeRound, { params: { roundId: roundId() } })).problem.code).toBe(
      'PANELS_UNFINISHED',
    )
    await enterSecond(wrong)
    expect((await enterSecond(wrong)).body).toMatchObject({
      matched: false,
      triesLeft: 0,
      sheet: { turn: 'waiting', rejected: 1 },
    })
  })

  it('after three disagreements both count again; agreement confirms', async () => {
    expect((await sheetOf('memA2')).body.turn).toBe('mine')
    await enterFirst()
    expect((await enterSecond()).body).toMatchObject({ matched: true, sheet: { turn: 'done' } })
    expect((await enterFirst()).problem.code).toBe('STATE_CONFLICT')
    expect((await read()).sittings.find(each => each.source === 'peer')).toMatchObject({
      state: 'valid',
      handedOut: 8,
      returned: 8,
    })
  })

  it('the tellers cannot read each other’s figures from the database either', async () => {
    const { rows } = await city.owner.query('select distinct entered_by from appraisal_count')
    expect(rows).toEqual([{ entered_by: city.person.memA2 }])
    await city.owner.query('begin')
    await city.owner.query('set local role jiannuo_app')
    const { rows: sessions } = await city.owner.query<{ n: number }>('select count(*)::int as n from appraisal_slip')
    await city.owner.query('rollback')
    expect(sessions).toEqual([{ n: 0 }])
  })

  it('the democratic panel of ten or more slips enters with its counts', async () => {
    const usual = { excellent: 4, qualified: 6 }
    const best = { excellent: 10 }
    const body = countFor(round.people, 12, usual, { 陈砚青: best, 何静言: best })
    const params = { sittingId: sitting('democratic').id }
    await city.as('memA2', 'member')(rating.enterFirstCount, { params, body })
    expect((await city.as('ocsA', 'member')(rating.enterSecondCount, { params, body })).body.matched).toBe(true)
  })
})
