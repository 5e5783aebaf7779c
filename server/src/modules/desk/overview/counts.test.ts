import { describe, expect, it, test } from 'vitest'
import { courseOf } from './city/course.ts'
import { unitLight } from './counts.ts'

describe('light of a unit', () => {
  test.each`
    red   | yellow | green | light
    ${0}  | ${0}   | ${0}  | ${'grey'}
    ${0}  | ${0}   | ${9}  | ${'green'}
    ${10} | ${0}   | ${90} | ${'red'}
    ${9}  | ${0}   | ${91} | ${'yellow'}
    ${7}  | ${12}  | ${81} | ${'green'}
    ${4}  | ${16}  | ${80} | ${'yellow'}
    ${8}  | ${0}   | ${92} | ${'yellow'}
  `('$red red and $yellow yellow with $green green are $light', ({ red, yellow, green, light }) =>
    expect(unitLight({ red, yellow, green })).toBe(light),
  )
})

describe('course of the year', () => {
  const year = (from: string, owed: number, days: [string, number][]) => ({
    from,
    owed,
    days: days.map(([on, pledges]) => ({ on, pledges })),
  })

  it('says when the goal was reached and stops at today', () => {
    const course = courseOf(
      year('2026-01-15', 10, [
        ['2026-01-20', 3],
        ['2026-02-01', 4],
        ['2026-03-30', 2],
      ]),
      year('2025-01-15', 10, [['2025-02-03', 5]]),
      '2026-02-10',
    )
    expect(course.reachedGoalOn).toBe('2026-02-01')
    expect(course.weeks.map(w => w.bp)).toEqual([3000, 3000, 7000, 7000, null, null, null, null])
    expect(course.weeks.map(w => w.lastBp)).toEqual([0, 0, 5000, 5000, 5000, 5000, 5000, 5000])
    expect(course.weeks[3]?.on).toBe('2026-02-10')
  })

  it('has no line for a year before that was never set up', () => {
    expect(courseOf(year('2026-01-15', 10, []), null, '2026-01-20').weeks.every(w => w.lastBp === null)).toBe(true)
  })
})
