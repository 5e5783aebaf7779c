import { addDays } from '@jiannuo/rules/day.ts'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, COVERED, isAssumed, isWorkingDay, workingDaysBetween } from './working-days.ts'

describe('working days', () => {
  test.each`
    day             | working  | why
    ${'2026-09-30'} | ${true}  | ${'the day before National Day'}
    ${'2026-10-01'} | ${false} | ${'National Day, a Thursday'}
    ${'2026-10-07'} | ${false} | ${'last day of the holiday, a Wednesday'}
    ${'2026-10-08'} | ${true}  | ${'back at work'}
    ${'2026-10-10'} | ${true}  | ${'make-up Saturday of National Day'}
    ${'2026-09-20'} | ${true}  | ${'make-up Sunday of National Day'}
    ${'2026-10-11'} | ${false} | ${'an ordinary Sunday'}
    ${'2026-02-14'} | ${true}  | ${'make-up Saturday before Spring Festival'}
    ${'2026-02-16'} | ${false} | ${'Spring Festival eve'}
    ${'2026-02-23'} | ${false} | ${'last day of Spring Festival, a Monday'}
    ${'2026-02-28'} | ${true}  | ${'make-up Saturday after Spring Festival'}
    ${'2025-01-26'} | ${true}  | ${'make-up Sunday of Spring Festival 2025'}
    ${'2026-01-02'} | ${false} | ${'New Year holiday, a Friday'}
    ${'2026-01-04'} | ${true}  | ${'make-up Sunday of New Year'}
    ${'2026-12-31'} | ${true}  | ${'last day of the year, a Thursday'}
    ${'2026-07-11'} | ${false} | ${'an ordinary Saturday'}
  `('$day is a working day: $working, $why', ({ day, working }) => {
    expect(isWorkingDay(day)).toBe(working)
    expect(isAssumed(day)).toBe(false)
  })

  test.each`
    from            | n     | expected        | why
    ${'2026-07-08'} | ${5}  | ${'2026-07-15'} | ${'Wednesday to Wednesday'}
    ${'2026-09-30'} | ${1}  | ${'2026-10-08'} | ${'over National Day'}
    ${'2026-09-30'} | ${5}  | ${'2026-10-13'} | ${'8, 9, the make-up 10, 12, 13 October'}
    ${'2026-02-13'} | ${2}  | ${'2026-02-24'} | ${'make-up Saturday, then after the festival'}
    ${'2026-10-03'} | ${0}  | ${'2026-10-08'} | ${'the next working day'}
    ${'2026-10-08'} | ${0}  | ${'2026-10-08'} | ${'itself'}
    ${'2026-10-08'} | ${-1} | ${'2026-09-30'} | ${'back over National Day'}
    ${'2025-12-31'} | ${1}  | ${'2026-01-04'} | ${'year end into the make-up Sunday'}
  `('$n working days from $from: $expected, $why', ({ from, n, expected }) => {
    expect(addWorkingDays(from, n)).toEqual({ day: expected, assumed: false })
  })

  test.each`
    from            | until           | count
    ${'2026-09-28'} | ${'2026-10-12'} | ${6}
    ${'2026-02-09'} | ${'2026-03-02'} | ${11}
    ${'2026-10-01'} | ${'2026-10-08'} | ${0}
    ${'2026-10-08'} | ${'2026-10-08'} | ${0}
    ${'2026-10-08'} | ${'2026-10-01'} | ${0}
    ${'2026-01-01'} | ${'2027-01-01'} | ${248}
  `('$from up to $until holds $count', ({ from, until, count }) => {
    expect(workingDaysBetween(from, until)).toEqual({ count, assumed: false })
  })

  test('past the published years weekends only, and every answer says so', () => {
    const beyond = addDays(COVERED.through, 1)
    expect(COVERED.from).toBe('2004-01-01')
    expect(COVERED.through >= '2026-12-31').toBe(true)
    expect([isAssumed(COVERED.through), isAssumed(beyond), isAssumed('2003-12-31')]).toEqual([false, true, true])
    expect(addWorkingDays(COVERED.through, 1).assumed).toBe(true)
    expect(workingDaysBetween(COVERED.through, beyond).assumed).toBe(false)
    expect(workingDaysBetween(COVERED.through, addDays(beyond, 1)).assumed).toBe(true)
    expect([isWorkingDay('2099-10-01'), isWorkingDay('2099-10-03')]).toEqual([true, false])
  })

  test('the authority’s own days overlay the published ones and are not assumed', () => {
    const local = { holidays: ['2026-07-09', '2099-10-01'], workingDays: ['2026-07-11', '2026-10-01'] }
    expect(addWorkingDays('2026-07-08', 2, local)).toEqual({ day: '2026-07-11', assumed: false })
    expect(isWorkingDay('2026-10-01', local)).toBe(true)
    expect([isWorkingDay('2099-10-01', local), isAssumed('2099-10-01', local)]).toEqual([false, false])
    expect(workingDaysBetween('2026-07-06', '2026-07-13', local).count).toBe(5)
  })

  test('adding and counting agree over four years', () => {
    for (let day = '2023-01-01'; day < '2026-11-01'; day = addDays(day, 1)) {
      const { day: end } = addWorkingDays(day, 5)
      expect([day, workingDaysBetween(addDays(day, 1), addDays(end, 1)).count]).toEqual([day, 5])
    }
  })

  test.each([1.5, Number.NaN, 5001])('%s days are refused', n => {
    expect(() => addWorkingDays('2026-01-01', n)).toThrow(RangeError)
  })
  test('a malformed day is refused', () => {
    expect(() => isWorkingDay('2026-02-30')).toThrow(/YYYY-MM-DD/)
  })
})
