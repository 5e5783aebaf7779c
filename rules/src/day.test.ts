import { describe, expect, test } from 'vitest'
import { addDays, addMonths, dayFromNumber, dayNumber, daysBetween, sayDay, weekday } from './day.ts'

describe('day arithmetic', () => {
  test('agrees with the platform calendar on every day of 1996–2105', () => {
    for (let n = dayNumber('1996-01-01'); n <= dayNumber('2105-12-31'); n++) {
      const platform = new Date(n * 86_400_000)
      const day = platform.toISOString().slice(0, 10)
      if (dayFromNumber(n) !== day || dayNumber(day) !== n || weekday(day) !== platform.getUTCDay()) {
        expect.fail(`${day}: ${dayFromNumber(n)}, ${dayNumber(day)}, ${weekday(day)}`)
      }
    }
  })
  test.each`
    day             | months | expected
    ${'2021-08-31'} | ${6}   | ${'2022-02-28'}
    ${'2023-08-31'} | ${6}   | ${'2024-02-29'}
    ${'2024-02-29'} | ${36}  | ${'2027-02-28'}
    ${'2026-01-15'} | ${-6}  | ${'2025-07-15'}
    ${'2026-12-31'} | ${60}  | ${'2031-12-31'}
  `('$day and $months months is $expected', ({ day, months, expected }) => {
    expect(addMonths(day, months)).toBe(expected)
  })
  test('counts across a leap day and the year end', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', ''])('%s is no day', text => {
    expect(() => dayNumber(text)).toThrow(/YYYY-MM-DD/)
  })
  test('says a day in both languages without a space between Han and digits', () => {
    expect(sayDay('2026-07-08')).toEqual({ zh: '2026年7月8日', en: '8 July 2026' })
  })
})
