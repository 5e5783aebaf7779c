import { readCalendar, recordLocalDays, withdrawLocalDay } from '@jiannuo/contract/calendar.ts'
import { createCycle } from '@jiannuo/contract/cycle.ts'
import { listApproved } from '@jiannuo/contract/pledge/notice.ts'
import { afterEach, beforeEach, expect, it, test } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'
import { proposePhases } from './phases.ts'

let city: TestCity
beforeEach(async () => {
  city = await openTestCity('2026-03-02')
})
afterEach(() => city?.close())

const paper = { reason: '台风红色预警，全市停工', document: '青政发电〔2026〕3号' }
const record = (from: string, working: boolean, through = from, who: 'staff' | 'ocsA' = 'staff') =>
  city.as(who)(recordLocalDays, { body: { from, through, working, ...paper } })
const year2026 = async () => (await city.as('memA1')(readCalendar, { params: { year: 2026 } })).body
const lastDay = async () => (await city.as('secA1')(listApproved)).body.lastDay

it('R0.5 a notice counts the city’s own days, and only while they stand', async () => {
  await city.as('staff')(createCycle, {
    body: {
      ...{
        year: 2026,
        title: '2026年度',
        noticeDays: 5,
        reviewDays: 5,
        objectionDays: 5,
        reportMaxCharacters: 1500,
        bounds: { lagRed: 10, lagYellow: 8, attentionYellow: 20, lowFulfilment: 60 },
      },
      phases: proposePhases(2026),
    },
  })
  expect(await lastDay()).toBe('2026-03-09')
  await record('2026-03-04', false)
  expect(await lastDay()).toBe('2026-03-10')
  await record('2026-03-07', true)
  expect(await lastDay()).toBe('2026-03-09')
  const storm = (await year2026()).local.find(d => d.day === '2026-03-04')!
  const withdrawn = { params: { dayId: storm.id }, body: { reason: '预警解除', document: '青政发电〔2026〕4号' } }
  expect((await city.as('staff')(withdrawLocalDay, withdrawn)).status).toBe(204)
  expect(await lastDay()).toBe('2026-03-07')
  expect((await city.as('staff')(withdrawLocalDay, withdrawn)).problem.code).toBe('LOCAL_DAY_WITHDRAWN')
})

test.each`
  today           | last            | why
  ${'2026-03-03'} | ${'2026-03-11'} | ${'the day before: the day off is passed over'}
  ${'2026-03-04'} | ${'2026-03-11'} | ${'on the day off itself'}
  ${'2026-03-05'} | ${'2026-03-12'} | ${'the day after: it no longer matters'}
`('R0.5 opened on $today it lasts through $last: $why', async ({ today, last }) => {
  await city.as('staff')(createCycle, {
    body: {
      ...{
        year: 2026,
        title: '2026年度',
        noticeDays: 5,
        reviewDays: 5,
        objectionDays: 5,
        reportMaxCharacters: 1500,
        bounds: { lagRed: 10, lagYellow: 8, attentionYellow: 20, lowFulfilment: 60 },
      },
      phases: proposePhases(2026),
    },
  })
  await record('2026-03-04', false)
  await city.moveTo(today)
  expect(await lastDay()).toBe(last)
})

it('R0.5 keeps every day with reason, document and the withdrawal, and counts the year by them', async () => {
  const before = (await year2026()).workingDays
  await record('2026-07-09', false, '2026-07-12')
  const { local, workingDays, published, days } = await year2026()
  expect(workingDays).toBe(before - 2)
  expect(published).toBe(true)
  expect(days.find(d => d.day === '2026-10-01')).toMatchObject({ working: false, name: { zh: '国庆节' } })
  expect(local.map(d => [d.day, d.working, d.document, d.recordedBy, d.withdrawn])).toEqual([
    ['2026-07-09', false, paper.document, '韩立群', null],
    ['2026-07-10', false, paper.document, '韩立群', null],
  ])
  const rows = await city.owner.query("select action from audit_event where action like 'calendar.%'")
  expect(rows.rowCount).toBe(2)
})

it('R0.5 says what is accepted, and writes nothing of a request with one bad day', async () => {
  await record('2026-07-09', false)
  expect((await record('2026-07-08', false, '2026-07-09')).problem).toMatchObject({
    code: 'LOCAL_DAY_EXISTS',
    detail: '2026-07-09已有本市规定：台风红色预警，全市停工',
  })
  expect((await record('2026-10-01', false)).problem.code).toBe('LOCAL_DAY_NEEDLESS')
  expect((await record('2026-07-08', false, '2026-07-07')).problem.errors?.[0]?.pointer).toBe('/through')
  expect((await record('2026-07-08', false, '2026-09-08')).problem.errors?.[0]?.pointer).toBe('/through')
  expect((await record('2026-02-30', false)).status).toBe(422)
  expect((await record('2026-07-08', false, '2026-07-08', 'ocsA')).status).toBe(403)
  expect((await year2026()).local.map(d => d.day)).toEqual(['2026-07-09'])
})
