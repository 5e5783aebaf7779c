import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { exportFacts, FactTable, listFacts, readFactRecords } from '@jiannuo/contract/facts.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import { readValue } from './as-of.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity('2026-07-08')
})
afterAll(() => city.close())

interface Given {
  kind: string
  on: string
  value: string
  period?: string
  recorded?: string
  reverses?: string
}
async function entry(
  { kind, on, value, period, recorded = `${on}T04:00:00Z`, reverses }: Given,
  who = 'memA1' as const,
) {
  const id = randomUUID()
  await city.insert('fact_entry', {
    ...{ id, kind, value, period: period ?? null, reverses: reverses ?? null, on_day: on, recorded_at: recorded },
    ...{ subject_id: city.person[who], unit_id: city.unit.a1, source_module: 'import', source_id: `${randomUUID()}#3` },
  })
  return id
}
const ask = async (factId: string, query: { period: string; cutOff?: string }, who: 'memA1' | 'secA1' = 'secA1') =>
  (await city.as(who)(readFactRecords, { params: { subjectId: city.person.memA1, factId }, query })).body

describe('R4.5 a number over a month, a quarter and a year', () => {
  it('adds what can be added, and lets a statement for the very period go first', async () => {
    await entry({ kind: 'themeDays', on: '2026-01-10', value: '1' })
    await entry({ kind: 'themeDays', on: '2026-02-10', value: '1' })
    await entry({ kind: 'themeDays', on: '2026-04-10', value: '1' })
    expect((await ask('themeDays', { period: '2026' })).value).toBe('3')
    expect((await ask('themeDays', { period: '2026-Q1' })).value).toBe('2')
    expect((await ask('themeDays', { period: '2026-03' })).value).toBeNull()
    await entry({ kind: 'themeDays', on: '2026-06-30', value: '7', period: '2026' })
    expect(await ask('themeDays', { period: '2026' })).toMatchObject({ value: '7', reading: 'last' })
  })
  it('the same cut-off gives the same number after a correction', async () => {
    const wrong = await entry({ kind: 'trainingHours', on: '2026-03-05', value: '8.5' })
    expect((await ask('trainingHours', { period: '2026', cutOff: '2026-03-31' })).value).toBe('8.5')
    const reversal = { kind: 'trainingHours', on: '2026-03-05', value: '-8.5', recorded: '2026-04-20T02:00:00Z' }
    await entry({ ...reversal, reverses: wrong })
    await entry({ kind: 'trainingHours', on: '2026-03-05', value: '6', recorded: '2026-04-20T02:00:00Z' })
    expect((await ask('trainingHours', { period: '2026', cutOff: '2026-03-31' })).value).toBe('8.5')
    const now = await ask('trainingHours', { period: '2026' })
    expect([now.value, now.records.map(each => each.value)]).toEqual(['6', ['6']])
  })
  it('never counts parts of two lengths twice, and adds exactly', () => {
    const at = { subjectId: 's', kind: 'k', entries: 1, mean: '1', last: '1' }
    const month = { ...at, grain: 'month' as const, sum: '0.1' }
    expect(readValue('sum', [month, { ...at, grain: 'quarter', sum: '0.3' }])?.value).toBe('0.1')
    expect(readValue('sum', [month, { ...at, grain: 'event', sum: '0.2' }])?.value).toBe('0.3')
    expect(readValue('sum', [])).toBeNull()
    expect(periodOf('2026-Q9')).toBeNull()
  })
  it('refuses a cut-off to come', async () => {
    const request = { params: { subjectId: city.person.memA1, factId: 'honours' } }
    const answer = await city.as('secA1')(readFactRecords, {
      ...request,
      query: { period: '2026', cutOff: '2026-12-31' },
    })
    expect(answer.status).toBe(422)
  })
})

describe('R2.10 who may look behind a number', () => {
  it('the person himself, and nobody beside him', async () => {
    expect((await ask('themeDays', { period: '2026' }, 'memA1')).records).toHaveLength(4)
    const request = { params: { subjectId: city.person.memA1, factId: 'themeDays' }, query: { period: '2026' } }
    expect((await city.as('mem2A1')(readFactRecords, request)).status).toBe(404)
    expect((await city.as('secB1')(readFactRecords, request)).status).toBe(404)
  })
  it('what is for the leadership stays with it', async () => {
    const request = { params: { subjectId: city.person.memA1, factId: 'graveViolations' }, query: { period: '2026' } }
    expect((await city.as('secA1')(readFactRecords, request)).status).toBe(403)
    expect((await city.as('ocsA')(readFactRecords, request)).body.value).toBeNull()
  })
})

it('R4.7 the table of a period holds every subject once, with its scopes and what is known', async () => {
  const { raw } = await city.as('staff')(exportFacts, { query: { period: '2026' } })
  const table = FactTable.parse(JSON.parse(gunzipSync(raw).toString('utf8')))
  const at = table.subjects.indexOf(city.person.memA1)
  expect([table.about[at], table.facts.trainingHours?.[at]]).toEqual(['member', '6'])
  expect(table.scopes.organ?.names[table.scopes.organ.at[at]!]).toBe('市水务局机关党委')
  expect(new Set(table.subjects).size).toBe(table.subjects.length)
  expect(table.subjects).toContain(city.unit.ocA)
  expect(Object.values(table.facts).every(column => column.length === table.subjects.length)).toBe(true)
  const log = await city.owner.query("select 1 from audit_event where action = 'facts.export'")
  expect(log.rowCount).toBe(1)
})

it('R4.7 the catalogue is open to everyone in a business capacity', async () => {
  const { facts } = (await city.as('memA1')(listFacts)).body
  expect(facts.find(each => each.id === 'businessScore')).toMatchObject({ unit: 'points', max: 120, direction: 'up' })
})
