import { answerAdvice, giveAdvice, listAdvice } from '@jiannuo/contract/organization/advice.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-03-02')
})
afterAll(() => city?.close())

const text = '建议把年中自查和主题党日错开安排'
const give = (who: 'staff' | 'district' | 'ocsA' | 'memA1', unitId: string) =>
  city.as(who)(giveAdvice, { params: { unitId }, body: { text } })
const titles = async (person: string) =>
  (
    await city.owner.query('select title_zh from inbox_item where person_id = $1 and kind like $2 order by sent_at', [
      person,
      'advice.%',
    ])
  ).rows.map(r => r.title_zh)

describe('suggestions of a guiding body', () => {
  it('R3.1 go to what it only guides, to nothing it leads, and from nobody else', async () => {
    expect((await give('staff', city.unit.ocA)).status).toBe(403)
    expect((await give('ocsA', city.unit.d1)).status).toBe(403)
    expect((await give('memA1', city.unit.d1)).status).toBe(403)
    expect((await give('district', city.unit.wc)).status).toBe(403)
    expect(
      (await city.as('staff')(giveAdvice, { params: { unitId: city.unit.d1 }, body: { text: '好' } })).problem.code,
    ).toBe('INVALID_INPUT')
  })

  it('R3.1 are answered once in writing, both sides see them and are told, others see nothing', async () => {
    const given = (await give('staff', city.unit.d1)).body
    expect(given).toMatchObject({
      fromUnitId: city.unit.wc,
      toUnitId: city.unit.d1,
      text,
      answer: null,
      mayAnswer: false,
    })
    expect(await titles(city.person.district)).toEqual([`${given.fromUnitName}提了一条意见建议，请书面答复`])
    expect((await city.as('district')(listAdvice)).body.items).toMatchObject([{ id: given.id, mayAnswer: true }])
    expect((await city.as('ocsA')(listAdvice)).body.items).toEqual([])
    expect((await city.as('memA1')(listAdvice)).status).toBe(403)

    const answer = { params: { adviceId: given.id }, body: { answer: '已错开，五月调整' } }
    expect((await city.as('staff')(answerAdvice, answer)).status).toBe(403)
    expect((await city.as('ocsA')(answerAdvice, answer)).status).toBe(404)
    expect((await city.as('district')(answerAdvice, answer)).body).toMatchObject({
      answer: '已错开，五月调整',
      mayAnswer: false,
    })
    expect((await city.as('district')(answerAdvice, answer)).problem.code).toBe('STATE_CONFLICT')
    expect(await titles(city.person.staff)).toEqual([`${given.toUnitName}答复了您单位的意见建议`])
    expect((await city.as('staff')(listAdvice)).body.items).toMatchObject([
      { id: given.id, answer: '已错开，五月调整' },
    ])
  })

  it('R3.1 are listed page by page, those to answer first', async () => {
    const later = (await give('staff', city.unit.d1)).body
    const first = (await city.as('district')(listAdvice, { query: { limit: 1 } })).body
    expect(first.items).toMatchObject([{ id: later.id, mayAnswer: true }])
    const second = (await city.as('district')(listAdvice, { query: { limit: 1, after: first.next! } })).body
    expect(second).toMatchObject({ items: [{ mayAnswer: false }], next: null })
  })
})
